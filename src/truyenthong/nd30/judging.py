"""What the rules are handed, and the one rule for the look of an element."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from truyenthong.diagnostics.nd30.rule import LayoutRule
from truyenthong.findings import Finding, Ref
from truyenthong.nd30.elements import Element, Known, Recognised
from truyenthong.nd30.measures import Case, Style
from truyenthong.nd30.paper import Alignment, Paper, Paragraph
from truyenthong.text import collapse, number_wording

Fault = tuple[Paragraph, str, str]
"""Where, what is wrong, how to mend it."""

_BESIDE = frozenset(
    {
        Element.MOTTO,
        Element.AGENCY,
        Element.NUMBER,
        Element.DATE_LINE,
        Element.LETTER_SUMMARY,
        Element.POSITION,
        Element.NAME,
    }
)
"""Elements that stand to the left or right: without a table nothing tells what they are in the middle of."""

_SLACK = 0.01
"""Points by which a size may differ without being another size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A paper with what its paragraphs are.

    Attributes:
        exempt: words that are the paper's own and may stand as they are.
    """

    file: str
    paper: Paper
    known: Known
    exempt: Collection[str] = ()

    @property
    def is_template(self) -> bool:
        """Whether words are still to be filled in: what is missing then says nothing."""
        return any(one.paragraph.has_tags for one in self.known.all)

    def all(self, *elements: Element) -> tuple[Recognised, ...]:
        """The paragraphs that are one of ``elements``, in reading order."""
        return tuple(one for one in self.known.all if one.element in elements)

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
        """Whether the words of a paragraph may stand as they are."""
        return any(collapse(one) in paragraph.text for one in self.exempt)

    def speaks(self, one: Recognised) -> bool:
        """Whether the words of a paragraph are the paper's own and may be judged."""
        return not one.paragraph.has_tags and not self.is_exempt(one.paragraph)


def looks_wrong(
    sheet: Sheet, kind: LayoutRule, found: Sequence[Recognised], style: Style
) -> Iterator[Finding]:
    """The first thing in which each element does not look as it has to; equal faults are one finding."""
    faults: list[Fault] = []
    for one in found:
        beside = one.element in _BESIDE and one.paragraph.cell is None
        fault = _fault(one.paragraph, replace(style, centred=False) if beside else style)
        if fault is not None:
            faults.append((one.paragraph, f"{one.element} {fault[0]}", fault[1]))
    yield from sheet.alike(kind, faults)


def _fault(paragraph: Paragraph, style: Style) -> tuple[str, str] | None:
    return _size_fault(paragraph, style) or _letter_fault(paragraph, style) or _place_fault(paragraph, style)


def _size_fault(paragraph: Paragraph, style: Style) -> tuple[str, str] | None:
    low, high = style.sizes
    wrong = [
        run.size
        for run in paragraph.worded
        if not low - _SLACK <= run.size <= high + _SLACK and not run.raised
    ]
    if not wrong:
        return None
    wanted = number_wording(low) if low == high else f"{number_wording(low)}–{number_wording(high)}"
    return f"cỡ chữ {number_wording(wrong[0])}", f"chọn cả đoạn, đặt cỡ chữ {wanted}"


def _letter_fault(paragraph: Paragraph, style: Style) -> tuple[str, str] | None:
    if style.bold is not None and any(run.bold is not style.bold for run in paragraph.worded):
        return ("chưa đậm", "đặt chữ đậm (Ctrl+B)") if style.bold else ("in đậm", "bỏ chữ đậm (Ctrl+B)")
    if style.italic is not None and any(run.italic is not style.italic for run in paragraph.worded):
        return (
            ("chưa nghiêng", "đặt chữ nghiêng (Ctrl+I)")
            if style.italic
            else ("in nghiêng", "bỏ chữ nghiêng (Ctrl+I)")
        )
    if paragraph.has_tags:
        return None
    text = paragraph.text
    if style.case is Case.UPPER and text != text.upper():
        return "chưa in hoa", "viết bằng chữ in hoa (Shift+F3)"
    letters = [char for char in text if char.isalpha()]
    if style.case is Case.LOWER and len(letters) > 3 and text == text.upper():
        return "in hoa cả dòng", "viết bằng chữ in thường (Shift+F3)"
    return None


def _place_fault(paragraph: Paragraph, style: Style) -> tuple[str, str] | None:
    """Tabs, spaces and indents centre as well as Word's own command, so they are not judged."""
    by_hand = paragraph.piece or paragraph.layout.left > 1 or paragraph.layout.first_line > 60
    if not style.centred or by_hand or paragraph.raw[:1].isspace():
        return None
    return (
        None
        if paragraph.layout.alignment is Alignment.CENTER
        else ("chưa canh giữa", "canh giữa đoạn (Ctrl+E)")
    )


def shortened(text: str) -> str:
    """The beginning of a text, to show where it is."""
    text = collapse(text)
    return text if len(text) <= 60 else f"{text[:59]}…"
