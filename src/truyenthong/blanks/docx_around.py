"""Reads what stands around the fields of a Word form: number, date, unit, the box for nil; knows no field."""

from __future__ import annotations

from dataclasses import dataclass, field

from truyenthong.blanks.docx_controls import AGENCY_TAG, DAY_TAG, NIL_TAG, NUMBER_TAG, SYMBOL_TAG, UNIT_TAG
from truyenthong.blanks.docx_paper import AGENCY_TITLE, NIL_WORDS, OPENING_END, UNIT_TITLE
from truyenthong.blanks.docx_texts import is_ticked, paper_day, paper_number
from truyenthong.blanks.docx_walk import Paragraph

_NIL_START = NIL_WORDS.partition(",")[0]
_NIL_NAME = NIL_WORDS.partition(":")[0]


@dataclass(slots=True, kw_only=True)
class Around:
    """What the head of the paper says, as far as it has been read.

    Attributes:
        paper: ``so``, ``ky_hieu``, ``ngay``, those that stand there.
        unit_name: as the opening sentence has it.
        agency: as the letterhead has it, in capitals.
    """

    paper: dict[str, str] = field(default_factory=dict)
    nil: bool = False
    unit_name: str | None = None
    agency: str | None = None

    @property
    def numbered(self) -> dict[str, str]:
        """The number of the paper; nothing where only the symbol, printed beforehand, stands there."""
        return self.paper if self.paper.keys() & {"so", "ngay"} else {}

    def look(self, one: Paragraph, text: str) -> None:
        """Takes in what a paragraph says, if it says anything of the kind."""
        tags = {control.tag for control in one.controls}
        self.unit_name = self.unit_name or _inside(one, UNIT_TAG, UNIT_TITLE)
        self.agency = self.agency or _inside(one, AGENCY_TAG, AGENCY_TITLE)
        if {NUMBER_TAG, SYMBOL_TAG} & tags or text.strip().casefold().startswith("số"):
            self.paper = {**paper_number(text), **self.paper}
        if DAY_TAG in tags or "ngay" not in self.paper:
            inside = [
                piece.text
                for piece in one.pieces
                if DAY_TAG not in tags or any(each.tag == DAY_TAG for each in piece.within)
            ]
            self._day("".join(inside), certain=DAY_TAG in tags)
        if NIL_TAG in tags or _NIL_START in text:
            self._nil(one)

    def _day(self, text: str, *, certain: bool) -> None:
        day = paper_day(text) if certain or OPENING_END not in text else None
        if day is not None and (certain or day.count("/") == 2):
            self.paper.setdefault("ngay", day)

    def _nil(self, one: Paragraph) -> None:
        boxes = [control.ticked for control in one.controls if control.ticked is not None]
        words = "".join(piece.text for piece in one.pieces)
        self.nil = self.nil or any(boxes) or is_ticked(words.partition(_NIL_NAME)[0])


def _inside(one: Paragraph, tag: str, title: str) -> str | None:
    """What stands in a control; LibreOffice keeps the titles of such controls alone."""
    text = "".join(
        piece.text
        for piece in one.pieces
        if any(tag == each.tag or title == each.title for each in piece.within)
        and not any(each.waiting for each in piece.within)
    )
    return text.strip(" ….\u00a0") or None
