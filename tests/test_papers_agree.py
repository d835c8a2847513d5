"""No two papers of one day contradict each other: what several show of the sample year."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest

from support.forms.word_forms import ROOT, year
from support.papers.docx_text import docx_text
from support.years.second_plan import call

DAY = ("--as-of", "2021-06-01")
SAMPLE = ("-C", str(ROOT / "examples" / "2020-2021"))
DUTY = "Báo cáo kết quả công tác truyền thông năm học"
MONTHS = ("2020-11", "2020-12", "2021-01", "2021-02", "2021-03", "2021-04", "2021-05")


@dataclass(frozen=True, kw_only=True)
class Figure:
    """What a paper says of something that has one name."""

    name: str
    paper: str
    value: str


def contradictions(figures: Sequence[Figure]) -> dict[str, set[tuple[str, str]]]:
    """The names for which papers say different things, with the papers and what they say."""
    said: dict[str, set[tuple[str, str]]] = {}
    for one in figures:
        said.setdefault(one.name, set()).add((one.paper, one.value))
    return {name: told for name, told in said.items() if len({value for _, value in told}) > 1}


class Paper:
    """A paper by its lines: sentences, and tables as rows of cells."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text
        self.lines = text.splitlines()

    def says(self, pattern: str, *names: str) -> Iterator[Figure]:
        """The groups of a sentence; the sentence must be there."""
        found = re.search(pattern, self.text)
        assert found is not None, f"{self.name}: {pattern}"
        for name, value in zip(names, found.groups(), strict=True):
            yield Figure(name=name, paper=self.name, value=plain(value))

    def table(self, head: str) -> list[list[str]]:
        """The rows below a row of heads that begins so."""
        start = next(place for place, line in enumerate(self.lines) if line.startswith(head))
        rows = []
        for line in self.lines[start + 1 :]:
            if not line.startswith("|"):
                break
            rows.append([re.sub(r"^#\w{6} ", "", one.strip()) for one in line.strip("|").split("|")])
        return rows


def plain(text: str) -> str:
    """A number without the marks of its thousands; any other text as it stands."""
    return text.replace(".", "") if re.fullmatch(r"\d{1,3}(\.\d{3})+", text) else text


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Paper]:
    """Every paper of the sample year, by the name of its file."""
    out = tmp_path_factory.mktemp("out")
    every = [one.code for one in year().plan.reports]
    done = call(*SAMPLE, "report", *every, *DAY, "--out", str(out))
    assert done.returncode == 0, done.stderr
    return {one.stem: Paper(one.stem, docx_text(one.read_bytes())) for one in out.glob("*.docx")}


def of_status() -> Iterator[Figure]:
    """What ``status`` counts, all duties and the year's report alone."""
    for group, words in (("chung", ()), (DUTY, ("--obligation", "bao-cao-nam"))):
        found = json.loads(call(*SAMPLE, "status", *words, "--format", "json", *DAY).stdout)
        for key, name in (("expected", "phải nộp"), ("received", "đã nhận"), ("on_time", "đúng hạn")):
            value = str(found["measures"][key])
            yield Figure(name=f"{group}: {name}", paper="status", value=value)
    rows = json.loads(call(*SAMPLE, "status", "--format", "json", *DAY).stdout)["rows"]
    late = [one for one in rows if one["days_late"]]
    owing = {one["unit"] for one in late if one["state"] in {"overdue", "returned"}}
    yield Figure(name="đơn vị chậm", paper="status", value=str(len(owing)))
    faulty = sum(one["state"] == "invalid" for one in late)
    yield Figure(name="bài có lỗi chờ xử lý", paper="status", value=str(faulty))


def of_coverage() -> Iterator[Figure]:
    """What ``coverage`` counts."""
    found = json.loads(call(*SAMPLE, "coverage", "--format", "json", *DAY).stdout)
    yield Figure(name="sổ: lượt đăng", paper="coverage", value=str(found["count"]))
    for one in found["topics"]:
        yield Figure(name=f"sổ: lượt {one['clause']}", paper="coverage", value=str(one["count"] or ""))
        yield Figure(name=f"báo cáo: {one['clause']}", paper="coverage", value=str(one["reported"] or ""))


def of_progress(papers: dict[str, Paper]) -> Iterator[Figure]:
    """Who sent what: the board, the reminder, the papers of single units, the year's report."""
    board, reminder, whole = papers["tien-do"], papers["don-doc"], papers["ket-qua-nam"]
    names = [f"chung: {one}" for one in ("đã nhận", "phải nộp", "đúng hạn")]
    yield from board.says(
        r"đã nhận (\d+) trên (\d+) .*văn bản phải nộp .*trong đó đúng hạn (\d+) trên \d+", *names
    )
    (row,) = (one for one in board.table("| Nội dung | Phải nộp") if one[0] == DUTY)
    for name, value in zip(("phải nộp", "đã nhận", "đúng hạn"), (row[1], row[2], row[4]), strict=True):
        yield Figure(name=f"{DUTY}: {name}", paper="tien-do", value=value)
    yield from board.says(r"có (\d+) đơn vị còn (\d+) nội dung quá hạn", "đơn vị chậm", "nội dung chậm")
    yield from board.says(r"có (\d+) nội dung quá hạn đã gửi nhưng có lỗi", "bài có lỗi chờ xử lý")
    apart = reminder.text.split("sau đây và không đôn đốc")[1].split("Đơn vị đã gửi mà")[0]
    yield Figure(name="bài có lỗi chờ xử lý", paper="don-doc", value=str(apart.count("] - ")))
    names = [f"{DUTY}: đã nhận", f"{DUTY}: phải nộp", "đơn vị chậm", "nội dung chậm"]
    yield from reminder.says(r"đã nhận (\d+)/(\d+) báo cáo.*Còn (\d+) đơn vị với (\d+) nội dung", *names)
    listed = reminder.table("| STT | Đơn vị | Báo cáo")
    yield Figure(name="nội dung chậm", paper="don-doc: bảng", value=str(len(listed)))
    yield Figure(name="đơn vị chậm", paper="don-doc: bảng", value=str(len({one[1] for one in listed})))
    yield from whole.says(r"có (\d+)/(\d+) đơn vị đã gửi báo cáo hợp lệ", "hợp lệ", f"{DUTY}: phải nộp")
    short = {unit.name: unit.short_name for unit in year().roster.units}
    valid = [*whole.table("| STT | Đơn vị | Văn bản nguồn | Ngày nhận | Tình trạng")]
    yield Figure(name="hợp lệ", paper="ket-qua-nam: Phụ lục I", value=str(len(valid)))
    for one in valid:
        yield Figure(name=f"{short[one[1]]}: tình trạng", paper="ket-qua-nam", value=one[4])
    for line in board.lines:
        cells = [re.sub(r"^#\w{6} ", "", one.strip()) for one in line.strip("|").split("|")]
        if len(cells) == 5 and cells[1] in short.values() and "nộp" in f"{cells[2]} nộp":
            yield Figure(name=f"{cells[1]}: tình trạng", paper="tien-do", value=cells[2])
    for name, paper in papers.items():
        if name.startswith("theo-don-vi--"):
            for one in paper.table("| STT | Báo cáo | Hạn"):
                if one[1] == DUTY:
                    unit = year().roster.by_code[name.removeprefix("theo-don-vi--")].short_name
                    yield Figure(name=f"{unit}: tình trạng", paper=name, value=one[3])
        elif name.startswith("bien-nhan--") and "--bao-cao-nam@" in name:
            unit = year().roster.by_code[name.split("--")[1]].short_name
            yield from paper.says(r"Tình trạng đến [^:]*: ([^.]*)\.", f"{unit}: tình trạng")


FAIR = ("đúng hạn", "so với hạn", "lần trả lại", "tháng có báo cáo")


def of_fair(papers: dict[str, Paper]) -> Iterator[Figure]:
    """What is fair to compare: the tables of units, the sentence on all of them, papers of single units."""
    for name in ("tien-do", "ket-qua-nam", "khen-thuong"):
        rows = papers[name].table("| STT | Đơn vị | Đúng hạn | So với hạn")
        for row in rows:
            for what, value in zip(FAIR, row[2:], strict=True):
                yield Figure(name=f"{row[1]}: {what}", paper=name, value=value)
    for name in ("tien-do", "ket-qua-nam"):
        pattern = r"ngoài cơ quan[^:]*: đúng hạn (\d+) trên [^,]*, (thường [^,]*), bị trả lại (\d+) lần"
        yield from papers[name].says(pattern, *(f"ngoài cơ quan: {one}" for one in FAIR[:3]))
    table = papers["tien-do"].table("| STT | Đơn vị | Đúng hạn | So với hạn")
    counted = sum(int(row[2].split()[0]) for row in table)
    yield Figure(name="ngoài cơ quan: đúng hạn", paper="tien-do: Phụ lục", value=str(counted))
    returned = sum(int(row[4] or 0) for row in table)
    yield Figure(name="ngoài cơ quan: lần trả lại", paper="tien-do: Phụ lục", value=str(returned))
    units = year().roster.by_code
    for name, paper in papers.items():
        if name.startswith("theo-don-vi--"):
            unit = units[name.removeprefix("theo-don-vi--")]
            found = re.search(r"Trong năm học, đơn vị (.*)\.", paper.text)
            told = found.group(1) if found is not None else ""
            for what, pattern in (
                ("lần trả lại", r"bị trả lại (\d+) lần"),
                ("tháng có báo cáo", r"có báo cáo ở (.*) tháng"),
            ):
                said = re.search(pattern, told)
                if unit.code != "van-phong-so":
                    yield Figure(
                        name=f"{unit.short_name}: {what}", paper=name, value=said.group(1) if said else ""
                    )


def of_week(papers: dict[str, Paper]) -> Iterator[Figure]:
    """The week's page: who is late as in the reminder, articles as in the register, open matters."""
    page = papers["tom-tat-tuan"]
    yield from page.says(r"(\d+) đơn vị ngoài cơ quan còn (\d+) nội dung", "đơn vị chậm", "nội dung chậm")
    yield from page.says(r"(\d+) nội dung quá hạn đã gửi nhưng có lỗi", "bài có lỗi chờ xử lý")
    rows = {row[0]: row[1] for row in page.table("| Nội dung | Tuần này")}
    yield Figure(
        name="đơn vị chậm", paper="tom-tat-tuan: bảng", value=rows["Đơn vị chậm, tính đến cuối tuần"]
    )
    yield from page.says(r"Còn (\d+) việc trong các sổ theo dõi", "việc còn mở")
    registers = papers["ket-qua-nam"].table("| STT | Sổ | Số mục")
    waiting = sum(int(row[4] or 0) for row in registers)
    yield Figure(name="việc còn mở", paper="ket-qua-nam: Bảng 5", value=str(waiting))
    counted = len(json.loads(call(*SAMPLE, "status", "--format", "json", *DAY).stdout)["matters"])
    yield Figure(name="việc còn mở", paper="status", value=str(counted))


def of_articles(papers: dict[str, Paper]) -> Iterator[Figure]:
    """Articles by topic and channel: as units report them, and as the register has them."""
    whole, covered = papers["ket-qua-nam"], papers["do-phu"]
    total = "báo cáo: tin, bài"
    yield from whole.says(
        r"Theo báo cáo năm của (\d+) đơn vị, .* ([\d.]+) tin, bài; ở bảng", "có số liệu", total
    )
    yield from whole.says(r"tổng hợp từ (\d+) báo cáo có số liệu", "có số liệu")
    for one in whole.table("| Mục | Nội dung | Số đơn vị báo cáo"):
        if one[0]:
            yield Figure(name=f"báo cáo: đơn vị {one[0]}", paper="ket-qua-nam: Bảng 2", value=one[2])
        name = f"báo cáo: {one[0]}" if one[0] else total
        yield Figure(name=name, paper="ket-qua-nam: Bảng 2", value=plain(one[3]))
    heads = [one.clause for one in year().plan.topics_told(())]
    annex = whole.table("| STT | Đơn vị | II.1")
    for clause, value in zip([*heads, None], annex[-1][2:], strict=True):
        name = f"báo cáo: {clause}" if clause else total
        yield Figure(name=name, paper="ket-qua-nam: Phụ lục II", value=plain(value))
    channels = [one for one in whole.table("| STT | Kênh") if one[4]]
    sums = whole.table("| STT | Đơn vị | Website Ngành")[-1][2:]
    for row, value in zip(channels, sums, strict=True):
        yield Figure(name=f"báo cáo: kênh {row[1]}", paper="ket-qua-nam: Bảng 3", value=plain(row[4]))
        yield Figure(name=f"báo cáo: kênh {row[1]}", paper="ket-qua-nam: Phụ lục III", value=plain(value))
    for clause, units, count in re.findall(
        r"\(mục ([^)]*)\); theo [^,]*, ([\d.]+) đơn vị tự báo cáo ([\d.]+) tin, bài", covered.text
    ):
        yield Figure(name=f"báo cáo: đơn vị {clause}", paper="do-phu", value=units)
        yield Figure(name=f"báo cáo: {clause}", paper="do-phu", value=plain(count))
    yield from covered.says(r"Sổ ghi được ([\d.]+) lượt đăng", "sổ: lượt đăng")
    for row in covered.table("| Mục | Nội dung | Số lượt"):
        yield Figure(name=f"sổ: lượt {row[0]}", paper="do-phu: Bảng 1", value=row[2])
    for head in ("| STT | Nội dung | 9/20", "| STT | Đơn vị | II.1"):
        yield Figure(name="sổ: lượt đăng", paper=f"do-phu: {head}", value=covered.table(head)[-1][-1])


def of_months(papers: dict[str, Paper]) -> Iterator[Figure]:
    """The two digests of a month, and what the office wrote down as sent."""
    for month in MONTHS:
        for code in ("tong-hop-thang", "tong-hop-thang-ubnd"):
            paper = papers[f"{code}@{month}"]
            names = [f"{month}: {one}" for one in ("báo cáo", "có vấn đề", "không phát sinh")]
            pattern = (
                r"báo cáo của (\d+) đơn vị, trong đó (\d+) đơn vị có vấn đề .*, (\d+) đơn vị báo cáo không"
            )
            yield from paper.says(pattern, *names)
            names = [f"{month}: nêu", f"{month}: xử lý"]
            yield from paper.says(r"ghi nhận (\d+) vấn đề, đã xử lý xong (\d+) vấn đề", *names)

        sent = year().loaded.submissions["van-phong-so", "tong-hop-thang", month].receipts[-1].content
        assert sent is not None
        for name, code in (
            ("báo cáo", "don_vi_bao_cao"),
            ("không phát sinh", "don_vi_khong_phat_sinh"),
            ("nêu", "tiep_nhan"),
            ("xử lý", "da_xu_ly"),
        ):
            yield Figure(name=f"{month}: {name}", paper="bản đã gửi Bộ", value=str(sent[code]))


def test_a_difference_between_two_papers_is_found() -> None:
    same = [Figure(name="n", paper=one, value="1") for one in ("a", "b")]
    assert contradictions(same) == {}
    other = Figure(name="n", paper="c", value="2")
    assert contradictions([*same, other]) == {"n": {("a", "1"), ("b", "1"), ("c", "2")}}


def test_papers_of_one_day_say_the_same(papers: dict[str, Paper]) -> None:
    figures = [
        *of_status(),
        *of_coverage(),
        *of_progress(papers),
        *of_articles(papers),
        *of_fair(papers),
        *of_week(papers),
        *of_months(papers),
    ]
    assert contradictions(figures) == {}
    shared = {
        one.name
        for one in figures
        for other in figures
        if one.name == other.name and one.paper != other.paper
    }
    assert len(shared) > 100
    assert "việc còn mở" in shared
    assert {"Phòng GD&ĐT Phong Thổ: lần trả lại", "THPT Phong Thổ: so với hạn"} <= shared
    assert {"chung: đã nhận", f"{DUTY}: đã nhận", "đơn vị chậm", "báo cáo: II.2.e", "sổ: lượt đăng"} <= shared


def test_an_extension_that_ran_out_is_told_in_board_and_reminder(tmp_path: Path) -> None:
    done = call(*SAMPLE, "report", "tien-do", "don-doc", "--as-of", "2021-06-10", "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    board, reminder = (docx_text((tmp_path / f"{one}.docx").read_bytes()) for one in ("tien-do", "don-doc"))
    assert "(quá hạn 5 ngày, chưa gửi, đã gia hạn đến hết ngày 05/6/2021)" in board
    told = reminder.split("đã được gia hạn mà vẫn quá hạn:")[1].split("liên hệ theo địa chỉ trên")[0]
    extended = "gia hạn đến hết ngày 05/6/2021 (cho ngày 20/5/2021, văn bản số 120/SGDĐT-VP ngày 20/5/2021;"
    assert f"- Phòng Giáo dục và Đào tạo huyện Mường Tè: {DUTY}, {extended}" in told
    assert told.count("gia hạn đến hết ngày") == 1


def test_articles_counted_once_are_no_fewer_than_those_of_one_channel(papers: dict[str, Paper]) -> None:
    whole = papers["ket-qua-nam"]
    once = {row[1]: int(plain(row[-1])) for row in whole.table("| STT | Đơn vị | II.1")}
    turns = {
        row[1]: [int(plain(one)) for one in row[2:] if one]
        for row in whole.table("| STT | Đơn vị | Website Ngành")
    }
    assert once.keys() == turns.keys()
    assert {
        unit for unit, count in once.items() if not max(turns[unit]) <= count <= sum(turns[unit])
    } == set()


def test_who_is_proposed_wrote_no_more_than_the_unit(papers: dict[str, Paper]) -> None:
    rows = papers["ket-qua-nam"].table("| STT | Đơn vị | II.1")
    once = {row[1]: int(plain(row[-1])) for row in rows}
    text = papers["khen-thuong"].text.replace("\u00a0", " ")
    claimed = re.findall(r"\| \d+ \| [^|]*\(([^()|]*)\) \| [^|]* \| (\d+) \|", text)
    assert len(claimed) > 10
    assert [(unit, count) for unit, count in claimed if int(count) > once[unit]] == []


def test_the_register_has_no_more_than_the_units_report() -> None:
    done = call(*SAMPLE, "validate", "--format", "json", *DAY)
    told = [one["message"] for one in json.loads(done.stdout)["findings"] if one["code"] == "TT354"]
    pairs = re.findall(r"báo cáo (không ghi|ghi [\d.]+), sổ có ([\d.]+)", "\n".join(told))
    assert len(pairs) > 20
    assert [
        one for one in pairs if one[0] == "không ghi" or int(plain(one[0][4:])) < int(plain(one[1]))
    ] == []


def test_the_year_has_no_fewer_matters_than_its_months() -> None:
    found = year().loaded.submissions
    for (unit, duty, _), submission in found.items():
        content = submission.receipts[-1].content if duty == "bao-cao-nam" and submission.receipts else None
        if content is None or unit == "thpt-binh-lu":
            continue
        written = submission.receipts[-1].received.day
        months = [
            one.content["tiep_nhan"]
            for (whose, what, _), other in found.items()
            if whose == unit and what == "bao-cao-du-luan"
            for one in other.receipts
            if one.content is not None and one.received.day < written
        ]
        counted = sum(one for one in months if isinstance(one, int))
        yearly = content["tiep_nhan"]
        assert isinstance(yearly, int)
        assert yearly >= counted, unit


def test_a_unit_that_contradicts_itself_is_told(tmp_path: Path) -> None:
    root = copytree(ROOT / "examples/2020-2021", tmp_path / "noi")
    path = root / "data/submissions/pgd-lai-chau/bao-cao-nam@2020-2021.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"so_tin_bai: \d+", "so_tin_bai: 1", text), encoding="utf-8")
    told = call("-C", str(root), "validate", *DAY).stdout
    assert (
        "TT180: Tổng số tin, bài theo nội dung không thể nhỏ hơn số tin, bài đã đăng ở riêng một kênh" in told
    )
    assert "số lớn nhất ở cột «Đã đăng, phát» của bảng «Tin, bài theo kênh» là 81" in told
