"""Rules about the lines below motto, agency and summary (Phụ lục I, Phần I, II.1.b, II.2.b, II.5.b)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truyenthong.findings import Finding
from truyenthong.nd30 import words
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
from truyenthong.nd30.rule import error, warning
from truyenthong.nd30.sheet import Sheet

TT537 = error(
    "TT537",
    "thiếu đường kẻ",
    article="Phụ lục I, Phần I, II.1.b, II.2.b, II.5.b",
    reason=(
        "Dưới Tiêu ngữ, tên cơ quan ban hành và trích yếu có đường kẻ ngang, nét liền. Kẻ bằng nét "
        "vẽ, viền đoạn hay dấu gạch dưới đều được"
    ),
    bad="Dưới Tiêu ngữ không có gì",
    good="Chèn > Hình > Đường thẳng, dưới Tiêu ngữ",
)

TT538 = error(
    "TT538",
    "đường kẻ sai",
    article="Phụ lục I, Phần I, II.1.b, II.2.b, II.5.b",
    reason=(
        "Đường kẻ dưới Tiêu ngữ dài bằng dòng chữ, dưới tên cơ quan và trích yếu dài từ 1/3 đến 1/2 "
        "dòng chữ, nét liền"
    ),
    bad="------***------",
    good="________",
)

TT555 = warning(
    "TT555",
    "dưới trích yếu công văn có đường kẻ",
    article="Phụ lục I, Phần I, II.5.b; Phụ lục III, mẫu 1.5",
    reason="Đường kẻ chỉ đặt dưới Tiêu ngữ, tên cơ quan và trích yếu của văn bản có tên loại",
    bad="V/v đôn đốc gửi báo cáo\n________",
    good="V/v đôn đốc gửi báo cáo",
)


_BELOW = 3
"""Paragraphs below a line of words among which its line is looked for."""

_SOLID = frozenset("_—")
_SOLIDLY = "kẻ một nét liền: Chèn > Hình > Đường thẳng"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ruled:
    """An element that needs a line, and the paragraphs below it.

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
        """The lengths of the lines drawn here."""
        return tuple(length for one in self.zone for length in one.strokes)


def rulers(sheet: Sheet) -> Iterator[Finding]:
    """A line below each of the three, solid and of the right length."""
    summaries = sheet.all(Element.SUMMARY) if not sheet.known.is_other_form else ()
    three = (
        _ruled(sheet, sheet.all(Element.MOTTO)[:1], WHOLE_LINE, LETTER_WIDTH),
        _ruled(sheet, sheet.all(Element.AGENCY), SHORT_LINE, CAPITAL_WIDTH),
        _ruled(sheet, summaries, SHORT_LINE, LETTER_WIDTH),
    )
    needed = [one for one in three if one is not None]
    others = (PaperPart.BOX, PaperPart.HEADER, PaperPart.FIRST_HEADER)
    around = (*sheet.known.top, *(one for one in sheet.paper.paragraphs if one.part in others))
    drawn = sum(len(one.strokes) for one in around)
    bare = [one for one in needed if not one.has_own]
    for one in needed:
        # A line may be anchored anywhere near, so it is missed only where none is left for the element.
        if one in bare and not one.strokes and drawn < len(bare):
            message = f"dưới {one.names[-1].element} không có đường kẻ"
            hint = "Chèn > Hình > Đường thẳng, nét liền, canh giữa dưới dòng chữ"
            yield sheet.at(TT537, one.names[-1].paragraph, message, hint=hint)
        yield from _wrong(sheet, one)


def _ruled(
    sheet: Sheet, names: Sequence[Recognised], bounds: tuple[float, float], mean: float
) -> _Ruled | None:
    if not names or names[-1].paragraph.part is not PaperPart.BODY:
        return None
    return _Ruled(names=names, zone=_zone(sheet, names[-1].paragraph), bounds=bounds, mean=mean)


def _zone(sheet: Sheet, last: Paragraph) -> list[Paragraph]:
    """The last paragraph of an element and those right below it in its cell, up to the next words."""
    zone = [last]
    here = (last.table, last.column)
    below = [one for one in sheet.known.top if one.place > last.place and (one.table, one.column) == here]
    for one in below[:_BELOW]:
        if words.is_annex_note(one.text):
            continue
        if one.is_printed and not words.is_ruled(one.text):
            zone += [one] if one.ruled and last.cell is None and not one.text else []
            break
        zone.append(one)
    return zone


def _wrong(sheet: Sheet, one: _Ruled) -> Iterator[Finding]:
    """A line that is not solid, or too long or short, where its length is known."""
    if any(name.paragraph.has_tags or name.paragraph.is_blank for name in one.names):
        return
    signs = one.signs
    name = one.names[-1].element
    if signs is not None and not set(signs.text.replace(" ", "")) <= _SOLID and not one.strokes:
        message = f"đường kẻ dưới {name} viết «{signs.text[:40]}»"
        yield sheet.at(TT538, signs, message, hint=_SOLIDLY)
        return
    broken = next((line for line in one.zone if line.broken), None)
    if broken is not None:
        yield sheet.at(TT538, broken, f"đường kẻ dưới {name} không phải nét liền", hint=_SOLIDLY)
    length = _length(one)
    widths = [_width(line.paragraph, one.mean) for line in one.names]
    room = RAISED_ROOM if signs is not None and any(run.raised for run in signs.runs) else 1.0
    low, high = one.bounds[0] / room, one.bounds[1] * room
    if length is None or any(low <= length / width <= high for width in (*widths, max(widths))):
        return
    wanted = "dài bằng dòng chữ" if one.bounds == WHOLE_LINE else "dài từ 1/3 đến 1/2 dòng chữ"
    percent = round(100 * length / max(widths))
    message = f"đường kẻ dưới {name} dài khoảng {percent} % dòng chữ"
    yield sheet.at(TT538, signs or one.zone[0], message, hint=f"kẻ {wanted}")


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
    if not found or sheet.known.type is not None:
        return
    signs = _Ruled(names=found, zone=_zone(sheet, found[-1].paragraph), bounds=SHORT_LINE, mean=0).signs
    if signs is not None:
        yield sheet.at(TT555, signs, "dưới trích yếu công văn có đường kẻ", hint="xóa đường kẻ này")


RULES = (rulers, below_letters)
