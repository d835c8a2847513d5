"""Papers that are right, each laid out by another hand; all names are invented."""

# ruff: noqa: E501 - a line of a paper is one line here

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from support.templates.raw_word import (
    FONT,
    LONG,
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
)

STATE, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
PLACE = "Thử Nghiệm, ngày 05 tháng 5 năm 2021"


def head(
    superior: str,
    agency: str,
    number: str,
    *,
    about: str = "",
    date: str = PLACE,
    size: float = 13,
    state: str = STATE,
) -> str:
    """The usual table: names and motto above, number and date below, lines as underscores."""
    left = "".join(line(one, "", size) for one in superior.split("|") if one)
    left += "".join(line(one, "b", size) for one in agency.split("|"))
    left += line(
        "_" * round(len(agency.rsplit("|", maxsplit=1)[-1]) * 0.605 * size * 0.42 / (0.5 * size)), "", size
    )
    right = line(state, "b", size) + line(MOTTO, "b", size + 1) + line("_" * 26, "", 13)
    below = line(number, "", 13)
    if about:
        below += line(about, "", 12, more='<w:spacing w:before="120"/>')
    return table([left, right], [below, line(date, "i", size + 1)], widths=(3800, 5700))


def foot(recipients: list[str], offices: list[str], name: str = "Nguyễn Văn Mẫu") -> str:
    """The usual table: recipients and signature."""
    left = line("Nơi nhận:", "bi", 12, "left") + "".join(line(one, "", 11, "left") for one in recipients)
    right = "".join(line(one, "b") for one in offices) + "<w:p/>" * 4 + line(name, "b")
    return table([left, right])


def titled(kind: str, summary: str) -> str:
    """Type and summary with a line of underscores."""
    return line(kind, "b") + line(summary, "b") + line("_" * round(len(summary) * 0.36), "", 14)


LIST = ["- Các phòng Giáo dục và Đào tạo;", "- Các đơn vị trực thuộc (t/h);", "- Lưu: VT, VP."]


def decision() -> bytes:
    """A decision (Mẫu 1.2) with who decides, grounds, articles, lines in VML."""
    left = line("UBND TỈNH THỬ NGHIỆM", "", 12) + par(
        run("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "b", 12) + vml_line(66), "center"
    )
    right = line(STATE, "b", 12) + par(run(MOTTO, "b", 13) + vml_line(158), "center")
    top = table([left + line("Số: 15/QĐ-SGDĐT", "", 13), right + line(PLACE, "i", 13)])
    text = (
        line("QUYẾT ĐỊNH", "b")
        + par(run("Về việc thành lập Ban Biên tập Website Ngành", "b") + vml_line(120), "center")
        + line("GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO", "b")
        + body("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;", "i")
        + body("Căn cứ Nghị định số 09/2017/NĐ-CP ngày 09 tháng 02 năm 2017 của Chính phủ;", "i")
        + body("Theo đề nghị của Chánh Văn phòng Sở.", "i")
        + line("QUYẾT ĐỊNH:", "b")
        + par(
            run("Điều 1.", "b") + run(f" {LONG}."),
            "both",
            '<w:spacing w:before="120"/><w:ind w:firstLine="567"/>',
        )
        + par(
            run("Điều 2.", "b") + run(f" {LONG}./."),
            "both",
            '<w:spacing w:before="120"/><w:ind w:firstLine="567"/>',
        )
    )
    end = foot(["- Như Điều 2;", "- Lưu: VT, TCCB (02)."], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"])
    return word_file(top + text + end + PLAIN_PAGE)


def letter_with_tabs() -> bytes:
    """A school's letter without any table: head and foot parted by tabs, lines in DrawingML."""
    stops = '<w:tabs><w:tab w:val="center" w:pos="1700"/><w:tab w:val="center" w:pos="6600"/></w:tabs>'
    text = (
        par(
            run("\tSỞ GD&ĐT TỈNH THỬ NGHIỆM", "", 12)
            + run("\t")
            + run("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "b", 12),
            more=stops,
        )
        + par(
            run("\tTRƯỜNG THPT SỐ MỘT\t", "b", 12) + run(MOTTO, "b", 13) + drawn_line(50) + drawn_line(158),
            more=stops,
        )
        + par(run("\tSố: 478/THPTSM-GDTrH-TX&CN\t", "", 13) + run(PLACE, "i", 13), more=stops)
        + line("V/v báo cáo công tác truyền thông", "", 12, "left", '<w:spacing w:before="120"/>')
        + line("Kính gửi: Sở Giáo dục và Đào tạo tỉnh Thử Nghiệm", "", 14)
        + body(
            f"Căn cứ Kế hoạch số 1946/KH-SGDĐT ngày 28/9/2020, Trường THPT số Một báo cáo như sau. {LONG}."
        )
        + body(f"{LONG}./.")
        + par(run("Nơi nhận:", "bi", 12) + run("\t\t\tHIỆU TRƯỞNG", "b"))
        + line("- Như trên;", "", 11, "left")
        + line("- Lưu: VT.", "", 11, "left")
        + par(run("\t\t\tThS. Nguyễn Thị Mẫu", "b"))
    )
    return word_file(text + PLAIN_PAGE)


def submission_with_borders() -> bytes:
    """A submission upwards: three columns above, lines as borders, one addressee, first lines of 1 cm."""
    left = line("UBND HUYỆN THỬ NGHIỆM") + line("PHÒNG GIÁO DỤC\nVÀ ĐÀO TẠO", "b", 13) + border(1000)
    left = left.replace('w:val="28"', 'w:val="26"')
    right = line("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "b", 13) + line(MOTTO, "b") + border(900)
    top = table(
        [left, "<w:p/>", right],
        [
            line("Số:      /TTr-PGDĐT", "", 13),
            "<w:p/>",
            line("Thử Nghiệm, ngày      tháng      năm 2021", "i"),
        ],
    )
    text = titled("TỜ TRÌNH", "Về việc phê duyệt kế hoạch truyền thông") + line(
        "Kính gửi: Ủy ban nhân dân huyện Thử Nghiệm"
    )
    text += "".join(body(f"{LONG}.", indent=567) for _ in range(3)) + body(f"{LONG}./.", indent=567)
    return word_file(top + text + foot(["- Như trên;", "- Lưu: VT, GDTH."], ["TRƯỞNG PHÒNG"]) + PLAIN_PAGE)


_BUILT_IN = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme='minorHAnsi' w:hAnsiTheme='minorHAnsi'/>"
    "<w:sz w:val='22'/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after='160' w:line='259' "
    "w:lineRule='auto'/></w:pPr></w:pPrDefault></w:docDefaults>"
    f"<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/><w:rPr>{FONT}"
    "<w:sz w:val='28'/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='BodyText'><w:name w:val='Body Text'/><w:basedOn w:val='Normal'/>"
    "<w:pPr><w:jc w:val='both'/><w:spacing w:before='60' w:after='60'/><w:ind w:firstLine='709'/></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Heading1'><w:name w:val='heading 1'/><w:basedOn w:val='BodyText'/>"
    "<w:rPr><w:b/><w:color w:val='000000'/></w:rPr></w:style>"
    "<w:style w:type='character' w:styleId='Strong'><w:name w:val='Strong'/><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='ListParagraph'><w:name w:val='List Paragraph'/>"
    "<w:basedOn w:val='Normal'/><w:pPr><w:spacing w:before='120'/><w:ind w:left='720'/><w:contextualSpacing/></w:pPr></w:style>"
)
_BULLETS = (
    "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='-'/>"
    "<w:pPr><w:ind w:left='284' w:hanging='284'/></w:pPr></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/>"
    "</w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>"
)
_DASH = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
_ROMAN = "<w:pStyle w:val='Heading1'/><w:numPr><w:ilvl w:val='0'/><w:numId w:val='2'/></w:numPr>"


def _styled(text: str, style: str = "BodyText", more: str = "") -> str:
    return f"<w:p><w:pPr><w:pStyle w:val='{style}'/>{more}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def report_with_styles() -> bytes:
    """A report by Word's own styles and lists: the look is inherited, dashes and numbers are set by Word."""
    to = "".join(
        f"<w:p><w:pPr>{_DASH}</w:pPr>{run(text)}</w:p>"
        for text in ("Sở Giáo dục và Đào tạo;", "Ủy ban nhân dân huyện Thử Nghiệm.")
    )
    text = titled("BÁO CÁO", "Kết quả công tác truyền thông năm học 2020 - 2021") + line("Kính gửi:") + to
    text += f"<w:p><w:pPr>{_ROMAN}</w:pPr><w:r><w:t>KẾT QUẢ ĐẠT ĐƯỢC</w:t></w:r></w:p>"
    text += "".join(_styled(f"{LONG}.") for _ in range(6))
    text += _styled(f"{LONG}.", "ListParagraph", "<w:jc w:val='both'/>") + _styled(f"{LONG}./.")
    listed = "".join(
        f"<w:p><w:pPr>{_DASH}</w:pPr>{run(text, size=11)}</w:p>" for text in ("Như trên;", "Lưu: VT, VP.")
    )
    left = line("Nơi nhận:", "bi", 12, "left") + listed
    end = table([left, line("TL. GIÁM ĐỐC", "b") + line("CHÁNH VĂN PHÒNG", "b") + line("Lò Văn Mẫu", "b")])
    top = head("UBND TỈNH THỬ NGHIỆM", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: 120/BC-SGDĐT")
    return word_file(top + text + end + NUMBERED, styles=_BUILT_IN, numbering=_BULLETS)


def notice_in_two_tables() -> bytes:
    """A notice whose names and number stand in two tables; the office is signed for by another."""
    both = line("SỞ GIÁO DỤC VÀ ĐÀO TẠO\nTỈNH THỬ NGHIỆM", "", 13) + line(
        "TRƯỜNG PTDTNT\nTHPT SỐ HAI", "b", 13
    )
    one = table(
        [both + line("_" * 6, "", 13), line(STATE, "b", 13) + line(MOTTO, "b") + line("_" * 26, "", 13)]
    )
    two = table([line("Số: 09/TB-DTNT", "", 13), line(PLACE, "i")])
    text = (
        titled("THÔNG BÁO", "Lịch trực công tác truyền thông tháng 5")
        + body(f"{LONG}.")
        + body(f"{LONG}. /.")
    )
    end = foot(
        ["- Các tổ chuyên môn;", "- Lưu: VT, HC."], ["KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"], "TS. Lò Thị Mẫu"
    )
    return word_file(one + "<w:p/>" + two + text + end + PLAIN_PAGE)


def invitation() -> bytes:
    """An invitation (Mẫu 1.7)."""
    text = titled("GIẤY MỜI", "Họp rà soát công tác truyền thông") + body(
        "Sở Giáo dục và Đào tạo trân trọng kính mời: Đồng chí Nguyễn Văn Mẫu"
    )
    text += body("Thời gian: 08 giờ 00 phút, thứ Hai, ngày 03 tháng 5 năm 2021.") + body(f"{LONG}./.")
    top = head("UBND TỈNH THỬ NGHIỆM", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: 12/GM-SGDĐT")
    return word_file(top + text + foot(LIST, ["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG TỔ CHỨC CÁN BỘ"]) + PLAIN_PAGE)


def minutes() -> bytes:
    """Minutes (Mẫu 1.9): no place and date above, two sign, recipients below the signatures."""
    left = (
        line("UBND TỈNH THỬ NGHIỆM", "", 13)
        + line("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "b", 13)
        + line("_" * 11, "", 13)
    )
    right = line(STATE, "b", 13) + line(MOTTO, "b") + line("_" * 26, "", 13)
    top = table([left + line("Số: 03/BB-SGDĐT", "", 13), right])
    text = titled("BIÊN BẢN", "Họp Ban Biên tập Website Ngành") + body("Thời gian bắt đầu: 08 giờ 00 phút.")
    text += body(f"{LONG}./.")
    end = table(
        [
            line("THƯ KÝ", "b") + line("(Chữ ký)", "i", 13) + line("Sùng Thị Mẫu", "b"),
            line("CHỦ TỌA", "b") + line("Nguyễn Văn Mẫu", "b"),
        ],
        [
            line("Nơi nhận:", "bi", 12, "left")
            + line("- Thành viên Ban Biên tập;", "", 11, "left")
            + line("- Lưu: VT, Hồ sơ.", "", 11, "left"),
            "<w:p/>",
        ],
    )
    return word_file(top + text + end + PLAIN_PAGE)


def _annex(number: str, rows: int, *, lies: bool) -> str:
    cells = [
        [line(str(n), "", 10), line(f"Trường Trung học cơ sở số {n}", "", 10, "left")] for n in range(1, rows)
    ]
    size = (
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        if lies
        else '<w:pgSz w:w="11906" w:h="16838"/>'
    )
    side = (
        '<w:pgMar w:top="1701" w:right="1134" w:bottom="1134" w:left="1134"/>'
        if lies
        else '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/>'
    )
    note = line("(Kèm theo Kế hoạch số …/KH-SGDĐT ngày … tháng … năm …", "i") + line(
        "của Sở Giáo dục và Đào tạo)", "i"
    )
    page = f'<w:sectPr>{size}{side}<w:pgNumType w:start="1"/></w:sectPr>'
    content = line(f"Phụ lục {number}", "b") + line("DANH SÁCH CÁC ĐƠN VỊ", "b") + note + table(*cells)
    return content + (page if number == "II" else f"<w:p><w:pPr>{page}</w:pPr></w:p>")


def plan_with_annexes() -> bytes:
    """A plan with a lying annex and an upright one, tables in small type, the page number in a content control."""
    text = titled("KẾ HOẠCH", "Truyền thông năm học 2020 - 2021")
    text += body(
        "Căn cứ Chỉ thị số 10/CT-UBND ngày 11 tháng 9 năm 2020 của Ủy ban nhân dân tỉnh Thử Nghiệm;", "i"
    )
    text += body(
        "Thực hiện Kế hoạch số 180/KH-BGDĐT ngày 20 tháng 3 năm 2020 của Bộ Giáo dục và Đào tạo.", "i"
    )
    text += (
        body("I. MỤC ĐÍCH, YÊU CẦU", "b")
        + body("1. Mục đích", "b")
        + body(f"{LONG} (Phụ lục I, II kèm theo).")
    )
    text += body("a) Nội dung thứ nhất;") + body("đ) Nội dung tiếp theo;") + body("Chi tiết trong bảng sau:")
    text += table(
        [line("TT", "b", 12), line("Nơi nhận", "b", 12)], [line("1", "", 10), line("Các trường", "", 9)]
    )
    text += body(f"{LONG}./.")
    end = foot(LIST, ["GIÁM ĐỐC"]) + f"<w:p><w:pPr>{NUMBERED}</w:pPr></w:p>"
    top = head("UBND TỈNH THỬ NGHIỆM", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: 1946/KH-SGDĐT", size=12)
    header = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Page Numbers (Top of Page)'/></w:docPartObj></w:sdtPr>"
        "<w:sdtContent><w:p><w:pPr><w:jc w:val='center'/></w:pPr>"
        "<w:fldSimple w:instr=' PAGE \\* MERGEFORMAT '><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:sdtContent></w:sdt>"
    )
    return word_file(
        top + text + end + _annex("I", 30, lies=True) + _annex("II", 30, lies=False), header=header
    )


def copy() -> bytes:
    """A paper with the block of a copy below it (Mẫu 3.1)."""
    text = titled("THÔNG BÁO", "Kết luận của Giám đốc Sở") + body(f"{LONG}./.")
    top = head("UBND TỈNH THỬ NGHIỆM", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: 22/TB-SGDĐT")
    copied = table(
        [line("SỞ GD&ĐT TỈNH THỬ NGHIỆM", "", 13) + line("TRƯỜNG THPT SỐ MỘT", "b", 13), line("SAO Y", "b")]
    )
    copied += table([line("Số: 05/SY-THPT", "", 13), line("Thử Nghiệm, ngày 07 tháng 5 năm 2021", "i")])
    both = foot(LIST, ["GIÁM ĐỐC"]) + border(0) + copied + foot(["- Các tổ;", "- Lưu: VT."], ["HIỆU TRƯỞNG"])
    return word_file(top + text + both + PLAIN_PAGE)


def typed_on_a_mac() -> bytes:
    """Decomposed letters, no-break and zero-width spaces, a no-break hyphen."""
    text = titled("BÁO CÁO", "Tình hình dư luận tháng 5") + line("Kính gửi: Sở Giáo dục và Đào tạo")
    text += body(f"{LONG}.") + body(f"{LONG}./.")
    top = head("UBND TỈNH THỬ NGHIỆM", "TRUNG TÂM GIÁO DỤC|THƯỜNG XUYÊN", "Số:\u00a006/BC-TTGDTX")
    top = top.replace(MOTTO, MOTTO.replace("p - T", "p\u00a0-\u00a0T").replace("o - H", "o \u200b- H"))
    text = text.replace("các đơn vị", "các\u00a0đơn\u00a0vị")
    whole = top + text + foot(["- Như\u00a0trên;", "- Lưu: VT, HC."], ["GIÁM ĐỐC"]) + PLAIN_PAGE
    return word_file(unicodedata.normalize("NFD", whole))


def shredded() -> bytes:
    """Each letter a run, marks of spelling between them, tracked changes, content controls, merged cells."""

    def shred(text: str, look: str = "", size: float = 14) -> str:
        return "<w:proofErr w:type='spellStart'/>".join(run(letter, look, size) for letter in text)

    left = (
        par(shred("UBND TỈNH THỬ NGHIỆM", "", 13), "center")
        + par(shred("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "b", 13), "center")
        + line("_" * 11, "", 13)
    )
    right = par(shred(STATE, "b", 13), "center") + par(shred(MOTTO, "b"), "center") + line("_" * 26, "", 13)
    top = table(
        [left, right], [par(shred("Số: 07/BC-SGDĐT", "", 13), "center"), par(shred(PLACE, "i"), "center")]
    )
    text = titled("BÁO CÁO", "Tình hình dư luận tháng 5")
    inserted = f"<w:ins w:id='1' w:author='a'>{run('mới ')}</w:ins><w:del w:id='2'><w:r><w:delText>cũ</w:delText></w:r></w:del>"
    text += par(
        run("Nội dung ") + inserted + run(f"{LONG}."),
        "both",
        '<w:spacing w:before="120"/><w:ind w:firstLine="720"/>',
    )
    text += f"<w:sdt><w:sdtPr/><w:sdtContent>{body(f'{LONG}./.')}</w:sdtContent></w:sdt>"
    text += "<w:p><w:pPr><w:rPr><w:del w:id='3'/></w:rPr></w:pPr></w:p>"
    end = foot(["- Bộ Giáo dục và Đào tạo (b/c);", "- Lưu: VT, VP."], ["Q. GIÁM ĐỐC"])
    end = end.replace(
        "<w:tc>", "<w:sdt><w:sdtContent><w:tc><w:tcPr><w:gridSpan w:val='1'/></w:tcPr>"
    ).replace("</w:tc>", "</w:tc></w:sdtContent></w:sdt>")
    return word_file(top + text + end + PLAIN_PAGE)


def stamped() -> bytes:
    """An urgent letter: a red stamp in a text box, addressees in a table, the page number in a frame."""
    top = head(
        "UBND HUYỆN THỬ NGHIỆM",
        "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",
        "Số: 88/PGDĐT-VP",
        about="V/v triệu tập họp\nkhẩn về công tác truyền thông",
    )
    stamp = text_box(
        par('<w:r><w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr><w:t>KHẨN</w:t></w:r>', "center")
    )
    to = table(
        [
            line("Kính gửi:", "", 14, "right"),
            line("- Các trường tiểu học;", "", 14, "left")
            + line("- Các trường trung học cơ sở.", "", 14, "left"),
        ]
    )
    text = f"<w:p>{stamp}</w:p>{to}" + "".join(body(f"{LONG}.") for _ in range(12)) + body(f"{LONG}./.")
    header = (
        "<w:p><w:pPr><w:framePr w:wrap='around' w:vAnchor='text' w:hAnchor='margin' w:xAlign='center' w:y='1'/></w:pPr>"
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText xml:space='preserve'>PAGE  </w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p><w:p/>"
    )
    return word_file(
        top + text + foot(["- Như trên;", "- Lưu: VT."], ["TRƯỞNG PHÒNG"]) + NUMBERED, header=header
    )


def resolution() -> bytes:
    """A resolution of a collective body, signed on its behalf; grounds below who decides."""
    text = titled("NGHỊ QUYẾT", "Về kế hoạch truyền thông của nhà trường") + line("HỘI ĐỒNG TRƯỜNG", "b")
    text += body("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;", "i") + body(
        "Xét đề nghị của Hiệu trưởng.", "i"
    )
    text += line("QUYẾT NGHỊ:", "b") + body(f"{LONG}./.")
    top = head("TRƯỜNG CAO ĐẲNG THỬ NGHIỆM", "HỘI ĐỒNG TRƯỜNG", "Số: 02/NQ-HĐT")
    return word_file(top + text + foot(LIST, ["TM. HỘI ĐỒNG TRƯỜNG", "CHỦ TỊCH"]) + PLAIN_PAGE)


def regulation() -> bytes:
    """A regulation issued with a decision (Mẫu 1.3): chapters and articles, no number, no date, no recipients."""
    left = (
        line("UBND TỈNH THỬ NGHIỆM", "", 13)
        + line("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "b", 13)
        + line("_" * 11, "", 13)
    )
    top = table([left, line(STATE, "b", 13) + line(MOTTO, "b") + line("_" * 26, "", 13)])
    text = (
        line("QUY CHẾ", "b")
        + line("Phát ngôn và cung cấp thông tin cho báo chí", "b")
        + line("(Kèm theo Quyết định số 566/QĐ-SGDĐT ngày 29 tháng 5 năm 2017)", "i")
        + line("_" * 16)
    )
    text += line("Chương I", "b") + line("QUY ĐỊNH CHUNG", "b") + line("Mục 1", "b") + line("PHẠM VI", "b")
    text += (
        body("Điều 1. Phạm vi điều chỉnh", "b")
        + body(f"1. {LONG}.")
        + body(f"Điều 5 Nghị định này được áp dụng. {LONG}./.")
    )
    return word_file(top + text + PLAIN_PAGE)


def award_form() -> bytes:
    """The report of somebody's merits: a form that other rules lay down; no number, two signatures."""
    left = (
        line("SỞ GD&ĐT TỈNH THỬ NGHIỆM", "", 13) + line("TRƯỜNG THPT SỐ MỘT", "b", 13) + line("_" * 9, "", 13)
    )
    right = line(STATE, "b", 13) + line(MOTTO, "b") + line("_" * 26, "", 13) + line(PLACE, "i")
    text = (
        line("BÁO CÁO THÀNH TÍCH", "b")
        + line("ĐỀ NGHỊ TẶNG GIẤY KHEN", "b")
        + body("I. SƠ LƯỢC LÝ LỊCH", "b")
        + body(f"{LONG}.")
    )
    end = table(
        [
            line("THỦ TRƯỞNG ĐƠN VỊ XÁC NHẬN", "b"),
            line("NGƯỜI BÁO CÁO", "b") + line("(Ký, ghi rõ họ tên)", "i", 13),
        ]
    )
    return word_file(table([left, right]) + text + end + PLAIN_PAGE)


def annex_alone() -> bytes:
    """An annex in a file of its own: no state's name."""
    note = line("(Kèm theo Công văn số 05/SGDĐT-VP ngày 05 tháng 5 năm 2021 của Sở Giáo dục và Đào tạo)", "i")
    rows = [[line(str(n), "", 12), line(f"Trường số {n}", "", 12, "left")] for n in range(1, 60)]
    page = (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/>{PAGE.format("")}<w:titlePg/></w:sectPr>'
    )
    return word_file(line("Phụ lục", "b") + line("DANH SÁCH CÁC ĐƠN VỊ", "b") + note + table(*rows) + page)


def head_in_boxes() -> bytes:
    """The whole head in text boxes, as some old templates have it."""
    right = text_box(line(STATE, "b", 13) + line(MOTTO, "b"))
    text = (
        f"<w:p>{right}{drawn_line(170)}</w:p>"
        + titled("CHƯƠNG TRÌNH", "Tập huấn cộng tác viên")
        + body(f"{LONG}.")
    )
    return word_file(text + PLAIN_PAGE, styles=PLAIN_STYLES)


PAPERS: dict[str, Callable[[], bytes]] = {
    "decision": decision,
    "letter-with-tabs": letter_with_tabs,
    "submission-with-borders": submission_with_borders,
    "report-with-styles": report_with_styles,
    "notice-in-two-tables": notice_in_two_tables,
    "invitation": invitation,
    "minutes": minutes,
    "plan-with-annexes": plan_with_annexes,
    "copy": copy,
    "typed-on-a-mac": typed_on_a_mac,
    "shredded": shredded,
    "stamped": stamped,
    "resolution": resolution,
    "regulation": regulation,
    "award-form": award_form,
    "annex-alone": annex_alone,
    "head-in-boxes": head_in_boxes,
}
