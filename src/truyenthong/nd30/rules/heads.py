"""Rules about the head of a paper, from the state's name to the summary (Phụ lục I, Phần I, II.1 to II.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from truyenthong.findings import Finding
from truyenthong.nd30 import measures, words
from truyenthong.nd30.elements import Element, Recognised
from truyenthong.nd30.paper import PaperPart, Paragraph
from truyenthong.nd30.rule import error, warning
from truyenthong.nd30.sheet import (
    Sheet,
    is_written_in_capitals,
    looks_of,
    looks_wrong,
    shortened,
    those_there,
)
from truyenthong.text import number_wording

TT520 = error(
    "TT520",
    "Quốc hiệu trình bày sai",
    article="Phụ lục I, Phần I, II.1.a",
    reason="Quốc hiệu: chữ in hoa, cỡ 12–13, đứng, đậm; viết HÒA hay HOÀ đều được",
    bad="Quốc hiệu không đậm",
    good="Quốc hiệu in hoa, cỡ 13, đứng, đậm",
)

TT521 = error(
    "TT521",
    "Tiêu ngữ trình bày sai",
    article="Phụ lục I, Phần I, II.1.b",
    reason="Tiêu ngữ: chữ in thường, cỡ 13–14, đứng, đậm, canh giữa dưới Quốc hiệu",
    bad="Tiêu ngữ cỡ 12",
    good="Tiêu ngữ cỡ 14, đứng, đậm",
)

TT522 = error(
    "TT522",
    "Tiêu ngữ viết sai",
    article="Phụ lục I, Phần I, II.1.b",
    reason="Viết hoa chữ đầu các cụm từ, giữa các cụm có gạch nối (-), có cách chữ",
    bad="Độc lập – Tự Do – Hạnh Phúc",
    good="Độc lập - Tự do - Hạnh phúc",
)

TT523 = error(
    "TT523",
    "tên cơ quan chủ quản trình bày sai",
    article="Phụ lục I, Phần I, II.2.b",
    reason="Tên cơ quan chủ quản: chữ in hoa, cỡ 12–13, đứng, không đậm",
    bad="UBND TỈNH LAI CHÂU in đậm",
    good="UBND TỈNH LAI CHÂU không đậm",
)

TT524 = error(
    "TT524",
    "tên cơ quan ban hành trình bày sai",
    article="Phụ lục I, Phần I, II.2.b",
    reason="Tên cơ quan ban hành: chữ in hoa, cỡ 12–13, đứng, đậm, canh giữa",
    bad="Tên cơ quan không đậm",
    good="Tên cơ quan in hoa, cỡ 13, đậm",
)

TT525 = error(
    "TT525",
    "số, ký hiệu viết sai",
    article="Phụ lục I, Phần I, II.3.c",
    reason=(
        "Sau chữ «Số» có dấu hai chấm; số nhỏ hơn 10 thêm số 0; giữa số và ký hiệu có dấu gạch chéo, "
        "giữa các nhóm chữ có dấu gạch nối không cách chữ"
    ),
    bad="Số 5 / BC - SGDĐT",
    good="Số: 05/BC-SGDĐT",
)

TT526 = error(
    "TT526",
    "số, ký hiệu trình bày sai",
    article="Phụ lục I, Phần I, II.3.c",
    reason="Số, ký hiệu: cỡ 13, đứng, không đậm, canh giữa dưới tên cơ quan",
    bad="Số, ký hiệu in đậm",
    good="Số, ký hiệu cỡ 13, đứng",
)

TT527 = error(
    "TT527",
    "địa danh, ngày tháng viết sai",
    article="Phụ lục I, Phần I, II.4",
    reason=(
        "Địa danh viết hoa chữ đầu, sau có dấu phẩy; ngày, tháng, năm viết đầy đủ bằng chữ số; ngày "
        "nhỏ hơn 10 và tháng 1, 2 thêm số 0 ở trước, các tháng khác thì không"
    ),
    bad="Lai Châu ngày 3 tháng 05 năm 2021",
    good="Lai Châu, ngày 03 tháng 5 năm 2021",
)

TT528 = error(
    "TT528",
    "địa danh, ngày tháng trình bày sai",
    article="Phụ lục I, Phần I, II.4.c",
    reason="Địa danh và thời gian: chữ in thường, cỡ 13–14, nghiêng, canh giữa dưới Tiêu ngữ",
    bad="Ngày tháng kiểu đứng",
    good="Ngày tháng kiểu nghiêng",
)

TT529 = warning(
    "TT529",
    "không thấy Quốc hiệu hoặc Tiêu ngữ",
    article="Phụ lục I, Phần I, II.1",
    reason="Văn bản hành chính có Quốc hiệu và Tiêu ngữ ở bên phải, đầu trang thứ nhất",
    bad="Chỉ có tên cơ quan",
    good="Quốc hiệu, Tiêu ngữ ở ô bên phải đầu trang",
)

TT530 = error(
    "TT530",
    "tên loại văn bản trình bày sai",
    article="Phụ lục I, Phần I, II.5.b",
    reason="Tên loại: chữ in hoa, cỡ 13–14, đứng, đậm, canh giữa",
    bad="Báo cáo canh trái",
    good="BÁO CÁO in hoa, đậm, canh giữa",
)

TT531 = error(
    "TT531",
    "trích yếu nội dung trình bày sai",
    article="Phụ lục I, Phần I, II.5.b",
    reason="Trích yếu dưới tên loại: chữ in thường, cỡ 13–14, đứng, đậm, canh giữa",
    bad="Trích yếu kiểu nghiêng",
    good="Trích yếu kiểu đứng, đậm",
)

TT532 = error(
    "TT532",
    "trích yếu công văn trình bày sai",
    article="Phụ lục I, Phần I, II.5.b",
    reason="Trích yếu công văn sau chữ «V/v»: cỡ 12–13, đứng, không đậm, canh giữa dưới số, ký hiệu",
    bad="V/v đôn đốc… in đậm",
    good="V/v đôn đốc… cỡ 12, đứng",
)

TT553 = error(
    "TT553",
    "trích yếu công văn viết sai",
    article="Phụ lục I, Phần I, II.5.b",
    reason="Dưới số, ký hiệu của công văn, trích yếu viết sau chữ «V/v»",
    bad="Về việc đôn đốc gửi báo cáo",
    good="V/v đôn đốc gửi báo cáo",
)

TT554 = error(
    "TT554",
    "trích yếu công văn chưa cách số, ký hiệu",
    article="Phụ lục I, Phần I, II.5.b",
    reason="Trích yếu công văn cách dòng 6 pt với số, ký hiệu",
    bad="Đoạn V/v cách trên 0 pt",
    good="Đoạn > Khoảng cách > Trước: 6 pt",
)

TT556 = error(
    "TT556",
    "thẩm quyền ban hành trình bày sai",
    article="Phụ lục III, mẫu 1.1, 1.2",
    reason=(
        "Trong quyết định, nghị quyết: tên người, cơ quan có thẩm quyền và chữ «QUYẾT ĐỊNH:», «QUYẾT NGHỊ:» "
        "viết chữ in hoa, cỡ 13–14, đứng, đậm, canh giữa, như mẫu của Nghị định"
    ),
    bad="Giám đốc Sở Giáo dục và Đào tạo, canh trái",
    good="GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO in hoa, đậm, canh giữa",
)

TT535 = error(
    "TT535",
    "ký hiệu không đúng với loại văn bản",
    article="Phụ lục I, Phần I, II.3.b; Phụ lục III, I",
    reason="Văn bản có tên loại thì ký hiệu mở đầu bằng chữ viết tắt của tên loại ấy; công văn thì không có",
    bad="KẾ HOẠCH … Số: 05/BC-SGDĐT",
    good="KẾ HOẠCH … Số: 05/KH-SGDĐT",
)

TT536 = warning(
    "TT536",
    "tên loại và trích yếu chung một dòng",
    article="Phụ lục I, Phần I, II.5.b",
    reason="Trích yếu đặt ngay dưới tên loại, bằng chữ in thường",
    bad="BÁO CÁO KẾT QUẢ CÔNG TÁC TRUYỀN THÔNG",
    good="BÁO CÁO\nKết quả công tác truyền thông",
)

TT539 = warning(
    "TT539",
    "thiếu một thành phần ở đầu văn bản",
    article="Phụ lục I, Phần I, II.2 đến II.5",
    reason=(
        "Văn bản hành chính có tên cơ quan; số, ký hiệu; địa danh, thời gian; và tên loại, hoặc trích "
        "yếu «V/v» khi là công văn"
    ),
    bad="Có số, ký hiệu mà không có ngày tháng",
    good="Lai Châu, ngày 05 tháng 01 năm 2021",
)


_ELEMENT_LOOKS = looks_of(
    (Element.STATE_NAME, TT520, measures.STATE_NAME),
    (Element.MOTTO, TT521, measures.MOTTO),
    (Element.SUPERIOR, TT523, measures.SUPERIOR),
    (Element.AGENCY, TT524, measures.AGENCY),
    (Element.NUMBER, TT526, measures.NUMBER),
    (Element.DATE_LINE, TT528, measures.DATE_LINE),
    (Element.TITLE, TT530, measures.TITLE),
    (Element.SUMMARY, TT531, measures.SUMMARY),
    (Element.LETTER_SUMMARY, TT532, measures.LETTER_SUMMARY),
    (Element.AUTHORITY, TT556, measures.AUTHORITY),
)
_BLANKS = re.compile(r"[….\u2026_⁰¹²³⁴-⁹]+")
_NUMBER = re.compile(r"Số\s?:\s?(\d{1,5})?\s?((?:/\d{4})?(?:/([A-ZĐ0-9&][\w&]*(?:[-/][\w&]+)*))?)?")
_COLON = re.compile(r"Số\s?:", re.IGNORECASE)
_NAMED = re.compile(r"số\s*[:.;,]?\s*", re.IGNORECASE)
_AROUND = re.compile(r"\s*([-/])\s*")
_PARTED = re.compile(r"\s[-/–—]|[-/–—]\s|^\s+\w")
_DASHED = re.compile(r"[–—‑−]")
_DAY = re.compile(r"ngày\s*(\d{1,2})?[\s….]*tháng\s*(\d{1,2})?[\s….]*năm\s*(\d{1,4})?", re.IGNORECASE)
_DECIDING = re.compile(r"quyết (định|nghị)\s*:?", re.IGNORECASE)
_CITY = re.compile(r"TP\.?\s*(Hồ Chí Minh|HCM)", re.IGNORECASE)
_DOUBLED = re.compile(r"V\s*/\s*v[:.]?\s+(V/v|về việc)\b", re.IGNORECASE)
_ABOUT = re.compile(r"V/v(\s+\S|\s*$)")
_ABOUT_AT_ALL = re.compile(r"(V\s*/\s*v|về việc)\s*[:.,;-]*", re.IGNORECASE)
_SIGNS = {sign.casefold(): sign for sign in (*measures.TYPE_SIGNS.values(), *measures.COPY_SIGNS)}
_LONGER_NAMES = ("HỢP ĐỒNG ", "GIẤY MỜI ", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "GIẤY GIỚI THIỆU ")
_NAMED_AT_LENGTH = (*measures.OTHER_FORMS, *_LONGER_NAMES)
"""Forms of other rules, and names of types that are longer than the decree's."""


def looks(sheet: Sheet) -> Iterator[Finding]:
    """Size, weight, slant, case and place of each element."""
    yield from _ELEMENT_LOOKS(sheet)
    deciding = [
        Recognised(element=Element.DECIDING, paragraph=one.paragraph)
        for one in sheet.all(Element.BODY)
        if _DECIDING.fullmatch(one.text) and sheet.known.type in ("QUYẾT ĐỊNH", "NGHỊ QUYẾT")
    ]
    yield from looks_wrong(sheet, TT556, deciding, measures.AUTHORITY)


def state_name(sheet: Sheet) -> Iterator[Finding]:
    """Both lines are there, where the file is a paper; an annex in a file of its own has none."""
    written = sheet.known.all
    if not written or written[0].element is Element.ANNEX:
        return
    headers = (PaperPart.HEADER, PaperPart.FIRST_HEADER)
    heads = [one.text for one in sheet.paper.paragraphs if one.part in headers]
    for element, is_there in ((Element.STATE_NAME, words.is_state_name), (Element.MOTTO, words.is_motto)):
        if not sheet.all(element) and not any(is_there(text) for text in heads):
            hint = "thêm ở ô bên phải, đầu trang thứ nhất"
            yield sheet.whole(TT529, f"không thấy {element}", hint=hint)


def state_words(sheet: Sheet) -> Iterator[Finding]:
    """The words of the state's name and of the motto."""
    for one in sheet.all(Element.STATE_NAME):
        if not words.is_right_state_name(one.text) or one.text.endswith((".", ",", ";", ":")):
            message = f"Quốc hiệu viết «{one.text}»"
            yield sheet.at(TT520, one.paragraph, message, hint=f"viết «{words.STATE_NAME}»")
    for one in sheet.all(Element.MOTTO):
        text = one.text.replace("\u2011", "-").replace("\u2010", "-")
        if text not in (words.MOTTO, words.MOTTO.upper()):
            yield sheet.at(TT522, one.paragraph, f"Tiêu ngữ viết «{one.text}»", hint=f"viết «{words.MOTTO}»")


def number(sheet: Sheet) -> Iterator[Finding]:
    """How number and symbol are written; blanks for them are right."""
    for one in sheet.all(Element.NUMBER):
        faults = _number_faults(one.text) if sheet.speaks_of_number(one) else ()
        if faults:
            sample = "Số: 05/SGDĐT-VP" if sheet.all(Element.LETTER_SUMMARY) else "Số: 05/BC-SGDĐT"
            message = f"«{one.text}»: {'; '.join(faults)}"
            yield sheet.at(TT525, one.paragraph, message, hint=f"viết như «{sample}»")


def _number_faults(text: str) -> tuple[str, ...]:
    told = _written(text)
    match = _NUMBER.fullmatch(_mended(told))
    small = match is not None and match[1] is not None and len(match[1]) == 1
    faults = (
        (not text.startswith("Số"), "chữ «Số» viết hoa chữ đầu, các chữ sau viết thường"),
        (_COLON.match(text) is None, "sau chữ «Số» phải có dấu hai chấm"),
        (_DASHED.search(told) is not None, "giữa các nhóm chữ dùng dấu gạch nối (-)"),
        (_PARTED.search(told.partition("/")[2]) is not None, "giữa các nhóm chữ không có dấu cách"),
        (match is None, "giữa số và ký hiệu có dấu gạch chéo, ký hiệu viết hoa"),
        (small, "số nhỏ hơn 10 phải có số 0 đứng trước"),
    )
    first = _first_group((match[3] if match is not None else None) or "")
    right = _SIGNS.get(first.casefold(), first)
    return those_there((*faults, (right != first, f"chữ viết tắt tên loại là {right}")))


def _mended(told: str) -> str:
    """The line with its slips of signs put right, so that no slip hides what else is wrong in it."""
    named = _NAMED.sub("Số: ", _DASHED.sub("-", told), count=1)
    return _AROUND.sub(r"\1", named).replace("Số:/", "Số: /")


def _written(text: str) -> str:
    """The part of a number and symbol that is filled in already: dots leave the rest open («Số: …/BC-…»)."""
    told = " ".join(_BLANKS.sub(" ", text).replace("\u2011", "-").split())
    return told.rstrip(" /-") if _BLANKS.search(text.rstrip()[-1:]) else told


def _first_group(symbol: str) -> str:
    return re.split(r"[-/]", symbol)[0]


def symbol(sheet: Sheet) -> Iterator[Finding]:
    """The symbol begins with the abbreviation of the type; a letter's does not."""
    for one in sheet.all(Element.NUMBER)[:1]:
        mended = _mended(_written(one.text))
        match = _NUMBER.fullmatch(mended) or _NUMBER.fullmatch(f"Số{mended[2:].upper()}")
        if match is None or match[3] is None or not sheet.speaks_of_number(one):
            continue
        fault = _symbol_fault(sheet, _first_group(match[3]), grouped="-" in match[3])
        if fault is not None:
            yield sheet.at(TT535, one.paragraph, f"«{one.text}»: {fault[0]}", hint=fault[1])


def _symbol_fault(sheet: Sheet, first: str, *, grouped: bool) -> tuple[str, str] | None:
    kind = sheet.known.type
    if kind is None:
        if sheet.all(Element.LETTER_SUMMARY) and grouped and first in measures.NO_LETTER:
            return "công văn không ghi chữ viết tắt tên loại", "viết như «Số: 05/SGDĐT-VP»"
        return None
    wanted = measures.TYPE_SIGNS[kind]
    with_decision = first == "QĐ" and kind in measures.ISSUED_WITH
    if first.casefold() == wanted.casefold() or with_decision:
        return None
    return f"văn bản là {kind}, ký hiệu phải mở đầu bằng {wanted}", f"viết «…/{wanted}-…»"


def date_line(sheet: Sheet) -> Iterator[Finding]:
    """Comma after the place, zeros before days below 10 and months 1 and 2 only."""
    for one in sheet.spoken(Element.DATE_LINE):
        faults = _date_faults(one.text)
        if faults:
            hint = "viết như «Lai Châu, ngày 05 tháng 01 năm 2021», «ngày 20 tháng 5 năm 2021»"
            yield sheet.at(TT527, one.paragraph, f"«{one.text}»: {'; '.join(faults)}", hint=hint)


def _date_faults(text: str) -> tuple[str, ...]:
    match = _DAY.search(text)
    if match is None:
        return ("viết đầy đủ «ngày … tháng … năm …»",)
    place = text[: match.start()].rstrip()
    day, month, year = (match[one] or "" for one in (1, 2, 3))
    faults = (
        (not place.endswith(","), "sau địa danh phải có dấu phẩy"),
        (place.endswith(" ,"), "trước dấu phẩy không có dấu cách"),
        (place[:1].islower(), "chữ cái đầu của địa danh viết hoa"),
        (_CITY.match(place) is not None, "viết đầy đủ «Thành phố Hồ Chí Minh»"),
        (text[match.start()] == "N", "chữ «ngày» viết thường"),
        (len(day) == 1, "ngày nhỏ hơn 10 phải có số 0 đứng trước"),
        (month in ("1", "2"), "tháng 1 và tháng 2 phải có số 0 đứng trước"),
        (month.startswith("0") and month not in ("01", "02"), "tháng từ 3 trở đi không có số 0 đứng trước"),
        (len(year) in (1, 2, 3) and bool(day), "năm viết đủ bốn chữ số"),
        (len(year) == 4 and text[match.end() :].strip() == ".", "cuối dòng không có dấu chấm"),
        (bool(day and month and year) and not _is_day(day, month, year), "không có ngày ấy trong lịch"),
    )
    return those_there(faults)


def _is_day(day: str, month: str, year: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def title(sheet: Sheet) -> Iterator[Finding]:
    """The name of the type has a line of its own."""
    for one in sheet.all(Element.TITLE)[:1]:
        long = words.type_of(one.text) is None and not one.text.startswith(_NAMED_AT_LENGTH)
        if long and sheet.speaks(one):
            hint = f"dòng trên chỉ ghi {sheet.known.type}, dòng dưới ghi trích yếu bằng chữ in thường"
            yield sheet.at(TT536, one.paragraph, f"tên loại viết liền trích yếu «{one.text}»", hint=hint)


def letter_summary(sheet: Sheet) -> Iterator[Finding]:
    """«V/v», six points below number and symbol."""
    for one in sheet.all(Element.LETTER_SUMMARY)[:1]:
        if not sheet.speaks_of_number(one) or sheet.known.type is not None:
            continue
        if _DOUBLED.match(one.text):
            message = f"trích yếu viết «{shortened(one.text)}»"
            yield sheet.at(TT553, one.paragraph, message, hint="chỉ viết một chữ «V/v»")
        elif _ABOUT.match(one.text) is None and not is_written_in_capitals(one.text):
            told = _ABOUT_AT_ALL.match(one.text)
            given = told[0].strip() if told is not None else shortened(one.text)
            message = f"chữ mở đầu trích yếu viết «{given}»"
            yield sheet.at(TT553, one.paragraph, message, hint="viết «V/v», một dấu cách rồi đến trích yếu")
    for above, one in pairwise(sheet.known.all):
        first, second = above.paragraph, one.paragraph
        # An empty paragraph between them is gap enough.
        near = first.cell is not None and first.cell == second.cell and second.place == first.place + 1
        if (above.element, one.element) == (Element.NUMBER, Element.LETTER_SUMMARY) and near:
            gap = first.layout.after + second.layout.before
            if gap < measures.LETTER_GAP - 0.1:
                message = f"trích yếu cách số, ký hiệu {number_wording(gap, decimals=1)} pt"
                yield sheet.at(TT554, second, message, hint="Đoạn > Khoảng cách > Trước: 6 pt")


def places(sheet: Sheet) -> Iterator[Finding]:
    """The state's name to the right, with motto and date below it; agency and number to the left (IV)."""
    state, motto, agency = (_first(sheet, one) for one in (Element.STATE_NAME, Element.MOTTO, Element.AGENCY))
    if state is None:
        return
    if motto is not None and state.cell == motto.cell and motto.place < state.place:
        hint = "dòng trên là Quốc hiệu, dòng dưới là Tiêu ngữ"
        yield sheet.at(TT521, motto, "Tiêu ngữ đặt trên Quốc hiệu", hint=hint)
    right, left = state.column, agency.column if agency is not None else None
    if right is None or left is None or right == left:
        return
    if right < left:
        hint = "đổi hai ô: tên cơ quan bên trái, Quốc hiệu bên phải"
        yield sheet.at(TT520, state, "Quốc hiệu đặt bên trái, tên cơ quan bên phải", hint=hint)
        return
    number_line, date_of = _first(sheet, Element.NUMBER), _first(sheet, Element.DATE_LINE)
    if number_line is not None and number_line.column == right:
        hint = "chuyển sang ô bên trái, dưới tên cơ quan"
        yield sheet.at(TT526, number_line, "số, ký hiệu đặt bên phải, dưới Quốc hiệu", hint=hint)
    if date_of is not None and date_of.column == left:
        message = "địa danh và ngày tháng đặt bên trái, dưới tên cơ quan"
        yield sheet.at(TT528, date_of, message, hint="chuyển sang ô bên phải, dưới Tiêu ngữ")


def _first(sheet: Sheet, element: Element) -> Paragraph | None:
    return next((one.paragraph for one in sheet.all(element)), None)


def completeness(sheet: Sheet) -> Iterator[Finding]:
    """A paper with a head has an agency, a number, a date, and a type or a letter's summary."""
    if not sheet.all(Element.STATE_NAME) or sheet.all(Element.HEADING) or sheet.is_template:
        return
    kind = sheet.known.type
    sparse = sheet.known.is_other_form or kind == "BIÊN BẢN"
    numbered, dated = bool(sheet.all(Element.NUMBER)), bool(sheet.all(Element.DATE_LINE))
    sent = bool(sheet.all(Element.RECIPIENTS)) and kind not in measures.ISSUED_WITH
    lone = sheet.all(Element.TITLE)[-1:]
    named = bool(lone) or bool(sheet.all(Element.LETTER_SUMMARY))
    short = bool(lone) and words.type_of(lone[0].text) in measures.SUMMED_UP
    no_date = (numbered or sent) and not dated and not sparse
    no_number = (dated or sent) and not numbered and not sparse
    no_agency = numbered and not sheet.all(Element.AGENCY)
    no_name = numbered and dated and not named
    no_summary = numbered and short and not sheet.all(Element.SUMMARY)
    below_type = "thêm trích yếu ngay dưới tên loại, chữ in thường, đậm, canh giữa"
    missing = (
        (no_date, "địa danh và ngày tháng", "thêm ở ô bên phải, dưới Tiêu ngữ"),
        (no_number, "số, ký hiệu", "thêm «Số: …/…» dưới tên cơ quan"),
        (no_agency, "tên cơ quan ban hành", "thêm ở ô bên trái, đầu trang"),
        (no_name, "tên loại văn bản, hoặc trích yếu công văn", "thêm «V/v …» dưới số, ký hiệu"),
        (no_summary, "trích yếu nội dung dưới tên loại", below_type),
    )
    for is_missing, what, hint in missing:
        if is_missing:
            yield sheet.whole(TT539, f"không thấy {what}", hint=hint)


RULES = (
    looks,
    state_name,
    state_words,
    places,
    number,
    symbol,
    date_line,
    title,
    letter_summary,
    completeness,
)
