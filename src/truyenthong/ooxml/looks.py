"""The looks of a run in Word: whether a person sees its text, and how it is set.

Struck out, hidden and white text on white ground are not seen; raised figures are marks, not digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum, auto

from truyenthong.ooxml.xml import PPR, RPR, TBL, TC, Element, W, local
from truyenthong.text import file_number, lowered, raised

_VAL, _FILL = f"{W}val", f"{W}fill"
_SHADE = f"{W}shd"
_LOOKS = frozenset(
    f"{W}{name}"
    for name in ("strike", "dstrike", "vanish", "vertAlign", "color", "position", "sz", "shd", "highlight")
)
_OFF = {"0", "false", "off", "none"}
_LIGHT = re.compile(r"(?:[EF][0-9A-F]){3}", re.IGNORECASE)
"""Grounds on which white letters cannot be read."""
_RAISED_BY = 6
"""Half-points from which a run set higher or lower is a mark beside the line."""
_TINY = 4
"""Half-points up to which letters cannot be seen."""
_DEEPEST = 20


class Visibility(Enum):
    """How a person sees the text of a run."""

    PLAIN = auto()
    RAISED = auto()
    LOWERED = auto()
    NOT = auto()


SETTING: Mapping[Visibility, Callable[[str], str]] = {Visibility.RAISED: raised, Visibility.LOWERED: lowered}
"""How text that is not set on the line is written."""


class Looks:
    """The looks of runs: set for themselves, else by their styles, else by default."""

    def __init__(self, styles: Element | None) -> None:
        """``styles`` is the root of the part with the styles, where the document has one."""
        found = styles.iter(f"{W}style") if styles is not None else ()
        self._styles = {one.get(f"{W}styleId") or "": one for one in found}
        self._first = next((key for key, one in self._styles.items() if _is_first(one)), "")
        rest = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if styles is not None else None
        self._defaults = _looks(rest)
        self._known: dict[tuple[str, str], Mapping[str, str]] = {}

    def seen(self, run: Element, paragraph: Element) -> Visibility:
        """How the text of a run in a paragraph is seen."""
        own = run.find(RPR)
        looks = {
            **self._inherited(_style(paragraph, PPR, "pStyle"), _style(run, RPR, "rStyle")),
            **_looks(own),
        }
        if _is_on(looks, "strike") or _is_on(looks, "dstrike") or _is_on(looks, "vanish"):
            return Visibility.NOT
        if 0 < file_number(looks.get("sz"), _TINY + 1) <= _TINY:
            return Visibility.NOT
        if looks.get("color", "").upper() == "FFFFFF" and self._is_on_white(looks, paragraph):
            return Visibility.NOT
        return _place(looks)

    def _inherited(self, paragraph: str, character: str) -> Mapping[str, str]:
        key = (paragraph, character)
        if key not in self._known:
            chains = (*self._chain(paragraph or self._first), *self._chain(character))
            looks = dict(self._defaults)
            for one in chains:
                looks |= _looks(one.find(RPR))
            self._known[key] = looks
        return self._known[key]

    def _chain(self, code: str) -> list[Element]:
        """A style and those that it is based on, the last of these first."""
        found: list[Element] = []
        while code in self._styles and len(found) < _DEEPEST:
            found.insert(0, self._styles[code])
            base = self._styles[code].find(f"{W}basedOn")
            code = (base.get(_VAL) or "") if base is not None else ""
        return found

    def _is_on_white(self, looks: Mapping[str, str], paragraph: Element) -> bool:
        """Whether nothing dark lies behind: no highlight, no shade of run, paragraph, cell or table."""
        if looks.get("highlight", "white") != "white" or not _is_light(looks.get("shd")):
            return False
        shades = [*_shades(paragraph, "pPr")]
        for one in self._chain(_style(paragraph, PPR, "pStyle")):
            shades += _shades(one, "pPr")
        for around in paragraph.iterancestors(TC, TBL):
            shades += [*_shades(around, "tcPr"), *_shades(around, "tblPr")]
            for one in self._chain(_style(around, f"{W}tblPr", "tblStyle")):
                shades += [shade.get(_FILL) for shade in one.iter(_SHADE)]
        return all(map(_is_light, shades))


def _shades(element: Element, properties: str) -> Iterator[str | None]:
    for one in element.iterfind(f"{W}{properties}/{_SHADE}"):
        yield one.get(_FILL)


def _is_first(style: Element) -> bool:
    return style.get(f"{W}default") in {"1", "true", "on"} and style.get(f"{W}type") == "paragraph"


def _style(element: Element, properties: str, name: str) -> str:
    found = element.find(f"{properties}/{W}{name}")
    return (found.get(_VAL) or "") if found is not None else ""


def _looks(properties: Element | None) -> dict[str, str]:
    found = [one for one in properties if one.tag in _LOOKS] if properties is not None else []
    return {local(one): one.get(_FILL if one.tag == _SHADE else _VAL) or "" for one in found}


def _is_on(looks: Mapping[str, str], name: str) -> bool:
    return looks.get(name, "off") not in _OFF


def _is_light(fill: str | None) -> bool:
    return fill in {None, "", "auto"} or _LIGHT.fullmatch(fill or "") is not None


def _place(looks: Mapping[str, str]) -> Visibility:
    down = looks.get("position", "").startswith("-")
    moved = file_number(looks.get("position", "").lstrip("-")) >= _RAISED_BY
    if looks.get("vertAlign") == "superscript" or (moved and not down):
        return Visibility.RAISED
    return Visibility.LOWERED if looks.get("vertAlign") == "subscript" or moved else Visibility.PLAIN
