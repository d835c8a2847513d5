"""Word forms that lost controls, columns, headings or identity, or hold them twice: read as far as may be."""

from __future__ import annotations

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
    melt_all,
    row_of,
    rows,
    table_of,
)
from support.forms.word_forms import controls, edited, filled_blank, read, request_for, run, type_into
from truyenthong.forms.word import write_docx
from truyenthong.ooxml.xml import Element, W


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
