"""Rules about the lines below motto, agency and summary (Phụ lục I, Phần I, II.1.b, II.2.b, II.5.b)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truyenthong.findings import Finding, Severity
from truyenthong.nd30 import measures, words
from truyenthong.nd30.elements import Element, Recognised
from truyenthong.nd30.measures import (
    CAPITAL_WIDTH,
    LETTER_WIDTH,
    RAISED_ROOM,
    RAISED_WIDTH,
    SHORT_LINE,
    UNDERSCORE_WIDTH,
    WHOLE_LINE,
)
from truyenthong.nd30.paper import PaperPart, Paragraph
from truyenthong.nd30.rule import rule
from truyenthong.nd30.rules.heads import TT537, TT538, TT555
from truyenthong.nd30.sheet import Sheet, looks_wrong, shortened

_BELOW = 3
"""Paragraphs below a line of words among which its line is looked for."""

_SOLID = frozenset("_—")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ruled:
    """An element that needs a line, and what was found below it.

    Attributes:
        names: the lines of words of the element.
        zone: the paragraphs in which its line may stand: its own last one and those below.
        bounds: how long the line is to be, in parts of the words.
        mean: the mean width of a letter, in parts of its size.
    """

    names: Sequence[Recognised]
    zone: Sequence[Paragraph]
    bounds: tuple[float, float]
    mean: float

    @property
    def signs(self) -> Paragraph | None:
        """The line made of signs."""
        return next((one for one in self.zone[1:] if words.is_ruled(one.text) and one.text), None)

    @property
    def has_own(self) -> bool:
        """Whether a border, underlined words or signs make the line."""
        underlined = any(run.underlined for one in self.names for run in one.paragraph.runs)
        return underlined or self.signs is not None or any(one.ruled for one in self.zone)

    @property
    def strokes(self) -> tuple[float, ...]:
        """The lengths of what is drawn here."""
        return tuple(length for one in self.zone for length in one.strokes)


def rulers(sheet: Sheet) -> Iterator[Finding]:
    """A line below each of the three, solid and of the right length."""
    needed = [one for one in (_motto(sheet), _agency(sheet), _summary(sheet)) if one is not None]
    drawn = sum(len(one.strokes) for one in _region(sheet))
    bare = [one for one in needed if not one.has_own]
    for one in needed:
        # A line may be anchored anywhere near, so it is missed only where none is left for the element.
        if one in bare and not one.strokes and drawn < len(bare):
            message = f"dưới {one.names[-1].element} không có đường kẻ"
            hint = "Chèn > Hình > Đường thẳng, nét liền, canh giữa dưới dòng chữ"
            yield sheet.at(TT537, one.names[-1].paragraph, message, hint=hint)
        yield from _wrong(sheet, one)


def _region(sheet: Sheet) -> tuple[Paragraph, ...]:
    others = (PaperPart.BOX, PaperPart.HEADER, PaperPart.FIRST_HEADER)
    return (*sheet.known.top, *(one for one in sheet.paper.paragraphs if one.part in others))


def _motto(sheet: Sheet) -> _Ruled | None:
    return _ruled(sheet, sheet.all(Element.MOTTO)[:1], WHOLE_LINE, LETTER_WIDTH)


def _agency(sheet: Sheet) -> _Ruled | None:
    return _ruled(sheet, sheet.all(Element.AGENCY), SHORT_LINE, CAPITAL_WIDTH)


def _summary(sheet: Sheet) -> _Ruled | None:
    if sheet.known.is_other_form:
        return None
    return _ruled(sheet, sheet.all(Element.SUMMARY), SHORT_LINE, LETTER_WIDTH)


def _ruled(
    sheet: Sheet, names: Sequence[Recognised], bounds: tuple[float, float], mean: float
) -> _Ruled | None:
    if not names or names[-1].paragraph.part is not PaperPart.BODY:
        return None
    return _Ruled(names=names, zone=_zone(sheet, names[-1].paragraph), bounds=bounds, mean=mean)


def _zone(sheet: Sheet, last: Paragraph) -> list[Paragraph]:
    """The last paragraph of an element and those right below it in its cell, up to the next words."""
    zone = [last]
    column = last.cell.column if last.cell is not None else None
    below = [one for one in sheet.known.top if one.place > last.place and _same(one, last, column)]
    for one in below[:_BELOW]:
        if words.is_annex_note(one.text):
            continue
        if one.is_printed and not words.is_ruled(one.text):
            zone += [one] if one.ruled and last.cell is None and not one.text else []
            break
        zone.append(one)
    return zone


def _same(one: Paragraph, last: Paragraph, column: int | None) -> bool:
    if last.cell is None or one.cell is None:
        return last.cell is None and one.cell is None
    return one.cell.table == last.cell.table and one.cell.column == column


def _wrong(sheet: Sheet, one: _Ruled) -> Iterator[Finding]:
    """A line that is not solid, or too long or short, where its length is known."""
    if any(name.paragraph.has_tags or name.paragraph.is_blank for name in one.names):
        return
    signs = one.signs
    name = one.names[-1].element
    if signs is not None and not set(signs.text.replace(" ", "")) <= _SOLID and not one.strokes:
        message = f"đường kẻ dưới {name} viết «{signs.text[:40]}»"
        yield sheet.at(TT538, signs, message, hint="kẻ một nét liền: Chèn > Hình > Đường thẳng")
        return
    broken = next((line for line in one.zone if line.broken), None)
    if broken is not None:
        hint = "kẻ một nét liền: Chèn > Hình > Đường thẳng"
        yield sheet.at(TT538, broken, f"đường kẻ dưới {name} không phải nét liền", hint=hint)
    length = _length(one)
    widths = [_width(line.paragraph, one.mean) for line in one.names]
    room = RAISED_ROOM if signs is not None and any(run.raised for run in signs.runs) else 1.0
    low, high = one.bounds[0] / room, one.bounds[1] * room
    if length is None or any(low <= length / width <= high for width in (*widths, max(widths))):
        return
    wanted = "dài bằng dòng chữ" if one.bounds == WHOLE_LINE else "dài từ 1/3 đến 1/2 dòng chữ"
    percent = round(100 * length / max(widths))
    yield sheet.at(
        TT538,
        signs or one.zone[0],
        f"đường kẻ dưới {name} dài khoảng {percent} % dòng chữ",
        hint=f"kẻ {wanted}",
    )


def _length(one: _Ruled) -> float | None:
    """The length of the line in points: signs are counted, a drawing tells it."""
    if one.signs is not None:
        return sum(
            len("".join(run.text.split())) * UNDERSCORE_WIDTH * run.size * (RAISED_WIDTH if run.raised else 1)
            for run in one.signs.runs
        )
    words_of = [run for name in one.names for run in name.paragraph.worded]
    if words_of and all(run.underlined for run in words_of):
        return max(_width(name.paragraph, one.mean) for name in one.names)
    known = [length for length in one.strokes if length > 0]
    return known[0] if len(known) == 1 and not one.has_own else None


def _width(paragraph: Paragraph, mean: float) -> float:
    """About how wide words are in points."""
    return max(len(paragraph.text) * mean * paragraph.size, 1.0)


def below_letters(sheet: Sheet) -> Iterator[Finding]:
    """The summary of a letter has no line below it."""
    found = sheet.all(Element.LETTER_SUMMARY)
    signs = (
        _Ruled(names=found, zone=_zone(sheet, found[-1].paragraph), bounds=SHORT_LINE, mean=0).signs
        if found
        else None
    )
    if signs is not None and sheet.known.type is None:
        yield sheet.at(TT555, signs, "dưới trích yếu công văn có đường kẻ", hint="xóa đường kẻ này")


RULES = (rulers, below_letters)


TT533 = rule(
    "TT533",
    Severity.ERROR,
    "căn cứ trình bày sai",
    article="Phụ lục I, Phần I, II.6.a",
    reason="Căn cứ ban hành: chữ in thường, cỡ 13–14, nghiêng",
    bad="Căn cứ kiểu đứng",
    good="Căn cứ kiểu nghiêng",
)

TT534 = rule(
    "TT534",
    Severity.ERROR,
    "căn cứ chấm câu sai",
    article="Phụ lục I, Phần I, II.6.a",
    reason=("Sau mỗi căn cứ xuống dòng, cuối dòng có dấu chấm phẩy, dòng cuối kết thúc bằng dấu chấm"),
    bad="Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019.",
    good="Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;",
)

TT557 = rule(
    "TT557",
    Severity.ERROR,
    "căn cứ ghi chưa đủ",
    article="Phụ lục I, Phần I, II.6.a",
    reason=("Căn cứ ghi đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày tháng năm và trích yếu"),
    bad="Căn cứ Kế hoạch số 180/KH-BGDĐT về truyền thông;",
    good=(
        "Căn cứ Kế hoạch số 180/KH-BGDĐT ngày 20 tháng 3 năm 2020 của Bộ Giáo dục và Đào tạo về truyền thông;"
    ),
)

TT558 = rule(
    "TT558",
    Severity.ERROR,
    "căn cứ là Luật, Pháp lệnh mà ghi số",
    article="Phụ lục I, Phần I, II.6.a",
    reason="Riêng Luật, Pháp lệnh không ghi số, ký hiệu, cơ quan ban hành",
    bad="Căn cứ Luật Giáo dục số 43/2019/QH14;",
    good="Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;",
)


_CITED = re.compile(
    r"(Nghị định|Thông tư|Quyết định|Kế hoạch|Chỉ thị|Nghị quyết|Thông báo|Hướng dẫn|Chương trình|Công văn)"
    r" số \d+[/-]\S+"
)
_DATED = re.compile(r"ngày|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|tháng")
_LAW = re.compile(r"Căn cứ (Bộ luật|Luật|Pháp lệnh)\b[^;]*?\bsố\s*:?\s*\d+/\d{4}/(QH|PL|UBTVQH)\d*")


def looks(sheet: Sheet) -> Iterator[Finding]:
    """Slanted."""
    yield from looks_wrong(sheet, TT533, sheet.all(Element.GROUND), measures.GROUND)


def punctuation(sheet: Sheet) -> Iterator[Finding]:
    """Each ends with a semicolon, the last with a full stop."""
    found = sheet.all(Element.GROUND)
    for place, one in enumerate(found):
        last = place == len(found) - 1
        sign = "." if last else ";"
        if sheet.speaks(one) and not one.paragraph.piece and not one.text.endswith(sign):
            name = "dòng căn cứ cuối" if last else "dòng căn cứ"
            message = f"{name} không kết thúc bằng «{sign}»: «{shortened(one.text)}»"
            yield sheet.at(TT534, one.paragraph, message, hint=f"đặt dấu «{sign}» ở cuối dòng")


def citations(sheet: Sheet) -> Iterator[Finding]:
    """What is cited is cited in full; of laws only the name and the day."""
    for one in sheet.all(Element.GROUND):
        if not sheet.speaks(one):
            continue
        law = _LAW.match(one.text[:500])
        if law is not None:
            message = f"căn cứ ghi số của {law[1]}: «{shortened(one.text)}»"
            yield sheet.at(
                TT558, one.paragraph, message, hint="bỏ số, ký hiệu; chỉ ghi tên và ngày tháng năm"
            )
        cited = _CITED.search(one.text)
        if cited is not None and not _DATED.search(one.text):
            message = f"căn cứ không ghi ngày ban hành: «{shortened(one.text)}»"
            yield sheet.at(TT557, one.paragraph, message, hint="thêm «ngày … tháng … năm … của …»")


GROUND_RULES = (looks, punctuation, citations)
