"""An entry written by command: held against the form first, spliced in, never doubled or overwritten."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from support.years.second_plan import call
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.operations.load import load
from truyenthong.operations.record.entry import EntryOrder, propose_entry, record_entry
from truyenthong.workspace.layout import Workspace

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "2020-2021"
ARTICLES, PEOPLE = "data/registers/tin-bai.yaml", "data/registers/cong-tac-vien.yaml"
TODAY = date(2021, 7, 1)
ARTICLE = {"so_hieu": "TB-900", "tieu_de": "Ngày hội: đọc sách", "the_loai": "Bài", "kenh": "website-don-vi"}
WRITTEN = """  - so_hieu: TB-900
    don_vi: pgd-than-uyen
    tieu_de: "Ngày hội: đọc sách"
    the_loai: bai
    kenh: website-don-vi
    ngay_dang: 20/11/2020
"""


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """A copy of the example year."""
    root = tmp_path / "noi-lam-viec"
    shutil.copytree(EXAMPLE, root)
    return Workspace(root=root)


def order(values: Mapping[str, str] | None = None, register: str = "tin-bai") -> EntryOrder:
    return EntryOrder(
        register=register, values=values or ARTICLE, unit="PGD Than Uyên", day=date(2020, 11, 20)
    )


def text(place: Workspace, name: str = ARTICLES) -> str:
    return (place.root / name).read_text(encoding="utf-8")


def test_an_entry_goes_below_the_others_and_comments_stay(place: Workspace) -> None:
    commented = text(place).replace("muc:\n", "muc:   # ghi chú của văn phòng\n") + "# hết sổ\n"
    (place.root / ARTICLES).write_text(commented, encoding="utf-8")
    weighed = record_entry(place, order(), today=TODAY)
    assert weighed.keys == ("TB-900",)
    assert text(place).replace(WRITTEN, "") == commented
    assert WRITTEN in text(place)
    (ledger,) = [one for one in load(place).records.ledgers if one.file == ARTICLES]
    last = len(ledger.entries) - 1
    assert not [one for one in load(place).errors if one.ref.path[:2] == ("muc", last)]


def test_the_same_entry_twice_is_recognised(place: Workspace) -> None:
    record_entry(place, order(), today=TODAY)
    before = text(place)
    again = record_entry(place, order(), today=TODAY)
    assert (again.added, again.known, again.findings) == ((), ("TB-900",), ())
    assert text(place) == before


def test_a_register_without_a_file_gets_one(place: Workspace) -> None:
    (place.root / PEOPLE).unlink()
    values = {"so": "CTV-001", "ho_ten": "Lò Văn Ví Dụ", "dang_lam": "có"}
    record_entry(
        place, EntryOrder(register="cong-tac-vien", values=values, unit="pgd-than-uyen"), today=TODAY
    )
    assert text(place, PEOPLE) == (
        "so: cong-tac-vien\nmuc:\n  - so: CTV-001\n    ho_ten: Lò Văn Ví Dụ\n"
        "    don_vi: pgd-than-uyen\n    dang_lam: có\n"
    )


@pytest.mark.parametrize(
    ("values", "code", "where"),
    [
        ({**ARTICLE, "the_loai": "baii"}, "TT112", "the_loai"),
        ({**ARTICLE, "ngay_thang": "x"}, "TT106", "ngay_thang"),
        ({**ARTICLE, "gui_bo_ngay": "31/2/2021"}, "TT103", "gui_bo_ngay"),
        ({**ARTICLE, "so_hieu": ""}, "TT134", "so_hieu"),
        ({**ARTICLE, "so_hieu": "TB-001"}, "TT347", "so_hieu"),
    ],
)
def test_a_faulty_entry_is_refused_with_its_field(
    place: Workspace, values: Mapping[str, str], code: str, where: str
) -> None:
    before = text(place)
    weighed = record_entry(place, order(values), today=TODAY)
    assert [(one.code, one.ref.path) for one in weighed.refusals] == [(code, ("muc", 0, where))]
    assert text(place) == before


def test_a_check_between_fields_is_a_refusal(place: Workspace) -> None:
    values = {"so": "VV-90", "noi_dung": "Hỏi", "nguon": "bao-chi", "tinh_trang": "da-xu-ly"}
    values |= {"biet_luc": "10/3/2021 08:00", "tra_loi_luc": "10/3/2021 07:00"}
    weighed = propose_entry(place, EntryOrder(register="vu-viec", values=values), today=TODAY)
    assert any("trước khi biết" in one.message for one in weighed.refusals)


def test_what_was_done_out_of_order_is_written_down_and_told(place: Workspace) -> None:
    weighed = record_entry(place, order({**ARTICLE, "kenh": "website-nganh"}), today=TODAY)
    assert [one.code for one in weighed.findings] == ["TT350"]
    assert "TB-900" in text(place)
    assert "TT350" in [one.code for one in load(place).errors if one.ref.file == ARTICLES]


def test_fields_from_a_file_stand_behind_what_is_typed(place: Workspace, tmp_path: Path) -> None:
    source = tmp_path / "muc.yaml"
    source.write_text("so_hieu: TB-900\ntieu_de: Trong tệp\nthe_loai: tin\n", encoding="utf-8")
    wanted = EntryOrder(register="tin-bai", values={"tieu_de": "Gõ tay"}, source=source, unit="pgd-than-uyen")
    (entry,) = propose_entry(place, wanted, today=TODAY).added
    assert entry == {
        "so_hieu": "TB-900",
        "don_vi": "pgd-than-uyen",
        "tieu_de": "Gõ tay",
        "the_loai": "tin",
    }
    source.write_text("- một danh sách\n", encoding="utf-8")
    with pytest.raises(CannotContinueError, match=r"muc\.yaml"):
        propose_entry(place, wanted, today=TODAY)


def test_an_unknown_register_and_a_missing_day_are_wrong_usage(place: Workspace) -> None:
    with pytest.raises(UsageError, match="tinbai") as told:
        propose_entry(place, order(register="tinbai"), today=TODAY)
    assert told.value.hint == "có phải «tin-bai»?"
    with pytest.raises(UsageError, match="--date"):
        propose_entry(place, order(register="cong-tac-vien"), today=TODAY)


def test_a_broken_register_is_left_alone(place: Workspace) -> None:
    (place.root / ARTICLES).write_text("so: tin-bai\nmuc: [\n", encoding="utf-8")
    with pytest.raises(CannotContinueError, match="còn lỗi"):
        record_entry(place, order(), today=TODAY)
    assert text(place) == "so: tin-bai\nmuc: [\n"


def test_many_at_once_lose_nothing(place: Workspace) -> None:
    orders = [order({**ARTICLE, "so_hieu": f"TB-9{number:02}"}) for number in range(8)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda one: record_entry(place, one, today=TODAY), orders * 2))
    assert [text(place).count(f"so_hieu: TB-9{number:02}\n") for number in range(8)] == [1] * 8


def test_the_command_tells_what_it_writes(place: Workspace) -> None:
    typed = [f"--set={code}={value}" for code, value in ARTICLE.items()]
    args = ["-C", str(place.root), "record", "entry", "tin-bai", *typed, "--unit", "PGD Than Uyên"]
    dry = call(*args, "--date", "20/11/2020", "--dry-run")
    assert (dry.returncode, "TB-900" in text(place)) == (0, False)
    unasked = call(*args, "--date", "20/11/2020")
    assert (unasked.returncode, "TB-900" in text(place)) == (2, False)
    done = call(*args, "--date", "20/11/2020", "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("Đã ghi mục TB-900 vào data/registers/tin-bai.yaml.\n")
    assert WRITTEN in text(place)
    wrong = call(*args, "--set", "the_loai=baii", "--yes")
    assert wrong.returncode == 1
    assert "«baii» không có trong danh sách (Thể loại, trường the_loai)" in wrong.stderr


MATTER = {
    "Nội dung": "Hỏi giờ học",
    "nguồn": "báo, đài",
    "biet luc": "1/6/2021 08:00",
    "tinh_trang": "chua-xu-ly",
}


def test_without_a_number_the_next_one_is_taken_and_once_only(place: Workspace) -> None:
    asked = EntryOrder(register="vu-viec", values=MATTER, unit="PGD Than Uyên")
    written = record_entry(place, asked, today=TODAY)
    assert written.keys == ("VV-06",)
    before = text(place, written.name)
    assert (
        "  - so: VV-06\n    don_vi: pgd-than-uyen\n    noi_dung: Hỏi giờ học\n    nguon: bao-chi\n" in before
    )
    again = record_entry(place, asked, today=TODAY)
    assert (again.added, again.known) == ((), ("VV-06",))
    assert text(place, written.name) == before
    other = EntryOrder(register="vu-viec", values={**MATTER, "Nội dung": "Hỏi xe"}, unit="PGD Than Uyên")
    assert record_entry(place, other, today=TODAY).keys == ("VV-07",)


def test_the_first_number_of_an_empty_register(place: Workspace) -> None:
    (place.root / "data/registers/vu-viec.yaml").unlink()
    assert propose_entry(place, EntryOrder(register="vu-viec", values=MATTER), today=TODAY).keys == ("1",)
