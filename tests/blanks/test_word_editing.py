"""What people do to a Word form on their way through it: what they typed is read, what cannot be is told."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from copy import deepcopy

import pytest
from lxml import etree

from support.word_forms import controls, edited, filled_blank, read, request_for, run, type_into
from truyenthong.blanks.filled import Filled
from truyenthong.blanks.word_forms import write_docx
from truyenthong.word.xml import Element, W

CHANNELS = "tt:noi_dung.tin_bai[]"
SENT, CHANNEL, POSTED = f"{CHANNELS}.da_gui", f"{CHANNELS}.kenh", f"{CHANNELS}.da_dang"
SPEAKER = "tt:noi_dung.nguoi_phat_ngon"
LACKS = "tt:noi_dung.han_che"
YEAR = "bao-cao-nam"

TYPED = {CHANNEL: "Website Ngành", SENT: "12", POSTED: "10", SPEAKER: "Nguyễn Văn A", LACKS: "Còn ít bài."}


def after(edit: Callable[[Element], None]) -> Filled:
    """What is read back of a form that was filled in and then edited."""
    return read(edited(filled_blank(YEAR, TYPED), edit))


def row_of(control: Element) -> Element:
    return next(control.iterancestors(f"{W}tr"))


def table_of(control: Element) -> Element:
    return next(control.iterancestors(f"{W}tbl"))


def dissolve(root: Element, tag: str) -> None:
    """What stands in the controls of a tag stays, the controls go."""
    for control in controls(root, tag):
        content = control.find(f"{W}sdtContent")
        assert content is not None
        for child in list(content):
            control.addprevious(child)
        parent = control.getparent()
        assert parent is not None
        parent.remove(control)


def rows(filled: Filled, code: str = "tin_bai") -> list[object]:
    value = filled.values[code]
    assert isinstance(value, list)
    return list(value)


def codes(filled: Filled) -> list[str]:
    return [one.code for one in filled.findings]


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


def test_rows_that_were_deleted_or_stay_empty_leave_nothing() -> None:
    def delete(root: Element) -> None:
        for control in controls(root, SENT)[1:]:
            row = row_of(control)
            row.getparent().remove(row)  # type: ignore[union-attr]

    assert len(rows(after(delete))) == 1
    assert len(rows(after(lambda _root: None))) == 1


def test_a_row_deleted_with_tracked_changes_is_gone() -> None:
    def delete(root: Element) -> None:
        properties = row_of(controls(root, SENT)[0]).find(f"{W}trPr")
        assert properties is not None
        etree.SubElement(properties, f"{W}del")

    assert after(delete).values["tin_bai"] is None


def test_text_beside_a_control_in_its_cell_is_not_lost() -> None:
    def beside(root: Element) -> None:
        for tag, text in ((SENT, " bài"), (CHANNEL, " và báo tỉnh"), (SPEAKER, " (Trưởng phòng)")):
            cell = next(controls(root, tag)[0].iterancestors(f"{W}tc"))
            paragraph = cell.findall(f".//{W}p")[-1]
            paragraph.append(run(paragraph, text))

    filled = after(beside)
    assert rows(filled)[0] == {
        "kenh": "Website Ngành và báo tỉnh",
        "da_gui": "12 bài",
        "da_dang": "10",
        "phong_su": None,
    }
    assert filled.values["nguoi_phat_ngon"] == "Nguyễn Văn A (Trưởng phòng)"


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


@pytest.mark.parametrize("tag", [SPEAKER, LACKS])
def test_a_control_that_was_copied_with_another_text_is_told_and_the_first_is_read(tag: str) -> None:
    def copy(root: Element) -> None:
        control = controls(root, tag)[0]
        inside = next(control.iterancestors(f"{W}tr"), control)
        twin = deepcopy(inside)
        inside.addnext(twin)
        type_into(controls(root, tag)[1], "Khác hẳn")

    filled = after(copy)
    assert codes(filled) == ["TT602"]
    assert "«Khác hẳn»" in filled.findings[0].message
    assert filled.values[tag.rpartition(".")[2]] == TYPED[tag]


def test_a_control_that_was_copied_with_its_text_changes_nothing() -> None:
    def copy(root: Element) -> None:
        control = controls(root, LACKS)[0]
        control.addnext(deepcopy(control))

    filled = after(copy)
    assert (codes(filled), filled.values["han_che"]) == ([], "Còn ít bài.")


def test_cells_with_the_same_control_are_told_apart_by_their_place() -> None:
    def swap(root: Element) -> None:
        row = row_of(controls(root, SENT)[0])
        cells = row.findall(f"{W}tc")
        for child in list(cells[2]):
            cells[2].remove(child)
        for child in cells[1]:
            cells[2].append(deepcopy(child))
        type_into(controls(cells[2], SENT)[0], "9")

    assert rows(after(swap))[0] == {
        "kenh": "website-nganh",
        "da_gui": "12",
        "da_dang": "9",
        "phong_su": None,
    }


def test_a_column_that_was_deleted_is_told() -> None:
    def delete(root: Element) -> None:
        for row in table_of(controls(root, SENT)[0]).iter(f"{W}tr"):
            cell = row.findall(f"{W}tc")[1]
            row.remove(cell)

    filled = after(delete)
    assert codes(filled) == ["TT603"]
    assert "cột «Đã gửi» của bảng «Tin, bài theo kênh»" in filled.findings[0].message
    assert rows(filled)[0] == {"kenh": "website-nganh", "da_gui": None, "da_dang": "10", "phong_su": None}


def test_a_field_that_was_deleted_is_told() -> None:
    def delete(root: Element) -> None:
        for one in (row_of(controls(root, SPEAKER)[0]), table_of(controls(root, SENT)[0])):
            one.getparent().remove(one)  # type: ignore[union-attr]

    filled = after(delete)
    assert [one.message for one in filled.findings] == [
        "tệp không còn ô «Người phát ngôn»",
        "tệp không còn bảng «Tin, bài theo kênh»",
    ]
    assert filled.values["nguoi_phat_ngon"] is None


def test_a_column_of_their_own_is_told_with_what_stands_in_it() -> None:
    def add(root: Element) -> None:
        for place, row in enumerate(table_of(controls(root, SENT)[0]).iter(f"{W}tr")):
            paragraph = etree.SubElement(etree.SubElement(row, f"{W}tc"), f"{W}p")
            paragraph.append(run(paragraph, "Ghi chú" if place == 0 else f"số {place}"))

    filled = after(add)
    assert codes(filled) == ["TT604"]
    assert "cột «Ghi chú» không thuộc biểu mẫu" in filled.findings[0].message


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


@pytest.mark.parametrize("tag", [SPEAKER, LACKS, SENT, CHANNEL, POSTED])
def test_a_field_whose_control_was_dissolved_is_found_by_its_words(tag: str) -> None:
    def melt(root: Element) -> None:
        dissolve(root, tag)

    filled = after(melt)
    assert filled.values == read(filled_blank(YEAR, TYPED)).values
    assert not filled.findings


def test_a_form_without_any_control_is_still_read() -> None:
    def melt(root: Element) -> None:
        for control in list(root.iter(f"{W}sdt")):
            content = control.find(f"{W}sdtContent")
            parent = control.getparent()
            if content is not None and parent is not None:
                for child in list(content):
                    control.addprevious(child)
                parent.remove(control)

    filled = after(melt)
    assert filled.values == read(filled_blank(YEAR, TYPED)).values
    assert not filled.findings


def test_cells_merged_into_one_keep_their_fields() -> None:
    def merge(root: Element) -> None:
        row = row_of(controls(root, SENT)[0])
        first, second = row.findall(f"{W}tc")[1:3]
        properties = first.find(f"{W}tcPr")
        assert properties is not None
        etree.SubElement(properties, f"{W}gridSpan").set(f"{W}val", "2")
        for child in second.findall(f"{W}p"):
            first.append(child)
        row.remove(second)

    assert rows(after(merge))[0] == {
        "kenh": "website-nganh",
        "da_gui": "12",
        "da_dang": "10",
        "phong_su": None,
    }


def test_a_table_cut_in_two_goes_on() -> None:
    def cut(root: Element) -> None:
        control = controls(root, SENT)[1]
        table = table_of(control)
        twin = root.makeelement(f"{W}tbl")
        twin.append(row_of(control))
        table.addnext(twin)
        table.addnext(root.makeelement(f"{W}p"))
        type_into(controls(twin, SENT)[0], "5")

    assert [row["da_gui"] for row in rows(after(cut)) if isinstance(row, dict)] == ["12", "5"]


def test_controls_around_cells_and_paragraphs_are_looked_through() -> None:
    def wrap(root: Element) -> None:
        cell = next(controls(root, SENT)[0].iterancestors(f"{W}tc"))
        control = root.makeelement(f"{W}sdt")
        etree.SubElement(control, f"{W}sdtPr")
        content = etree.SubElement(control, f"{W}sdtContent")
        cell.addprevious(control)
        content.append(cell)

    assert rows(after(wrap))[0] == rows(read(filled_blank(YEAR, TYPED)))[0]


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


def test_a_field_that_the_form_of_today_does_not_know_stays() -> None:
    def rename(root: Element) -> None:
        for name in root.iter(f"{W}tag"):
            if name.get(f"{W}val") == SPEAKER:
                name.set(f"{W}val", "tt:noi_dung.nguoi_cu")

    filled = after(rename)
    assert filled.values["nguoi_cu"] == "Nguyễn Văn A"


def test_the_identity_is_found_in_the_foot_where_the_properties_are_lost() -> None:
    def strip(root: Element) -> None:
        for one in list(root):
            root.remove(one)

    data = edited(write_docx(request_for(YEAR)), strip, part="docProps/custom.xml")
    filled = read(data)
    assert filled.identity is not None
    assert filled.check == filled.identity.check
    assert filled.identity.unit == "pgd-than-uyen"


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


def melt_all(root: Element) -> None:
    """All controls go, what stood in them stays."""
    for control in list(root.iter(f"{W}sdt")):
        content = control.find(f"{W}sdtContent")
        parent = control.getparent()
        assert content is not None
        assert parent is not None
        for child in list(content):
            control.addprevious(child)
        parent.remove(control)


def test_a_table_that_lost_controls_and_heading_row_goes_by_its_heading_and_places() -> None:
    def strip(root: Element) -> None:
        table = table_of(controls(root, SENT)[0])
        melt_all(root)
        table.remove(table.findall(f"{W}tr")[0])

    filled = after(strip)
    assert rows(filled)[0] == {"kenh": "website-nganh", "da_gui": "12", "da_dang": "10", "phong_su": None}
    assert not filled.findings


def test_a_table_in_the_stead_of_another_is_told() -> None:
    def strip(root: Element) -> None:
        table = table_of(controls(root, SENT)[0])
        melt_all(root)
        for row in table.findall(f"{W}tr"):
            for cell in row.findall(f"{W}tc")[2:]:
                row.remove(cell)
        table.remove(table.findall(f"{W}tr")[0])

    filled = after(strip)
    assert codes(filled) == ["TT604", "TT603"]
    assert filled.values["tin_bai"] is None


def test_a_table_without_its_heading_is_known_by_its_heading_row() -> None:
    def strip(root: Element) -> None:
        table = table_of(controls(root, SENT)[0])
        melt_all(root)
        for paragraph in list(root.iter(f"{W}p")):
            if "".join(one.text or "" for one in paragraph.iter(f"{W}t")) == "3. Tin, bài theo kênh":
                paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]
        assert table.find(f"{W}tr") is not None

    assert rows(after(strip))[0] == rows(read(filled_blank(YEAR, TYPED)))[0]


def test_two_cells_of_a_row_with_one_field_and_two_texts_are_told() -> None:
    def copy(root: Element) -> None:
        table = table_of(controls(root, SENT)[0])
        table.remove(table.findall(f"{W}tr")[0])
        row = row_of(controls(root, SENT)[0])
        for other in list(table.iter(f"{W}tr")):
            if other is not row:
                other.getparent().remove(other)  # type: ignore[union-attr]
        cell = row.findall(f"{W}tc")[1]
        cell.addnext(deepcopy(cell))
        type_into(controls(root, SENT)[1], "99")

    filled = after(copy)
    assert codes(filled) == ["TT602"]
    assert "hàng 1, cột «Đã gửi» ghi hai nội dung khác nhau; không đọc «99»" in filled.findings[0].message
    assert filled.findings[0].ref.path == ("noi_dung", "tin_bai", 0, "da_gui")


def test_a_row_that_the_form_does_not_know_is_told() -> None:
    def add(root: Element) -> None:
        row = row_of(controls(root, SPEAKER)[0])
        twin = root.makeelement(f"{W}tr")
        for text in ("Số điện thoại", "0213"):
            paragraph = etree.SubElement(etree.SubElement(twin, f"{W}tc"), f"{W}p")
            paragraph.append(run(paragraph, text))
        row.addnext(twin)

    filled = after(add)
    assert codes(filled) == ["TT604"]
    assert "«Số điện thoại: 0213»" in filled.findings[0].message


def test_a_form_that_lost_all_identity_is_known_by_its_fields() -> None:
    def empty(root: Element) -> None:
        for one in list(root):
            root.remove(one)

    data = filled_blank(YEAR, TYPED)
    for part in ("docProps/custom.xml", "word/footer1.xml", "word/footer2.xml"):
        data = edited(data, empty, part=part)
    filled = read(data)
    assert (filled.identity, filled.check) == (None, None)
    assert filled.values == read(filled_blank(YEAR, TYPED)).values


def test_breaks_tabs_and_hyphens_of_word_are_signs() -> None:
    def write(root: Element) -> None:
        first = controls(root, LACKS)[0].find(f".//{W}r")
        assert first is not None
        for name in ("br", "tab", "noBreakHyphen", "cr", "softHyphen"):
            etree.SubElement(first, f"{W}{name}")
            first.append(next(run(first, "x").iter(f"{W}t")))
        etree.SubElement(first, f"{W}br").set(f"{W}type", "page")

    assert after(write).values["han_che"] == "Còn ít bài.\nx\tx-x\nxx"


def test_a_control_that_says_nothing_of_itself_is_looked_through() -> None:
    def wrap(root: Element) -> None:
        first = controls(root, LACKS)[0].find(f".//{W}r")
        assert first is not None
        outer = root.makeelement(f"{W}sdt")
        first.addprevious(outer)
        etree.SubElement(outer, f"{W}sdtContent").append(first)
        outer.addnext(root.makeelement(f"{W}sdt"))

    assert after(wrap).values["han_che"] == "Còn ít bài."


def test_a_cell_that_was_copied_out_of_its_table_goes_with_the_text_above_it() -> None:
    def copy(root: Element) -> None:
        control = controls(root, LACKS)[0]
        paragraph = root.makeelement(f"{W}p")
        paragraph.append(deepcopy(controls(root, SENT)[0]))
        control.addnext(paragraph)

    assert after(copy).values["han_che"] == "Còn ít bài.\n12"


def test_a_field_alone_in_its_row_is_read() -> None:
    def narrow(root: Element) -> None:
        row = row_of(controls(root, SPEAKER)[0])
        row.remove(row.findall(f"{W}tc")[0])

    assert after(narrow).values["nguoi_phat_ngon"] == "Nguyễn Văn A"


def test_a_line_that_only_begins_like_a_number_is_none() -> None:
    def rewrite(root: Element) -> None:
        for tag in ("tt:van_ban.so", "tt:van_ban.ky_hieu"):
            control = controls(root, tag)[0]
            control.getparent().remove(control)  # type: ignore[union-attr]
        for text in root.iter(f"{W}t"):
            if (text.text or "").startswith(("Số: ", "/BC-")):
                text.text = "Số văn bản"

    assert after(rewrite).paper == {}


def test_what_libreoffice_writes_twice_is_read_once() -> None:
    def repeat(root: Element) -> None:
        control = controls(root, LACKS)[0]
        paragraph = control.find(f".//{W}p")
        assert paragraph is not None
        melt_all(root)
        for old in paragraph.findall(f"{W}r"):
            paragraph.remove(old)
        for part in ("", "字", " hết"):
            twin = etree.SubElement(paragraph, f"{W}sdt")
            etree.SubElement(etree.SubElement(twin, f"{W}sdtPr"), f"{W}alias").set(f"{W}val", "Hạn chế")
            made = run(paragraph, "Chữ 字 hết")
            if part:
                made.insert(0, next(run(paragraph, part).iter(f"{W}t")))
            etree.SubElement(twin, f"{W}sdtContent").append(made)

    assert after(repeat).values["han_che"] == "Chữ 字 hết"


def test_runs_and_cells_where_they_do_not_belong_are_passed_over() -> None:
    def scatter(root: Element) -> None:
        table = table_of(controls(root, SENT)[0])
        table.addnext(run(root, "lạc"))
        row = row_of(controls(root, SENT)[0])
        row.append(run(root, "lạc"))
        table.append(run(root, "lạc"))
        paragraph = controls(root, LACKS)[0].find(f".//{W}p")
        assert paragraph is not None
        etree.SubElement(paragraph, f"{W}tbl")

    assert after(scatter).values == read(filled_blank(YEAR, TYPED)).values


def test_properties_and_feet_of_others_are_in_nobodys_way() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"

    def other(root: Element) -> None:
        one = deepcopy(root[0])
        one.set("name", "Company")
        root.insert(0, one)
        root.remove(root[1])

    def lost(root: Element) -> None:
        root.insert(0, deepcopy(root[0]))
        root[0].set("Type", kind)
        root[0].set("Target", "footer9.xml")

    data = edited(filled_blank(YEAR, TYPED), other, part="docProps/custom.xml")
    filled = read(edited(data, lost, part="word/_rels/document.xml.rels"))
    assert filled.identity is not None
    assert filled.identity.obligation == YEAR


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
