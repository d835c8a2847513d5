"""``template check --data``: renders each report from the workspace's data and from extremes.

A template can be right by its names and still divide by the number of units, which is 0 on the first day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from truyenthong.errors import CannotContinueError
from truyenthong.model.forms import Content, FieldType
from truyenthong.model.plan import Plan
from truyenthong.model.submissions import Submission, SubmissionKey
from truyenthong.model.units import Roster, Unit
from truyenthong.operations.choose import Selection
from truyenthong.operations.load import Ready, faulty_receipts, load
from truyenthong.operations.report.jobs import Job, plan_jobs
from truyenthong.operations.report.templates import (
    CheckedTemplate,
    TemplateOutcome,
    read_templates,
)
from truyenthong.operations.validate import measurable
from truyenthong.progress import Progress, progress
from truyenthong.views.build import build_view
from truyenthong.views.subject import ViewInput
from truyenthong.word.problems import Problem, distinct
from truyenthong.word.render import DocProperties, render
from truyenthong.word.template import Template, load_template
from truyenthong.workspace.layout import Workspace

_MANY = 500
_PAPERS = 2
"""Papers of one report that are rendered in one situation: the first and the last."""
_LONG = " tên rất dài" * 20
_TEXT = "Một câu dài hơn mọi câu mà người ta thường gõ vào ô này. " * 30


def try_templates(workspace: Workspace, files: Sequence[Path], *, as_of: date) -> TemplateOutcome:
    """What goes wrong in the templates of the catalogue, or in the files given, when reports are made.

    Args:
        workspace: whose data and catalogue are used.
        files: templates by whose names reports of the catalogue are made; all of the catalogue where empty.
        as_of: the day of the board.

    Raises:
        UsageError: a file that does not exist.
        UnreadableDataError: something that reports rest on was not read.
    """
    work = measurable(load(workspace))
    checked: list[CheckedTemplate] = []
    refused: list[CannotContinueError] = []
    found: dict[str, list[Problem]] = {}
    templates: dict[str, Template] = {}
    wanted: tuple[Path | str, ...] = (*files,) or tuple({one.template: one for one in work.plan.reports})
    for name, _, data in read_templates(workspace, wanted):
        if isinstance(data, CannotContinueError):
            refused.append(data)
        else:
            templates[name] = load_template(data, name=name)
            found[name] = [*templates[name].problems]
    for situation, given in _situations(work, as_of):
        entries = [one for one in work.plan.reports if one.template in templates]
        jobs = plan_jobs(given, entries, Selection(), by_name=True, sent={}).jobs
        for entry in entries:
            mine = [job for job in jobs if job.entry is entry]
            for job in {id(one): one for one in (*mine[:1], *mine[-1:-_PAPERS:-1])}.values():
                found[entry.template] += _tried(templates[entry.template], job, given, situation)
    for name, problems in found.items():
        checked.append(CheckedTemplate(name=name, problems=_first_told(problems)))
    return TemplateOutcome(templates=tuple(checked), refused=tuple(refused))


def _tried(template: Template, job: Job, given: ViewInput, situation: str) -> Iterator[Problem]:
    view = build_view(
        given, job.entry, unit=job.unit, period=job.period, piece=job.piece, filing=job.filing
    ).only(template.names)
    created = datetime.combine(given.as_of, time(), tzinfo=UTC)
    properties = DocProperties(title=job.title, author="", created=created)
    for one in render(template, view, properties=properties).problems:
        yield replace(one, message=f"{one.message} (khi làm {job.file_name}, {situation})")


def _first_told(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Each fault of a tag once, in the situation that showed it first."""
    first: dict[tuple[str, str, str], Problem] = {}
    for one in problems:
        first.setdefault((one.code, one.spot, one.tag), one)
    return distinct(first.values())


def _situations(work: Ready, as_of: date) -> Iterator[tuple[str, ViewInput]]:
    """The workspace as it is; without units; with one that left everything empty; with many, all long."""
    roster, sent = work.roster, work.loaded.submissions
    yield "với dữ liệu đang có", _given(work, roster, sent, as_of)
    inside = tuple(one for one in roster.units if roster.is_inside(one))
    outside = [one for one in roster.units if not roster.is_inside(one)]
    yield "khi chưa có đơn vị nào", _given(work, replace(roster, units=inside), {}, as_of)
    if not outside:
        return
    alone = next((one for one in outside if any(key[0] == one.code for key in sent)), outside[0])
    empty = {key: _with_contents(one, work.plan, None) for key, one in sent.items() if key[0] == alone.code}
    one_unit = replace(roster, units=(*inside, alone))
    yield "khi có một đơn vị và các ô để trống", _given(work, one_unit, empty, as_of)
    many, papers = _many(work.plan, outside, sent)
    yield (
        f"khi có {_MANY} đơn vị, chữ dài",
        _given(work, replace(roster, units=(*inside, *many)), papers, as_of),
    )


def _given(work: Ready, roster: Roster, sent: Mapping[SubmissionKey, Submission], as_of: date) -> ViewInput:
    faulty = faulty_receipts(work.loaded)

    def board(day: date) -> Progress:
        return progress(work.plan, roster, sent, work.calendar, as_of=day, faulty=faulty)

    return ViewInput(
        plan=work.plan,
        roster=roster,
        progress=board(as_of),
        sample=work.settings.sample_data,
        findings=work.loaded.by_file,
        ledgers=work.loaded.records.ledgers if sent else (),
        board_of=board,
    )


def _many(
    plan: Plan, units: Sequence[Unit], sent: Mapping[SubmissionKey, Submission]
) -> tuple[list[Unit], dict[SubmissionKey, Submission]]:
    """Made-up units with the papers of those that are there."""
    many: list[Unit] = []
    papers: dict[SubmissionKey, Submission] = {}
    for number in range(_MANY):
        known = units[number % len(units)]
        code = f"{known.code}-{number}"
        name, short = f"{known.name}{_LONG}", f"{known.short_name} {number}{_LONG[:40]}"
        many.append(replace(known, code=code, name=name, short_name=short, index=len(units) + number))
        for (unit, duty, period), one in sent.items():
            if unit == known.code:
                papers[code, duty, period] = replace(_with_contents(one, plan, _TEXT), unit=code)
    return many, papers


def _with_contents(submission: Submission, plan: Plan, text: str | None) -> Submission:
    """The submission with ``text`` in every field of text; where None, with all fields empty."""
    duty = plan.obligations_by_code.get(submission.obligation)
    form = plan.form_of(duty) if duty is not None else None
    texts = {one.code for one in form.fields if one.type is FieldType.TEXT} if form is not None else set()

    def changed(content: Content | None) -> Content | None:
        if content is None:
            return None
        if text is None:
            return dict.fromkeys(content)
        return {code: text if code in texts else value for code, value in content.items()}

    receipts = tuple(replace(one, content=changed(one.content)) for one in submission.receipts)
    return replace(submission, receipts=receipts)
