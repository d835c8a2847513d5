"""Lines and text boxes that are drawn in a paragraph, in DrawingML and in VML; knows no text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from truyenthong.nd30.looks import A, W
from truyenthong.text import file_number

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_V = "{urn:schemas-microsoft-com:vml}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_EMU_IN_POINT = 12700
_FLAT = 8
"""A shape that is so many times as wide as high is taken for a line."""

_VML_LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]{1,9})(pt|mm|cm|in|px)?", re.IGNORECASE)
_VML_POINT = re.compile(r"\s*(-?[\d.]{1,9})(pt|mm|cm|in|px)?\s*,")
_UNITS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "px": 0.75, "": 0.75}


def drawn(element: _Element) -> Iterator[_Element]:
    """All elements below, but of two ways to say the same only the first (``mc:Choice``)."""
    for child in element:
        if child.tag == f"{_MC}Fallback" and element.find(f"{_MC}Choice") is not None:
            continue
        yield child
        if child.tag != f"{W}txbxContent":
            yield from drawn(child)


def strokes(run: _Element) -> Iterator[float]:
    """The lengths in points of the lines drawn in a run; 0 where a line tells none."""
    for one in drawn(run):
        length: float | None = None
        if one.tag == f"{_WPS}wsp":
            length = _shape(one)
        elif one.tag == f"{_V}line":
            length = _between(one.get("from") or "", one.get("to") or "")
        elif one.tag in (f"{_V}shape", f"{_V}rect"):
            length = _flat_box(one)
        if length is not None:
            yield length


def is_broken(run: _Element) -> bool:
    """Whether a line drawn in a run is dashed or dotted."""
    return any(
        (one.tag == f"{A}prstDash" and one.get("val") not in (None, "solid"))
        or (one.tag == f"{_V}stroke" and one.get("dashstyle") not in (None, "solid"))
        for one in drawn(run)
    )


def boxes(run: _Element) -> Iterator[_Element]:
    """The contents of the text boxes drawn in a run."""
    return (one for one in drawn(run) if one.tag == f"{W}txbxContent")


def _shape(shape: _Element) -> float | None:
    extent = shape.find(f"{_WPS}spPr/{A}xfrm/{A}ext")
    if shape.find(f".//{W}txbxContent") is not None:
        return None
    if extent is None:
        return 0.0
    wide, high = (file_number(extent.get(name)) for name in ("cx", "cy"))
    return wide / _EMU_IN_POINT if high * _FLAT <= wide else None


def _between(start: str, end: str) -> float:
    points = [_VML_POINT.match(one) for one in (start, end)]
    if points[0] is None or points[1] is None:
        return 0.0
    first, last = (_points(one[1], one[2]) for one in points if one is not None)
    return abs(last - first)


def _flat_box(shape: _Element) -> float | None:
    if shape.find(f".//{W}txbxContent") is not None or shape.find(f"{_V}imagedata") is not None:
        return None
    given = {
        name.lower(): _points(size, unit)
        for name, size, unit in _VML_LENGTH.findall(shape.get("style") or "")
    }
    wide, high = given.get("width", 0.0), given.get("height", 0.0)
    return wide if high * _FLAT <= wide else None


def _points(size: str, unit: str | None) -> float:
    try:
        return float(size) * _UNITS[(unit or "").lower()]
    except ValueError:
        return 0.0
