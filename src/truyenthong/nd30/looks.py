"""What styles make of paragraphs and runs: defaults, what a style is based on, then what stands beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from truyenthong.nd30.paper import Alignment, Layout, Run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_SCRIPTS = ("ascii", "hAnsi", "cs", "eastAsia")
_OFF = {"0", "false", "off", "none"}
_ALIGNMENTS = {
    "center": Alignment.CENTER,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
    "both": Alignment.BOTH,
    "distribute": Alignment.BOTH,
}
_DEEPEST = 30


def value(element: _Element | None, name: str) -> str | None:
    """The attribute ``w:name`` of an element."""
    return element.get(f"{W}{name}") if element is not None else None


def number(text: str | None, default: float = 0.0) -> float:
    """A number as Word writes it; what cannot be read is the default."""
    try:
        return float(text) if text is not None else default
    except ValueError:
        return default


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """The styles of a file by their identifiers, its defaults and the fonts of its theme."""

    by_id: Mapping[str, _Element] = field(default_factory=dict)
    run_defaults: _Element | None = None
    paragraph_defaults: _Element | None = None
    default_paragraph: str | None = None
    theme: Mapping[str, str] = field(default_factory=dict)

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
            if value(one, "type") == "paragraph" and value(one, "default") in ("1", "true")
        ]
        return cls(
            by_id=found,
            run_defaults=styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"),
            paragraph_defaults=styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"),
            default_paragraph=default[0] if default else None,
            theme=fonts,
        )

    def layout(self, paragraph: _Element) -> Layout:
        """How a paragraph stands."""
        own = paragraph.find(f"{W}pPr")
        chain = [*self._chain(self._style_of(paragraph), "pPr"), own]
        merged: dict[str, str] = {}
        for properties in (self.paragraph_defaults, *chain):
            _merge_layout(merged, properties)
        return _layout(merged)

    def run(self, run: _Element, paragraph: _Element, text: str) -> Run:
        """The look of a run."""
        own = run.find(f"{W}rPr")
        character = value(own.find(f"{W}rStyle"), "val") if own is not None else None
        merged: dict[str, str] = {}
        for properties in (
            self.run_defaults,
            *self._chain(self._style_of(paragraph), "rPr"),
            *self._chain(character, "rPr"),
            own,
        ):
            self._merge_run(merged, properties)
        return Run(
            text=text.upper() if merged.get("caps") == "1" else text,
            fonts=tuple(merged.get(script) for script in _SCRIPTS),
            size=number(merged.get("size"), 20.0) / 2,
            bold=merged.get("b") == "1",
            italic=merged.get("i") == "1",
            colour=merged.get("colour"),
        )

    def _style_of(self, paragraph: _Element) -> str | None:
        named = value(paragraph.find(f"{W}pPr/{W}pStyle"), "val")
        return named or self.default_paragraph

    def _chain(self, style: str | None, part: str) -> list[_Element | None]:
        """The properties of a style, what it is based on first."""
        found: list[_Element | None] = []
        while style is not None and len(found) < _DEEPEST:
            element = self.by_id.get(style)
            if element is None:
                break
            found.append(element.find(f"{W}{part}"))
            style = value(element.find(f"{W}basedOn"), "val")
        return found[::-1]

    def _merge_run(self, merged: dict[str, str], properties: _Element | None) -> None:
        if properties is None:
            return
        for name in ("b", "i", "caps"):
            toggle = properties.find(f"{W}{name}")
            if toggle is not None:
                merged[name] = "0" if value(toggle, "val") in _OFF else "1"
        size = value(properties.find(f"{W}sz"), "val")
        if size is not None:
            merged["size"] = size
        colour = value(properties.find(f"{W}color"), "val")
        if colour is not None:
            merged["colour"] = colour
        merged.update(self._fonts(properties.find(f"{W}rFonts")))

    def _fonts(self, fonts: _Element | None) -> Iterator[tuple[str, str]]:
        for script in _SCRIPTS:
            name = "cstheme" if script == "cs" else f"{script}Theme"
            themed = value(fonts, name)
            plain = value(fonts, script)
            if themed is not None and themed in self.theme:
                yield script, self.theme[themed]
            elif plain is not None:
                yield script, plain


def _theme_fonts(theme: _Element | None) -> dict[str, str]:
    fonts: dict[str, str] = {}
    if theme is None:
        return fonts
    for kind in ("major", "minor"):
        group = theme.find(f".//{A}{kind}Font")
        if group is None:
            continue
        latin = group.find(f"{A}latin")
        face = latin.get("typeface") if latin is not None else None
        for suffix in ("Ascii", "HAnsi"):
            fonts[f"{kind}{suffix}"] = face or ""
        for suffix, tag in (("Bidi", "cs"), ("EastAsia", "ea")):
            other = group.find(f"{A}{tag}")
            named = other.get("typeface") if other is not None else None
            if named:
                fonts[f"{kind}{suffix}"] = named
    return fonts


def _merge_layout(merged: dict[str, str], properties: _Element | None) -> None:
    if properties is None:
        return
    alignment = value(properties.find(f"{W}jc"), "val")
    if alignment is not None:
        merged["jc"] = alignment
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
        merged["first"] = f"-{hanging}"
    elif first is not None:
        merged["first"] = first


def _layout(merged: Mapping[str, str]) -> Layout:
    multiple = merged.get("lineRule", "auto") == "auto"
    line = number(merged.get("line"), 240.0)
    auto = {"1", "true", "on"}
    return Layout(
        alignment=_ALIGNMENTS.get(merged.get("jc", ""), Alignment.LEFT),
        first_line=number(merged.get("first")) / 20,
        left=number(merged.get("left")) / 20,
        before=14.0 if merged.get("beforeAutospacing") in auto else number(merged.get("before")) / 20,
        after=14.0 if merged.get("afterAutospacing") in auto else number(merged.get("after")) / 20,
        line=line / 240 if multiple else line / 20,
        line_is_multiple=multiple,
    )
