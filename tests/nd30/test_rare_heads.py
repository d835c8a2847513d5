"""Heads and the lines below them as they are seldom met: in files written by hand."""

from __future__ import annotations

import io
import zipfile

import pytest

from support.papers.notices import CLOSE, TITLE, TOP, codes, notice, with_part
from support.papers.papers import right_paper, words
from support.papers.right_papers import MOTTO, PLACE, STATE, decision
from support.templates.raw_word import (
    PAGE,
    PLAIN_PAGE,
    border,
    drawn_line,
    line,
    par,
    run,
    table,
    vml_line,
    word_file,
)
from truyenthong.nd30.paragraphs import read_paper
from truyenthong.nd30.recognition import recognise

# Heads


@pytest.mark.parametrize("blank", ["\u00ad", "\u200b", "\ufeff", "\u00ad\n\u00ad", "\u2060"])
def test_a_line_of_nothing_seen_below_the_type_is_no_summary(blank: str) -> None:
    """A centred line of which nothing is left once signs without a width are taken out."""
    text = line("BÁO CÁO", "b") + line(blank, "") + line(blank, "b") + line("Về việc học", "b")
    known = recognise(read_paper(word_file(text + PLAIN_PAGE)))
    assert "TITLE" in [one.element.name for one in known.all]


def test_a_head_in_lines_with_the_date_far_below() -> None:
    text = line("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "b", 13) + line(STATE, "b", 13) + line(MOTTO, "b") + border(2000)
    known = recognise(read_paper(word_file(text + table([line("x")]) + PLAIN_PAGE)))
    assert [one.element.name for one in known.all][:3] == ["AGENCY", "STATE_NAME", "MOTTO"]


def test_number_and_date_below_the_table_of_names() -> None:
    names = table(
        [
            line("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "b", 13) + border(1000),
            line(STATE, "b", 13) + line(MOTTO, "b") + border(900),
        ]
    )
    below = line("Số: 12/TB-SGDĐT", "", 13) + line(PLACE, "i", jc="right")
    assert codes(notice(top=names + below + TITLE)) == []
    assert codes(word_file(names + below)) == ["TT501", "TT502", "TT539", "TT566"]


def test_the_type_may_stand_in_the_table_of_the_head() -> None:
    top = TOP.replace(
        "</w:tbl>",
        f"<w:tr><w:tc>{line('THÔNG BÁO', 'b')}{line('Về lịch họp', 'b')}{border(1000)}</w:tc></w:tr></w:tbl>",
    )
    assert codes(notice(top=top)) == []
    text = line("THÔNG BÁO", "b") + line("Về lịch họp", "b") + line("_" * 6)
    assert codes(notice(top=TOP.replace("</w:tbl>", f"<w:tr><w:tc>{text}</w:tc></w:tr></w:tbl>"))) == []


def test_a_superior_in_bold_above_its_agency() -> None:
    top = TOP.replace(line("UBND TỈNH THỬ NGHIỆM", "", 13), line("UBND TỈNH THỬ NGHIỆM", "b", 13))
    assert codes(notice(top=top + TITLE)) == ["TT523"]
    made = right_paper()
    words("BAN CHỈ ĐẠO")(made["superior"])
    for piece in made["superior"].runs:
        piece.bold = True
    words("PHÒNG CHỐNG DỊCH")(made["agency"])
    words("_" * 7)(made["agency line"])
    assert codes(made.bytes()) == []


def test_a_head_without_an_agency() -> None:
    top = table(
        ["<w:p/>", line(STATE, "b", 13) + line(MOTTO, "b") + border(900)],
        [line("Số: 12/TB-SGDĐT", "", 13), line(PLACE, "i")],
    )
    assert codes(notice(top=top + TITLE)) == ["TT539"]


def test_the_state_s_name_may_stand_in_the_page_header() -> None:
    first = f'<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/>{PAGE.format("")}</w:sectPr>'
    data = word_file(
        line("THÔNG BÁO", "b") + line("Về lịch", "b") + border(3000) + CLOSE + first,
        header=line(STATE, "b", 13) + line(MOTTO, "b"),
    )
    assert codes(data) == []


LINES: dict[str, tuple[str, list[str]]] = {
    "nét vẽ quá dài": (drawn_line(170), ["TT538"]),
    "nét vẽ vừa": (drawn_line(70), []),
    "nét VML không rõ dài": ("<w:r><w:pict><v:line from='x' to='y'/></w:pict></w:r>", []),
    "nét VML vừa": (vml_line(70), []),
    "hình chữ nhật dẹt": ("<w:r><w:pict><v:rect style='width:2.5cm;height:0'/></w:pict></w:r>", []),
    "hình vuông không phải nét": (
        "<w:r><w:pict><v:rect style='width:70pt;height:70pt'/></w:pict></w:r>",
        ["TT537"],
    ),
    "ảnh không phải nét": (
        "<w:r><w:pict><v:shape style='width:70pt;height:1pt'><v:imagedata/></v:shape></w:pict></w:r>",
        ["TT537"],
    ),
    "không có gì": ("", ["TT537"]),
}


@pytest.mark.parametrize("name", LINES)
def test_lines_below_the_agency(name: str) -> None:
    stroke, expected = LINES[name]
    left = line("UBND TỈNH THỬ NGHIỆM", "", 13) + par(
        run("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "b", 13) + stroke, "center"
    )
    right = line(STATE, "b", 13) + line(MOTTO, "b") + line("_" * 26, "", 13)
    top = table([left, right], [line("Số: 12/TB-SGDĐT", "", 13), line(PLACE, "i")])
    assert codes(notice(top=top + TITLE)) == expected


def test_underlined_words_and_borders_of_cells_are_lines() -> None:
    def top(agency: str, motto: str) -> str:
        left = line("UBND TỈNH THỬ NGHIỆM", "", 13) + agency
        rows = table(
            [left, line(STATE, "b", 13) + motto], [line("Số: 12/TB-SGDĐT", "", 13), line(PLACE, "i")]
        )
        return rows + TITLE

    part = par(run("SỞ GIÁO DỤC ", "b", 13) + run("VÀ ĐÀO TẠO", "bu", 13), "center")
    whole = line("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "bu", 13)
    assert codes(notice(top=top(part, line(MOTTO, "bu")))) == []
    assert codes(notice(top=top(whole, line(MOTTO, "bu")))) == ["TT538"]
    bordered = top(part, line(MOTTO, "b")).replace(
        "<w:tc>", '<w:tc><w:tcPr><w:tcBorders><w:bottom w:val="single"/></w:tcBorders></w:tcPr>'
    )
    assert codes(notice(top=bordered)) == []


DECIDED = "GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO"


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        (DECIDED, line(DECIDED)),
        (DECIDED, line(DECIDED, "b", 15)),
        (DECIDED, line(DECIDED, "bi")),
        (DECIDED, line(DECIDED, "b", jc="left")),
        ("QUYẾT ĐỊNH:", line("QUYẾT ĐỊNH:")),
        ("QUYẾT ĐỊNH:", line("Quyết định:", "b")),
        ("QUYẾT ĐỊNH:", line("QUYẾT ĐỊNH:", "b", jc="left")),
    ],
)
def test_who_decides_looks_as_in_the_decree_s_samples(told: str, wrong: str) -> None:
    right = line(told, "b")
    with zipfile.ZipFile(io.BytesIO(decision())) as archive:
        document = archive.read("word/document.xml").decode()
    assert right in document
    assert codes(with_part(decision(), "word/document.xml", document.replace(right, wrong, 1))) == ["TT556"]


def test_a_line_is_solid() -> None:
    for solid, broken in (
        (border(900), border(900).replace('"single"', '"dashed"')),
        (
            par(drawn_line(158), "center"),
            par(
                drawn_line(158).replace("</wps:spPr>", '<a:ln><a:prstDash val="dash"/></a:ln></wps:spPr>'),
                "center",
            ),
        ),
        (
            par(vml_line(158), "center"),
            par(
                vml_line(158).replace("/></w:pict>", '><v:stroke dashstyle="dash"/></v:line></w:pict>'),
                "center",
            ),
        ),
    ):
        below = line("_" * 26, "", 13)
        assert TOP.count(below) == 1
        assert codes(notice(top=TOP.replace(below, solid) + TITLE)) == []
        assert broken != solid
        assert codes(notice(top=TOP.replace(below, broken) + TITLE)) == ["TT538"]
