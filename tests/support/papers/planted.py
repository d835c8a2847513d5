"""Faults to plant in a right paper: each with its code, its place and what it does to the paper."""

from __future__ import annotations

from collections.abc import Callable

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.text.paragraph import Paragraph

from support.papers.papers import LONG, Made, font, left, lie, red, size, slanted, thick, thin, upright, words

Spoil = Callable[[Made], None]
WHOLE = "cả văn bản"


def at(name: str, *spoils: Callable[[Paragraph], None]) -> tuple[str, Spoil]:
    """A fault in one element."""

    def spoil(made: Made) -> None:
        for one in spoils:
            one(made[name])

    return name, spoil


def spacing(before: float | None = None, line: float | None = None) -> Callable[[Paragraph], None]:
    def spoil(paragraph: Paragraph) -> None:
        if before is not None:
            paragraph.paragraph_format.space_before = Pt(before)
        if line is not None:
            paragraph.paragraph_format.line_spacing = line

    return spoil


def exactly(points: float) -> Callable[[Paragraph], None]:
    def spoil(paragraph: Paragraph) -> None:
        paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        paragraph.paragraph_format.line_spacing = Pt(points)

    return spoil


def indent(centimetres: float) -> Callable[[Paragraph], None]:
    def spoil(paragraph: Paragraph) -> None:
        paragraph.paragraph_format.first_line_indent = Cm(centimetres)

    return spoil


def drop(paragraph: Paragraph) -> None:
    parent = paragraph._p.getparent()
    assert parent is not None
    parent.remove(paragraph._p)


def more(text: str) -> Callable[[Paragraph], None]:
    """The same words with others behind them."""
    return lambda paragraph: words(f"{paragraph.text.removesuffix('.')} {text}")(paragraph)


def swap(old: str, new: str) -> Callable[[Paragraph], None]:
    def spoil(paragraph: Paragraph) -> None:
        assert old in paragraph.text
        words(paragraph.text.replace(old, new))(paragraph)

    return spoil


def more_signs(sign: str) -> Callable[[Paragraph], None]:
    return lambda paragraph: words(f"{paragraph.text}{sign}")(paragraph)


def upper(paragraph: Paragraph) -> None:
    words(paragraph.text.upper())(paragraph)


def centred(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def right(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def numbered(paragraph: Paragraph) -> None:
    """The page's number as Word saves it beside the field."""
    paragraph.add_run("2").font.name = "Times New Roman"
    size(14)(paragraph)


REPORT: dict[str, tuple[str, tuple[str, Spoil]]] = {
    "Quốc hiệu không đậm": ("TT520", at("state", thin)),
    "Quốc hiệu cỡ 14": ("TT520", at("state", size(14))),
    "Quốc hiệu in nghiêng": ("TT520", at("state", slanted)),
    "Quốc hiệu in thường": ("TT520", at("state", words("Cộng hòa xã hội chủ nghĩa Việt Nam"))),
    "Quốc hiệu gõ sai chữ": ("TT520", at("state", words("CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM"))),
    "Tiêu ngữ cỡ 12": ("TT521", at("motto", size(12))),
    "Tiêu ngữ in nghiêng": ("TT521", at("motto", slanted)),
    "Tiêu ngữ in hoa": ("TT521", at("motto", words("ĐỘC LẬP - TỰ DO - HẠNH PHÚC"))),
    "Tiêu ngữ canh trái": ("TT521", at("motto", left)),
    "Tiêu ngữ dùng gạch dài": ("TT522", at("motto", words("Độc lập – Tự do – Hạnh phúc"))),
    "Tiêu ngữ viết hoa mọi chữ": ("TT522", at("motto", words("Độc Lập - Tự Do - Hạnh Phúc"))),
    "Tiêu ngữ không cách chữ": ("TT522", at("motto", words("Độc lập-Tự do-Hạnh phúc"))),
    "Cơ quan chủ quản in đậm": ("TT523", at("superior", thick)),
    "Cơ quan chủ quản in thường": ("TT523", at("superior", words("UBND tỉnh Thử Nghiệm"))),
    "Tên cơ quan không đậm": ("TT524", at("agency", thin)),
    "Tên cơ quan in thường": ("TT524", at("agency", words("Sở Giáo dục và Đào tạo"))),
    "Tên cơ quan cỡ 15": ("TT524", at("agency", size(15))),
    "Số một chữ số": ("TT525", at("number", words("Số: 5/BC-SGDĐT"))),
    "Số thiếu hai chấm": ("TT525", at("number", words("Số 05/BC-SGDĐT"))),
    "Ký hiệu cách chữ": ("TT525", at("number", words("Số: 05/BC - SGDĐT"))),
    "Ký hiệu dùng gạch dài": ("TT525", at("number", words("Số: 05/BC–SGDĐT"))),
    "Số thiếu gạch chéo": ("TT525", at("number", words("Số: 05-BC-SGDĐT"))),
    "SỐ viết hoa": ("TT525", at("number", words("SỐ: 05/BC-SGDĐT"))),
    "Ký hiệu in thường": ("TT525", at("number", words("Số: 05/bc-sgdđt"))),
    "Ký hiệu in đậm": ("TT526", at("number", thick)),
    "Ký hiệu cỡ 14": ("TT526", at("number", size(14))),
    "Ký hiệu của loại khác": ("TT535", at("number", words("Số: 05/KH-SGDĐT"))),
    "Ngày một chữ số": ("TT527", at("date", words("Thử Nghiệm, ngày 5 tháng 5 năm 2021"))),
    "Tháng thừa số 0": ("TT527", at("date", words("Thử Nghiệm, ngày 05 tháng 05 năm 2021"))),
    "Tháng 1 thiếu số 0": ("TT527", at("date", words("Thử Nghiệm, ngày 05 tháng 1 năm 2021"))),
    "Địa danh thiếu dấu phẩy": ("TT527", at("date", words("Thử Nghiệm ngày 05 tháng 5 năm 2021"))),
    "Địa danh viết thường": ("TT527", at("date", words("thử nghiệm, ngày 05 tháng 5 năm 2021"))),
    "Ngày viết hoa": ("TT527", at("date", words("Thử Nghiệm, Ngày 05 tháng 5 năm 2021"))),
    "Ngày viết tắt": ("TT527", at("date", words("Thử Nghiệm, 05/5/2021"))),
    "Ngày không có trong lịch": ("TT527", at("date", words("Thử Nghiệm, ngày 31 tháng 4 năm 2021"))),
    "Năm hai chữ số": ("TT527", at("date", words("Thử Nghiệm, ngày 05 tháng 5 năm 21"))),
    "Thành phố viết tắt": ("TT527", at("date", words("TP. Hồ Chí Minh, ngày 05 tháng 5 năm 2021"))),
    "Ngày tháng kiểu đứng": ("TT528", at("date", upright)),
    "Tên loại không đậm": ("TT530", at("title", thin)),
    "Tên loại canh trái": ("TT530", at("title", left)),
    "Tên loại in thường": ("TT530", at("title", words("Báo cáo"))),
    "Tên loại cỡ 16": ("TT530", at("title", size(16))),
    "Trích yếu in nghiêng": ("TT531", at("summary", slanted)),
    "Trích yếu không đậm": ("TT531", at("summary", thin)),
    "Trích yếu in hoa": ("TT531", at("summary", words("KẾT QUẢ CÔNG TÁC TRUYỀN THÔNG"))),
    "Tên loại liền trích yếu": ("TT536", at("title", words("BÁO CÁO KẾT QUẢ CÔNG TÁC TRUYỀN THÔNG"))),
    "Đường kẻ Tiêu ngữ không liền": ("TT538", at("motto line", words("------***------"))),
    "Đường kẻ Tiêu ngữ ngắn": ("TT538", at("motto line", words("_" * 8))),
    "Đường kẻ cơ quan dài": ("TT538", at("agency line", words("_" * 28))),
    "Căn cứ kiểu đứng": ("TT533", at("ground 1", upright)),
    "Căn cứ chấm giữa chừng": (
        "TT534",
        at("ground 1", words("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019.")),
    ),
    "Căn cứ cuối chấm phẩy": ("TT534", at("ground 2", swap("Đào tạo.", "Đào tạo;"))),
    "Căn cứ không ngày": ("TT557", at("ground 2", swap(" ngày 20/3/2020", ""))),
    "Căn cứ ghi số của Luật": ("TT558", at("ground 1", swap("dục ngày", "dục số 43/2019/QH14 ngày"))),
    "Lời văn cỡ 12": ("TT540", at("body 1", size(12))),
    "Lời văn cỡ 15": ("TT540", at("body 1", size(15))),
    "Lời văn canh trái": ("TT541", at("body 1", left)),
    "Lời văn không lùi": ("TT542", at("body 1", indent(0))),
    "Lời văn lùi 2 cm": ("TT542", at("body 1", indent(2))),
    "Đoạn cách 3 pt": ("TT543", at("body 2", spacing(before=3))),
    "Dòng cách đôi": ("TT544", at("body 1", spacing(line=2))),
    "Dòng cách 0,8": ("TT544", at("body 1", spacing(line=0.8))),
    "Dòng cách đúng 30 pt": ("TT544", at("body 1", exactly(30))),
    "Điều có dấu hai chấm": ("TT546", at("heading", words("Điều 1: Kết quả"))),
    "Điều không đậm": ("TT546", at("heading", thin, words("Điều 1. Kết quả"))),
    "Điều số La Mã": ("TT546", at("heading", words("Điều II. Kết quả"))),
    "Chương số Ả Rập": ("TT547", at("heading", words("Chương 1"))),
    "Chương liền tiêu đề": ("TT547", at("heading", words("Chương I. QUY ĐỊNH CHUNG"))),
    "PHẦN in hoa": ("TT547", at("heading", words("PHẦN I"))),
    "Chương canh trái": ("TT547", at("heading", words("Chương I"))),
    "Mục số La Mã": ("TT547", at("heading", words("Mục II"))),
    "Tiêu đề mục in thường": ("TT548", at("heading", words("I. Kết quả đạt được"))),
    "Tiêu đề mục không đậm": ("TT548", at("heading", thin, words("I. KẾT QUẢ ĐẠT ĐƯỢC"))),
    "Tiêu đề mục in nghiêng": ("TT548", at("heading", slanted, words("I. KẾT QUẢ ĐẠT ĐƯỢC"))),
    "Điểm f)": ("TT549", at("heading", thin, words("f) Nội dung khác;"))),
    "Phông Calibri": ("TT510", at("body 1", font("Calibri"))),
    "Phông .VnTime": ("TT510", at("heading", font(".VnTime"))),
    "Chữ đỏ": ("TT511", at("body 1", red)),
    "Chữ cỡ 9": ("TT512", at("heading", size(9))),
    "Khoản 1)": ("TT591", at("heading", words("1) Kết quả đạt được"))),
    "Mục I/": ("TT591", at("heading", words("I/ Kết quả đạt được"))),
    "Điểm a.": ("TT591", at("heading", thin, words("a. Kết quả đạt được"))),
    "Ngày thừa số 0": ("TT590", at("body 2", swap("03/5/2021", "03/05/2021"))),
    "Tháng thừa số 0 trong lời văn": ("TT590", at("body 2", swap("03/5/2021", "03 tháng 05 năm 2021"))),
    "Ngày thiếu số 0": ("TT594", at("body 2", swap("03/5/2021", "3/5/2021"))),
    "Không có ./.": ("TT592", at("body 2", swap("./.", "."))),
    "Thủ tướng chính phủ": ("TT593", at("body 1", more("theo chỉ đạo của Thủ tướng chính phủ."))),
    "Tỉnh viết hoa": ("TT593", at("body 1", more("trên địa bàn Tỉnh Thử Nghiệm."))),
    "điều viết thường": ("TT593", at("body 1", more("theo khoản 2 điều 5 của Quy chế."))),
    "Khoản viết hoa": ("TT593", at("body 1", more("theo Khoản 2 Điều 5 của Quy chế."))),
    "Tết nguyên đán": ("TT593", at("body 1", more("trong dịp Tết nguyên đán."))),
    "Nơi nhận cỡ 14": ("TT560", at("recipients", size(14))),
    "Nơi nhận kiểu đứng": ("TT560", at("recipients", upright)),
    "Nơi nhận thiếu hai chấm": ("TT560", at("recipients", words("Nơi nhận"))),
    "Danh sách nơi nhận cỡ 13": ("TT561", at("recipient 1", size(13))),
    "Nơi nhận thiếu gạch đầu dòng": ("TT562", at("recipient 1", words("Các trường học;"))),
    "Nơi nhận thiếu chấm phẩy": ("TT562", at("recipient 1", words("- Các trường học."))),
    "Lưu thiếu hai chấm": ("TT563", at("recipient 2", words("- Lưu VT, VP."))),
    "Lưu thiếu chấm": ("TT563", at("recipient 2", words("- Lưu: VT, VP"))),
    "Lưu thiếu VT": ("TT563", at("recipient 2", words("- Lưu: VP."))),
    "Như trên không có Kính gửi": ("TT565", at("recipient 1", words("- Như trên;"))),
    "Chức vụ không đậm": ("TT570", at("position 1", thin)),
    "Chức vụ in thường": ("TT570", at("position 2", words("Phó Giám đốc"))),
    "TM. GIÁM ĐỐC": ("TT571", at("position 1", words("TM. GIÁM ĐỐC"))),
    "TM. BAN GIÁM HIỆU": ("TT571", at("position 1", words("TM. BAN GIÁM HIỆU"))),
    "Học vị trước tên": ("TT572", at("name", words("ThS. Nguyễn Văn Mẫu"))),
    "Họ tên không đậm": ("TT573", at("name", thin)),
    "Họ tên in hoa": ("TT573", at("name", words("NGUYỄN VĂN MẪU"))),
    "Họ tên canh trái": ("TT573", at("name", left)),
    "KT. mà không phải cấp phó": ("TT574", at("position 1", words("KT. TRƯỞNG BAN"))),
    "K/T": ("TT576", at("position 1", words("K/T GIÁM ĐỐC"))),
    "KT không chấm": ("TT576", at("position 1", words("KT GIÁM ĐỐC"))),
    "Phụ lục cỡ 13": ("TT580", at("annex I", size(13))),
    "PHỤ LỤC in hoa": ("TT580", at("annex I", words("PHỤ LỤC I"))),
    "Phụ lục số 2": ("TT581", at("annex II", words("Phụ lục 2"))),
    "Tên phụ lục in thường": ("TT582", at("annex title I", words("Danh sách các đơn vị"))),
    "Tên phụ lục không đậm": ("TT582", at("annex title I", thin)),
    "Kèm theo kiểu đứng": ("TT583", at("annex note I", upright)),
    "Phụ lục nhảy số": ("TT584", at("annex II", words("Phụ lục III"))),
    "Số trang canh trái": ("TT504", at("page", left)),
    "Quốc hiệu có dấu chấm": ("TT520", at("state", more_signs("."))),
    "Tiêu ngữ cách dòng 1,5": ("TT521", at("motto", spacing(line=1.5))),
    "Tên cơ quan cách dòng đôi": ("TT524", at("agency", spacing(line=2))),
    "Ngày tháng có dấu chấm": ("TT527", at("date", more_signs("."))),
    "Căn cứ in hoa": ("TT533", at("ground 1", words("CĂN CỨ LUẬT GIÁO DỤC NGÀY 14 THÁNG 6 NĂM 2019;"))),
    "Lời văn canh giữa": ("TT541", at("body 1", centred)),
    "Lời văn canh phải": ("TT541", at("body 1", right)),
    "Điều không lùi": ("TT542", at("heading", words("Điều 1. Kết quả"), indent(0))),
    "ĐIỀU in hoa": ("TT546", at("heading", words("ĐIỀU 1. Kết quả"))),
    "Chương in nghiêng": ("TT547", at("heading", words("Chương I"), slanted, centred)),
    "Lời văn in đậm": ("TT595", at("body 1", thick)),
    "Lời văn in hoa": ("TT595", at("body 1", upper)),
    "Khoản in đậm cả lời văn": (
        "TT595",
        at("body 1", words(f"1. {LONG}; {LONG} (Phụ lục kèm theo)."), thick),
    ),
    "Khoản in nghiêng": ("TT596", at("heading", slanted)),
    "Điểm in nghiêng": ("TT596", at("heading", words("a) Kết quả;"), thin, slanted)),
    "Hai dấu cách": ("TT598", at("body 1", swap("năm học, ", "năm học,  "))),
    "Hai dấu cách trong tên cơ quan": ("TT598", at("agency", swap("SỞ GIÁO", "SỞ  GIÁO"))),
    "Dấu cách trước dấu phẩy": ("TT598", at("body 1", swap("năm học,", "năm học ,"))),
    "Dấu cách trước ./.": ("TT598", at("body 2", swap("./.", " ./."))),
    "Thiếu dấu cách sau dấu phẩy": ("TT598", at("body 1", swap("giao, bám", "giao,bám"))),
    "Thiếu dấu cách sau dấu chấm": ("TT598", at("body 1", swap("giao, bám", "giao.Bám sát"))),
    "Thiếu dấu cách sau số mục": ("TT598", at("heading", words("1.Kết quả"))),
    "Dấu cách trong ngoặc": ("TT598", at("body 1", swap("(chi tiết", "( chi tiết"))),
    "Dấu cách trước hai chấm ở dòng Lưu": ("TT598", at("recipient 2", words("- Lưu : VT, VP."))),
    "Nơi nhận canh giữa": ("TT560", at("recipients", centred)),
    "Nơi nhận canh phải": ("TT560", at("recipients", right)),
    "Danh sách nơi nhận canh giữa": ("TT561", at("recipient 1", centred)),
    "Danh sách nơi nhận thụt vào": ("TT561", at("recipient 1", indent(1.5))),
    "Danh sách nơi nhận in đậm": ("TT561", at("recipient 1", thick)),
    "Nơi nhận in hoa": ("TT560", at("recipients", words("NƠI NHẬN:"))),
    "Nơi nhận dùng dấu cộng": ("TT562", at("recipient 1", words("+ Các trường học;"))),
    "KT. liền chữ": ("TT576", at("position 1", words("KT.GIÁM ĐỐC"))),
    "K.T": ("TT576", at("position 1", words("K.T GIÁM ĐỐC"))),
    "P. GIÁM ĐỐC": ("TT576", at("position 2", words("P. GIÁM ĐỐC"))),
    "Kỹ sư trước tên": ("TT572", at("name", words("Kỹ sư Nguyễn Văn Mẫu"))),
    "Tên phụ lục liền số": ("TT580", at("annex I", words("Phụ lục I. Danh sách các đơn vị"))),
    "Chỉ dẫn không có ngoặc": (
        "TT583",
        at("annex note I", words("Kèm theo Báo cáo số 05/BC-SGDĐT của Sở Giáo dục và Đào tạo")),
    ),
    "Quốc hiệu canh trái": ("TT520", at("state", left)),
    "Quốc hiệu cách dòng đôi": ("TT520", at("state", spacing(line=2))),
    "Cơ quan chủ quản canh phải": ("TT523", at("superior", right)),
    "Tên cơ quan có dấu chấm": ("TT524", at("agency", more_signs("."))),
    "Ký hiệu có dấu chấm": ("TT526", at("number", more_signs("."))),
    "Địa danh cách dấu phẩy": ("TT527", at("date", swap("Nghiệm,", "Nghiệm ,"))),
    "Tên loại có dấu chấm": ("TT530", at("title", more_signs("."))),
    "Chức vụ có dấu chấm": ("TT570", at("position 2", more_signs("."))),
    "Họ tên có dấu chấm": ("TT573", at("name", more_signs("."))),
    "Căn cứ canh giữa": ("TT541", at("ground 2", centred)),
    "Căn cứ không lùi": ("TT542", at("ground 1", indent(0))),
    "Căn cứ cách dòng đôi": ("TT544", at("ground 1", spacing(line=2))),
    "Tiêu đề khoản cách dòng đôi": ("TT544", at("heading", spacing(line=2))),
    "Hai dấu cách sau dấu chấm": ("TT598", at("heading", words("1.  Kết quả"))),
    "Hai dấu chấm liền nhau": ("TT598", at("body 1", more_signs("."))),
    "Số trang in đậm": ("TT507", at("page", numbered, thick)),
}


LETTER: dict[str, tuple[str, tuple[str, Spoil]]] = {
    "V/v in đậm": ("TT532", at("about", thick)),
    "V/v cỡ 14": ("TT532", at("about", size(14))),
    "V/v in hoa": ("TT532", at("about", words("V/V BÁO CÁO CÔNG TÁC TRUYỀN THÔNG"))),
    "Về việc thay V/v": ("TT553", at("about", words("Về việc báo cáo công tác truyền thông"))),
    "V/v hai lần": ("TT553", at("about", words("V/v V/v báo cáo công tác truyền thông"))),
    "V/v sát số": ("TT554", at("about", spacing(before=0))),
    "Công văn ghi CV": ("TT535", at("number", words("Số: 05/CV-SGDĐT"))),
    "Kính gửi in đậm": ("TT551", at("to", thick)),
    "Kính gửi thiếu hai chấm": ("TT552", at("to", words("Kính gửi"))),
    "Nơi gửi dùng dấu phẩy": ("TT552", at("to 1", words("- Trường Trung học phổ thông Một,"))),
    "Nơi gửi cuối chấm phẩy": ("TT552", at("to 2", words("- Trường Trung học phổ thông Hai;"))),
    "Gửi một nơi mà xuống dòng": ("TT552", at("to")),
    "Nhiều nơi trên một dòng": ("TT552", at("to", words("Kính gửi: Trường Một; Trường Hai."))),
    "V/v có hai chấm": ("TT553", at("about", swap("V/v", "V/v:"))),
    "V/V": ("TT553", at("about", swap("V/v", "V/V"))),
    "v/v": ("TT553", at("about", swap("V/v", "v/v"))),
    "V/v liền chữ": ("TT553", at("about", swap("V/v ", "V/v"))),
    "V/v canh trái": ("TT532", at("about", left)),
    "V/v in nghiêng": ("TT532", at("about", slanted)),
    "Nơi gửi thiếu gạch đầu dòng": ("TT552", at("to 2", words("Trường Trung học phổ thông Hai."))),
    "Nơi gửi canh giữa": ("TT551", at("to 2", centred)),
    "Nơi gửi thụt không đều": ("TT551", at("to 2", indent(1))),
    "Kính gửi in hoa": ("TT551", at("to", words("KÍNH GỬI:"))),
    "Như kính gửi": ("TT564", at("recipient 1", words("- Như kính gửi;"))),
}


def letter_size(made: Made) -> None:
    made.document.sections[0].page_width = Mm(216)


def wide_margin(made: Made) -> None:
    made.document.sections[0].left_margin = Mm(25)


def lying_margin(made: Made) -> None:
    lie(made)
    made.document.sections[0].left_margin = Mm(5)


def all_pages_numbered(made: Made) -> None:
    for section in made.document.sections:
        section.different_first_page_header_footer = False


def no_page_number(made: Made) -> None:
    for run in made["page"].runs:
        made["page"]._p.remove(run._r)


def annex_goes_on(made: Made) -> None:
    properties = made.document.sections[1]._sectPr
    for one in list(properties):
        if one.tag.endswith("}pgNumType"):
            properties.remove(one)


def numbering(attribute: str, value: str) -> Spoil:
    def spoil(made: Made) -> None:
        element = OxmlElement("w:pgNumType")
        element.set(qn(f"w:{attribute}"), value)
        made.document.sections[0]._sectPr.append(element)

    return spoil


def addressed_plan(made: Made) -> None:
    words("KẾ HOẠCH")(made["title"])
    words("Số: 05/KH-SGDĐT")(made["number"])
    words("Kính gửi: Các trường")(made["ground 1"])
    upright(made["ground 1"])
    drop(made["ground 2"])


def lines_away(*names: str) -> Spoil:
    def spoil(made: Made) -> None:
        for name in names:
            drop(made[name])

    return spoil


def emptied(*names: str) -> Spoil:
    def spoil(made: Made) -> None:
        for name in names:
            words("")(made[name])

    return spoil


def slanted_text(made: Made) -> None:
    drop(made["ground 1"])
    drop(made["ground 2"])
    slanted(made["body 1"])
    slanted(made["body 2"])


def old_codes(made: Made) -> None:
    words("C¸c ®¬n vÞ ®· triÓn khai ®Çy ®ñ c¸c néi dung ®­îc giao.")(made["heading"])


def deputy_alone(made: Made) -> None:
    drop(made["position 1"])


def nobody_below(made: Made) -> None:
    drop(made["position 2"])


def no_pointer(made: Made) -> None:
    words(f"{LONG}.")(made["body 1"])
    words("(Ban hành theo Báo cáo số 05/BC-SGDĐT)")(made["annex note I"])


def swapped(table: str) -> Spoil:
    """The two columns of a table change places."""

    def spoil(made: Made) -> None:
        for row in made.tables[table]._tbl.tr_lst:
            first, second = row.tc_lst
            second.addnext(first)

    return spoil


FILE: dict[str, tuple[str, Spoil, str]] = {
    "Khổ Letter": ("TT501", letter_size, WHOLE),
    "Lề trái 25 mm": ("TT502", wide_margin, WHOLE),
    "Lề 5 mm trên trang ngang": ("TT502", lying_margin, WHOLE),
    "Không có số trang": ("TT504", no_page_number, WHOLE),
    "Số trang ở trang đầu": ("TT505", all_pages_numbered, "page"),
    "Phụ lục nối số trang": ("TT506", annex_goes_on, "annex I"),
    "Số trang La Mã": ("TT507", numbering("fmt", "lowerRoman"), "page"),
    "Số trang từ 5": ("TT507", numbering("start", "5"), WHOLE),
    "Kế hoạch có Kính gửi": ("TT550", addressed_plan, "ground 1"),
    "Thiếu đường kẻ Tiêu ngữ": ("TT537", lines_away("motto line"), "motto"),
    "Thiếu đường kẻ cơ quan": ("TT537", lines_away("agency line"), "agency"),
    "Thiếu đường kẻ trích yếu": ("TT537", lines_away("summary line"), "summary"),
    "Không có ngày tháng": ("TT539", emptied("date"), WHOLE),
    "Không có số": ("TT539", emptied("number"), WHOLE),
    "Không có Tiêu ngữ": ("TT529", lines_away("motto", "motto line"), WHOLE),
    "Không có tên loại": ("TT539", lines_away("title", "summary", "summary line"), WHOLE),
    "Lời văn in nghiêng": ("TT545", slanted_text, "body 1"),
    "Bảng mã TCVN3": ("TT513", old_codes, "heading"),
    "Cấp phó ký một mình": ("TT575", deputy_alone, "position 2"),
    "KT. không có chức vụ": ("TT574", nobody_below, "position 1"),
    "Không có Nơi nhận": ("TT566", emptied("recipients", "recipient 1", "recipient 2"), WHOLE),
    "Quốc hiệu bên trái": ("TT520", swapped("head"), "state"),
    "Nơi nhận bên phải": ("TT560", swapped("foot"), "recipients"),
    "Không có trích yếu": ("TT539", lines_away("summary", "summary line"), WHOLE),
    "Họ tên không có chức vụ": ("TT577", emptied("position 1", "position 2"), WHOLE),
    "Phụ lục thiếu chỉ dẫn": ("TT585", lines_away("annex note II"), "annex II"),
}
