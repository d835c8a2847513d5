"""A Word form is read as a person sees it: what is struck out or hidden is told, never part of a number."""

from __future__ import annotations

import pytest
from lxml import etree

from support.forms.edited_forms import LACKS, SENT, TYPED, YEAR, after, codes, rows
from support.forms.word_forms import controls, edited, filled_blank, read, replaced
from truyenthong.forms.filled import Filled
from truyenthong.intake.appendix_table import read_tables
from truyenthong.ooxml.xml import Element, P, R, W

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = "word/styles.xml"
HIDDEN = [
    "<w:strike/>",
    '<w:dstrike w:val="1"/>',
    '<w:vanish w:val="true"/>',
    '<w:color w:val="FFFFFF"/>',
    '<w:color w:val="ffffff" w:themeColor="background1"/><w:shd w:val="clear" w:fill="FFFFFF"/>',
    '<w:sz w:val="2"/>',
    '<w:rStyle w:val="DaBo"/>',
]
SHOWN = [
    '<w:strike w:val="0"/>',
    '<w:vanish w:val="false"/>',
    '<w:color w:val="FF0000"/>',
    '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>',
    '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F4E79"/>',
    '<w:rStyle w:val="DaBo"/><w:strike w:val="0"/>',
    '<w:position w:val="2"/>',
]


def piece(text: str, looks: str = "") -> Element:
    return etree.fromstring(
        f'<w:r {NAMESPACE}><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def with_style(data: bytes) -> bytes:
    """The file with a character style «DaBo», based on one that strikes out."""
    more = (
        '<w:style w:type="character" w:styleId="Gach"><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="DaBo"><w:basedOn w:val="Gach"/></w:style>'
    )
    return replaced(data, "</w:styles>", f"{more}</w:styles>", part=STYLES)


def number_of(*runs: Element) -> Filled:
    """The form with these runs as the number in the first row of the table."""

    def change(root: Element) -> None:
        put(controls(root, SENT)[0], *runs)

    return read(edited(with_style(filled_blank(YEAR, TYPED)), change))


def put(control: Element, *runs: Element) -> None:
    first = next(control.iter(R))
    for one in reversed(runs):
        first.addnext(one)
    parent = first.getparent()
    assert parent is not None
    parent.remove(first)


def sent(filled: Filled) -> object:
    row = rows(filled)[0]
    assert isinstance(row, dict)
    return row["da_gui"]


@pytest.mark.parametrize("looks", HIDDEN)
def test_what_a_person_does_not_see_is_not_read_but_told(looks: str) -> None:
    filled = number_of(piece("9", looks), piece("3"))
    assert (sent(filled), codes(filled)) == ("3", ["TT666"])
    assert "«9»" in filled.findings[0].message
    assert filled.findings[0].ref.spot == "bảng «Tin, bài theo kênh», hàng 1, cột «Đã gửi»"
    assert filled.findings[0].ref.path == ("noi_dung", "tin_bai", 0, "da_gui")


@pytest.mark.parametrize("looks", SHOWN)
def test_what_a_person_sees_is_read(looks: str) -> None:
    filled = number_of(piece("9", looks), piece("3"))
    assert (sent(filled), codes(filled)) == ("93", [])


@pytest.mark.parametrize(
    ("looks", "read_as"),
    [
        ('<w:vertAlign w:val="superscript"/>', "3¹"),
        ('<w:vertAlign w:val="subscript"/>', "3₁"),
        ('<w:position w:val="8"/>', "3¹"),
        ('<w:position w:val="-8"/>', "3₁"),
        ('<w:vertAlign w:val="baseline"/>', "31"),
    ],
)
def test_a_mark_above_the_line_is_no_digit_of_the_number(looks: str, read_as: str) -> None:
    assert sent(number_of(piece("3"), piece("1", looks))) == read_as


def test_a_number_wholly_struck_out_is_no_number() -> None:
    filled = number_of(piece("93", "<w:strike/>"))
    assert (sent(filled), codes(filled)) == (None, ["TT666"])


def test_raised_figures_of_a_text_stay_raised() -> None:
    def change(root: Element) -> None:
        put(controls(root, LACKS)[0], piece("Rộng 12 m"), piece("2", '<w:vertAlign w:val="superscript"/>'))

    assert after(change).values["han_che"] == "Rộng 12 m²"


def test_white_letters_in_a_dark_cell_are_seen() -> None:
    def change(root: Element) -> None:
        control = controls(root, SENT)[0]
        put(control, piece("93", '<w:color w:val="FFFFFF"/>'))
        cell = next(control.iter(f"{W}tc"), None)
        cell = cell if cell is not None else next(control.iterancestors(f"{W}tc"))
        looks = cell.find(f"{W}tcPr")
        if looks is None:
            looks = etree.SubElement(cell, f"{W}tcPr")
            cell.insert(0, looks)
        etree.SubElement(looks, f"{W}shd", {f"{W}val": "clear", f"{W}fill": "1F4E79"})

    filled = read(edited(filled_blank(YEAR, TYPED), change))
    assert (sent(filled), codes(filled)) == ("93", [])


def field(*inside: str) -> list[Element]:
    """Runs with the marks of fields (``begin``, ``separate``, ``end``) and texts between them."""
    marks = {"begin", "separate", "end"}
    made = [f'<w:fldChar w:fldCharType="{one}"/>' if one in marks else f"<w:t>{one}</w:t>" for one in inside]
    return [etree.fromstring(f"<w:r {NAMESPACE}>{one}</w:r>") for one in made]


def test_the_code_of_a_field_is_not_read() -> None:
    runs = field("begin", "begin", "separate", "7", "end", "separate", "93", "end", "1")
    assert sent(number_of(*runs)) == "931"


def test_a_deleted_cell_is_not_read() -> None:
    def change(root: Element) -> None:
        control = controls(root, SENT)[0]
        cell = next(control.iter(f"{W}tc"), None)
        cell = cell if cell is not None else next(control.iterancestors(f"{W}tc"))
        looks = cell.find(f"{W}tcPr")
        if looks is None:
            looks = etree.Element(f"{W}tcPr")
            cell.insert(0, looks)
        etree.SubElement(looks, f"{W}cellDel")

    assert sent(after(change)) is None


def test_tables_of_the_appendix_are_read_the_same_way() -> None:
    def change(root: Element) -> None:
        return put(controls(root, SENT)[0], piece("9", "<w:strike/>"), piece("3"))

    grids = read_tables(edited(filled_blank(YEAR, TYPED), change))
    texts = {text for grid in grids for row in grid.rows for text in row}
    assert "3" in texts
    assert "93" not in texts


def test_paragraphs_that_are_hidden_are_told_too() -> None:
    def change(root: Element) -> None:
        control = controls(root, LACKS)[0]
        paragraph = next(control.iter(P), None)
        paragraph = paragraph if paragraph is not None else next(control.iterancestors(P))
        hidden = etree.fromstring(f"<w:p {NAMESPACE}/>")
        hidden.append(piece("Bí mật", "<w:vanish/>"))
        paragraph.addnext(hidden)

    filled = after(change)
    assert filled.values["han_che"] == "Còn ít bài."
    assert codes(filled) == ["TT666"]
