"""Findings as text, JSON and workflow commands."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TextIO

from truyenthong.cli.console import json_text, one_line, paint
from truyenthong.findings import Severity
from truyenthong.operations.first_steps import Step, first_steps
from truyenthong.operations.validate import Located, ValidationOutcome
from truyenthong.workspace.memory import Answer

SEVERITY_WORDS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTICE: "lưu ý"}
_MOST_ALIKE = 20
"""Further places of the same finding that are named."""

_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.NOTICE: "36;1"}


def _place(located: Located) -> str:
    ref = located.finding.ref
    file = one_line(ref.file)
    if ref.spot is not None:
        return f"{file}: {one_line(ref.spot)}"
    if located.span is None:
        return file
    return f"{file}:{located.span.line}:{located.span.column}"


def finding_text(located: Located, stream: TextIO) -> str:
    """A finding in the layout file:line:column, the line with a mark below the place, the remedy."""
    finding = located.finding
    word = paint(SEVERITY_WORDS[finding.severity], _COLOURS[finding.severity], stream)
    lines = [f"{_place(located)}: {word} {finding.code}: {finding.message}"]
    lines.extend(_excerpt(located, stream))
    if finding.hint is not None:
        lines.append(f"   sửa: {finding.hint}")
    return "\n".join(lines)


def _excerpt(located: Located, stream: TextIO) -> list[str]:
    if located.excerpt is None:
        return []
    row, carets = located.excerpt
    margin, mark, rest = carets.partition("|")
    return [row, f"{margin}{mark}{paint(rest, '32;1', stream)}"]


def findings_text(outcome: ValidationOutcome, stream: TextIO) -> str:
    """All findings and the count at the end."""
    parts = [line for _, found in groupby(outcome.findings, _file_of) for line in _told(found, stream)]
    return "\n".join([*parts, summary(outcome), *_steps_text(first_steps(outcome.findings))])


def _file_of(located: Located) -> str:
    return located.finding.ref.file


def _told(found: Iterator[Located], stream: TextIO) -> Iterator[str]:
    """What was found in one file; a notice of several places is said whole once."""
    alike: dict[tuple[str, ...], list[Located]] = {}
    for number, one in enumerate(found):
        finding = one.finding
        # Errors and warnings are each mended where they are; notices are only read.
        own = "" if finding.severity is Severity.NOTICE else str(number)
        alike.setdefault((finding.code, finding.hint or "", own), []).append(one)
    for first, *more in alike.values():
        yield finding_text(first, stream)
        for one in more[:_MOST_ALIKE]:
            place = f"dòng {one.span.line}" if one.span is not None else "cả tệp"
            yield f"   cũng vậy, {place}: {one.finding.message}"
        if len(more) > _MOST_ALIKE:
            yield f"   … và {len(more) - _MOST_ALIKE} chỗ nữa"


def _steps_text(steps: Sequence[Step]) -> Iterator[str]:
    """What to do first in a new workspace, numbered."""
    if not steps:
        return
    yield "Việc cần làm trước, theo thứ tự:"
    for number, step in enumerate(steps, start=1):
        place = step.file if step.line is None else f"{step.file}, từ dòng {step.line}"
        yield f"  {number}. {place} ({step.places} chỗ):"
        yield f"     {step.words}."
    yield f"  {len(steps) + 1}. Chạy lại «truyenthong validate» cho đến khi không còn chỗ nào."


def summary(outcome: ValidationOutcome) -> str:
    """How many files were read and what was found in them."""
    counts = [
        f"{outcome.count(severity)} {word}"
        for severity, word in SEVERITY_WORDS.items()
        if outcome.count(severity)
    ]
    found = ", ".join(counts) if counts else "không có lỗi nào"
    return f"Đã kiểm tra {outcome.files} tệp: {found}."


def findings_json(outcome: ValidationOutcome) -> str:
    """The findings as the contract's JSON."""
    document = {
        "findings": [_finding_object(one) for one in outcome.findings],
        "summary": {
            "files": outcome.files,
            "errors": outcome.count(Severity.ERROR),
            "warnings": outcome.count(Severity.WARNING),
            "notices": outcome.count(Severity.NOTICE),
        },
    }
    return json_text(document, indent=2)


def _finding_object(located: Located) -> dict[str, str | int | None]:
    finding, span = located.finding, located.span
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": finding.ref.file,
        "line": span.line if span is not None else None,
        "column": span.column if span is not None else None,
        "message": finding.message,
        "hint": finding.hint,
    }


_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}


def findings_github(outcome: ValidationOutcome) -> str:
    """The findings as workflow commands, a line each."""
    return "\n".join(_github_line(one) for one in outcome.findings)


def _github_line(located: Located) -> str:
    finding, span = located.finding, located.span
    place = f",line={span.line},col={span.column}" if span is not None else ""
    message = finding.message if finding.hint is None else f"{finding.message}\nsửa: {finding.hint}"
    file = _escape(finding.ref.file, property_=True)
    return f"::{_GITHUB[finding.severity]} file={file}{place},title={finding.code}::{_escape(message)}"


def _escape(text: str, *, property_: bool = False) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C") if property_ else escaped


def findings_answer(
    outcome: ValidationOutcome, form: str, *, strict: bool = False, quiet: bool = False
) -> Answer:
    """The findings in one of ``options.FINDINGS_FORMATS``; whether they fail is the exit code.

    ``quiet`` says nothing where nothing fails, and else only what fails: a mail of cron with something to do.
    """
    code = int(outcome.fails(strict=strict))
    if quiet and not code:
        return Answer(out="", err="", code=0)
    if quiet:
        failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        kept = tuple(one for one in outcome.findings if one.finding.severity in failing)
        outcome = replace(outcome, findings=kept)
    match form:
        case "json":
            text = findings_json(outcome)
        case "github":
            text = findings_github(outcome)
        case _:
            text = findings_text(outcome, sys.stdout)
    return Answer(out=f"{text}\n" if text else "", err="", code=code)
