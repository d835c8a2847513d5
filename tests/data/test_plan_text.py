"""The plan's own data against the plan's own words; reads YAML plainly and knows nothing of the program."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
import yaml

Tree = str | list["Tree"] | dict[str, "Tree"]

DATA = Path(__file__).parents[2] / "data"
BROKEN = "phòng chống xâm"  # the page of the source ends here, in the middle of «xâm hại»
FIXED_DUTIES = (
    "bao-cao-nam",
    "bao-cao-du-luan",
    "khen-thuong",
    "ke-hoach-don-vi",
    "tong-hop-thang",
    "tap-huan",
)


@pytest.fixture(scope="module")
def plan() -> dict[str, Tree]:
    return table(yaml.load((DATA / "plan.yaml").read_text("utf-8"), yaml.BaseLoader))  # noqa: S506 - builds text, lists and dicts only


@pytest.fixture(scope="module")
def source() -> tuple[str, ...]:
    text = (DATA / "plan-source.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line)


def table(tree: object) -> dict[str, Tree]:
    assert isinstance(tree, dict), tree
    return cast("dict[str, Tree]", tree)


def rows(tree: Tree) -> tuple[dict[str, Tree], ...]:
    assert isinstance(tree, list), tree
    return tuple(table(row) for row in tree)


def texts(tree: Tree) -> tuple[str, ...]:
    assert isinstance(tree, list), tree
    return tuple(text(item) for item in tree)


def text(tree: Tree) -> str:
    assert isinstance(tree, str), tree
    return tree


def paragraphs(nodes: Tree, clause: tuple[str, ...] = ()) -> Iterator[tuple[str, str, bool]]:
    """Each paragraph as printed, with its clause (``III.4``) and whether it is a heading."""
    assert isinstance(nodes, list), nodes
    for node in nodes:
        if isinstance(node, str):
            yield ".".join(clause), node, False
            continue
        entry = table(node)
        label, heading = text(entry["nhan"]), "tieu_de" in entry
        assert set(entry) <= {"nhan", "tieu_de", "chu", "muc"}, entry
        assert heading != ("chu" in entry), entry
        here = (*clause, label.strip(".)")) if heading else clause
        yield ".".join(here), f"{label} {text(entry['tieu_de' if heading else 'chu'])}", heading
        yield from paragraphs(entry.get("muc", []), here)


def body(plan: dict[str, Tree]) -> tuple[tuple[str, str, bool], ...]:
    return tuple(paragraphs(table(plan["noi_dung"])["phan"]))


def clauses(plan: dict[str, Tree]) -> dict[str, str]:
    """The words of each clause with everything below it, plus «mở đầu» and «nơi nhận»."""
    passages = body(plan)
    found = {
        clause: " ".join(line for below, line, _ in passages if f"{below}.".startswith(f"{clause}."))
        for clause, _, _ in passages
    }
    found["mở đầu"] = " ".join(texts(table(plan["noi_dung"])["mo_dau"]))
    found["nơi nhận"] = " ".join(texts(plan["noi_nhan"]))
    return found


def printed(plan: dict[str, Tree]) -> tuple[str, ...]:
    """The whole paper, line by line, as the data would print it."""
    paper, agency, content = table(plan["van_ban"]), table(plan["co_quan"]), table(plan["noi_dung"])
    *others, last = texts(plan["noi_nhan"])
    signer = rows(plan["nguoi_ky"])[0]
    number, day = text(paper["so"]), text(paper["ngay"])
    return (
        f"Số: {number}/{text(paper['ky_hieu'])}",
        f"{text(agency['dia_danh'])}, ngày {day}tháng {text(paper['thang'])} năm {text(paper['nam'])}",
        text(paper["loai"]).upper(),
        text(paper["trich_yeu"]),
        *texts(content["mo_dau"]),
        *(line for _, line, _ in body(plan)),
        *texts(content["ket_thuc"]),
        "Nơi nhận:",
        *(f"- {line};" for line in others),
        f"- {last}",
        *texts(signer["dong"]),
        text(signer["ho_ten"]),
    )


def plain(words: str) -> str:
    """Words without the light marks, spaces collapsed: how a quotation is looked for."""
    return " ".join(words.replace("*", "").split())


def joined(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The source with the word that a page break cut in two put together again."""
    at = next(index for index, line in enumerate(lines) if line.endswith(BROKEN))
    return (*lines[:at], f"{lines[at]} {lines[at + 1]}", *lines[at + 2 :])


def test_the_data_print_every_paragraph_of_the_source_in_order_and_nothing_else(
    plan: dict[str, Tree], source: tuple[str, ...]
) -> None:
    assert printed(plan) == joined(source)


def test_only_the_word_broken_over_a_page_differs_from_the_source(
    plan: dict[str, Tree], source: tuple[str, ...]
) -> None:
    missing = [line for line in source if line not in printed(plan)]
    assert len(missing) == 2
    assert missing[0].endswith(BROKEN)
    assert missing[1].startswith("hại trẻ em, ")
    assert [line for line in printed(plan) if line not in source] == [" ".join(missing)]


def test_italics_and_bold_are_those_of_the_source(plan: dict[str, Tree], source: tuple[str, ...]) -> None:
    mark = re.compile(r"\*\*[^*]+\*\*|\*[^*]+\*")
    marks = mark.findall("\n".join(printed(plan)))
    assert marks == mark.findall("\n".join(source))
    assert [one for one in marks if one.startswith("**")] == ["**31/5/2021**"]
    assert len(marks) == 5


def test_slips_of_the_office_stay_in_the_text(plan: dict[str, Tree]) -> None:
    whole = "\n".join(printed(plan))
    for slip in ("công tác viên", "website của các đơn.", "2016 -2020", "Đại hội Đảng .", "Phù đồng"):
        assert slip in whole


def test_labels_of_ii_2_go_without_the_letter_that_the_office_left_out(plan: dict[str, Tree]) -> None:
    labels = [clause for clause, _, heading in body(plan) if heading and clause.startswith("II.2.")]
    assert labels == [f"II.2.{letter}" for letter in "abcdeghi"]


@pytest.mark.parametrize("name", ["plan.yaml", "units.yaml", "calendar.yaml", "plan-source.txt"])
def test_files_are_utf8_nfc_without_tabs(name: str) -> None:
    content = (DATA / name).read_text("utf-8")
    assert unicodedata.is_normalized("NFC", content)
    assert "\t" not in content
    assert not content.startswith("\ufeff")


@pytest.mark.parametrize("name", ["plan.yaml", "units.yaml", "calendar.yaml"])
def test_files_use_no_anchors_aliases_or_tags(name: str) -> None:
    events = tuple(yaml.parse((DATA / name).read_text("utf-8"), yaml.BaseLoader))
    assert not [one for one in events if isinstance(one, yaml.AliasEvent)]
    assert not [one for one in events if isinstance(one, yaml.NodeEvent) and one.anchor]
    assert not [one for one in events if getattr(one, "tag", None)]


@pytest.mark.parametrize("name", ["plan.yaml", "units.yaml", "calendar.yaml"])
def test_no_comma_in_braces_cut_a_sentence_in_two(name: str) -> None:
    def keys(tree: Tree) -> Iterator[str]:
        if isinstance(tree, dict):
            yield from tree
        for below in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
            yield from keys(below)

    tree = yaml.load((DATA / name).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - as above
    assert [key for key in keys(table(tree)) if not re.fullmatch(r"[a-z][a-z_]*", key)] == []


def test_duties_carry_the_fixed_codes_and_quote_the_plan(plan: dict[str, Tree]) -> None:
    duties = rows(plan["nhiem_vu"])
    assert tuple(text(duty["ma"]) for duty in duties) == FIXED_DUTIES
    words = clauses(plan)
    for duty in duties:
        assert plain(text(duty["trich"])) in plain(words[text(duty["dieu_khoan"])])


def test_every_paragraph_of_the_organising_part_is_followed_or_excused(plan: dict[str, Tree]) -> None:
    entries = (*rows(plan["nhiem_vu"]), *rows(plan["khong_theo_doi"]))
    part = text(plan["to_chuc_thuc_hien"])
    leaves = [(clause, plain(line)) for clause, line, heading in body(plan) if not heading]
    mine = [leaf for leaf in leaves if leaf[0].split(".")[0] == part]
    assert len(mine) == 14
    for clause, line in mine:
        covers = [e for e in entries if e["dieu_khoan"] == clause and plain(text(e["trich"])) in line]
        assert len(covers) == 1, line
    assert len(entries) == len(mine)
    assert all(text(entry["ly_do"]) for entry in rows(plan["khong_theo_doi"]))


def test_topics_stand_for_every_item_of_part_ii(plan: dict[str, Tree]) -> None:
    topics = [one for one in rows(plan["chu_de"]) if "thuoc" not in one]
    expected = ["II.1", *(f"II.2.{letter}" for letter in "abcdeghi"), "II.3"]
    assert [text(topic["dieu_khoan"]) for topic in topics] == expected
    assert [text(topic["ma"]) for topic in topics] == [one.lower().replace(".", "-") for one in expected]


def test_the_five_dashes_of_other_tasks_can_be_told_apart(plan: dict[str, Tree]) -> None:
    dashes = [plain(line) for clause, line, heading in body(plan) if clause == "II.3" and not heading]
    topics = [one for one in rows(plan["chu_de"]) if one.get("thuoc") == "ii-3"]
    assert len(dashes) == len(topics) == 5
    for topic, dash in zip(topics, dashes, strict=True):
        assert plain(text(topic["trich"])) in dash


def test_corrections_name_words_that_stand_in_their_clause(plan: dict[str, Tree]) -> None:
    words = clauses(plan)
    for slip in rows(plan["dinh_chinh"]):
        assert text(slip["sai"]) in words[text(slip["dieu_khoan"])]
        assert text(slip["dung"]) != text(slip["sai"])


def test_appendices_are_drafts_in_the_plans_own_words(plan: dict[str, Tree]) -> None:
    words = clauses(plan)
    for slip in rows(plan["dinh_chinh"]):
        clause = text(slip["dieu_khoan"])
        words[clause] = words[clause].replace(text(slip["sai"]), text(slip["dung"]))
    for appendix in rows(plan["phu_luc"]):
        assert appendix["trang_thai"] == "du-thao"
        for row in rows(appendix["dong"]):
            clause = plain(words[text(row["nguon"])]).casefold()
            for cell in ("thoi_gian", "noi_dung", "doi_tuong", "hinh_thuc", "don_vi"):
                assert plain(text(row[cell])).casefold() in clause, row


def test_the_first_appendix_has_a_row_for_every_topic(plan: dict[str, Tree]) -> None:
    declared = rows(plan["chu_de"])
    topics = {text(topic["ma"]) for topic in declared}
    divided = {text(topic["thuoc"]) for topic in declared if "thuoc" in topic}
    first, second = rows(plan["phu_luc"])
    assert {text(row["chu_de"]) for row in rows(first["dong"])} == topics - divided
    assert {text(row["chu_de"]) for row in rows(second["dong"])} <= topics | {""}


def test_papers_are_cited_as_the_plan_cites_them(plan: dict[str, Tree]) -> None:
    words = clauses(plan)
    for paper in rows(plan["can_cu"]):
        clause = words[text(paper["dieu_khoan"])]
        for cell in ("so_ky_hieu", "ngay", "trich_yeu"):
            assert text(paper[cell]) in clause, paper


def test_the_office_has_set_no_date_of_its_own(plan: dict[str, Tree]) -> None:
    assert not [duty["ma"] for duty in rows(plan["nhiem_vu"]) if "han_noi_bo" in duty]
    dated = {text(duty["ma"]): duty["han"] for duty in rows(plan["nhiem_vu"]) if "han" in duty}
    assert dated == {
        "bao-cao-nam": {"truoc_ngay": "31/5/2021"},
        "tong-hop-thang": {"ngay_hang_thang": "25", "tu_thang": "2020-11", "den_thang": "2021-08"},
    }
