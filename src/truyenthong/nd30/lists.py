"""The bullets and numbers that Word sets before the paragraphs of a list; judges none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from truyenthong.nd30.looks import Styles, W, value

_SAMPLES = {
    "decimal": "1",
    "decimalZero": "01",
    "upperRoman": "I",
    "lowerRoman": "i",
    "upperLetter": "A",
    "lowerLetter": "a",
}
_DASHES = "-–—−\u2010\u2011\uf02d\uf0be"
"""What stands for a dash, as a sign of its own or in the font Symbol."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a list sets before a paragraph: as it looks on the first line, and how the list indents."""

    text: str
    properties: _Element | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The levels of the lists of a file, by list and level."""

    levels: Mapping[tuple[str, str], _Element] = field(default_factory=dict)

    @classmethod
    def of(cls, numbering: _Element | None) -> Lists:
        """From the part ``numbering.xml``."""
        if numbering is None:
            return cls()
        plans = {value(one, "abstractNumId"): one for one in numbering.iter(f"{W}abstractNum")}
        found: dict[tuple[str, str], _Element] = {}
        for one in numbering.iter(f"{W}num"):
            plan = plans.get(value(one.find(f"{W}abstractNumId"), "val"))
            own = list(one.iter(f"{W}lvl"))
            for level in [*(plan.iter(f"{W}lvl") if plan is not None else ()), *own]:
                found[value(one, "numId") or "", value(level, "ilvl") or "0"] = level
        return cls(levels=found)

    def label(self, paragraph: _Element, styles: Styles) -> Label | None:
        """What is set before a paragraph, or None."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        style = styles.style_of(paragraph)
        chosen = own if own is not None else styles.properties(style, "numPr")
        if chosen is None:
            return None
        number = value(chosen.find(f"{W}numId"), "val") or ""
        level = self.levels.get((number, value(chosen.find(f"{W}ilvl"), "val") or "0"))
        text = _text(level) if level is not None else ""
        if level is None or not text:
            return None
        # A style that is part of a list has the last word about its own indents.
        ruled = own is None and styles.properties(style, "ind") is not None
        return Label(text=text, properties=None if ruled else level.find(f"{W}pPr"))


def _text(level: _Element) -> str:
    kind = value(level.find(f"{W}numFmt"), "val") or "decimal"
    pattern = value(level.find(f"{W}lvlText"), "val") or ""
    if kind == "bullet":
        return "-" if pattern and pattern[0] in _DASHES else "•" if pattern else ""
    sample = _SAMPLES.get(kind, "1") if kind != "none" else ""
    for number in range(1, 10):
        pattern = pattern.replace(f"%{number}", sample)
    return pattern
