"""An examined submission as plain JSON values and back, to be kept or handed to another process."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any, Literal, cast

from truyenthong.findings import Finding, Ref, Severity, Span
from truyenthong.model.forms import Content
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import (
    Channel,
    Decision,
    DecisionKind,
    Extension,
    Mail,
    PaperNumber,
    Receipt,
    SentFile,
    Submission,
)
from truyenthong.operations.examining import Examined

Entry = list[Any]
"""Texts, numbers, booleans, None, lists and mappings; read back by ``examined_of`` alone."""


_AS_IT_IS = frozenset({str, int, bool, type(None)})
"""What JSON has a word for; of other values a call decides what stands for them."""

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def line_of(examined: Examined) -> bytes:
    """The examined submission as one line of JSON, without the file's name."""
    return _encode(entry_of(examined)).encode("utf-8", "surrogatepass")


def examined_in(file: str, line: bytes) -> Examined:
    """What ``line_of`` was given, for the file of this name."""
    return examined_of(file, json.loads(line.decode("utf-8", "surrogatepass")))


def entry_of(examined: Examined) -> Entry:
    """The examined submission as plain values, without the file's name."""
    one = examined.submission
    return [
        one.unit,
        one.obligation,
        one.period,
        [_receipt_out(receipt) for receipt in one.receipts],
        [_extension_out(extension) for extension in one.extensions],
        list(one.unreadable_receipts),
        [_finding_out(finding) for finding in examined.findings],
    ]


def examined_of(file: str, entry: Entry) -> Examined:
    """What ``entry_of`` was given, for the file of this name."""
    unit, obligation, period, receipts, extensions, unreadable, findings = entry
    submission = Submission(
        file=file,
        unit=unit,
        obligation=obligation,
        period=period,
        receipts=tuple(_receipt_in(receipt) for receipt in receipts),
        extensions=tuple(_extension_in(extension) for extension in extensions),
        unreadable_receipts=tuple(unreadable),
    )
    return Examined(submission=submission, findings=tuple(_finding_in(file, one) for one in findings))


def _receipt_out(one: Receipt) -> Entry:
    hour = one.received.hour
    return [
        one.index,
        one.received.day.toordinal(),
        None if hour is None else hour.isoformat(),
        one.channel,
        None if one.paper is None else _paper_out(one.paper),
        [[sent.name, sent.sha256] for sent in one.files],
        one.nil,
        None if one.content is None else _cells_out(one.content),
        None if one.decision is None else _decision_out(one.decision),
        None if one.mail is None else _mail_out(one.mail),
    ]


def _receipt_in(entry: Entry) -> Receipt:
    index, day, hour, channel, paper, files, nil, content, decision, mail = entry
    return Receipt(
        index=index,
        received=_moment_in(day, hour),
        channel=None if channel is None else Channel(channel),
        paper=None if paper is None else _paper_in(paper),
        files=tuple(SentFile(name=name, sha256=digest) for name, digest in files),
        nil=nil,
        content=None if content is None else _content_in(content),
        decision=None if decision is None else _decision_in(decision),
        mail=None if mail is None else _mail_in(mail),
    )


def _mail_out(one: Mail) -> Entry:
    sent = one.sent
    hour = None if sent is None or sent.hour is None else sent.hour.isoformat()
    return [one.code, one.sender, None if sent is None else [sent.day.toordinal(), hour]]


def _mail_in(entry: Entry) -> Mail:
    code, sender, sent = entry
    return Mail(code=code, sender=sender, sent=None if sent is None else _moment_in(*sent))


def _paper_out(one: PaperNumber) -> Entry:
    return [one.number, one.symbol, _day_out(one.day)]


def _paper_in(entry: Entry) -> PaperNumber:
    number, symbol, day = entry
    return PaperNumber(number=number, symbol=symbol, day=_day_in(day))


def _decision_out(one: Decision) -> Entry:
    return [one.kind, one.day.toordinal(), one.by, one.reason, one.seal]


def _decision_in(entry: Entry) -> Decision:
    kind, day, by, reason, seal = entry
    return Decision(kind=DecisionKind(kind), day=date.fromordinal(day), by=by, reason=reason, seal=seal)


def _extension_out(one: Extension) -> Entry:
    paper = None if one.paper is None else _paper_out(one.paper)
    return [one.granted.toordinal(), one.until.toordinal(), paper, one.reason, one.index]


def _extension_in(entry: Entry) -> Extension:
    granted, until, paper, reason, index = entry
    return Extension(
        granted=date.fromordinal(granted),
        until=date.fromordinal(until),
        paper=None if paper is None else _paper_in(paper),
        reason=reason,
        index=index,
    )


def _day_out(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _day_in(day: int | None) -> date | None:
    return None if day is None else date.fromordinal(day)


def _cells_out(cells: Mapping[str, object]) -> dict[str, object]:
    return {code: cell if type(cell) in _AS_IT_IS else _value_out(cell) for code, cell in cells.items()}


def _value_out(value: object) -> object:
    """A cell, or the rows of a table; what JSON has no word for stands in a mapping of one key."""
    if isinstance(value, tuple):
        return [_cells_out(row) for row in value]
    if isinstance(value, Decimal):
        return {"so": str(value)}
    if isinstance(value, date):
        return {"ngay": value.toordinal()}
    if isinstance(value, Moment):
        return {"luc": value.day.toordinal(), "gio": None if value.hour is None else value.hour.isoformat()}
    return value


def _content_in(values: Mapping[str, object]) -> Content:
    return cast("Content", _cells_in(values))


def _cells_in(cells: Mapping[str, object]) -> dict[str, object]:
    return {code: cell if type(cell) in _AS_IT_IS else _value_in(cell) for code, cell in cells.items()}


def _value_in(value: object) -> object:
    if isinstance(value, list):
        return tuple([_cells_in(row) for row in value])
    if isinstance(value, dict):
        return _cell_in(value)
    return value


def _cell_in(value: Mapping[str, Any]) -> object:
    if "so" in value:
        return Decimal(value["so"])
    if "ngay" in value:
        return date.fromordinal(value["ngay"])
    return _moment_in(value["luc"], value["gio"])


def _moment_in(day: int, hour: str | None) -> Moment:
    return Moment(day=date.fromordinal(day), hour=None if hour is None else time.fromisoformat(hour))


def _finding_out(one: Finding) -> Entry:
    span = one.ref.span
    place = None if span is None else [span.line, span.column, span.end_line, span.end_column]
    return [one.code, one.severity, list(one.ref.path), one.ref.at, place, one.message, one.hint]


def _finding_in(file: str, entry: Entry) -> Finding:
    code, severity, path, at, place, message, hint = entry
    ref = Ref(file=file, path=tuple(path), at=cast("Literal['value', 'key']", at), span=_span_in(place))
    return Finding(code=code, severity=Severity(severity), ref=ref, message=message, hint=hint)


def _span_in(place: Sequence[int] | None) -> Span | None:
    if place is None:
        return None
    line, column, end_line, end_column = place
    return Span(line=line, column=column, end_line=end_line, end_column=end_column)
