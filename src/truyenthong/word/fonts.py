"""Reads which font a document's text stands in by default; changes none."""

from __future__ import annotations

from truyenthong.word.parts import Parts
from truyenthong.word.xml import Element, W, parse


def document_font(parts: Parts) -> str | None:
    """The font of the default paragraph style; None where the theme decides."""
    if not parts.has("word/styles.xml"):
        return None
    root = parse(parts.read("word/styles.xml"), "word/styles.xml")
    for style in root.iterfind(f"{W}style"):
        default = style.get(f"{W}default") in {"1", "true", "on"}
        if default and style.get(f"{W}type") == "paragraph" and (own := _font(style)):
            return own
    defaults = root.find(f"{W}docDefaults/{W}rPrDefault")
    return None if defaults is None else _font(defaults)


def _font(holder: Element) -> str | None:
    fonts = holder.find(f"{W}rPr/{W}rFonts")
    return None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")
