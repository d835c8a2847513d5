"""Writes a register as the YAML text of its file; stores nothing."""

from __future__ import annotations

from collections.abc import Iterable

from truyenthong.model.forms import Content, Form
from truyenthong.model.registers import Delivery
from truyenthong.sources.building import Value
from truyenthong.sources.encode_submission import encode_content
from truyenthong.sources.writing import write_yaml
from truyenthong.text import day_and_hour


def encode_register(code: str, form: Form, entries: Iterable[Content]) -> str:
    """The text of a register's file, which ``decode_ledger`` reads back; what is empty has no line."""
    keys: dict[str, Value] = {"so": code, "muc": [encode_entry(one, form) for one in entries]}
    return write_yaml(keys)


def encode_delivery(one: Delivery) -> dict[str, Value]:
    """A file that came in, as plain values."""
    keys: dict[str, Value] = {
        "tep": one.file.name,
        "sha256": one.file.sha256,
        "luc": day_and_hour(one.received.day, one.received.hour),
        "muc": list(one.keys) or None,
    }
    return {key: value for key, value in keys.items() if value is not None}


def encode_entry(content: Content, form: Form) -> dict[str, Value]:
    """One entry as plain values in the order of its form; what is empty has no line."""
    written = encode_content(content, form)
    return {key: value for key, value in written.items() if value is not None}
