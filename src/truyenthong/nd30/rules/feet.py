"""Rules about addressees, recipients and who signs (Phụ lục I, Phần I, II.7 and II.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from truyenthong.findings import Finding
from truyenthong.nd30 import measures, words
from truyenthong.nd30.elements import Element, Recognised
from truyenthong.nd30.rule import error, warning
from truyenthong.nd30.sheet import Sheet, looks_of, shortened

TT550 = error(
    "TT550",
    "loại văn bản này không ghi Kính gửi",
    article="Phụ lục I, Phần I, II.9.b, II.9.c",
    reason=(
        "Kính gửi chỉ dùng ở công văn, tờ trình, báo cáo gửi cấp trên; kế hoạch, quyết định, thông "
        "báo không ghi"
    ),
    bad="KẾ HOẠCH … Kính gửi: …",
    good="bỏ dòng Kính gửi, ghi ở Nơi nhận",
)

TT551 = error(
    "TT551",
    "Kính gửi trình bày sai",
    article="Phụ lục I, Phần I, II.9.d",
    reason="Kính gửi và nơi được gửi: cỡ 13–14, đứng, không đậm",
    bad="Kính gửi in đậm",
    good="Kính gửi cỡ 14, đứng",
)

TT552 = error(
    "TT552",
    "danh sách Kính gửi viết sai",
    article="Phụ lục I, Phần I, II.9.d",
    reason=(
        "Sau chữ «Kính gửi» có dấu hai chấm. Gửi một nơi thì ghi cùng dòng; gửi nhiều nơi thì mỗi nơi "
        "một dòng có gạch đầu dòng, cuối dòng có dấu chấm phẩy, dòng cuối có dấu chấm"
    ),
    bad="Kính gửi: Phòng A; Trường B",
    good="Kính gửi:\n- Phòng A;\n- Trường B.",
)

TT560 = error(
    "TT560",
    "chữ Nơi nhận trình bày sai",
    article="Phụ lục I, Phần I, II.9.d",
    reason="«Nơi nhận:» cỡ 12, nghiêng, đậm, có dấu hai chấm",
    bad="Nơi nhận: cỡ 14, đứng",
    good="Nơi nhận: cỡ 12, nghiêng, đậm",
)

TT561 = error(
    "TT561",
    "danh sách nơi nhận trình bày sai",
    article="Phụ lục I, Phần I, II.9.d",
    reason="Danh sách nơi nhận: cỡ 11, đứng, không đậm",
    bad="- Như trên; cỡ 13",
    good="- Như trên; cỡ 11",
)

TT562 = error(
    "TT562",
    "danh sách nơi nhận chấm câu sai",
    article="Phụ lục I, Phần I, II.9.d",
    reason="Mỗi nơi nhận một dòng, đầu dòng có gạch, cuối dòng có dấu chấm phẩy; dòng cuối có dấu chấm",
    bad="Như trên,",
    good="- Như trên;",
)

TT563 = error(
    "TT563",
    "dòng Lưu viết sai hoặc thiếu",
    article="Phụ lục I, Phần I, II.9.d",
    reason="Dòng cuối: chữ «Lưu» và dấu hai chấm, «VT», dấu phẩy, chữ viết tắt đơn vị soạn thảo, dấu chấm",
    bad="- Lưu VT, VP.",
    good="- Lưu: VT, VP.",
)

TT564 = error(
    "TT564",
    "nơi nhận không mở đầu bằng Như trên",
    article="Phụ lục I, Phần I, II.9.b",
    reason="Văn bản có Kính gửi thì dưới «Nơi nhận» trước hết là «Như trên»",
    bad="Kính gửi: …; Nơi nhận: - Như kính gửi;",
    good="Nơi nhận: - Như trên;",
)

TT565 = warning(
    "TT565",
    "Như trên mà không có Kính gửi",
    article="Phụ lục I, Phần I, II.9.c",
    reason="«Như trên» chỉ nơi đã ghi ở Kính gửi; văn bản không có Kính gửi thì liệt kê nơi nhận",
    bad="KẾ HOẠCH … - Như trên;",
    good="- Các phòng Giáo dục và Đào tạo;",
)

TT566 = warning(
    "TT566",
    "không thấy Nơi nhận",
    article="Phụ lục I, Phần I, II.9",
    reason="Văn bản có số, ký hiệu thì cuối văn bản có «Nơi nhận», ngang hàng với chức vụ người ký",
    bad="Cuối văn bản chỉ có chữ ký",
    good="Nơi nhận: … - Lưu: VT, VP.",
)

TT570 = error(
    "TT570",
    "quyền hạn, chức vụ trình bày sai",
    article="Phụ lục I, Phần I, II.7.đ",
    reason="Quyền hạn, chức vụ của người ký: chữ in hoa, cỡ 13–14, đứng, đậm",
    bad="Chức vụ không đậm",
    good="TL. GIÁM ĐỐC / CHÁNH VĂN PHÒNG đậm",
)

TT571 = error(
    "TT571",
    "ghi «TM.» cho cơ quan theo chế độ thủ trưởng",
    article="Điều 13; Phụ lục I, Phần I, II.7.b",
    reason=(
        "Chữ «TM.» dùng khi ký thay mặt tập thể; giám đốc sở, hiệu trưởng, trưởng phòng ký với tư "
        "cách thủ trưởng"
    ),
    bad="TM. GIÁM ĐỐC",
    good="KT. GIÁM ĐỐC hoặc TL. GIÁM ĐỐC",
)

TT572 = error(
    "TT572",
    "ghi học hàm, học vị trước họ tên người ký",
    article="Phụ lục I, Phần I, II.7.c",
    reason=(
        "Trước họ tên của người ký không ghi học hàm, học vị và các danh hiệu danh dự khác; trường "
        "học, đơn vị sự nghiệp giáo dục theo quy định của ngành nên không báo"
    ),
    bad="ThS. Nguyễn Văn Mẫu",
    good="Nguyễn Văn Mẫu",
)

TT573 = error(
    "TT573",
    "họ tên người ký trình bày sai",
    article="Phụ lục I, Phần I, II.7.đ",
    reason="Họ tên người ký: chữ in thường, cỡ 13–14, đứng, đậm, canh giữa dưới chức vụ",
    bad="Họ tên không đậm",
    good="Họ tên cỡ 14, đứng, đậm",
)

TT574 = error(
    "TT574",
    "thiếu hoặc sai chức vụ dưới quyền hạn ký",
    article="Điều 13; Phụ lục I, Phần I, II.7.b",
    reason="Dưới dòng KT., TL., TUQ. ghi chức vụ của chính người ký; ký thay (KT.) là cấp phó",
    bad="KT. GIÁM ĐỐC / TRƯỞNG PHÒNG",
    good="KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC",
)

TT575 = error(
    "TT575",
    "cấp phó ký mà không ghi KT.",
    article="Điều 13; Phụ lục I, Phần I, II.7.b",
    reason=(
        "Cấp phó ký thay người đứng đầu, kể cả khi được giao phụ trách, ghi «KT.» trước chức vụ người "
        "đứng đầu"
    ),
    bad="PHÓ GIÁM ĐỐC",
    good="KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC",
)

TT576 = error(
    "TT576",
    "chữ viết tắt quyền hạn ký viết sai",
    article="Phụ lục I, Phần I, II.7.b",
    reason="Quyền hạn ghi bằng TM., Q., KT., TL., TUQ., có dấu chấm",
    bad="T/M ỦY BAN NHÂN DÂN; QUYỀN GIÁM ĐỐC",
    good="TM. ỦY BAN NHÂN DÂN; Q. GIÁM ĐỐC",
)

TT577 = warning(
    "TT577",
    "không thấy chức vụ người ký",
    article="Phụ lục I, Phần I, II.7.đ",
    reason="Trên họ tên của người ký có quyền hạn, chức vụ, ngang hàng với Nơi nhận",
    bad="Cuối văn bản chỉ có họ tên người ký",
    good="GIÁM ĐỐC / Nguyễn Văn Mẫu",
)


looks = looks_of(
    (Element.ADDRESSEE, TT551, measures.ADDRESSEE),
    (Element.ADDRESSEE_LINE, TT551, measures.ADDRESSEE),
    (Element.RECIPIENTS, TT560, measures.RECIPIENTS),
    (Element.RECIPIENT, TT561, measures.RECIPIENT),
)
_ENDS = (";", ".")
_DASH = re.compile(r"[-–—−]")
_KEPT = re.compile(r"(?:[-–—−]\s?)?Lưu\s?:\s?VT\b(?:,\s?[^;]+)?\s?(?:\.|\.\s?\S{0,4}\(\d+\)\.?)")
_AS_ABOVE = re.compile(r"[-–—−]?\s*Như (trên|Kính gửi|kính gửi)\b")


def addressee(sheet: Sheet) -> Iterator[Finding]:
    """«Kính gửi» belongs only to types of papers that are sent to somebody by name."""
    kind = sheet.known.type
    if kind is not None and kind in measures.WITHOUT_ADDRESSEE:
        for one in sheet.all(Element.ADDRESSEE)[:1]:
            message = f"{kind.capitalize()} không ghi Kính gửi"
            yield sheet.at(TT550, one.paragraph, message, hint="bỏ dòng này, ghi nơi gửi ở Nơi nhận")
        return
    for one in sheet.spoken(Element.ADDRESSEE):
        fault = _addressee_fault(one.text, sheet.all(Element.ADDRESSEE_LINE))
        if fault is not None:
            yield sheet.at(TT552, one.paragraph, f"«{shortened(one.text)}»: {fault[0]}", hint=fault[1])
    yield from _punctuation(sheet, sheet.all(Element.ADDRESSEE_LINE))
    yield from _dashes(sheet, sheet.all(Element.ADDRESSEE_LINE))


def _addressee_fault(text: str, lines: Sequence[Recognised]) -> tuple[str, str] | None:
    named = text[len("Kính gửi") :].lstrip()
    if not named.startswith(":"):
        return "sau chữ «Kính gửi» phải có dấu hai chấm", "viết «Kính gửi:»"
    named = named[1:].strip()
    if not named and len(lines) == 1 and not (lines[0].paragraph.has_tags or lines[0].paragraph.is_blank):
        hint = f"viết «Kính gửi: {shortened(lines[0].text).lstrip('- ')}»"
        return "gửi một nơi thì ghi trên cùng dòng", hint
    if ";" in named.rstrip("; ") or (named.endswith(";") and not lines):
        hint = "xuống dòng sau «Kính gửi:», mỗi nơi một dòng có gạch đầu dòng"
        return "gửi nhiều nơi thì mỗi nơi một dòng", hint
    return None


def _punctuation(sheet: Sheet, found: Sequence[Recognised]) -> Iterator[Finding]:
    if not all(sheet.speaks(one) for one in found) or len(found) == 1:
        return
    for place, one in enumerate(found):
        last = place == len(found) - 1
        goes_on = not last and not _is_listed(found[place + 1])
        wanted = "." if last else ";"
        if not one.text.endswith(wanted) and not goes_on:
            message = f"dòng «{shortened(one.text)}» không kết thúc bằng «{wanted}»"
            yield sheet.at(TT552, one.paragraph, message, hint=f"đặt dấu «{wanted}» ở cuối dòng")


def _dashes(sheet: Sheet, found: Sequence[Recognised]) -> Iterator[Finding]:
    """A dash for each of several, one below the other."""
    listed = [one for one in found if _is_listed(one)]
    for place, one in enumerate(found if len(found) > 1 else ()):
        goes_on = place > 0 and not found[place - 1].text.endswith(_ENDS)
        if not _is_listed(one) and not goes_on and sheet.speaks(one):
            message = f"dòng «{shortened(one.text)}» không có gạch đầu dòng"
            yield sheet.at(TT552, one.paragraph, message, hint="viết «- …;», mỗi nơi một dòng")
    starts = {_start(one) for one in listed if not one.paragraph.raw[:1].isspace()}
    centred = [one for one in listed if one.paragraph.is_turned]
    if len(listed) > 1 and (centred or (starts and max(starts) - min(starts) > _ALIGNED)):
        one = centred[0] if centred else max(listed, key=lambda line: abs(_start(line) - _start(listed[0])))
        message = f"các gạch đầu dòng không thẳng hàng: «{shortened(one.text)}»"
        hint = "canh trái, thụt các dòng bằng nhau, dưới dấu hai chấm"
        yield sheet.at(TT551, one.paragraph, message, hint=hint)


_ALIGNED = 6.0
"""Points by which dashes may differ and still look aligned."""


def _start(one: Recognised) -> float:
    layout = one.paragraph.layout
    return layout.left + layout.first_line


def _is_listed(one: Recognised) -> bool:
    return one.paragraph.label == "-" or _DASH.match(one.text) is not None


def recipients(sheet: Sheet) -> Iterator[Finding]:
    """«Nơi nhận:», a dash and a semicolon each, the copy kept at the end."""
    for head in sheet.spoken(Element.RECIPIENTS):
        if head.text not in ("Nơi nhận:", "NƠI NHẬN:"):
            yield sheet.at(TT560, head.paragraph, f"viết «{head.text}»", hint="viết «Nơi nhận:»")
    yield from _side(sheet)
    found = sheet.all(Element.RECIPIENT)
    if any(one.paragraph.has_tags for one in found):
        return
    for place, one in enumerate(found[:-1]):
        goes_on = not _is_listed(found[place + 1]) and not one.text.endswith(_ENDS)
        wrapped = place > 0 and not _is_listed(one) and not found[place - 1].text.endswith(_ENDS)
        right = (_is_listed(one) or wrapped) and (one.text.endswith(";") or goes_on)
        if not right and sheet.speaks(one):
            message = f"dòng nơi nhận viết «{shortened(one.text)}»"
            yield sheet.at(TT562, one.paragraph, message, hint="viết «- …;»")
    yield from _kept(sheet, found)


def _side(sheet: Sheet) -> Iterator[Finding]:
    """The recipients are to the left of the signer."""
    heads, offices = sheet.all(Element.RECIPIENTS)[:1], sheet.all(Element.POSITION)[:1]
    cells = [one.paragraph.cell for one in (*heads, *offices)]
    if len(cells) < 2 or cells[0] is None or cells[1] is None:
        return
    if cells[0].table == cells[1].table and cells[0].column > cells[1].column:
        hint = "đổi hai ô: Nơi nhận bên trái, chức vụ bên phải"
        yield sheet.at(TT560, heads[0].paragraph, "Nơi nhận đặt bên phải chức vụ người ký", hint=hint)


def _kept(sheet: Sheet, found: Sequence[Recognised]) -> Iterator[Finding]:
    """The line of the copy kept is the last one; it may take two lines."""
    if not found:
        return
    first = next((n for n, one in enumerate(found) if words.is_kept(one.text)), len(found) - 1)
    after = next((n for n in range(first + 1, len(found)) if _is_listed(found[n])), len(found))
    if after < len(found) and sheet.speaks(found[after]):
        message = f"dưới dòng Lưu còn «{shortened(found[after].text)}»"
        yield sheet.at(TT563, found[after].paragraph, message, hint="chuyển dòng Lưu xuống cuối")
    kept = found[first:after]
    written = " ".join(one.text for one in kept)
    right = _KEPT.fullmatch(written) is not None and _is_listed(kept[0])
    if not right and all(sheet.speaks(one) for one in kept):
        message = f"dòng cuối của Nơi nhận viết «{shortened(written)}»"
        yield sheet.at(TT563, kept[0].paragraph, message, hint="viết như «- Lưu: VT, VP.»")


def as_above(sheet: Sheet) -> Iterator[Finding]:
    """«Như trên» means the places that «Kính gửi» names, so each asks for the other."""
    found = sheet.all(Element.RECIPIENT)
    if not found or any(one.paragraph.has_tags for one in sheet.known.all if one.element in _ADDRESSED):
        return
    addressed = bool(sheet.all(Element.ADDRESSEE))
    if addressed and sheet.known.type in measures.WITHOUT_ADDRESSEE:
        return
    meant = _AS_ABOVE.match(found[0].text)
    if addressed and (meant is None or meant[1] != "trên") and not words.is_kept(found[0].text):
        message = f"dòng đầu của Nơi nhận viết «{shortened(found[0].text)}»"
        yield sheet.at(TT564, found[0].paragraph, message, hint="viết «- Như trên;»")
    if sheet.known.type in measures.ADDRESSED_WITHIN:
        return
    if not addressed and meant is not None and sheet.all(Element.STATE_NAME, Element.TITLE):
        message = f"«{shortened(found[0].text)}» mà văn bản không có Kính gửi"
        hint = "ghi tên nơi nhận, hoặc thêm Kính gửi nếu là công văn, tờ trình, báo cáo gửi cấp trên"
        yield sheet.at(TT565, found[0].paragraph, message, hint=hint)


_ADDRESSED = (Element.ADDRESSEE, Element.ADDRESSEE_LINE, Element.RECIPIENT)


def presence(sheet: Sheet) -> Iterator[Finding]:
    """A paper with a number is sent to somebody."""
    if not (sheet.all(Element.NUMBER) and sheet.all(Element.DATE_LINE)) or sheet.all(Element.RECIPIENTS):
        return
    if not sheet.known.is_other_form and sheet.known.type not in measures.WITHOUT_RECIPIENTS:
        hint = "thêm «Nơi nhận:» ở bên trái, ngang hàng với chức vụ người ký"
        yield sheet.whole(TT566, "không thấy Nơi nhận", hint=hint)


_FOR_A_BODY = re.compile(
    r"TM\.\s*(BAN GIÁM ĐỐC|BAN GIÁM HIỆU|GIÁM ĐỐC|HIỆU TRƯỞNG"
    r"|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG|NHÀ TRƯỜNG|TRƯỜNG\b|SỞ\b|PHÒNG\b)"
)
_SHORT_RANK = re.compile(
    r"(GS|PGS|TSKH|TS|ThS|Th\.S|CN|KS|BS|BSCKI|BSCKII|NGND|NGƯT|NSND|NSƯT|AHLĐ)[.,:\s]", re.IGNORECASE
)
_SCHOOLS = ("TRƯỜNG", "TRUNG TÂM", "HỌC VIỆN", "VIỆN", "BỆNH VIỆN", "ĐẠI HỌC")
_ON_BEHALF = re.compile(r"(KT|TL|TUQ)\.")
_SHORT = ("TM", "KT", "TL", "TUQ")
_BADLY = (
    *((re.compile("(" + r"\s?/\s?".join(one) + rf"|{one})\s+(?!\.)"), f"{one}.") for one in _SHORT),
    *((re.compile(r"\.\s?".join(one) + rf"[.:,]?\s*(?=\w)|{one}[:,]\s*"), f"{one}.") for one in _SHORT),
    *((re.compile(rf"{one}\.(?=\w)"), f"{one}.") for one in (*_SHORT, "Q")),
    (re.compile(r"P(?:\.\s*|\s+)(?=GIÁM|HIỆU|CHỦ|TRƯỞNG|CHÁNH)"), "PHÓ"),
    (re.compile(r"QUYỀN\s+(?=GIÁM|HIỆU|CHỦ|TRƯỞNG|CHÁNH)"), "Q."),
)
_DEPUTY = re.compile(r"(PHÓ|THỨ TRƯỞNG)\b|P\.")

signing_looks = looks_of(
    (Element.POSITION, TT570, measures.POSITION),
    (Element.NAME, TT573, measures.NAME),
)


def abbreviations(sheet: Sheet) -> Iterator[Finding]:
    """TM., Q., KT., TL., TUQ.; and TM. for collective bodies only."""
    for one in sheet.all(Element.POSITION):
        if _FOR_A_BODY.match(one.text):
            hint = "người đứng đầu ký thì bỏ dòng này; cấp phó ký thay ghi KT., ký thừa lệnh ghi TL."
            yield sheet.at(TT571, one.paragraph, f"ghi «{one.text}»", hint=hint)
        for pattern, right in _BADLY:
            match = pattern.match(one.text)
            if match is not None:
                fixed = f"{right} {one.text[match.end() :]}"
                yield sheet.at(TT576, one.paragraph, f"ghi «{one.text}»", hint=f"viết «{fixed}»")


def names(sheet: Sheet) -> Iterator[Finding]:
    """Nothing before the name; schools go by the rules of their ministry."""
    agencies = sheet.all(Element.AGENCY)
    if agencies and agencies[0].text.upper().startswith(_SCHOOLS):
        return
    for one in sheet.all(Element.NAME):
        match = _SHORT_RANK.match(one.text) or words.LONG_RANK.match(one.text)
        if match is not None:
            message = f"trước họ tên ghi «{match[0].strip()}»"
            yield sheet.at(TT572, one.paragraph, message, hint="chỉ ghi họ và tên")


def positions(sheet: Sheet) -> Iterator[Finding]:
    """Below KT., TL. and TUQ. comes the signer's own office; a deputy signs with KT."""
    # A template's offices are recognised by nothing but their place, beside the list of recipients.
    tables = {one.paragraph.table for one in sheet.all(Element.RECIPIENTS)} - {None}
    foot = [one.paragraph for one in sheet.known.all if one.paragraph.table in tables]
    if sheet.known.type == "BIÊN BẢN" or any(one.has_tags for one in foot):
        return
    # The offices of one signer are in one column, or in lines without a table.
    columns: dict[int | None, list[Recognised]] = {}
    for one in sheet.all(Element.POSITION):
        columns.setdefault(one.paragraph.column, []).append(one)
    for column in columns.values():
        yield from _order(sheet, column)


def _order(sheet: Sheet, column: Sequence[Recognised]) -> Iterator[Finding]:
    for place, one in enumerate(column):
        below = column[place + 1].text if place + 1 < len(column) else ""
        match = _ON_BEHALF.match(one.text)
        if match is not None and not below:
            message = f"dưới «{one.text}» không có chức vụ người ký"
            yield sheet.at(TT574, one.paragraph, message, hint="thêm dòng chức vụ của người ký")
        elif match is not None and match[1] == "KT" and _DEPUTY.search(below.upper()) is None:
            message = f"dưới «{one.text}» ghi «{below}»"
            hint = "ký thay là cấp phó: PHÓ GIÁM ĐỐC, PHÓ HIỆU TRƯỞNG…"
            yield sheet.at(TT574, one.paragraph, message, hint=hint)
    first = column[0]
    if _DEPUTY.match(first.text) and sheet.all(Element.RECIPIENTS):
        message = f"«{first.text}» ký mà không ghi KT."
        hint = f"thêm dòng trên: «KT. {first.text.removeprefix('PHÓ ')}»"
        yield sheet.at(TT575, first.paragraph, message, hint=hint)


def signing_presence(sheet: Sheet) -> Iterator[Finding]:
    """Above the name is its owner's office; a draft may leave both open."""
    if sheet.all(Element.NAME) and not sheet.all(Element.POSITION) and not sheet.is_template:
        hint = "thêm chức vụ người ký, chữ in hoa, đậm, ngang hàng với Nơi nhận"
        yield sheet.whole(TT577, "không thấy quyền hạn, chức vụ của người ký", hint=hint)


RULES = (
    looks,
    addressee,
    recipients,
    as_above,
    presence,
    signing_looks,
    abbreviations,
    names,
    positions,
    signing_presence,
)
