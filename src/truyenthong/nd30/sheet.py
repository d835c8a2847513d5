"""The paper that every rule gets, and the one rule for the look of elements, which reports every fault."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from truyenthong.findings import Finding, Ref
from truyenthong.nd30.elements import Element, Recognised, RecognisedPaper
from truyenthong.nd30.measures import LEFT_SLACK, SINGLE, Case, ElementPlace, Style
from truyenthong.nd30.paper import Paper, Paragraph
from truyenthong.nd30.rule import LayoutRule
from truyenthong.text import collapse, number_wording

Fault = tuple[Paragraph, str, str]
"""Where, what is wrong, how to mend it."""

_BESIDE = frozenset(
    {
        Element.STATE_NAME,
        Element.MOTTO,
        Element.SUPERIOR,
        Element.AGENCY,
        Element.NUMBER,
        Element.DATE_LINE,
        Element.LETTER_SUMMARY,
        Element.POSITION,
        Element.NAME,
    }
)
"""Elements to the left or right: without a table nothing says in what they are centred."""

_SLACK = 0.01
"""Points by which a size may differ without being another size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A paper with what its paragraphs are.

    Attributes:
        exempt: words that are the paper's own, so that no rule reports them.
    """

    file: str
    paper: Paper
    known: RecognisedPaper
    exempt: Collection[str] = ()

    @property
    def is_template(self) -> bool:
        """Whether words are still to be filled in: what is missing then says nothing."""
        return any(one.paragraph.has_tags for one in self.known.all)

    def all(self, *elements: Element) -> tuple[Recognised, ...]:
        """The paragraphs that are one of ``elements``, in reading order."""
        return tuple(one for one in self.known.all if one.element in elements)

    def spoken(self, *elements: Element) -> Iterator[Recognised]:
        """Those of them whose words are the paper's own and may be checked."""
        return (one for one in self.all(*elements) if self.speaks(one))

    def at(self, kind: LayoutRule, paragraph: Paragraph, message: str, *, hint: str) -> Finding:
        """A finding at a paragraph."""
        return kind.at(Ref(file=self.file, spot=paragraph.spot), message, hint=hint)

    def whole(self, kind: LayoutRule, message: str, *, hint: str) -> Finding:
        """A finding about the whole file."""
        return kind.at(Ref(file=self.file, spot="cả văn bản"), message, hint=hint)

    def alike(self, kind: LayoutRule, faults: Iterable[Fault]) -> Iterator[Finding]:
        """One finding for each way of being wrong: at its first place, with the number of the others."""
        groups: dict[tuple[str, str], list[Paragraph]] = {}
        for paragraph, what, hint in faults:
            groups.setdefault((what, hint), []).append(paragraph)
        for (what, hint), found in groups.items():
            others = f"; {len(found) - 1} đoạn khác cũng vậy" if len(found) > 1 else ""
            yield self.at(kind, found[0], f"{what}: «{shortened(found[0].text)}»{others}", hint=hint)

    def is_exempt(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph contains words that are exempt."""
        return any(collapse(one) in paragraph.text for one in self.exempt)

    def speaks_of_number(self, one: Recognised) -> bool:
        """The same where dots are right: in number and symbol, and the lines below them."""
        return not one.paragraph.has_tags and not self.is_exempt(one.paragraph)

    def speaks(self, one: Recognised) -> bool:
        """Whether the words of a paragraph are the paper's own and may be checked."""
        paragraph = one.paragraph
        return not paragraph.has_tags and not paragraph.is_blank and not self.is_exempt(paragraph)


Rule = Callable[[Sheet], Iterator[Finding]]


def alike(kind: LayoutRule) -> Callable[[Callable[[Sheet], Iterator[Fault]]], Rule]:
    """Makes a rule of a function that yields faults: one finding for each way of being wrong."""
    return lambda faults: lambda sheet: sheet.alike(kind, faults(sheet))


def looks_of(*rows: tuple[Element, LayoutRule, Style]) -> Rule:
    """The rule for size, weight, slant, case and place of each element of a table."""

    def looks(sheet: Sheet) -> Iterator[Finding]:
        for element, kind, style in rows:
            yield from looks_wrong(sheet, kind, sheet.all(element), style)

    return looks


def those_there(faults: Iterable[tuple[bool, str]]) -> tuple[str, ...]:
    """The faults of a table of (is it there, its words) that are there."""
    return tuple(words for is_there, words in faults if is_there)


def looks_wrong(
    sheet: Sheet, kind: LayoutRule, found: Sequence[Recognised], style: Style
) -> Iterator[Finding]:
    """Where each element does not look as it must; equal faults are one finding."""
    faults: list[Fault] = []
    for one in found:
        beside = one.element in _BESIDE and one.paragraph.cell is None
        wanted = replace(style, place=ElementPlace.ANY) if beside else style
        faults += [
            (one.paragraph, f"{one.element} {what}", hint) for what, hint in _faults(one.paragraph, wanted)
        ]
    yield from sheet.alike(kind, faults)


def _faults(paragraph: Paragraph, style: Style) -> Iterator[tuple[str, str]]:
    yield from _size_faults(paragraph, style)
    yield from _letter_faults(paragraph, style)
    yield from _case_faults(paragraph, style)
    yield from _place_faults(paragraph, style)
    if style.single and paragraph.layout.line_is_multiple and paragraph.layout.line > SINGLE:
        yield (
            f"cách dòng {number_wording(round(paragraph.layout.line, 2))}",
            "Đoạn > Khoảng cách dòng: dòng đơn (Single)",
        )


def _size_faults(paragraph: Paragraph, style: Style) -> Iterator[tuple[str, str]]:
    low, high = style.sizes
    wrong = {run.size for run in paragraph.worded if not low - _SLACK <= run.size <= high + _SLACK}
    if wrong:
        wanted = number_wording(low) if low == high else f"{number_wording(low)}–{number_wording(high)}"
        given = ", ".join(number_wording(size) for size in sorted(wrong))
        yield f"cỡ chữ {given}", f"chọn cả đoạn, đặt cỡ chữ {wanted}"


def _letter_faults(paragraph: Paragraph, style: Style) -> Iterator[tuple[str, str]]:
    if style.bold is not None and any(run.bold is not style.bold for run in paragraph.worded):
        yield ("chưa đậm", "đặt chữ đậm (Ctrl+B)") if style.bold else ("in đậm", "bỏ chữ đậm (Ctrl+B)")
    if style.italic is not None and any(run.italic is not style.italic for run in paragraph.worded):
        yield (
            ("chưa nghiêng", "đặt chữ nghiêng (Ctrl+I)")
            if style.italic
            else ("in nghiêng", "bỏ chữ nghiêng (Ctrl+I)")
        )


def _case_faults(paragraph: Paragraph, style: Style) -> Iterator[tuple[str, str]]:
    text = paragraph.text
    if paragraph.has_tags:
        return
    if style.case is Case.UPPER and text != text.upper():
        yield "chưa in hoa", "viết bằng chữ in hoa (Shift+F3)"
    if style.bare and len(text) > 1 and text[-1] in ".,;" and text[-2] not in ".…" and not paragraph.is_blank:
        yield f"có dấu «{text[-1]}» ở cuối", "bỏ dấu ở cuối dòng"
    if style.case is Case.LOWER and is_written_in_capitals(text):
        yield "in hoa cả dòng", "viết bằng chữ in thường (Shift+F3)"


def is_written_in_capitals(text: str) -> bool:
    """Whether a line is words in capitals: more than an abbreviation («HĐND, UBND»), which has no tone."""
    toned = any(unicodedata.combining(char) for char in unicodedata.normalize("NFD", text))
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 3 and toned and text == text.upper()


def _place_faults(paragraph: Paragraph, style: Style) -> Iterator[tuple[str, str]]:
    """Only Word's own command counts: tabs, spaces and indents may place a line just as well."""
    layout = paragraph.layout
    if style.place is ElementPlace.ANY or paragraph.piece or paragraph.raw[:1].isspace():
        return
    if style.place is ElementPlace.LEFT_MARGIN:
        if paragraph.is_turned or layout.left + layout.first_line > LEFT_SLACK:
            yield "không sát lề trái", "canh trái đoạn (Ctrl+L), bỏ thụt đầu dòng"
    elif not paragraph.is_centred and layout.left <= 1 and layout.first_line <= 60:
        yield "chưa canh giữa", "canh giữa đoạn (Ctrl+E)"


def shortened(text: str) -> str:
    """The beginning of a text, at most 60 characters."""
    text = collapse(text)
    return text if len(text) <= 60 else f"{text[:59]}…"
