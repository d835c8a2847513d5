# ruff: noqa: E501 - a line of a paper is one line here
"""Faults and layouts that are seldom seen: in files written by hand, part by part."""

from __future__ import annotations

import pytest

from support.papers import Made, right_paper, spot_of, words
from support.raw_word import (
    LONG,
    NAMESPACES,
    NUMBER_IN_HEADER,
    NUMBERED,
    PAGE,
    PLAIN_PAGE,
    PLAIN_STYLES,
    body,
    border,
    drawn_line,
    line,
    par,
    run,
    table,
    text_box,
    vml_line,
    word_file,
    zipped,
)
from support.right_papers import LIST, MOTTO, PLACE, STATE, decision, foot, head, titled
from truyenthong.nd30 import lint_document
from truyenthong.nd30.reading import read_paper
from truyenthong.nd30.recognition import recognise

TOP = head("UBND TỈNH THỬ NGHIỆM", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: 12/TB-SGDĐT")
TITLE = titled("THÔNG BÁO", "Về lịch họp")
CLOSE = body("Các đơn vị thực hiện./.")
FOOT = foot(LIST, ["GIÁM ĐỐC"])
FIELD = '<w:fldSimple w:instr="PAGE"><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple>'
MIDDLE = '<w:pPr><w:jc w:val="center"/></w:pPr>'
PAGES = "".join(body(f"{LONG}.") for _ in range(15))


def paper(
    text: str = "",
    *,
    top: str = TOP + TITLE,
    close: str = CLOSE,
    end: str = FOOT,
    page: str = PLAIN_PAGE,
    **parts: str,
) -> bytes:
    return word_file(top + text + close + end + page, **parts)


def codes(data: bytes) -> list[str]:
    return [one.code for one in lint_document(data, file="a.docx")]


def test_the_paper_itself_is_right() -> None:
    assert codes(paper()) == []


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
    assert codes(paper(PAGES, page=NUMBERED, header=header)) == expected


def test_a_page_number_in_the_footer_or_on_the_first_page() -> None:
    below = f'<w:sectPr><w:footerReference w:type="default" r:id="rIdH"/>{PAGE.format("")}</w:sectPr>'
    assert codes(paper(PAGES, page=below)) == ["TT504"]
    first = f'<w:sectPr><w:headerReference w:type="first" r:id="rIdH"/><w:headerReference w:type="default" r:id="rIdH"/>{PAGE.format("")}<w:titlePg/></w:sectPr>'
    assert codes(paper(PAGES, page=first)) == ["TT505"]
    plain = NUMBERED.replace("<w:titlePg/>", "")
    guarded = NUMBER_IN_HEADER.replace("PAGE", 'IF PAGE > 1 "2" ""')
    assert codes(paper(PAGES, page=plain, header=guarded)) == []
    assert codes(paper(PAGES, page=plain.replace("default", "even"), settings="<w:evenAndOddHeaders/>")) == [
        "TT505"
    ]
    assert codes(paper(PAGES, page=plain.replace("default", "even"))) == ["TT504"]


def test_a_page_break_asks_for_page_numbers() -> None:
    assert codes(paper('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')) == ["TT504"]
    assert codes(paper("<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>")) == ["TT504"]
    assert codes(paper("<w:p><w:r><w:lastRenderedPageBreak/></w:r></w:p>")) == ["TT504"]


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
    assert codes(paper(text)) == expected


def test_fonts_of_the_theme() -> None:
    theme = '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:cs/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
    styles = PLAIN_STYLES.replace(
        'w:ascii="Times New Roman" w:hAnsi="Times New Roman"', 'w:asciiTheme="minorHAnsi" w:hAnsiTheme="{}"'
    )
    assert codes(_with_theme(paper(styles=styles.format("minorHAnsi")), theme)) == []
    found = codes(_with_theme(paper(styles=styles.format("majorHAnsi")), theme))
    assert found == ["TT510"]


def _with_theme(data: bytes, theme: str) -> bytes:
    import io  # noqa: PLC0415
    import zipfile  # noqa: PLC0415

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/theme.xml"] = theme.encode()
    return zipped(parts)


def test_notes_and_stamps_of_time_may_be_small() -> None:
    note = f"<w:footnotes {NAMESPACES}><w:footnote>{line('Chú thích.', '', 10)}</w:footnote></w:footnotes>"
    assert codes(_with_part(paper(), "word/footnotes.xml", note)) == []
    red = f"<w:footnotes {NAMESPACES}><w:footnote>{line('Chú thích.').replace('<w:sz', chr(60) + 'w:color w:val=' + chr(34) + 'FF0000' + chr(34) + '/><w:sz')}</w:footnote></w:footnotes>"
    assert codes(_with_part(paper(), "word/footnotes.xml", red)) == ["TT511"]
    assert (
        codes(paper(f"<w:p>{text_box(line('12/TB-SGDĐT; 05/5/2021 08:30:15 +07:00', '', 10))}</w:p>")) == []
    )


def _with_part(data: bytes, name: str, xml: str) -> bytes:
    import io  # noqa: PLC0415
    import zipfile  # noqa: PLC0415

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    parts[name] = xml.encode()
    return zipped(parts)


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
    assert codes(paper(numbered(0), numbering=LISTS)) == ["TT591"]


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


# Heads


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
    assert codes(paper(top=names + below + TITLE)) == []
    assert codes(word_file(names + below)) == ["TT501", "TT502", "TT539", "TT566"]


def test_the_type_may_stand_in_the_table_of_the_head() -> None:
    top = TOP.replace(
        "</w:tbl>",
        f"<w:tr><w:tc>{line('THÔNG BÁO', 'b')}{line('Về lịch họp', 'b')}{border(1000)}</w:tc></w:tr></w:tbl>",
    )
    assert codes(paper(top=top)) == []
    text = line("THÔNG BÁO", "b") + line("Về lịch họp", "b") + line("_" * 6)
    assert codes(paper(top=TOP.replace("</w:tbl>", f"<w:tr><w:tc>{text}</w:tc></w:tr></w:tbl>"))) == []


def test_a_superior_in_bold_above_its_agency() -> None:
    top = TOP.replace(line("UBND TỈNH THỬ NGHIỆM", "", 13), line("UBND TỈNH THỬ NGHIỆM", "b", 13))
    assert codes(paper(top=top + TITLE)) == ["TT523"]
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
    assert codes(paper(top=top + TITLE)) == ["TT539"]


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
    assert codes(paper(top=top + TITLE)) == expected


def test_underlined_words_and_borders_of_cells_are_lines() -> None:
    def top(agency: str, motto: str) -> str:
        left = line("UBND TỈNH THỬ NGHIỆM", "", 13) + agency
        rows = table(
            [left, line(STATE, "b", 13) + motto], [line("Số: 12/TB-SGDĐT", "", 13), line(PLACE, "i")]
        )
        return rows + TITLE

    part = par(run("SỞ GIÁO DỤC ", "b", 13) + run("VÀ ĐÀO TẠO", "bu", 13), "center")
    whole = line("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "bu", 13)
    assert codes(paper(top=top(part, line(MOTTO, "bu")))) == []
    assert codes(paper(top=top(whole, line(MOTTO, "bu")))) == ["TT538"]
    bordered = top(part, line(MOTTO, "b")).replace(
        "<w:tc>", '<w:tc><w:tcPr><w:tcBorders><w:bottom w:val="single"/></w:tcBorders></w:tcPr>'
    )
    assert codes(paper(top=bordered)) == []


# Text


BODIES: dict[str, tuple[str, list[str]]] = {
    "Điều đứng một mình": (body("Điều 2", "b"), ["TT546"]),
    "Điều in nghiêng": (body("Điều 2. Trách nhiệm", "bi"), ["TT546"]),
    "dẫn Điều": (body("Điều 5, Điều 6 Luật Giáo dục quy định."), []),
    "dẫn Điều của luật": (body("Điều 5 Luật Giáo dục quy định."), []),
    "Chương canh giữa không đậm": (line("Chương I"), ["TT547"]),
    "Chương đúng": (line("Chương I", "b") + line("QUY ĐỊNH CHUNG", "b"), []),
    "Mục đúng": (line("Mục 1", "b") + line("QUY ĐỊNH CHUNG", "b"), []),
    "Phần thứ nhất": (line("Phần thứ nhất", "b"), ["TT547"]),
    "câu bắt đầu bằng Phần": (body("Phần I nêu các việc đã làm."), []),
    "Kính gửi muộn": (
        body("Một.") + body("Hai.") + body("Ba.") + body("Kính gửi: thư này chỉ là ví dụ."),
        [],
    ),
    "dòng kẻ trong bài": (line("-----***-----") + body("Hết phần một."), []),
    "tiêu đề hoa giữa bài": (line("NỘI DUNG CHÍNH", "b"), []),
}


@pytest.mark.parametrize("name", BODIES)
def test_rare_text(name: str) -> None:
    text, expected = BODIES[name]
    assert codes(paper(text)) == expected


def test_no_gap_between_paragraphs_of_one_style() -> None:
    near = '<w:spacing w:before="120"/><w:contextualSpacing/><w:ind w:firstLine="720"/>'
    assert codes(paper(line(f"{LONG}.", jc="both", more=near) * 2)) == ["TT543"]


def test_a_ground_of_the_paper_s_own_words_is_exempt() -> None:
    made: Made = right_paper()
    words("Căn cứ Luật Giáo dục số 43/2019/QH14.")(made["ground 1"])
    assert lint_document(made.bytes(), file="a.docx", exempt=["Luật Giáo dục số 43"]) == ()


def test_capitals_of_a_type_that_the_decree_does_not_know() -> None:
    made: Made = right_paper()
    words("BÁO CÁO THÀNH TÍCH")(made["title"])
    words("ĐỀ NGHỊ TẶNG GIẤY KHEN")(made["summary"])
    assert codes(made.bytes()) == []
    made = right_paper()
    words(f"{'BÁO CÁO ' * 60}")(made["title"])
    assert spot_of(made, "title") == "đoạn 1"
    assert codes(made.bytes()) == []


# Ends


def test_the_signature_above_the_recipients_in_lines() -> None:
    signature = (
        line("KT. GIÁM ĐỐC", "b", jc="right")
        + line("PHÓ GIÁM ĐỐC", "b", jc="right")
        + line("(Đã ký)", "i", jc="right")
        + line("Nguyễn Văn Mẫu", "b", jc="right")
    )
    recipients = line("Nơi nhận:", "bi", 12, "left") + "".join(line(one, "", 11, "left") for one in LIST)
    assert codes(paper(end=signature + recipients)) == []
    assert codes(paper(end=signature.replace("KT.", "TM.") + recipients + line(LONG * 4))) == ["TT571"]
    annex = (
        f"<w:p><w:pPr>{NUMBERED}</w:pPr></w:p>"
        + line("Phụ lục", "b")
        + line("(Kèm theo Thông báo số 12/TB-SGDĐT)", "i")
        + line("Nội dung.", jc="both")
    )
    page = PLAIN_PAGE.replace("</w:sectPr>", '<w:pgNumType w:start="1"/></w:sectPr>')
    assert codes(paper(body("Xem Phụ lục."), end=signature + recipients + annex, page=page)) == []


def test_recipients_in_several_lines_each() -> None:
    listed = ["- Các phòng Giáo dục và Đào tạo,", "các trường trực thuộc;", "- Lưu: VT,", "VP."]
    assert codes(paper(end=foot(listed, ["GIÁM ĐỐC"]))) == []


def test_the_writer_s_sign_below_the_copy_kept() -> None:
    assert codes(paper(end=foot([*LIST, "NVA.(15)"], ["GIÁM ĐỐC"]))) == []


def test_a_date_and_a_line_in_the_signature() -> None:
    offices = line(PLACE, "i") + line("GIÁM ĐỐC", "b") + line("_____") + line("Nguyễn Văn Mẫu", "b")
    left = line("Nơi nhận:", "bi", 12, "left") + "".join(line(one, "", 11, "left") for one in LIST)
    assert codes(paper(end=table([left, offices]))) == []


def test_minutes_and_forms_need_no_recipients() -> None:
    data = paper(
        top=TOP.replace("/TB", "/BB") + titled("BIÊN BẢN", "Họp Ban Biên tập"),
        end=table([line("THƯ KÝ", "b"), line("PHÓ TRƯỞNG BAN", "b")]),
    )
    assert codes(data) == []


def test_annexes_that_nobody_speaks_of() -> None:
    made: Made = right_paper(annexes=1)
    words(f"{LONG}.")(made["body 1"])
    (finding,) = lint_document(made.bytes(), file="a.docx")
    assert (finding.code, finding.ref.spot) == ("TT586", spot_of(made, "annex I"))


def test_an_annex_with_a_title_in_small_letters_and_a_line_of_text() -> None:
    made: Made = right_paper(annexes=1)
    words("Danh sách kèm theo văn bản này, lập ngày 05/5/2021")(made["annex title I"])
    for piece in made["annex title I"].runs:
        piece.bold = False
    assert codes(made.bytes()) == ["TT585"]


def test_a_heading_in_the_text_is_no_annex() -> None:
    assert codes(paper(line("Phụ lục 1", "", jc="left"))) == []


def test_copies() -> None:
    copied = table([line("TRƯỜNG THPT SỐ MỘT", "b", 13), line("Sao y bản chính")])
    assert codes(word_file(TOP + TITLE + CLOSE + FOOT + copied + line("SAO LỤC", "b") + PLAIN_PAGE)) == [
        "TT587"
    ]


def test_a_type_that_comes_with_a_decision() -> None:
    top = TOP.replace("/TB-", "/QĐ-") + titled("QUY CHẾ", "Phát ngôn")
    assert codes(paper(top=top)) == []
    assert codes(paper(top=TOP.replace("/TB-", "/") + titled("THÔNG BÁO", "Về lịch họp"))) == ["TT535"]


def test_a_file_of_nothing() -> None:
    assert codes(word_file(PLAIN_PAGE)) == []
    assert codes(decision()) == []


def test_the_words_of_a_template_are_not_judged() -> None:
    made: Made = right_paper()
    for name in ("superior", "agency", "title", "summary", "ground 1", "recipient 1", "name", "annex II"):
        words("{{ chu }}")(made[name])
    words("Số: {{ so }}")(made["number"])
    words("{{ noi }}, ngày 5 tháng 5 năm 2021")(made["date"])
    words("{% for x in y %}")(made["heading"])
    words("Căn cứ {{ van_ban }}")(made["ground 2"])
    assert codes(made.bytes()) == []


def test_relationships_to_the_outside_are_not_followed() -> None:
    outside = _with_part(
        paper(),
        "word/_rels/document.xml.rels",
        (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="a" TargetMode="External" Type="x/styles" Target="http://127.0.0.1/styles.xml"/></Relationships>'
        ),
    )
    assert codes(outside) == []


def test_offices_far_above_the_recipients_are_not_their_signature() -> None:
    names = "".join(line(f"Nguyễn Văn Mẫu {letter}", jc="left") for letter in "ABCDEFGHIK")
    recipients = line("Nơi nhận:", "bi", 12, "left") + "".join(line(one, "", 11, "left") for one in LIST)
    known = recognise(read_paper(paper(line("GIÁM ĐỐC", jc="left") + names, close="", end=recipients)))
    assert not [one for one in known.all if one.element.name == "POSITION"]
