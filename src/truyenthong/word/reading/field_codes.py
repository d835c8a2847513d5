"""Reads the codes of Word's fields, each whole: over runs, paragraphs and the fields inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from truyenthong.ooxml.xml import Element, W

_CODES = {f"{W}instrText", f"{W}delInstrText"}
_SIMPLE, _SIGN = f"{W}fldSimple", f"{W}fldChar"
_NAME = re.compile(r"\s*([^\s\"\\{}]+)")
_TOKEN = re.compile(r"\\[A-Za-z!*#@](?![^\s\"])|[\"“”][^\"“”]*[\"“”]?|[^\s\"“”]+")
_WITH_ARGUMENT = {"\\l", "\\o", "\\t", "\\s", "\\*", "\\@", "\\#"}
_MOST_CODE = 20_000
"""Characters of one code that are kept; Word itself takes far fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCode:
    """One field.

    Attributes:
        element: the sign or element at which it begins.
        text: its code, with those of the fields inside it.
        before_inner: the code up to the first field inside it; None where there is none.
    """

    element: Element
    text: str
    before_inner: str | None = None

    @property
    def name(self) -> str:
        """``HYPERLINK``; "" where the code is empty."""
        match = _NAME.match(self.text)
        return match[1].upper() if match else ""

    def composed_of(self, names: Sequence[str]) -> bool:
        """Whether a field inside makes its name, or the rest of a name that begins like one of these."""
        if self.before_inner is None:
            return False
        match = _NAME.match(self.before_inner)
        begun = match[1].upper() if match else ""
        ended = self.before_inner[-1:].isspace() and bool(begun)
        return not begun or (not ended and any(name.startswith(begun) for name in names))


@dataclass(slots=True)
class _Open:
    element: Element
    parts: list[str] = field(default_factory=list)
    length: int = 0
    reads: bool = True
    before_inner: str | None = None

    def add(self, text: str) -> None:
        if self.reads and self.length < _MOST_CODE:
            self.parts.append(text[:_MOST_CODE])
            self.length += len(text)

    def inner(self) -> None:
        if self.reads and self.before_inner is None:
            self.before_inner = "".join(self.parts)
        self.add(" ")

    def finished(self) -> FieldCode:
        return FieldCode(element=self.element, text="".join(self.parts), before_inner=self.before_inner)


_MOST_OPEN = 40
"""Fields inside one another; Word takes 20."""


def field_codes(root: Element) -> Iterator[FieldCode]:
    """Every field of a part, and every code that belongs to none."""
    waiting: list[_Open] = []
    for one in root.iter(_SIGN, _SIMPLE, *_CODES):
        if one.tag == _SIMPLE:
            yield FieldCode(element=one, text=one.get(f"{W}instr") or "")
        elif one.tag == _SIGN:
            yield from _at_sign(one, waiting)
        elif waiting:
            for outer in waiting:
                outer.add(one.text or "")
        else:
            yield FieldCode(element=one, text=one.text or "")
    for left in waiting:
        yield left.finished()


def _at_sign(sign: Element, waiting: list[_Open]) -> Iterator[FieldCode]:
    kind = sign.get(f"{W}fldCharType")
    if kind == "begin":
        for outer in waiting:
            outer.inner()
        if len(waiting) >= _MOST_OPEN:
            yield waiting.pop(0).finished()
        waiting.append(_Open(sign))
    elif waiting and kind == "separate":
        waiting[-1].reads = False
    elif waiting and kind == "end":
        yield waiting.pop().finished()


def addresses_in(code: str) -> tuple[str, ...]:
    """What a HYPERLINK field may open: its words without switches, and without what those name."""
    tokens = _TOKEN.findall(code)[1:]
    found: list[str] = []
    skips = False
    for token in tokens:
        if token.lower() in _WITH_ARGUMENT or re.fullmatch(r"\\[A-Za-z!*#@]", token):
            skips = token.lower() in _WITH_ARGUMENT
        elif skips:
            skips = False
        else:
            found.append(token.strip('"“”').replace("\\\\", "\\"))
    return tuple(found)
