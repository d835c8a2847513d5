"""YAML to plain trees of text, with a finding for everything that is not plain."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import yaml

from truyenthong.diagnostics.yaml import TT001
from truyenthong.findings import Finding, Ref
from truyenthong.text import number_wording
from truyenthong.yamltext.encodings import control_characters, decode_utf8, without_controls
from truyenthong.yamltext.engines import Engine, fastest_engine, pure_engine
from truyenthong.yamltext.plain_lines import read_plain_lines
from truyenthong.yamltext.syntax import explain, merge_mark
from truyenthong.yamltext.tree import TreeBuilder, Value

__all__ = ["MAX_BYTES", "Parsed", "Value", "parse_yaml"]

MAX_BYTES = 2 * 1024 * 1024
"""A larger file is not read at all; the plan of 2020-2021 is a twentieth of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """The content of a file.

    Attributes:
        value: the tree; every scalar is NFC text, or None where nothing was typed (empty, ``~``, ``null``).
        findings: what is wrong with the text, in the order of reading.
        ok: whether ``value`` can be worked with; False: it is None and ``findings`` says why.
    """

    value: Value
    findings: tuple[Finding, ...]
    ok: bool


def parse_yaml(data: bytes, *, file: str, engine: Engine | None = None) -> Parsed:
    """Reads a file's bytes; never raises, whatever they contain.

    Args:
        data: the file as it is.
        file: its name relative to the workspace, for the findings.
        engine: the event source; None takes the fastest way there is. All give the same result.
    """
    ref = Ref(file=file)
    if len(data) > MAX_BYTES:
        size = number_wording(len(data) / 1024 / 1024, decimals=1)
        return _refused(TT001.at(ref, f"tệp nặng {size} MiB, lớn hơn mức 2 MiB", hint=_TOO_LARGE))
    text = decode_utf8(data, ref)
    if isinstance(text, Finding):
        return _refused(text)
    merging = merge_mark(text, ref)
    if merging is not None:
        return _refused(merging)
    value = read_plain_lines(text) if engine is None else None
    if value is not None:
        return Parsed(value=value, findings=(), ok=True)
    controls = control_characters(text)
    if controls:
        text = without_controls(text)
    return _read(text, engine or fastest_engine(), lambda: TreeBuilder(text=text, ref=ref, controls=controls))


_TOO_LARGE = "kiểm tra xem có phải tệp khác đổi đuôi thành .yaml không"


def _refused(finding: Finding) -> Parsed:
    return Parsed(value=None, findings=(finding,), ok=False)


def _read(text: str, engine: Engine, builder_of: Callable[[], TreeBuilder]) -> Parsed:
    builder = builder_of()
    try:
        builder.run(engine(text))
    except yaml.MarkedYAMLError as error:
        if engine is not pure_engine:
            # The slow parser has the last word, so that every machine says the same.
            return _read(text, pure_engine, builder_of)
        return _broken(builder.finish(), explain(text, error, builder.ref))
    value = builder.value if builder.ok else None
    return Parsed(value=value, findings=builder.finish(), ok=builder.ok)


def _broken(before: Iterable[Finding], fault: Finding) -> Parsed:
    """What was found before the fault, and the fault; of two findings at one place the fault says more."""
    others = [finding for finding in before if _beginning(finding) != _beginning(fault)]
    return Parsed(value=None, findings=(*others, fault), ok=False)


def _beginning(finding: Finding) -> tuple[int, int]:
    span = finding.ref.span
    return (span.line, span.column) if span is not None else (0, 0)
