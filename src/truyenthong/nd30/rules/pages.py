"""Rules about pages, page numbers, fonts and the file itself (Phụ lục I, Phần I, I and III.1.đ)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from truyenthong.findings import Finding
from truyenthong.nd30 import words
from truyenthong.nd30.elements import Element, Recognised
from truyenthong.nd30.measures import (
    A4,
    A4_SLACK,
    DARKEST_GREY,
    FONT,
    LYING_MARGINS,
    MARGIN_SLACK,
    MARGINS,
    PAGE_NUMBER,
    SIGNED_AT,
    SMALLEST,
    has_second_page,
)
from truyenthong.nd30.paper import PaperPart, Paragraph, Run
from truyenthong.nd30.rule import error, notice, warning
from truyenthong.nd30.sheet import Fault, Sheet, alike, looks_wrong
from truyenthong.text import number_wording
from truyenthong.text.legacy import legacy_of_text

TT500 = error(
    "TT500",
    "tệp không đọc được như một văn bản Word",
    reason=(
        "Chỉ đọc được tệp .docx còn nguyên; tệp .doc đời cũ, tệp có mật khẩu, tệp PDF hay Excel đổi "
        "đuôi, tệp hỏng hoặc có phần quá lớn thì không kiểm tra được"
    ),
    bad="bao-cao.docx là tệp PDF đổi đuôi",
    good="mở bằng Word, lưu lại thành .docx",
)

TT501 = error(
    "TT501",
    "khổ giấy không phải A4",
    article="Phụ lục I, Phần I, I.1",
    reason="Văn bản hành chính dùng khổ A4, 210 mm x 297 mm",
    bad="Khổ Letter 216 mm x 279 mm",
    good="Bố cục > Cỡ giấy > A4",
)

TT502 = error(
    "TT502",
    "lề trang ngoài khoảng cho phép",
    article="Phụ lục I, Phần I, I.3",
    reason=(
        "Lề trên, dưới 20–25 mm; lề trái 30–35 mm; lề phải 15–20 mm. Trang nằm ngang thì chỉ xét các "
        "lề có nằm trong 15–35 mm, vì Nghị định không nói lề nào là lề nào"
    ),
    bad="Lề trái 25 mm",
    good="Lề trái 30 mm",
)

TT503 = warning(
    "TT503",
    "trang ngang mà không có bảng",
    article="Phụ lục I, Phần I, I.2",
    reason=(
        "Văn bản trình bày theo chiều dài của trang; nằm ngang khi có bảng, biểu không làm thành phụ "
        "lục riêng"
    ),
    bad="Hướng giấy ngang, chỉ có lời văn",
    good="Hướng giấy dọc",
)

TT504 = error(
    "TT504",
    "số trang không ở giữa đầu trang",
    article="Phụ lục I, Phần I, I.7",
    reason="Số trang đặt canh giữa theo chiều ngang, trong lề trên. Văn bản một trang không cần số trang",
    bad="Số trang ở chân trang, bên phải",
    good="Chèn > Số trang > Đầu trang, canh giữa",
)

TT505 = error(
    "TT505",
    "số trang hiện ở trang đầu",
    article="Phụ lục I, Phần I, I.7",
    reason="Không hiển thị số trang thứ nhất",
    bad="Trang 1 có số",
    good="Đầu trang > chọn «Trang đầu khác», xóa số ở trang đầu",
)

TT506 = error(
    "TT506",
    "phụ lục không đánh số trang riêng",
    article="Phụ lục I, Phần I, III.1.đ",
    reason="Số trang của từng phụ lục đánh riêng từ 1",
    bad="Phụ lục nối số trang của văn bản",
    good="Ngắt phần trước phụ lục, đánh số trang bắt đầu từ 1",
)

TT507 = error(
    "TT507",
    "số trang trình bày sai",
    article="Phụ lục I, Phần I, I.7",
    reason="Số trang đánh từ số 1, bằng chữ số Ả Rập, cỡ 13–14, kiểu đứng",
    bad="Số trang cỡ 11, hoặc i, ii, iii",
    good="Số trang 1, 2, 3, cỡ 14",
)

TT508 = notice(
    "TT508",
    "số trang có thêm dấu, thêm chữ",
    article="Phụ lục I, Phần I, V (14)",
    reason="Ví dụ của Nghị định chỉ ghi con số: 2, 7, 13",
    bad="- 2 -",
    good="2",
)

TT509 = warning(
    "TT509",
    "tệp có macro",
    reason=(
        "Tệp có đoạn chương trình chạy kèm; nơi nhận thường không mở được, và hệ thống quản lý văn "
        "bản từ chối"
    ),
    bad="bao-cao.docm",
    good="lưu thành «Tài liệu Word (.docx)»",
)

TT510 = error(
    "TT510",
    "phông chữ không phải Times New Roman",
    article="Phụ lục I, Phần I, I.4",
    reason=(
        "Phông chữ tiếng Việt Times New Roman. Chỉ xét chữ in ra: phông dành cho chữ viết khác thì xem TT514"
    ),
    bad="Phông Calibri hoặc .VnTime",
    good="Phông Times New Roman",
)

TT511 = error(
    "TT511",
    "chữ không phải màu đen",
    article="Phụ lục I, Phần I, I.4",
    reason="Màu chữ của văn bản là màu đen; dấu chỉ độ mật, mức độ khẩn thì màu đỏ",
    bad="Chữ đỏ để nhấn mạnh",
    good="Màu chữ Tự động hoặc Đen",
)

TT512 = error(
    "TT512",
    "chữ nhỏ hơn cỡ 11",
    article="Phụ lục I, Phần I, V",
    reason="Ngoài bảng biểu và chú thích cuối trang, không thành phần nào của văn bản dùng chữ nhỏ hơn cỡ 11",
    bad="Lời văn cỡ 9",
    good="Lời văn cỡ 13",
)

TT513 = error(
    "TT513",
    "chữ không phải Unicode",
    article="Phụ lục I, Phần I, I.4",
    reason=(
        "Bộ mã ký tự là Unicode theo TCVN 6909:2001; chữ gõ bằng bảng mã cũ (TCVN3, VNI) sang máy "
        "khác không đọc được"
    ),
    bad="Së Gi¸o dôc vµ §µo t¹o",
    good="Sở Giáo dục và Đào tạo",
)

TT514 = notice(
    "TT514",
    "phông của chữ viết khác chưa đặt",
    article="Phụ lục I, Phần I, I.4",
    reason=(
        "Word giữ bốn phông cho mỗi đoạn chữ; hai phông dành cho chữ Đông Á và chữ viết phức tạp "
        "không in ra chữ nào ở đây, nhưng hiện lên khi chép sang tệp khác"
    ),
    bad="Phông Đông Á là MS Mincho",
    good="Phông Times New Roman cho cả bốn",
)

TT515 = notice(
    "TT515",
    "tệp còn dấu vết sửa",
    reason=(
        "Chữ thêm, chữ xóa còn chờ duyệt thì người nhận vẫn xem được bản cũ; bản soát này tính như "
        "mọi chỗ sửa đều được nhận"
    ),
    bad="Xem lại > Theo dõi thay đổi còn chỗ chưa nhận",
    good="Xem lại > Chấp nhận tất cả",
)

TT516 = notice(
    "TT516",
    "không phải văn bản hành chính",
    article="Điều 1, Điều 7",
    reason=(
        "Nghị định quy định văn bản hành chính của cơ quan nhà nước; văn bản của Đảng có quy định "
        "riêng; đơn, tờ khai, giấy đề nghị của cá nhân theo mẫu của từng thủ tục, nên không soát"
    ),
    bad="ĐẢNG CỘNG SẢN VIỆT NAM ở đầu trang; ĐƠN XIN NGHỈ PHÉP",
    good="(không cần sửa)",
)


_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
_TWIPS_IN_MM = 56.6929
_PLAIN_NUMBER = re.compile(r"\d*")


def size(sheet: Sheet) -> Iterator[Finding]:
    """A4, upright or lying."""
    for place, section in enumerate(sheet.paper.sections):
        short, long = sorted((section.width, section.height))
        if abs(short - A4[0]) > A4_SLACK or abs(long - A4[1]) > A4_SLACK:
            given = f"{_mm(section.width)} x {_mm(section.height)} mm"
            told = f"có khổ {given}" if section.sized else "không ghi khổ giấy, Word lấy khổ Letter"
            yield sheet.whole(TT501, f"{_name(sheet, place)} {told}", hint="Bố cục > Cỡ giấy > A4")


def margins(sheet: Sheet) -> Iterator[Finding]:
    """Margins; a lying page has no sure left side, so it may have what any reading of the decree allows."""
    for place, section in enumerate(sheet.paper.sections):
        if not section.bordered:
            hint = "Bố cục > Lề: trên, dưới 20 mm; trái 30 mm; phải 20 mm"
            yield sheet.whole(TT502, f"{_name(sheet, place)} không ghi lề trang", hint=hint)
            continue
        for side, usual in MARGINS.items():
            low, high = LYING_MARGINS if section.lies else usual
            given = getattr(section, side)
            if not low - MARGIN_SLACK <= given <= high + MARGIN_SLACK:
                message = f"{_name(sheet, place)} có lề {_SIDES[side]} {_mm(given)} mm"
                hint = f"Bố cục > Lề: đặt lề {_SIDES[side]} từ {_mm(low)} đến {_mm(high)} mm"
                yield sheet.whole(TT502, message, hint=hint)


def direction(sheet: Sheet) -> Iterator[Finding]:
    """A lying page without a table."""
    for place, section in enumerate(sheet.paper.sections):
        if section.lies and not section.has_table:
            message = f"{_name(sheet, place)} nằm ngang nhưng không có bảng"
            yield sheet.whole(TT503, message, hint="Bố cục > Hướng > Dọc")


def page_numbers(sheet: Sheet) -> Iterator[Finding]:
    """In the middle of the head of the page; a paper of one page needs none."""
    shown = [one for one in sheet.paper.paragraphs if one.page_field is not None]
    if not shown and has_second_page(sheet.paper):
        hint = "Chèn > Số trang > Đầu trang, canh giữa"
        yield sheet.whole(TT504, "không có số trang ở đầu trang", hint=hint)
    for one in shown:
        if one.part is PaperPart.FOOTER:
            hint = "xóa số ở chân trang; Chèn > Số trang > Đầu trang, canh giữa"
            yield sheet.at(TT504, one, "số trang ở chân trang", hint=hint)
        elif one.part is PaperPart.HEADER and one.page_field is not None and not one.page_field.middle:
            yield sheet.at(TT504, one, "số trang không canh giữa", hint="canh giữa đoạn có số trang (Ctrl+E)")


def first_page(sheet: Sheet) -> Iterator[Finding]:
    """No number on the first page, and figures counted from 1."""
    first = sheet.paper.sections[0]
    for one in sheet.paper.paragraphs:
        field = one.page_field
        if field is None or field.guarded or one.section > 0:
            continue
        if one.part is PaperPart.FIRST_HEADER:
            yield sheet.at(TT505, one, "đầu trang thứ nhất có số trang", hint="xóa số ở đầu trang thứ nhất")
        elif one.part is PaperPart.HEADER and not first.own_first_page:
            hint = "mở đầu trang, chọn «Trang đầu khác»"
            yield sheet.at(TT505, one, "trang đầu hiện số trang", hint=hint)
            break
    if first.number_from not in (None, 0, 1):
        hint = "Định dạng số trang > Bắt đầu từ 1"
        yield sheet.whole(TT507, f"trang đánh số từ {first.number_from}", hint=hint)


def number_looks(sheet: Sheet) -> Iterator[Finding]:
    """Arabic figures of 13 to 14 points, upright, alone."""
    numbers = [
        Recognised(element=Element.PAGE_NUMBER, paragraph=one)
        for one in sheet.paper.paragraphs
        if one.page_field is not None and one.part is PaperPart.HEADER
    ]
    yield from looks_wrong(sheet, TT507, numbers, PAGE_NUMBER)
    for one in sheet.paper.paragraphs:
        field = one.page_field
        if field is None or one.part is not PaperPart.HEADER:
            continue
        if not field.arabic or not sheet.paper.section(one).arabic:
            hint = "Định dạng số trang > 1, 2, 3"
            yield sheet.at(TT507, one, "số trang không phải chữ số Ả Rập", hint=hint)
        if _PLAIN_NUMBER.fullmatch("".join(one.text.split())) is None:
            yield sheet.at(TT508, one, f"số trang viết «{one.text}»", hint="chỉ để con số")


def annex_numbers(sheet: Sheet) -> Iterator[Finding]:
    """Each annex begins a section that numbers its pages from 1."""
    if not any(one.page_field is not None for one in sheet.paper.paragraphs):
        return
    places = (one.paragraph.place for one in sheet.known.all if one.paragraph.part is PaperPart.BODY)
    first = min(places, default=0)
    for one in sheet.all(Element.ANNEX):
        alone = one.paragraph.place == first
        own = one.paragraph.section > 0 and sheet.paper.section(one.paragraph).number_from in (0, 1)
        if not alone and not own:
            message = f"«{one.text}» không đánh số trang riêng từ 1"
            hint = "Bố cục > Ngắt > Trang tiếp theo, trước phụ lục; Định dạng số trang > Bắt đầu từ 1"
            yield sheet.at(TT506, one.paragraph, message, hint=hint)


def _name(sheet: Sheet, place: int) -> str:
    return "trang" if len(sheet.paper.sections) == 1 else f"phần {place + 1}"


def _mm(twips: int) -> str:
    """Millimetres with a decimal: 25,4 mm is no 25 mm."""
    return number_wording(twips / _TWIPS_IN_MM, decimals=1)


_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_LEGACY_FONT = re.compile(r"\.Vn|VNI[- ]", re.IGNORECASE)
_RED_STAMPS = frozenset({"TUYỆT MẬT", "TỐI MẬT", "MẬT", "HỎA TỐC", "HOẢ TỐC", "THƯỢNG KHẨN", "KHẨN"})
"""Marks of secrecy and urgency are stamped in red (III.2)."""

_TELLING = 20
"""Letters from which a paragraph tells its encoding."""

_ENOUGH = 400
"""Letters of a paragraph that are tried."""

_SAMPLE = 200
"""Paragraphs that are tried: what is typed in an old encoding is typed so throughout."""


def fonts(sheet: Sheet) -> Iterator[Finding]:
    """Times New Roman for all letters that are printed; for the unused scripts one notice."""
    faults: list[Fault] = []
    spare: list[Fault] = []
    for one in _written(sheet):
        # Raised letters count too.
        lettered = [run for run in one.runs if run.is_worded]
        wrong = _others(font for run in lettered for font in run.fonts)
        if wrong:
            old = any(_LEGACY_FONT.match(font) for font in wrong)
            hint = "đổi sang Unicode rồi đặt phông" if old else "chọn cả đoạn, đặt phông"
            faults.append((one, f"phông chữ {', '.join(wrong)}", f"{hint} {FONT}"))
        unused = _others(font for run in lettered for font in run.spare)
        if unused and not wrong:
            hint = f"chọn tất cả (Ctrl+A), mở hộp Phông, đặt {FONT} ở mọi ô phông"
            spare.append((one, "phông dành cho chữ viết khác không phải Times New Roman", hint))
    yield from sheet.alike(TT510, faults)
    yield from sheet.alike(TT514, spare)


def _others(named: Iterator[str]) -> list[str]:
    return sorted({font for font in named if _key(font) != _key(FONT)})


def _key(font: str) -> str:
    return font.split(";", maxsplit=1)[0].replace(" ", "").casefold()


@alike(TT511)
def colours(sheet: Sheet) -> Iterator[Fault]:
    """Black; the shading of a cell is no colour of letters, and stamps are red."""
    for one in _written(sheet):
        wrong = [run.colour for run in one.inked if not _is_black(run)]
        if wrong and one.text.upper() not in _RED_STAMPS:
            yield one, f"chữ màu {wrong[0]}", "chọn cả đoạn, đặt màu chữ Tự động"


def _is_black(run: Run) -> bool:
    if run.colour is None or _HEX.fullmatch(run.colour) is None:
        return True
    return all(int(run.colour[place : place + 2], 16) <= DARKEST_GREY for place in (0, 2, 4))


@alike(TT512)
def sizes(sheet: Sheet) -> Iterator[Fault]:
    """Nothing below 11 points outside of tables and notes, where practice goes lower."""
    for one in _written(sheet):
        # The number of a page has a rule of its own.
        if one.cell is not None or one.part is PaperPart.NOTE or one.page_field is not None:
            continue
        least = SIGNED_AT if words.is_signed_at(one.text) else SMALLEST
        small = [run.size for run in one.worded if run.size < least]
        if small:
            yield one, f"chữ cỡ {number_wording(small[0])}", "đặt cỡ chữ từ 11 trở lên"


@alike(TT513)
def encoding(sheet: Sheet) -> Iterator[Fault]:
    """Letters typed in the codes of old fonts, which other fonts show as foreign letters."""
    written = (one for one in _written(sheet) if len(one.text) >= _TELLING and not one.has_tags)
    for one in islice(written, _SAMPLE):
        font_tells = any(_LEGACY_FONT.match(font) for run in one.worded for font in run.fonts)
        typed = "".join(run.text for run in one.runs)
        old = legacy_of_text(typed[:_ENOUGH]) if not font_tells else None
        if old is not None:
            hint = "mở bằng phông cũ, đổi bảng mã sang Unicode (UniKey), rồi đặt phông Times New Roman"
            yield one, f"chữ gõ bằng bảng mã {old}", hint


def file_itself(sheet: Sheet) -> Iterator[Finding]:
    """Macros and tracked changes in the file."""
    if sheet.paper.has_macros:
        yield sheet.whole(TT509, "tệp có macro", hint="Lưu thành > Tài liệu Word (.docx)")
    if sheet.paper.has_changes:
        hint = "Xem lại > Chấp nhận > Chấp nhận tất cả thay đổi"
        yield sheet.whole(TT515, "tệp còn thay đổi chờ duyệt", hint=hint)


def _written(sheet: Sheet) -> Iterator[Paragraph]:
    return (one for one in sheet.paper.paragraphs if one.is_printed)


RULES = (
    size,
    margins,
    direction,
    page_numbers,
    first_page,
    number_looks,
    annex_numbers,
    fonts,
    colours,
    sizes,
    encoding,
    file_itself,
)
