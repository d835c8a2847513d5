"""More right papers by other hands: styles alone, lists of Word, blanks, sizes and margins that are allowed."""

# ruff: noqa: E501 - a line of a paper is one line here

from __future__ import annotations

from collections.abc import Callable

from support.papers.right_papers import LIST, foot, head, titled
from support.templates.raw_word import (
    FONT,
    LONG,
    NUMBERED,
    PLAIN_PAGE,
    body,
    line,
    par,
    run,
    table,
    word_file,
)

_UP, _OWN = "UBND TỈNH THỬ NGHIỆM", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"
_STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme='minorHAnsi' w:hAnsiTheme='minorHAnsi'/><w:sz w:val='26'/></w:rPr></w:rPrDefault></w:docDefaults>"
    f"<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/><w:rPr>{FONT}</w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='H1'><w:name w:val='heading 1'/><w:basedOn w:val='Normal'/><w:pPr><w:spacing w:before='240' w:after='60'/><w:ind w:firstLine='567'/></w:pPr><w:rPr><w:b/><w:caps/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Text'><w:name w:val='NoiDung'/><w:basedOn w:val='Normal'/><w:pPr><w:jc w:val='both'/><w:spacing w:before='60' w:after='60' w:line='312' w:lineRule='auto'/><w:ind w:firstLine='567'/></w:pPr></w:style>"
)
_LISTS = (
    "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='-'/><w:pPr><w:ind w:left='2520' w:hanging='360'/></w:pPr></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/><w:pPr><w:ind w:left='0' w:firstLine='567'/></w:pPr></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>"
)


def _styled(style: str, text: str, look: str = "") -> str:
    marks = "".join(f"<w:{one}/>" for one in look)
    return f"<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:rPr>{marks}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def plan_by_styles() -> bytes:
    """Looks from styles alone, text of size 13; addresses, numbers, prices, an ellipsis."""
    lines = (
        _styled(
            "Text",
            "Thực hiện Kế hoạch số 180/KH-BGDĐT ngày 20 tháng 3 năm 2020 của Bộ Giáo dục và Đào tạo, Sở Giáo dục và Đào tạo xây dựng kế hoạch như sau:",
        ),
        _styled("H1", "I. Mục đích, yêu cầu"),
        _styled("Text", "1. Mục đích", "b"),
        _styled("Text", f"- {LONG}."),
        _styled("Text", f"+ {LONG}, v.v..."),
        _styled("Text", "a) Thời gian: 07 giờ 30 phút, ngày 15/12/2020 (thứ Ba);"),
        _styled(
            "Text",
            "b) Điện thoại 0213.3799.569, thư điện tử vp.sogddt@thunghiem.gov.vn, trang http://sgddt.thunghiem.gov.vn;",
        ),
        _styled("Text", "3. Kinh phí: 12.500.000 đồng; tỷ lệ 12,5%; năm học 2020-2021."),
        _styled("Text", f"{LONG} ... và các nội dung khác."),
        _styled("Text", "Trên đây là Kế hoạch, yêu cầu các đơn vị triển khai thực hiện./."),
    )
    top = head(_UP, _OWN, "Số: 45/KH-SGDĐT", size=12) + titled(
        "KẾ HOẠCH", "Tổ chức Hội thi tuyên truyền viên giỏi"
    )
    return word_file(
        top + "".join(lines) + foot(LIST, ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]) + NUMBERED, styles=_STYLES
    )


def submission() -> bytes:
    """Grounds, one addressee in the middle, a sum in words in slanted letters."""
    text = titled("TỜ TRÌNH", "Về việc phê duyệt kinh phí") + line(
        "Kính gửi: Ủy ban nhân dân tỉnh Thử Nghiệm"
    )
    text += body("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;", "i")
    text += body("Căn cứ Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2021 của Ủy ban nhân dân tỉnh.", "i")
    text += body("1. Tổng kinh phí: 120.000.000 đồng.") + body(
        "(Bằng chữ: Một trăm hai mươi triệu đồng)", "i"
    )
    text += body("Kính trình Ủy ban nhân dân tỉnh xem xét, quyết định./.")
    end = foot(["- Như trên;", "- Sở Tài chính (p/h);", "- Lưu: VT, KHTC."], ["GIÁM ĐỐC"])
    return word_file(head(_UP, _OWN, "Số: 09/TTr-SGDĐT") + text + end + PLAIN_PAGE)


def minutes_of_an_inspection() -> bytes:
    """Minutes with those present in a numbered list, signed by two, no recipients."""
    lines = (
        "Thời gian bắt đầu: 14 giờ 00 phút, ngày 05 tháng 5 năm 2021.",
        "1. Ông Nguyễn Văn A - Chánh Văn phòng, chủ trì;",
        "2. Bà Lò Thị B - Thư ký.",
        f"{LONG}.",
        "Biên bản lập thành 02 bản, có giá trị như nhau, mỗi bên giữ 01 bản./.",
    )
    text = titled("BIÊN BẢN", "Kiểm tra công tác truyền thông") + "".join(body(one) for one in lines)
    end = table(
        [
            line("THƯ KÝ", "b") + "<w:p/>" * 3 + line("Lò Thị B", "b"),
            line("CHỦ TRÌ", "b") + "<w:p/>" * 3 + line("Nguyễn Văn A", "b"),
        ]
    )
    return word_file(head(_UP, _OWN, "Số: 09/BB-SGDĐT") + text + end + PLAIN_PAGE)


def guidance() -> bytes:
    """Size 13, one and a half lines, first lines of 1 cm, margins of 25 and 35 mm, a quotation, a note, a verse."""

    def text13(text: str, look: str = "") -> str:
        more = '<w:spacing w:before="120" w:after="120" w:line="360" w:lineRule="auto"/><w:ind w:firstLine="567"/>'
        return line(text, look, 13, "both", more)

    text = titled("HƯỚNG DẪN", "Viết tin, bài trên Website Ngành") + text13(f"{LONG}:")
    text += text13(
        "“Học tập suốt đời là nhiệm vụ của mỗi người dân, là trách nhiệm của toàn xã hội, của các cấp”.", "i"
    )
    text += text13(
        "Ghi chú: các đơn vị gửi tin, bài trước ngày 25 hằng tháng, kèm ảnh có chú thích rõ ràng.", "i"
    )
    text += line("Mỗi thầy cô là một tấm gương", "i", 13) + text13("I. YÊU CẦU CHUNG", "b")
    text += text13(
        "1. Về nội dung tin, bài gửi đăng trên Website Ngành và gửi Trung tâm Truyền thông của Bộ Giáo dục và Đào tạo",
        "b",
    )
    text += text13(f"{LONG}./.")
    page = NUMBERED.replace('w:left="1701"', 'w:left="1984"').replace('w:top="1134"', 'w:top="1417"')
    end = foot(LIST, ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"])
    return word_file(head(_UP, _OWN, "Số: 19/HD-SGDĐT") + text + end + page)


def letter_by_lists() -> bytes:
    """Addressees and clauses numbered by lists of Word."""

    def listed(text: str, number: int) -> str:
        chosen = (
            f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr><w:spacing w:before="120"/>'
        )
        return par(run(text), "both", chosen)

    text = line("Kính gửi:", jc="left", more='<w:ind w:left="1701"/>')
    text += listed("Phòng Giáo dục và Đào tạo các huyện, thành phố;", 1) + listed("Các đơn vị trực thuộc.", 1)
    text += body(f"Căn cứ Kế hoạch số 12/KH-SGDĐT ngày 20/10/2020, Sở đề nghị các đơn vị như sau: {LONG}.")
    text += listed(f"{LONG}.", 2) + listed("Gửi báo cáo trước ngày 31/5/2021.", 2)
    text += body("Nhận được Công văn này, đề nghị các đơn vị nghiêm túc thực hiện./.")
    about = "V/v hướng dẫn thực hiện công tác truyền thông năm học 2020 - 2021"
    end = foot(
        ["- Như trên;", "- Lãnh đạo Sở (b/c);", "- Lưu: VT, GDTrH (03)."], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]
    )
    top = head(_UP, _OWN, "Số: 120/SGDĐT-GDTrH", about=about)
    return word_file(top + text + end + PLAIN_PAGE, numbering=_LISTS)


def invitation_to_fill_in() -> bytes:
    """Blanks of spaces and dots; signed by a deputy of who signs by order."""
    text = line("Kính gửi: Trường Trung học phổ thông Một", jc="left", more='<w:ind w:firstLine="1701"/>')
    text += body("Sở mời đại diện Nhà trường dự họp vào hồi … giờ … phút, ngày …/…/2021 tại Hội trường Sở.")
    text += body("Thành phần: ......................................") + body(
        "Rất mong Quý trường tham dự./."
    )
    date = "Thử Nghiệm, ngày     tháng     năm 2021"
    top = head(_UP, _OWN, "Số:        /SGDĐT-VP", about="V/v mời dự họp", date=date)
    offices = ["TL. GIÁM ĐỐC", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"]
    return word_file(top + text + foot(["- Như trên;", "- Lưu: VT, VP."], offices) + PLAIN_PAGE)


def decision_with_bold_articles() -> bytes:
    """A decision as the decree's sample lays it out: an article in bold up to a tab at its end."""
    more = '<w:spacing w:before="120"/><w:ind w:firstLine="567"/>'
    first = (
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế phát ngôn và cung cấp thông tin cho báo chí của Sở."
    )
    text = titled("QUYẾT ĐỊNH", "Về việc ban hành Quy chế phát ngôn") + line(
        "GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO", "b"
    )
    text += body("Căn cứ Luật Báo chí ngày 05 tháng 4 năm 2016;", "i")
    text += body("Xét đề nghị của Chánh Văn phòng Sở.", "i") + line("QUYẾT ĐỊNH:", "b")
    text += line(f"{first}\t", "b", 14, "left", more)
    text += par(run("Điều 2. ", "b") + run(f"{LONG}./."), "both", more)
    return word_file(
        head(_UP, _OWN, "Số: 15/QĐ-SGDĐT")
        + text
        + foot(["- Như Điều 2;", "- Lưu: VT, VP."], ["GIÁM ĐỐC"])
        + PLAIN_PAGE
    )


MORE_PAPERS: dict[str, Callable[[], bytes]] = {
    one.__name__: one
    for one in (
        plan_by_styles,
        submission,
        minutes_of_an_inspection,
        guidance,
        letter_by_lists,
        invitation_to_fill_in,
        decision_with_bold_articles,
    )
}
