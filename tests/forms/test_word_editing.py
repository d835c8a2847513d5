"""What people type into a Word form and around its controls is read; what cannot be is told."""

from __future__ import annotations

import unicodedata
from copy import deepcopy

import pytest
from lxml import etree

from support.forms.edited_forms import (
    CHANNEL,
    LACKS,
    POSTED,
    SENT,
    SPEAKER,
    TYPED,
    YEAR,
    after,
    codes,
    dissolve,
    row_of,
    rows,
    table_of,
)
from support.forms.word_forms import (
    DOCUMENT,
    controls,
    edited,
    filled_blank,
    read,
    request_for,
    run,
    type_into,
    year,
)
from truyenthong.forms.word import write_docx
from truyenthong.ooxml.archive import read_archive
from truyenthong.ooxml.xml import Element, W, parse


def test_what_is_typed_into_controls_is_read() -> None:
    filled = read(filled_blank(YEAR, TYPED))
    assert rows(filled) == [{"kenh": "website-nganh", "da_gui": "12", "da_dang": "10", "phong_su": None}]
    assert (filled.values["nguoi_phat_ngon"], filled.values["han_che"]) == ("Nguyễn Văn A", "Còn ít bài.")
    assert not filled.findings
    assert filled.places["tin_bai", 0, "da_gui"].words == "bảng «Tin, bài theo kênh», hàng 1, cột «Đã gửi»"
    assert filled.places["nguoi_phat_ngon",].words == "ô «Người phát ngôn»"
    assert filled.places["han_che",].words == "mục «Hạn chế»"


def test_a_row_copied_in_word_is_a_row_more() -> None:
    def copy(root: Element) -> None:
        row = row_of(controls(root, SENT)[0])
        twin = deepcopy(row)
        row.addnext(twin)
        type_into(controls(twin, SENT)[0], "7")

    assert [row["da_gui"] for row in rows(after(copy)) if isinstance(row, dict)] == ["12", "7"]


def test_a_row_added_without_controls_is_read_by_the_place_of_its_cells() -> None:
    def add(root: Element) -> None:
        table = table_of(controls(root, SENT)[0])
        row = etree.SubElement(table, f"{W}tr")
        for text in ("Kênh khác", "3", "2", "1"):
            paragraph = etree.SubElement(etree.SubElement(row, f"{W}tc"), f"{W}p")
            paragraph.append(run(paragraph, text))

    assert rows(after(add))[-1] == {"kenh": "khac", "da_gui": "3", "da_dang": "2", "phong_su": "1"}


def test_paragraphs_typed_below_a_text_belong_to_it() -> None:
    def below(root: Element) -> None:
        control = controls(root, LACKS)[0]
        for text in ("Cách viết còn khô.", ""):
            paragraph = root.makeelement(f"{W}p")
            paragraph.append(run(paragraph, text))
            control.addnext(paragraph)

    assert after(below).values["han_che"] == "Còn ít bài.\n\nCách viết còn khô."


def test_several_paragraphs_are_lines() -> None:
    def type_lines(root: Element) -> None:
        type_into(controls(root, LACKS)[0], "Một.", "", "Hai.")

    assert after(type_lines).values["han_che"] == "Một.\n\nHai."


def test_a_list_that_word_numbers_keeps_its_items_apart() -> None:
    def make_list(root: Element) -> None:
        control = controls(root, LACKS)[0]
        type_into(control, "Thiếu:", "ảnh", "video")
        for paragraph in control.findall(f".//{W}p")[1:]:
            properties = paragraph.find(f"{W}pPr")
            assert properties is not None
            numbering = etree.SubElement(properties, f"{W}numPr")
            etree.SubElement(numbering, f"{W}numId").set(f"{W}val", "1")

    assert after(make_list).values["han_che"] == "Thiếu:\n- ảnh\n- video"


def test_a_sign_that_word_puts_for_an_arrow_is_read() -> None:
    def point(root: Element) -> None:
        first = controls(root, LACKS)[0].find(f".//{W}r")
        assert first is not None
        for code in ("F0E0", "F099"):
            etree.SubElement(first, f"{W}sym").set(f"{W}char", code)

    assert after(point).values["han_che"] == "Còn ít bài.→\ufffd"


def test_tracked_insertions_count_and_deletions_do_not() -> None:
    def track(root: Element) -> None:
        paragraph = controls(root, LACKS)[0].find(f".//{W}p")
        assert paragraph is not None
        old = paragraph.find(f"{W}r")
        assert old is not None
        gone = etree.SubElement(paragraph, f"{W}del")
        gone.append(old)
        for text in gone.iter(f"{W}t"):
            text.tag = f"{W}delText"
        etree.SubElement(paragraph, f"{W}ins").append(run(paragraph, "Đã sửa."))

    assert after(track).values["han_che"] == "Đã sửa."


def test_text_of_a_mac_is_composed_and_no_break_spaces_stay_inside() -> None:
    apart = unicodedata.normalize("NFD", "Nguyễn\u00a0Văn Ế")
    filled = read(filled_blank(YEAR, {**TYPED, SPEAKER: f"\u00a0{apart}\u200b "}))
    assert filled.values["nguoi_phat_ngon"] == "Nguyễn\u00a0Văn Ế"


def test_only_spaces_are_nothing() -> None:
    filled = read(filled_blank(YEAR, {SPEAKER: " \u00a0 ", SENT: "\u200b"}))
    assert filled.untouched


def test_text_that_belongs_to_no_field_is_told() -> None:
    def add(root: Element) -> None:
        table = table_of(controls(root, SENT)[0])
        paragraph = root.makeelement(f"{W}p")
        paragraph.append(run(paragraph, "Số liệu chưa đầy đủ"))
        table.addnext(paragraph)
        label = row_of(controls(root, SPEAKER)[0]).findall(f".//{W}p")[0]
        label.append(run(label, ": ông B"))

    filled = after(add)
    assert codes(filled) == ["TT604", "TT604"]
    assert any("«Số liệu chưa đầy đủ»" in one.message for one in filled.findings)
    assert any("ông B" in one.message for one in filled.findings)


def test_a_blank_beside_which_somebody_typed_is_taken_out() -> None:
    def beside(root: Element) -> None:
        dissolve(root, POSTED)
        cells = row_of(controls(root, SENT)[0]).findall(f"{W}tc")
        for paragraph in cells[3].iter(f"{W}p"):
            for control in list(paragraph):
                if control.tag == f"{W}sdt":
                    paragraph.remove(control)
            paragraph.append(run(paragraph, "4……"))

    assert rows(after(beside))[0] == {
        "kenh": "website-nganh",
        "da_gui": "12",
        "da_dang": "10",
        "phong_su": "4",
    }


@pytest.mark.parametrize(
    ("tag", "typed", "read_as"),
    [
        (LACKS, "…………Còn chậm…", "Còn chậm…"),
        (LACKS, "……Còn chậm……", "Còn chậm"),
        (LACKS, "Còn chậm…………", "Còn chậm…………"),
        (SPEAKER, "………… ", None),
        ("tt:noi_dung.cong_tac_vien", "…12…", "12"),
        ("tt:noi_dung.ke_hoach_ngay", "3/2/2021…/…/……", "3/2/2021"),
        ("tt:noi_dung.ke_hoach_long_ghep", "(chọn)có", "có"),
    ],
)
def test_text_typed_into_the_dots_of_a_blank_is_read_without_them(
    tag: str, typed: str, read_as: str | None
) -> None:
    filled = read(filled_blank(YEAR, {tag: typed}))
    assert filled.values[tag.rpartition(".")[2]] == read_as


def test_a_choice_that_was_typed_stays_as_typed() -> None:
    filled = read(filled_blank(YEAR, {**TYPED, CHANNEL: "Đài huyện"}))
    assert isinstance(rows(filled)[0], dict)
    assert rows(filled)[0] == {"kenh": "Đài huyện", "da_gui": "12", "da_dang": "10", "phong_su": None}


@pytest.mark.parametrize("tag", ["tt:don_vi", "tt:co_quan"])
def test_another_unit_in_the_sentence_or_the_letterhead_is_seen(tag: str) -> None:
    def other(root: Element) -> None:
        type_into(controls(root, tag)[0], "PHÒNG GD&ĐT TÂN UYÊN")

    filled = after(other)
    assert filled.unit_name == "PHÒNG GD&ĐT TÂN UYÊN"
    assert filled.identity is not None
    assert filled.identity.unit == "pgd-than-uyen"


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("ngày 03 tháng 02 năm 2021", "03/02/2021"),
        ("ngày 27 tháng 5 năm 2021", "27/5/2021"),
        ("27.5.21", "27.5.21"),
        ("ngày …… tháng 5 năm 2021", "ngày …… tháng 5 năm 2021"),
    ],
)
def test_the_day_of_the_paper_in_words_or_as_typed(typed: str, read_as: str) -> None:
    def sign(root: Element) -> None:
        type_into(controls(root, "tt:van_ban.ngay")[0], typed)
        type_into(controls(root, "tt:van_ban.so")[0], "45")
        type_into(controls(root, "tt:van_ban.ky_hieu")[0], "PGDĐT")

    assert after(sign).paper == {"so": "45", "ky_hieu": "BC-PGDĐT", "ngay": read_as}


def test_the_box_for_nil_is_ticked_in_word_or_crossed_by_hand() -> None:
    def tick(root: Element) -> None:
        state = next(root.iter("{http://schemas.microsoft.com/office/word/2010/wordml}checked"))
        state.set("{http://schemas.microsoft.com/office/word/2010/wordml}val", "1")

    def cross(root: Element) -> None:
        control = controls(root, "tt:khong_phat_sinh")[0]
        control.addprevious(run(root, "x "))
        control.getparent().remove(control)  # type: ignore[union-attr]

    blank = write_docx(request_for("bao-cao-du-luan"))
    assert not read(blank).nil
    assert read(edited(blank, tick)).nil
    assert read(edited(blank, cross)).nil


def test_breaks_tabs_and_hyphens_of_word_are_signs() -> None:
    def write(root: Element) -> None:
        first = controls(root, LACKS)[0].find(f".//{W}r")
        assert first is not None
        for name in ("br", "tab", "noBreakHyphen", "cr", "softHyphen"):
            etree.SubElement(first, f"{W}{name}")
            first.append(next(run(first, "x").iter(f"{W}t")))
        etree.SubElement(first, f"{W}br").set(f"{W}type", "page")

    assert after(write).values["han_che"] == "Còn ít bài.\nx\tx-x\nxx"


@pytest.mark.parametrize(("font", "named"), [(".VnTime", "TCVN3"), ("VNI-Times", "VNI"), ("Arial", None)])
def test_a_font_of_an_old_encoding_is_named(font: str, named: str | None) -> None:
    def old(root: Element) -> None:
        first = controls(root, LACKS)[0].find(f".//{W}r")
        assert first is not None
        looks = first.makeelement(f"{W}rPr")
        etree.SubElement(looks, f"{W}rFonts").set(f"{W}ascii", font)
        first.insert(0, looks)
        first.addnext(deepcopy(first))

    filled = after(old)
    assert codes(filled) == (["TT605"] if named else [])
    assert all(str(named) in one.message for one in filled.findings)


def test_text_in_a_text_box_is_told() -> None:
    def put(root: Element) -> None:
        paragraph = controls(root, LACKS)[0].find(f".//{W}p")
        assert paragraph is not None
        for text in ("Ghi thêm", "Ghi thêm", ""):
            holder = etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}pict")
            inner = etree.SubElement(etree.SubElement(holder, f"{W}txbxContent"), f"{W}p")
            inner.append(run(inner, text))

    filled = after(put)
    assert codes(filled) == ["TT604"]
    assert "«Ghi thêm» nằm trong hộp chữ" in filled.findings[0].message
    assert filled.values["han_che"] == "Còn ít bài."


GUIDED = ("chi_dao", "ke_hoach_so", "cong_tac_vien", "theo_chu_de[].ket_qua", "tin_bai[].kenh")


def printed(data: bytes) -> str:
    (entry,) = (one for one in read_archive(data) if one.name == DOCUMENT)
    return "".join(one.text or "" for one in parse(entry.unpack(), DOCUMENT).iter(f"{W}t"))


def test_guidance_stands_in_empty_controls_and_goes_with_what_is_typed() -> None:
    blank = printed(write_docx(request_for(YEAR)))
    assert "[Nêu văn bản đã ban hành" in blank
    assert blank.count("[Mỗi nội dung một dòng") == 1
    typed = printed(filled_blank(YEAR, {"tt:noi_dung.chi_dao": "Đã ban hành kế hoạch."}))
    assert "Đã ban hành kế hoạch." in typed
    assert "Nêu văn bản đã ban hành" not in typed


def test_guidance_that_lost_its_control_is_nothing_that_was_typed() -> None:
    def lose(root: Element) -> None:
        for code in GUIDED:
            dissolve(root, f"tt:noi_dung.{code}")

    data = write_docx(request_for(YEAR))
    whole, lost = read(data), read(edited(data, lose))
    assert lost.values == whole.values
    assert lost.findings == whole.findings


def test_a_table_by_topics_has_a_row_for_each_topic() -> None:
    (entry,) = (one for one in read_archive(write_docx(request_for(YEAR))) if one.name == DOCUMENT)
    root = parse(entry.unpack(), DOCUMENT)
    assert len(controls(root, "tt:noi_dung.theo_chu_de[].chu_de")) == len(year().plan.topics)
    assert len(controls(root, "tt:noi_dung.vu_viec[].noi_dung")) == 2
