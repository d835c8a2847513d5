"""A seal over what a receipt says, so that a later edit shows; knows no file and no spelling of values."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from truyenthong.model.forms import Content, Row, Scalar
from truyenthong.model.moments import Moment

SEAL_LENGTH = 16
"""Hexadecimal digits of a seal: the first ones of a SHA-256."""


def content_seal(content: Content | None, *, nil: bool) -> str:
    """The seal over the values of a form and the word that there is nothing to report.

    How a value is spelt (``12`` or ``12,0``), the order of the fields and lines left blank make no
    difference; the order of a table's rows does.
    """
    told = [nil, _said(content or {})]
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:SEAL_LENGTH]


def _said(values: Mapping[str, Scalar | tuple[Row, ...]]) -> list[object]:
    """What is not blank, in the order of the codes."""
    codes = sorted(code for code, value in values.items() if value not in (None, ()))
    return [[code, _value(values[code])] for code in codes]


def _value(value: Scalar | tuple[Row, ...]) -> list[object]:
    return [_said(row) for row in value] if isinstance(value, tuple) else [*_scalar(value)]


def _scalar(value: Scalar) -> list[str]:
    """A kind and a text that is the same for the same value."""
    match value:
        case bool():
            return ["b", str(value)]
        case int() | Decimal():
            return ["n", format(Decimal(value).normalize(), "f")]
        case Moment():
            return ["m", value.day.isoformat(), value.hour.isoformat() if value.hour is not None else ""]
        case date():
            return ["d", value.isoformat()]
        case _:
            return ["t", str(value)]
