"""``explain REPORT``: the figures of a report over all units, each with the files and lines it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from truyenthong.errors import UsageError
from truyenthong.findings import FieldPath, Ref
from truyenthong.model.forms import Field, FieldType
from truyenthong.model.periods import Period
from truyenthong.model.plan import Obligation, Plan
from truyenthong.model.reports import ReportEntry, ReportScope
from truyenthong.operations.load import Ready, load
from truyenthong.operations.validate import measurable
from truyenthong.progress import Row
from truyenthong.text import ascii_form, day_wording, fold, nearest, number_wording
from truyenthong.views.registers import filings_of
from truyenthong.views.rows import paper_text
from truyenthong.views.subject import Subject, ViewInput, subject_of
from truyenthong.views.totals import (
    NUMBERS,
    Gathering,
    Sent,
    ValueReader,
    gather,
    named_choices,
    numbers_of,
    total,
)
from truyenthong.views.wording import SAMPLE_MARK
from truyenthong.workspace.layout import Workspace
from truyenthong.yamltext.places import PlaceFinder

_TOLD = 12
"""Figures of one label that are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One of the values that a figure is made of: whose, where it was typed, what was typed."""

    whose: str
    file: str
    path: FieldPath
    words: str
    value: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of a report.

    Attributes:
        code: by which people ask for it, made of the codes of the form.
        words: the figure as the report prints it.
    """

    code: str
    label: str
    words: str
    origins: tuple[Origin, ...]


def is_report(workspace: Workspace, code: str) -> bool:
    """Whether a word names a report of the catalogue, and no unit."""
    records = load(workspace).records
    units = records.roster.by_code if records.roster is not None else {}
    return records.plan is not None and code not in units and code in {it.code for it in records.plan.reports}


def explain_figures(
    workspace: Workspace, report: str, asked: str | None, period: str | None, *, as_of: date
) -> str:
    """The figures of a report in lines; of one that is asked for by code or label, where it comes from.

    Args:
        workspace: the workspace.
        report: the code of a report that adds up what units have sent.
        asked: the code or label of a figure; a period, where the list of that period is meant.
        period: the code of the period, for a report that is made for several.
        as_of: the day.

    Raises:
        UsageError: no such figure or period, several figures of that label, a report that adds up nothing.
        UnreadableDataError: the figures rest on something that was not read.
    """
    work = measurable(load(workspace))
    entry = next(one for one in work.plan.reports if one.code == report)
    duty = _summed(work.plan, entry)
    if duty is None:
        others = ", ".join(one.code for one in work.plan.reports if _summed(work.plan, one) is not None)
        raise UsageError(f"Báo cáo «{report}» không gộp số liệu của đơn vị.", hint=f"thử: {others}.")
    periods = {one.code: one for one in work.plan.periods(duty) if one is not None}
    if period is None and asked in periods:
        asked, period = None, asked
    subject = _subject(work, report, periods, period, as_of=as_of)
    figures = [*_figures(work, subject)]
    when = f" {subject.period.label}" if subject.period is not None else ""
    head = [SAMPLE_MARK] if work.settings.sample_data else []
    head.append(f"{entry.name}{when}, tính đến hết ngày {day_wording(as_of)}.")
    if asked is None:
        return "\n".join([*head, *_list(figures), f"Số nào từ đâu: truyenthong explain {report} MÃ."])
    return "\n".join([*head, *_origins(work, _chosen(figures, asked))])


def _summed(plan: Plan, entry: ReportEntry) -> Obligation | None:
    """The duty whose figures a report over all units adds up; None where it adds up nothing."""
    duty = plan.obligations_by_code.get(entry.obligation or "")
    adds = duty is not None and entry.scope is ReportScope.SECTOR and plan.form_of(duty) is not None
    return duty if adds else None


def _subject(
    work: Ready, report: str, periods: dict[str, Period], typed: str | None, *, as_of: date
) -> Subject:
    entry = next(one for one in work.plan.reports if one.code == report)
    given = ViewInput(
        plan=work.plan,
        roster=work.roster,
        progress=work.progress(as_of),
        sample=work.settings.sample_data,
        ledgers=work.loaded.records.ledgers,
    )
    if entry.period_kind is None and typed is None:
        return subject_of(given, entry)
    if typed is None and len(periods) == 1:
        (typed,) = periods
    if typed not in periods:
        told = f"không có kỳ «{typed}»" if typed is not None else "có nhiều kỳ"
        hint = f"thêm một kỳ vào cuối lệnh: {', '.join(periods)}."
        raise UsageError(f"Báo cáo «{report}» {told}.", hint=hint)
    return subject_of(given, entry, period=periods[typed])


def _figures(work: Ready, subject: Subject) -> Iterator[Figure]:
    gathering = gather(subject)
    yield from _senders(gathering)
    reading = ValueReader(plan=work.plan, roster=work.roster)
    for field in gathering.form.fields if gathering.form is not None else ():
        if field.type is FieldType.TABLE:
            yield from _of_table(field, gathering.counted, reading)
        else:
            yield from _of_field(field, gathering.counted, reading)
    for register in work.plan.registers:
        filed = filings_of(subject.given, register.code)
        origins = [
            Origin(
                whose=one.unit.short_name if one.unit is not None else "",
                file=one.ledger.file,
                path=("muc", one.entry.index),
                words=one.entry.text(register.key),
            )
            for one in filed
        ]
        yield from _figure(f"so.{register.code}", f"{register.name}: số mục", len(filed), origins)


def _senders(gathering: Gathering) -> Iterator[Figure]:
    for code, label, rows in (
        ("da_bao_cao", "Báo cáo hợp lệ", gathering.reported),
        ("co_so_lieu", "Báo cáo có số liệu", [one.row for one in gathering.counted]),
        ("khong_so_lieu", "Báo cáo chỉ có văn bản", gathering.without_figures),
        ("khong_phat_sinh", "Báo cáo không phát sinh", gathering.nil),
        ("chua_tinh", "Đã gửi, chưa được tính", gathering.uncounted),
        ("chua_gui", "Chưa gửi", gathering.missing),
    ):
        yield from _figure(code, label, len(rows), [_origin(one, (), "") for one in rows])


def _of_field(field: Field, sent: Sequence[Sent], reading: ValueReader) -> Iterator[Figure]:
    origins = [
        _origin(one.row, (field.code,), reading.words(field, value), value)
        for one in sent
        if (value := one.content.get(field.code)) is not None
    ]
    adds = field.type is FieldType.BOOLEAN or (field.type in NUMBERS and field.additive)
    label = field.label if adds else f"{field.label}: số đơn vị đã ghi"
    yield from _figure(field.code, label, _sum(origins) if adds else len(origins), origins)


def _of_table(table: Field, sent: Sequence[Sent], reading: ValueReader) -> Iterator[Figure]:
    """The lines of a table, the sums of its numbers, and both by each choice that was named."""
    lines = [(one.row, place, line) for one in sent for place, line in enumerate(one.lines(table.code))]
    whole = [_origin(row, (table.code, place), "") for row, place, _ in lines]
    yield from _figure(table.code, f"{table.label}: số dòng", len(lines), whole)
    choosing = [one for one in table.columns if one.type is FieldType.CHOICE]
    groups: list[tuple[str, str, str | None, str | None]] = [(table.code, table.label, None, None)]
    for column in choosing:
        begin = table.code if len(choosing) == 1 else f"{table.code}.{column.code}"
        used = {str(line.get(column.code)) for _, _, line in lines}
        for code, _, short in named_choices(column, reading, used):
            groups.append((f"{begin}.{code}", f"{table.label}, {short}", column.code, code))
    for code, label, by, choice in groups:
        mine = [one for one in lines if by is None or one[2].get(by) == choice]
        if by is not None:
            origins = [_origin(row, (table.code, place), "") for row, place, _ in mine]
            yield from _figure(code, f"{label}: số dòng", len(mine), origins)
        for number in numbers_of(table):
            origins = [
                _origin(row, (table.code, place, number.code), reading.words(number, value), value)
                for row, place, line in mine
                if (value := line.get(number.code)) is not None
            ]
            if by is not None or number.additive:
                yield from _figure(
                    f"{code}.{number.code}", f"{label}: {number.label}", _sum(origins), origins
                )


def _figure(code: str, label: str, value: float | None, origins: Sequence[Origin]) -> Iterator[Figure]:
    """The figure, unless nothing was given for it."""
    if origins and value is not None:
        yield Figure(code=code, label=label, words=number_wording(value), origins=tuple(origins))


def _sum(origins: Iterable[Origin]) -> int | float | None:
    return total(int(one.value) if isinstance(one.value, bool) else one.value for one in origins)


def _origin(row: Row, steps: FieldPath, words: str, value: object = None) -> Origin:
    receipt = row.latest_valid or (row.receipts[-1] if row.receipts else None)
    paper = paper_text(receipt.paper) if receipt is not None else ""
    whose = f"{row.unit.short_name} (số {paper})" if paper else row.unit.short_name
    path: FieldPath = ("lan_nop", receipt.index) if receipt is not None else ()
    if steps:
        path = (*path, "noi_dung", *steps)
    file = row.submission.file if row.submission is not None and receipt is not None else ""
    return Origin(whose=whose, file=file, path=path, words=words, value=value)


def _chosen(figures: Sequence[Figure], asked: str) -> Figure:
    wanted = _plain(asked)
    exact = [one for one in figures if wanted in (_plain(one.code), _plain(one.label))]
    found = exact or [one for one in figures if wanted in _plain(one.label)]
    if len(found) == 1:
        return found[0]
    if found:
        told = "\n".join(f"  {one.code}: {one.label}" for one in found[:_TOLD])
        told += f"\n  … và {len(found) - _TOLD} số liệu nữa" if len(found) > _TOLD else ""
        raise UsageError(f"Có {len(found)} số liệu tên như «{asked}»:\n{told}", hint="gõ mã của một số liệu.")
    near = nearest(asked, tuple(one.code for one in figures))
    hint = f"có phải «{near}»?" if near else "bỏ chữ ấy đi để xem các số liệu và mã."
    raise UsageError(f"Báo cáo không có số liệu «{asked}».", hint=hint)


def _plain(text: str) -> str:
    return ascii_form(fold(text))


def _list(figures: Sequence[Figure]) -> Iterator[str]:
    code = max((len(one.code) for one in figures), default=0)
    words = max((len(one.words) for one in figures), default=0)
    for one in figures:
        yield f"{one.code:<{code}}  {one.words:>{words}}  {one.label}"


def _origins(work: Ready, figure: Figure) -> Iterator[str]:
    yield f"{figure.label} = {figure.words}, từ {len(figure.origins)} chỗ ({figure.code}):"
    finders: dict[str, PlaceFinder] = {}
    for one in figure.origins:
        words = ": ".join(part for part in (one.whose, one.words) if part)
        if not one.file:
            yield f"  {words} (chưa có tệp nào)"
            continue
        finder = finders.get(one.file)
        if finder is None:
            finder = finders.setdefault(one.file, PlaceFinder(work.loaded.snapshot.content(one.file)))
        yield f"  {one.file}:{finder.place(Ref(file=one.file, path=one.path)).line}: {words}"
