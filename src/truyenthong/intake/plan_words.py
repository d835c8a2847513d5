"""Reads the words of a plan from a Word file: its headings, clauses and italics, and what asks for a date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from truyenthong.checks.plan_text import bare
from truyenthong.model.plan import Passage, PlanText
from truyenthong.nd30.elements import Element, Recognised
from truyenthong.nd30.paper import PaperPart
from truyenthong.nd30.paragraphs import read_paper
from truyenthong.nd30.recognition import recognise
from truyenthong.text import collapse, fold, nfc, roman

_OF_TEXT = (Element.BODY, Element.GROUND, Element.DECIDING, Element.OTHER, Element.HEADING)
"""Elements that are words of the plan; in a file without a head they are only «OTHER»."""
_OF_ANNEXES = (Element.ANNEX, Element.ANNEX_TITLE, Element.ANNEX_NOTE, Element.ANNEX_BODY)

_LABEL = re.compile(
    r"(?P<roman>[IVX]{1,5}\.)\s+"
    r"|(?P<dotted>[0-9]{1,2}(?:\.[0-9]{1,2})+\.?)\s+"
    r"|(?P<figure>[0-9]{1,2}[.)])\s+"
    r"|(?P<letter>[a-zđ][.)])\s+"
    r"|(?P<dash>[-–—−•]|\+|\*|○|▪)\s*(?=\S)",
)
_RANKS = {"roman": 0, "figure": 1, "dotted": 2, "letter": 4, "dash": 5}
_SUB_DASH = 6
"""The rank of «+» and other signs below a dash."""
_SENTENCE_ENDS = (".", ";", ":", ",", "…")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONGEST_HEADING = 300

_CITED = re.compile(r"số\s+[0-9]\S*\s+ngày\s+[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}", re.IGNORECASE)
_DAY = r"(?P<day>[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})"
_WORDINGS = (
    ("truoc_ngay", re.compile(rf"trước\s+(?:hết\s+)?(?:ngày\s+)?{_DAY}", re.IGNORECASE)),
    (
        "cham_nhat_ngay",
        re.compile(
            rf"(?:(?:chậm|muộn|trễ)\s+nhất|hạn\s+cuối|đến\s+hết|thời\s+hạn)\D{{0,30}}{_DAY}", re.IGNORECASE
        ),
    ),
    ("ngay_hang_thang", re.compile(r"ngày\s+(?P<day>[0-9]{1,2})\s+h(?:ằ|à)ng\s+tháng", re.IGNORECASE)),
)
"""How a deadline is worded, by the key of ``han``; the first that fits counts."""
_ASKS = re.compile(r"\b(?:gửi|nộp|báo cáo|hoàn thành|tổng hợp|đăng ký|xây dựng|triển khai)\b", re.IGNORECASE)
_ANY_DAY = re.compile(_DAY)
_PIECES = re.compile(r"(?<=[;.!?])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelyDuty:
    """A sentence that asks for something by a date; a person decides whether it is a duty.

    Attributes:
        clause: where it is («III.4»), or "".
        words: the sentence as the plan has it, without marks.
        wording: the key of ``han`` that says the same, or None where the date is worded otherwise.
        day: the date, or the day of each month; None likewise.
    """

    clause: str
    words: str
    wording: str | None
    day: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWords:
    """What a Word file says.

    Attributes:
        text: the words in their order.
        summary: the line below the type of the paper, or "".
        duties: the sentences that look like duties with dates.
        numbered: labels that Word counts by itself; here they were counted anew.
        left_out: paragraphs that were not taken over (tables), as they begin.
        has_annexes: annexes follow; they were not taken over.
    """

    text: PlanText
    summary: str
    duties: tuple[LikelyDuty, ...]
    numbered: tuple[str, ...]
    left_out: tuple[str, ...]
    has_annexes: bool


def read_plan_words(data: bytes) -> PlanWords:
    """The words of the plan in a ``.docx``.

    Raises:
        NotWordError: no zip file, no document in it, too large, broken or hostile XML.
    """
    found = recognise(read_paper(data)).all
    own = [
        one for one in found if one.element in _OF_TEXT and one.paragraph.part is PaperPart.BODY and one.text
    ]
    outline = _Outline()
    for one in own:
        if one.paragraph.cell is None:
            outline.add(one)
    text = outline.text()
    return PlanWords(
        text=text,
        summary=next((one.text for one in found if one.element is Element.SUMMARY), ""),
        duties=tuple(_likely_duties(text)),
        numbered=tuple(outline.numbered),
        left_out=tuple(one.text for one in own if one.paragraph.cell is not None),
        has_annexes=any(one.element in _OF_ANNEXES for one in found),
    )


Face = tuple[str, bool, bool]
"""A character with whether it is bold and slanted."""


@dataclass(slots=True)
class _Node:
    """A passage while what is below it is still being read."""

    label: str | None
    words: tuple[Face, ...]
    rank: int
    is_heading: bool
    below: list[_Node] = field(default_factory=list)
    counted: int = 0

    def passage(self) -> Passage:
        children = tuple(one.passage() for one in self.below)
        if self.is_heading:
            return Passage(label=self.label, heading=_plain(self.words), children=children)
        return Passage(label=self.label, text=marked(self.words), children=children)


class _Outline:
    """Puts paragraphs below the headings that they follow."""

    def __init__(self) -> None:
        self._opening: list[_Node] = []
        self._root = _Node(label=None, words=(), rank=-1, is_heading=True)
        self._open = [self._root]
        self.numbered: list[str] = []

    def add(self, one: Recognised) -> None:
        words = tuple(_faces(one))
        automatic = (one.paragraph.label or "").strip()
        shown, rest = (automatic, words) if automatic else _parted(words)
        if not shown:
            self._unlabelled(rest)
            return
        rank = _rank(shown)
        while self._open[-1].rank >= rank:
            self._open.pop()
        above = self._open[-1]
        if automatic and rank < _RANKS["dash"]:
            above.counted += 1
            shown = _counted(shown, above.counted)
            self.numbered.append(shown)
        node = _Node(label=shown, words=rest, rank=rank, is_heading=_is_heading(rest, rank))
        above.below.append(node)
        self._open.append(node)

    def _unlabelled(self, words: tuple[Face, ...]) -> None:
        node = _Node(label=None, words=words, rank=_SUB_DASH + 1, is_heading=False)
        if len(self._open) == 1:
            self._opening.append(node)
            return
        heading = next(one for one in reversed(self._open) if one.is_heading)
        heading.below.append(node)

    def text(self) -> PlanText:
        closing = self._closing()
        return PlanText(
            opening=tuple(marked(one.words) for one in self._opening),
            parts=tuple(one.passage() for one in self._root.below),
            closing=tuple(marked(one.words) for one in closing),
        )

    def _closing(self) -> list[_Node]:
        """The last paragraph where it ends the paper («./.») and follows a list: it belongs to no clause."""
        heading = self._root
        while heading.below and heading.below[-1].is_heading:
            heading = heading.below[-1]
        last = heading.below[-1] if heading.below and heading is not self._root else None
        follows = last is not None and len(heading.below) > 1 and heading.below[-2].label is not None
        if last is not None and last.label is None and follows and _plain(last.words).endswith("./."):
            return [heading.below.pop()]
        return []


def _faces(one: Recognised) -> Iterator[Face]:
    """The characters of a paragraph, each run of spaces as one."""
    before = " "
    for run in one.paragraph.runs:
        for one_char in nfc(run.printed):
            char = " " if one_char.isspace() else one_char
            if char != " " or before != " ":
                yield char, run.bold, run.italic
            before = char


def _plain(words: Iterable[Face]) -> str:
    return "".join(char for char, _, _ in words).strip()


def _parted(words: tuple[Face, ...]) -> tuple[str, tuple[Face, ...]]:
    """The label that begins a paragraph («» where there is none), and the words after it."""
    found = _LABEL.match("".join(char for char, _, _ in words))
    if found is None or found.lastgroup is None:
        return "", words
    return found[found.lastgroup], words[found.end() :]


def _rank(label: str) -> int:
    """How deep a label goes: «I.» 0, «1.» 1, «1.1.» 2, «a)» 4, «-» 5, «+» 6."""
    found = _LABEL.match(f"{label} x")
    kind = found.lastgroup if found is not None else None
    if kind is None or (kind == "dash" and label not in "-–—−"):
        return _SUB_DASH
    if kind == "dotted":
        return _RANKS["figure"] + label.strip(".").count(".")
    return _RANKS[kind]


def _counted(label: str, number: int) -> str:
    """The label of Word's own list for the item of this number: «1.» becomes «3.»."""
    if label[:1] in "Ii" and label[1:2] in (".", ")", ""):
        numeral = roman(number) if number < 40 else str(number)
        return (numeral if label[0] == "I" else numeral.lower()) + label[1:]
    if label[:1] in "Aa" and number <= len(_LETTERS):
        letter = _LETTERS[number - 1]
        return (letter.upper() if label[0] == "A" else letter) + label[1:]
    head, figure, tail = label.rpartition("1")
    return f"{head}{number}{tail}" if figure else label


def _is_heading(words: Sequence[Face], rank: int) -> bool:
    """Whether a labelled paragraph is a heading: bold, or short and no sentence; below letters none is."""
    text = _plain(words)
    if rank >= _RANKS["dash"] or not text:
        return False
    bold = all(bold for char, bold, _ in words if char.isalnum())
    if rank == _RANKS["roman"]:
        return True
    return bold or (len(text) <= _LONGEST_HEADING and not text.endswith(_SENTENCE_ENDS))


def marked(words: Sequence[Face]) -> str:
    r"""The words with light marks: ``**đậm**``, ``*nghiêng*``; a star of the text is ``\*``.

    Marks stand at letters, not at spaces; what is both bold and slanted is marked as bold.
    """
    pieces: list[str] = []
    for (bold, italic), group in groupby(words, key=lambda one: (one[1], one[2] and not one[1])):
        text = "".join(char for char, _, _ in group).replace("*", "\\*")
        mark = "**" if bold else "*" if italic else ""
        bare = text.strip()
        if not mark or not any(char.isalnum() for char in bare):
            pieces.append(text)
            continue
        start = len(text) - len(text.lstrip())
        pieces.append(f"{text[:start]}{mark}{bare}{mark}{text[start + len(bare) :]}")
    return collapse("".join(pieces))


def _likely_duties(text: PlanText) -> Iterator[LikelyDuty]:
    for clause, passage in text.passages():
        if passage.text is None:
            continue
        for sentence in _PIECES.split(bare(passage.text)):
            words = sentence.strip(" ;")
            asked = _CITED.sub("", words)
            if _ASKS.search(asked) is None:
                continue
            wording, day = _deadline(asked)
            if day is not None:
                yield LikelyDuty(clause=clause, words=words.rstrip("."), wording=wording, day=day)


def _deadline(words: str) -> tuple[str | None, str | None]:
    for key, wording in _WORDINGS:
        found = wording.search(words)
        if found is not None:
            return key, found["day"]
    other = _ANY_DAY.search(words)
    return None, other["day"] if other is not None else None


def organisation_label(text: PlanText) -> str | None:
    """The label of the part that says who does what («TỔ CHỨC THỰC HIỆN»), without its full stop."""
    for part in text.parts:
        if part.heading is not None and part.label and fold("tổ chức thực hiện") in fold(part.heading):
            return part.label.strip(" .)")
    return None
