# ruff: noqa: E501 - a line of a paper is one line here
"""Pages, fonts, styles and lists as they are seldom met: in files written by hand."""

from __future__ import annotations

import pytest

from support.papers.notices import CLOSE, FOOT, TITLE, TOP, codes, notice, with_part
from support.papers.right_papers import MOTTO, STATE
from support.templates.raw_word import (
    LONG,
    NAMESPACES,
    NUMBER_IN_HEADER,
    NUMBERED,
    PAGE,
    PLAIN_STYLES,
    body,
    border,
    line,
    par,
    run,
    table,
    text_box,
    word_file,
)
from truyenthong.nd30.paragraphs import read_paper

FIELD = '<w:fldSimple w:instr="PAGE"><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple>'
MIDDLE = '<w:pPr><w:jc w:val="center"/></w:pPr>'
PAGES = "".join(body(f"{LONG}.") for _ in range(15))


def test_the_paper_itself_is_right() -> None:
    assert codes(notice()) == []


LANDSCAPE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"/></w:sectPr>'
HEADERS: dict[str, tuple[str, list[str]]] = {
    "số trang có gạch": (f"<w:p>{MIDDLE}{run('- ')}{FIELD}{run(' -')}</w:p>", ["TT508"]),
    "số trang cỡ 10": (f"<w:p>{MIDDLE}{FIELD.replace('28', '20')}</w:p>", ["TT507"]),
    "số trang nghiêng": (f"<w:p>{MIDDLE}{FIELD.replace('<w:sz', '<w:i/><w:sz')}</w:p>", ["TT507"]),
    "số trang chữ La Mã": (
        f"<w:p>{MIDDLE}{FIELD.replace('PAGE', 'PAGE %sROMAN' % (chr(92) + '* '))}</w:p>",
        ["TT507"],
    ),
    "số trang bên phải": (f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr>{FIELD}</w:p>', ["TT504"]),
    "số trang sau phím tab": (f"<w:p>{run(chr(9))}{FIELD}</w:p>", ["TT504"]),
    "số trang trong khung chữ": (f"<w:p>{text_box(f'<w:p>{FIELD}</w:p>')}</w:p>", []),
    "chỉ tổng số trang": (f"<w:p>{MIDDLE}<w:fldSimple w:instr='NUMPAGES'/></w:p>", ["TT504"]),
}


@pytest.mark.parametrize("name", HEADERS)
def test_page_numbers(name: str) -> None:
    header, expected = HEADERS[name]
    assert codes(notice(PAGES, page=NUMBERED, header=header)) == expected


def test_a_page_number_in_the_footer_or_on_the_first_page() -> None:
    below = f'<w:sectPr><w:footerReference w:type="default" r:id="rIdH"/>{PAGE.format("")}</w:sectPr>'
    assert codes(notice(PAGES, page=below)) == ["TT504"]
    first = f'<w:sectPr><w:headerReference w:type="first" r:id="rIdH"/><w:headerReference w:type="default" r:id="rIdH"/>{PAGE.format("")}<w:titlePg/></w:sectPr>'
    assert codes(notice(PAGES, page=first)) == ["TT505"]
    plain = NUMBERED.replace("<w:titlePg/>", "")
    guarded = NUMBER_IN_HEADER.replace("PAGE", 'IF PAGE > 1 "2" ""')
    assert codes(notice(PAGES, page=plain, header=guarded)) == []
    assert codes(notice(PAGES, page=plain.replace("default", "even"), settings="<w:evenAndOddHeaders/>")) == [
        "TT505"
    ]
    assert codes(notice(PAGES, page=plain.replace("default", "even"))) == ["TT504"]


def test_a_page_break_asks_for_page_numbers() -> None:
    assert codes(notice('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')) == ["TT504"]
    assert codes(notice("<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>")) == ["TT504"]
    assert codes(notice("<w:p><w:r><w:lastRenderedPageBreak/></w:r></w:p>")) == ["TT504"]


def test_a_lying_page_of_text_alone() -> None:
    lying = (
        line(STATE, "b", 13)
        + line(MOTTO, "b")
        + border(3000)
        + line("x" * 300, jc="both", more='<w:ind w:firstLine="720"/>')
    )
    assert codes(word_file(lying + LANDSCAPE)) == ["TT503"]
    assert codes(word_file(table([line("x")]) + LANDSCAPE)) == ["TT529", "TT529"]


def test_the_page_is_not_stated() -> None:
    assert [code for code in codes(word_file(TOP + TITLE + CLOSE + FOOT)) if code in ("TT501", "TT502")] == [
        "TT501",
        "TT502",
    ]


FONTS: dict[str, tuple[str, list[str]]] = {
    "phông Đông Á của chữ Latin": ('<w:rFonts w:eastAsia="MS Mincho" w:hint="eastAsia"/>', ["TT510"]),
    "phông Đông Á không in": ('<w:rFonts w:eastAsia="MS Mincho"/>', ["TT514"]),
    "phông phức tạp": ('<w:rFonts w:cs="Arial"/><w:cs/>', ["TT510"]),
    "phông phức tạp đã tắt": ('<w:rFonts w:cs="Times New Roman"/><w:cs w:val="0"/>', []),
    "phông viết thường": ('<w:rFonts w:ascii="times new roman" w:hAnsi="TimesNewRoman"/>', []),
    "phông theo chủ đề trống": ('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>', []),
}


@pytest.mark.parametrize("name", FONTS)
def test_which_font_prints(name: str) -> None:
    look, expected = FONTS[name]
    text = par(f"<w:r><w:rPr>{look}</w:rPr><w:t>Các đơn vị thực hiện kế hoạch.</w:t></w:r>", "both")
    assert codes(notice(text)) == expected


def test_fonts_of_the_theme() -> None:
    theme = '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:cs/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
    styles = PLAIN_STYLES.replace(
        'w:ascii="Times New Roman" w:hAnsi="Times New Roman"', 'w:asciiTheme="minorHAnsi" w:hAnsiTheme="{}"'
    )
    assert codes(with_part(notice(styles=styles.format("minorHAnsi")), "word/theme.xml", theme)) == []
    found = codes(with_part(notice(styles=styles.format("majorHAnsi")), "word/theme.xml", theme))
    assert found == ["TT510"]


def test_notes_and_stamps_of_time_may_be_small() -> None:
    note = f"<w:footnotes {NAMESPACES}><w:footnote>{line('Chú thích.', '', 10)}</w:footnote></w:footnotes>"
    assert codes(with_part(notice(), "word/footnotes.xml", note)) == []
    red = f"<w:footnotes {NAMESPACES}><w:footnote>{line('Chú thích.').replace('<w:sz', chr(60) + 'w:color w:val=' + chr(34) + 'FF0000' + chr(34) + '/><w:sz')}</w:footnote></w:footnotes>"
    assert codes(with_part(notice(), "word/footnotes.xml", red)) == ["TT511"]
    assert (
        codes(notice(f"<w:p>{text_box(line('12/TB-SGDĐT; 05/5/2021 08:30:15 +07:00', '', 10))}</w:p>")) == []
    )


def test_a_switch_in_two_styles_is_off_again() -> None:
    styles = PLAIN_STYLES + (
        '<w:style w:type="paragraph" w:styleId="Bold"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
    )
    twice = '<w:p><w:pPr><w:pStyle w:val="Bold"/></w:pPr><w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>x</w:t></w:r></w:p>'
    (one,) = read_paper(word_file(twice, styles=styles)).body
    assert not one.is_bold


def test_what_is_not_filled_in_is_a_blank() -> None:
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Nhấn vào đây</w:t></w:r></w:sdtContent></w:sdt>"
    (one,) = read_paper(word_file(f"<w:p>{control}</w:p>")).body
    assert one.text == "…"


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next() -> None:
    deleted = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Các đơn')}</w:p><w:p>{run(' vị')}</w:p>"
    (one,) = read_paper(word_file(deleted)).body
    assert one.text == "Các đơn vị"


LISTS = (
    "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1)'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:numFmt w:val='none'/></w:lvl><w:lvl w:ilvl='2'><w:numFmt w:val='bullet'/><w:lvlText w:val='o'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='9'/></w:num>"
)


def numbered(level: int, number: int = 1) -> str:
    return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>{run("Các đơn vị.")}</w:p>'


def test_labels_that_word_sets() -> None:
    whole = read_paper(
        word_file("".join(numbered(level) for level in range(4)) + numbered(0, 2), numbering=LISTS)
    )
    assert [one.label for one in whole.body] == ["1)", None, "•", None, None]
    assert codes(notice(numbered(0), numbering=LISTS)) == ["TT591"]


def test_a_style_of_a_list_indents_by_itself() -> None:
    styles = (
        PLAIN_STYLES
        + '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="400"/></w:pPr></w:style>'
    )
    given = LISTS.replace(
        "<w:lvlText w:val='%1)'/>", "<w:lvlText w:val='%1)'/><w:pPr><w:ind w:left='900'/></w:pPr>"
    )
    (one,) = read_paper(
        word_file(
            f'<w:p><w:pPr><w:pStyle w:val="L"/></w:pPr>{run("x")}</w:p>', styles=styles, numbering=given
        )
    ).body
    assert (one.label, one.layout.left) == ("1)", 20.0)
