"""What the rules are handed, and the one rule for the look of an element."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.findings import Finding, Ref
from truyenthong.nd30.elements import Element, Recognised
from truyenthong.nd30.measures import Case, Style
from truyenthong.nd30.paper import Alignment, Paper, Paragraph
from truyenthong.text import collapse, number_wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A paper with what its paragraphs are.

    Attributes:
        exempt: words that are the paper's own and may stand as they are.
    """

    file: str
    paper: Paper
    known: tuple[Recognised, ...]
    exempt: Collection[str] = ()

    def all(self, *elements: Element) -> tuple[Recognised, ...]:
        """The paragraphs that are one of ``elements``, in reading order."""
        return tuple(one for one in self.known if one.element in elements)

    def at(self, kind: Diagnostic, paragraph: Paragraph, message: str, *, hint: str | None = None) -> Finding:
        """A finding at a paragraph."""
        return kind.at(Ref(file=self.file, spot=paragraph.spot), message, hint=hint)

    def whole(self, kind: Diagnostic, message: str, *, hint: str | None = None) -> Finding:
        """A finding about the whole file."""
        return kind.at(Ref(file=self.file, spot="cả văn bản"), message, hint=hint)

    def is_exempt(self, paragraph: Paragraph) -> bool:
        """Whether the words of a paragraph may stand as they are."""
        words = collapse(paragraph.text)
        return any(collapse(one) in words for one in self.exempt)


def looks_wrong(sheet: Sheet, kind: Diagnostic, one: Recognised, style: Style) -> Iterator[Finding]:
    """The first thing in which an element does not look as it has to; a mixed run is one fault."""
    fault = _fault(one.paragraph, style)
    if fault is not None:
        what, remedy = fault
        message = f"{one.element} {what}: «{shortened(one.text)}»"
        yield sheet.at(kind, one.paragraph, message, hint=remedy)


def _fault(paragraph: Paragraph, style: Style) -> tuple[str, str] | None:
    inked = paragraph.inked
    low, high = style.sizes
    wrong = [run.size for run in inked if not low <= run.size <= high]
    if wrong:
        wanted = number_wording(low) if low == high else f"{number_wording(low)}–{number_wording(high)}"
        return f"cỡ chữ {number_wording(wrong[0])}", f"chọn cả đoạn, đặt cỡ chữ {wanted}"
    if style.bold is not None and any(run.bold is not style.bold for run in inked):
        word = "chưa đậm" if style.bold else "in đậm"
        return word, "đặt chữ đậm" if style.bold else "bỏ chữ đậm"
    if style.italic is not None and any(run.italic is not style.italic for run in inked):
        word = "chưa nghiêng" if style.italic else "in nghiêng"
        return word, "đặt chữ nghiêng" if style.italic else "bỏ chữ nghiêng"
    if style.case is Case.UPPER and not paragraph.has_tags and paragraph.text != paragraph.text.upper():
        return "chưa in hoa", "viết bằng chữ in hoa"
    if style.centred and paragraph.layout.alignment is not Alignment.CENTER:
        return "chưa canh giữa", "canh giữa đoạn"
    return None


def shortened(text: str) -> str:
    """The beginning of a text, to show where it is."""
    text = collapse(text)
    return text if len(text) <= 60 else f"{text[:59]}…"
