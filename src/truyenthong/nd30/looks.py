"""Computes how paragraphs and runs look: defaults, the chain of styles, their own properties, lists."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from truyenthong.nd30.paper import Alignment, ParagraphLayout, Run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_SCRIPTS = ("ascii", "hAnsi", "cs", "eastAsia")
_TOGGLES = ("b", "i", "caps", "vanish")
_OFF = {"0", "false", "off", "none"}
_ON = {"1", "true", "on"}
_ALIGNMENTS = {
    "center": Alignment.CENTER,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
    "both": Alignment.BOTH,
    "distribute": Alignment.BOTH,
    "lowKashida": Alignment.BOTH,
    "mediumKashida": Alignment.BOTH,
    "highKashida": Alignment.BOTH,
    "thaiDistribute": Alignment.BOTH,
}
_DEEPEST = 30
_MEASURE = re.compile(r"([+-]?\d{1,9}(?:\.\d{1,9})?)(mm|cm|in|pt|pc|pi)?")
_POINTS = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}
_NOTHING: Mapping[str, str] = {}

Merged = dict[str, str]


def value(element: _Element | None, name: str) -> str | None:
    """The attribute ``w:name`` of an element."""
    return element.get(f"{W}{name}") if element is not None else None


def is_on(element: _Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return element is not None and value(element, "val") not in _OFF


def number(text: str | None, default: float = 0.0, *, per_point: float = 20) -> float:
    """A length as Word writes it, in its own small unit; what cannot be read is the default.

    Args:
        text: a number, or a number with a unit («1.5cm»).
        default: where there is none.
        per_point: how many of the small units make a point.
    """
    match = _MEASURE.fullmatch(text.strip()) if text is not None else None
    if match is None:
        return default
    given = float(match[1])
    return given if match[2] is None else given * _POINTS[match[2]] * per_point


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """The styles of a file by their identifiers, its defaults and the fonts of its theme."""

    by_id: Mapping[str, _Element] = field(default_factory=dict)
    run_defaults: _Element | None = None
    paragraph_defaults: _Element | None = None
    default_paragraph: str | None = None
    theme: Mapping[str, str] = field(default_factory=dict)
    known: dict[tuple[str | None, str], Merged] = field(default_factory=dict)

    @classmethod
    def of(cls, styles: _Element | None, theme: _Element | None) -> Styles:
        """From the parts ``styles.xml`` and ``theme1.xml``."""
        fonts = _theme_fonts(theme)
        if styles is None:
            return cls(theme=fonts)
        found = {value(one, "styleId") or "": one for one in styles.iter(f"{W}style")}
        default = [
            key
            for key, one in found.items()
            if value(one, "type") == "paragraph" and value(one, "default") in _ON
        ]
        return cls(
            by_id=found,
            run_defaults=styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"),
            paragraph_defaults=styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"),
            default_paragraph=default[0] if default else None,
            theme=fonts,
        )

    def layout(
        self, paragraph: _Element, table: str | None = None, numbered: _Element | None = None
    ) -> ParagraphLayout:
        """The layout of a paragraph; ``numbered`` are the properties that its list gives it."""
        merged: Merged = {}
        _merge_layout(merged, self.paragraph_defaults)
        merged.update(self._of_style(table, "pPr"))
        merged.update(self._of_style(self.style_of(paragraph), "pPr"))
        _merge_layout(merged, numbered)
        _merge_layout(merged, paragraph.find(f"{W}pPr"))
        return _layout(merged)

    def run(self, run: _Element, paragraph: str | None, text: str, table: str | None = None) -> Run:
        """The look of a run in a paragraph of a style."""
        own = run.find(f"{W}rPr")
        character = value(own.find(f"{W}rStyle"), "val") if own is not None else None
        levels = [self._of_style(one, "rPr") for one in (table, paragraph, character)]
        merged = dict(self._defaults())
        default = {name: merged.get(name, "0") for name in _TOGGLES}
        for level in levels:
            merged.update(level)
        for name in _TOGGLES:
            # Levels of styles that each switch something on undo one another (ECMA-376, 17.7.3).
            switched = sum(level.get(name) == "1" for level in levels) % 2
            told = any(name in level for level in levels)
            merged[name] = "1" if switched else "0" if told else default[name]
        self._merge_run(merged, own)
        # Of the scripts that are not printed here, only fonts set on the run itself are reported.
        fonts = dict(self._fonts(own.find(f"{W}rFonts"))) if own is not None else {}
        return _run(merged, text, {script: fonts.get(script, "") for script in ("cs", "eastAsia")})

    def style_of(self, paragraph: _Element) -> str | None:
        """The style of a paragraph, the default one where it names none."""
        named = value(paragraph.find(f"{W}pPr/{W}pStyle"), "val")
        return named or self.default_paragraph

    def properties(self, style: str | None, name: str) -> _Element | None:
        """The nearest element of a paragraph style's ``pPr``, along what it is based on."""
        for one in reversed(self._chain(style, "pPr")):
            found = one.find(f"{W}{name}")
            if found is not None:
                return found
        return None

    def _defaults(self) -> Mapping[str, str]:
        key = (None, "rPr")
        if key not in self.known:
            merged: Merged = {}
            self._merge_run(merged, self.run_defaults)
            self.known[key] = merged
        return self.known[key]

    def _of_style(self, style: str | None, part: str) -> Mapping[str, str]:
        if style is None:
            return _NOTHING
        key = (style, part)
        if key not in self.known:
            merged: Merged = {}
            for one in self._chain(style, part):
                if part == "pPr":
                    _merge_layout(merged, one)
                else:
                    self._merge_run(merged, one)
            self.known[key] = merged
        return self.known[key]

    def _chain(self, style: str | None, part: str) -> list[_Element]:
        """The properties of a style, what it is based on first."""
        found: list[_Element] = []
        seen: set[str] = set()
        while style is not None and style in self.by_id and style not in seen and len(seen) < _DEEPEST:
            seen.add(style)
            element = self.by_id[style]
            properties = element.find(f"{W}{part}")
            if properties is not None:
                found.append(properties)
            style = value(element.find(f"{W}basedOn"), "val") or ""
        return found[::-1]

    def _merge_run(self, merged: Merged, properties: _Element | None) -> None:
        if properties is None:
            return
        for name in _TOGGLES:
            toggle = properties.find(f"{W}{name}")
            if toggle is not None:
                merged[name] = "1" if is_on(toggle) else "0"
        for name in ("sz", "color", "u", "vertAlign"):
            given = value(properties.find(f"{W}{name}"), "val")
            if given is not None:
                merged[name] = given
        for name in ("cs", "rtl"):
            if properties.find(f"{W}{name}") is not None:
                merged["complex"] = "1" if is_on(properties.find(f"{W}{name}")) else "0"
        fonts = properties.find(f"{W}rFonts")
        merged.update(self._fonts(fonts))
        hint = value(fonts, "hint")
        if hint is not None:
            merged["hint"] = hint

    def _fonts(self, fonts: _Element | None) -> Iterator[tuple[str, str]]:
        for script in _SCRIPTS:
            themed = value(fonts, "cstheme" if script == "cs" else f"{script}Theme")
            plain = value(fonts, script)
            if themed is not None and self.theme.get(themed):
                yield script, self.theme[themed]
            elif themed is None and plain is not None:
                yield script, plain


def _run(merged: Mapping[str, str], text: str, own: Mapping[str, str]) -> Run:
    printed = set(_printed_scripts(merged, text))
    named = {script: merged[script].strip() for script in _SCRIPTS if merged.get(script, "").strip()}
    size = number(merged.get("sz"), 20.0, per_point=2)
    return Run(
        text="" if merged["vanish"] == "1" else text.upper() if merged["caps"] == "1" else text,
        fonts=tuple(dict.fromkeys(named[one] for one in _SCRIPTS if one in printed and one in named)),
        spare=tuple(dict.fromkeys(font for script, font in own.items() if script not in printed and font)),
        size=size / 2,
        bold=merged["b"] == "1",
        italic=merged["i"] == "1",
        underlined=merged.get("u", "none") not in _OFF,
        raised=merged.get("vertAlign", "baseline") != "baseline",
        colour=merged.get("color"),
    )


def _printed_scripts(merged: Mapping[str, str], text: str) -> Iterator[str]:
    """Which of the four fonts Word takes for the letters (ECMA-376, 17.3.2.26); Vietnamese is Latin."""
    if merged.get("complex") == "1":
        yield "cs"
        return
    letters = [char for char in text if char.isalnum()]
    if any(char < "\x80" for char in letters):
        yield "ascii"
    if any(char >= "\x80" for char in letters):
        yield "eastAsia" if merged.get("hint") == "eastAsia" else "hAnsi"


def _theme_fonts(theme: _Element | None) -> dict[str, str]:
    fonts: dict[str, str] = {}
    for kind in ("major", "minor"):
        group = theme.find(f".//{A}{kind}Font") if theme is not None else None
        if group is None:
            continue
        for tag, suffixes in (("latin", ("Ascii", "HAnsi")), ("cs", ("Bidi",)), ("ea", ("EastAsia",))):
            face = group.find(f"{A}{tag}")
            named = face.get("typeface") if face is not None else None
            for suffix in suffixes:
                fonts[f"{kind}{suffix}"] = named or ""
    return fonts


def _merge_layout(merged: Merged, properties: _Element | None) -> None:
    if properties is None:
        return
    alignment = value(properties.find(f"{W}jc"), "val")
    if alignment is not None:
        merged["jc"] = alignment
    contextual = properties.find(f"{W}contextualSpacing")
    if contextual is not None:
        merged["contextual"] = "1" if is_on(contextual) else "0"
    spacing, indent = properties.find(f"{W}spacing"), properties.find(f"{W}ind")
    for name in ("before", "after", "line", "lineRule", "beforeAutospacing", "afterAutospacing"):
        given = value(spacing, name)
        if given is not None:
            merged[name] = given
    start = value(indent, "left") or value(indent, "start")
    if start is not None:
        merged["left"] = start
    first, hanging = value(indent, "firstLine"), value(indent, "hanging")
    if hanging is not None:
        merged["first"], merged["sign"] = hanging, "-"
    elif first is not None:
        merged["first"], merged["sign"] = first, "+"


def _layout(merged: Mapping[str, str]) -> ParagraphLayout:
    rule = merged.get("lineRule", "auto")
    line = number(merged.get("line"), 240.0)
    first = number(merged.get("first")) / 20
    return ParagraphLayout(
        alignment=_ALIGNMENTS.get(merged.get("jc", ""), Alignment.LEFT),
        first_line=-first if merged.get("sign") == "-" else first,
        left=number(merged.get("left")) / 20,
        before=14.0 if merged.get("beforeAutospacing") in _ON else number(merged.get("before")) / 20,
        after=14.0 if merged.get("afterAutospacing") in _ON else number(merged.get("after")) / 20,
        line=line / 240 if rule == "auto" else math.fabs(line) / 20,
        line_is_multiple=rule == "auto",
        line_is_least=rule == "atLeast",
        contextual=merged.get("contextual") == "1",
    )


_SAMPLES = {
    "decimal": "1",
    "decimalZero": "01",
    "upperRoman": "I",
    "lowerRoman": "i",
    "upperLetter": "A",
    "lowerLetter": "a",
}
_DASHES = "-–—−\u2010\u2011\uf02d\uf0be"
"""Signs that print as a dash, two of them in the font Symbol."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The bullet or number that a list sets before a paragraph, and how the list indents."""

    text: str
    properties: _Element | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """The levels of the lists of a file, by list and level."""

    levels: Mapping[tuple[str, str], _Element] = field(default_factory=dict)

    @classmethod
    def of(cls, numbering: _Element | None) -> Numbering:
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
        """The bullet or number before a paragraph, or None."""
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
        # A style that is part of a list decides about its own indents.
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
