"""``validate``: findings with their places, in a stable order; and which of them stop other commands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from truyenthong.checks import Place, Source, Unread, duty_places, form_places, hidden_place, register_places
from truyenthong.diagnostics.plan import TT240
from truyenthong.diagnostics.submissions import TT394, TT439
from truyenthong.errors import CannotContinueError, UnreadableDataError, UsageError
from truyenthong.findings import Finding, Ref, Severity, Span
from truyenthong.model.outreach import Incoming, Outgoing, Outreach
from truyenthong.model.plan import Obligation, Plan
from truyenthong.model.registers import Register
from truyenthong.operations.examine import SOURCES
from truyenthong.operations.load import Loaded, Ready, load, ready
from truyenthong.progress.fair import EarlierYear
from truyenthong.text import code_form, fold, number_wording
from truyenthong.workspace.layout import OUTREACH_FILE, Workspace, named_workspace
from truyenthong.workspace.repository import read_outreach
from truyenthong.workspace.snapshot import Snapshot
from truyenthong.yamltext.places import PlaceFinder

MOST_PER_FILE = 200
"""Findings of one file that are shown; a person mends the first of them and asks again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A finding with its place, and the two lines that show it: the row of the file, carets below it."""

    finding: Finding
    span: Span | None
    excerpt: tuple[str, str] | None

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """File, line, column, code, message: the order in which findings are shown."""
        line, column = (self.span.line, self.span.column) if self.span is not None else (0, 0)
        return (self.finding.ref.file, line, column, self.finding.code, self.finding.message)


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationOutcome:
    """What ``validate`` found.

    Attributes:
        findings: in the order of ``Located.order``.
        files: how many files were read.
        left_out: how many findings of each severity are counted and not shown: too many in one file.
    """

    findings: tuple[Located, ...]
    files: int
    left_out: Mapping[Severity, int] = field(default_factory=dict)

    def count(self, severity: Severity) -> int:
        """How many findings have this severity, those among them that are only counted."""
        return sum(one.finding.severity is severity for one in self.findings) + self.left_out.get(severity, 0)

    def fails(self, *, strict: bool) -> bool:
        """Whether the command fails: on errors, with ``strict`` on warnings too."""
        failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return any(one.finding.severity in failing for one in self.findings)


def validate(
    workspace: Workspace, names: Sequence[str], *, today: date, snapshot: Snapshot | None = None
) -> ValidationOutcome:
    """Looks at the whole workspace; with ``names`` it reports only what lies in them.

    Args:
        workspace: the workspace.
        names: files or folders inside it, relative to its root; everything where empty.
        today: the real day in Vietnam, for «nhận trong tương lai».
        snapshot: the workspace as somebody has already seen it.
    """
    loaded = load(workspace, today=today, snapshot=snapshot)
    found = (*loaded.findings, *outreach_findings(loaded))
    findings = [one for one in found if _is_wanted(one.ref.file, names)]
    located = locate(findings, loaded.snapshot.files)
    seen = (*loaded.snapshot.files, *loaded.snapshot.refused)
    told, left_out = _capped(located)
    return ValidationOutcome(
        findings=told, left_out=left_out, files=sum(_is_wanted(name, names) for name in seen)
    )


def outreach_findings(loaded: Loaded) -> tuple[Finding, ...]:
    """What is wrong with ``outreach.yaml``; nothing where there is none."""
    if OUTREACH_FILE in loaded.snapshot.refused:
        message = f"máy không cho đọc tệp này: {loaded.snapshot.refused[OUTREACH_FILE]}"
        hint = "kiểm tra quyền đọc tệp và ổ đĩa"
        return (TT394.at(Ref(file=OUTREACH_FILE), message, hint=hint),)
    if OUTREACH_FILE not in loaded.snapshot.files:
        return ()
    from truyenthong.checks.outreach import check_outreach  # noqa: PLC0415 - most commands do without

    outreach, findings = read_outreach(loaded.snapshot)
    if outreach is None:
        return findings
    plan, roster = loaded.records.plan, loaded.records.roster
    return (*findings, *check_outreach(outreach, plan=plan, roster=roster, file=OUTREACH_FILE))


def _capped(located: Sequence[Located]) -> tuple[tuple[Located, ...], Mapping[Severity, int]]:
    """The first findings of each file, errors before warnings, and how many more there are of each severity.

    Of a file that has more, its last finding says so, in every format.
    """
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    counts: Counter[str] = Counter()
    left: dict[str, Counter[Severity]] = {}
    kept: list[Located] = []
    for one in sorted(located, key=lambda one: ranks[one.finding.severity]):
        file = one.finding.ref.file
        counts[file] += 1
        if counts[file] <= MOST_PER_FILE:
            kept.append(one)
        else:
            left.setdefault(file, Counter())[one.finding.severity] += 1
    kept.sort(key=lambda one: one.order)
    told = [*kept, *(_rest_of(file, counted) for file, counted in left.items())]
    told.sort(key=lambda one: one.finding.ref.file)
    return tuple(told), sum(left.values(), Counter())


def _rest_of(file: str, counted: Counter[Severity]) -> Located:
    words = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTICE: "lưu ý"}
    rest = ", ".join(f"{number_wording(counted[one])} {words[one]}" for one in Severity if counted[one])
    message = f"còn {rest} nữa trong tệp này; của mỗi tệp chỉ kể {MOST_PER_FILE} chỗ đầu"
    hint = "sửa những chỗ đã kể rồi chạy lại"
    return Located(finding=TT439.at(Ref(file=file), message, hint=hint), span=None, excerpt=None)


def _is_wanted(file: str, wanted: Sequence[str]) -> bool:
    return not wanted or any(one in (".", file) or file.startswith(f"{one}/") for one in wanted)


def locate(findings: Iterable[Finding], files: Mapping[str, bytes]) -> tuple[Located, ...]:
    """The findings with their places and excerpts, in the order in which they are shown.

    Args:
        findings: what was found.
        files: the bytes of the files that they name; of others only the name is shown.
    """
    finders: dict[str, PlaceFinder] = {}
    located = [_locate(finding, files, finders) for finding in findings]
    return tuple(sorted(located, key=lambda one: one.order))


def _locate(finding: Finding, files: Mapping[str, bytes], finders: dict[str, PlaceFinder]) -> Located:
    name = finding.ref.file
    if name not in files or finding.ref.spot is not None:
        return Located(finding=finding, span=finding.ref.span, excerpt=None)
    finder = finders.get(name) or finders.setdefault(name, PlaceFinder(files[name]))
    span = finder.place(finding.ref)
    excerpt = finder.excerpt(span)
    # What is on the line may be a password that should not be there, and this output goes into logs.
    if name == OUTREACH_FILE and excerpt is not None and _SECRET.search(fold(excerpt[0])) is not None:
        excerpt = None
    return Located(finding=finding, span=span, excerpt=excerpt)


_SECRET = re.compile(r"m[aậ]t.?kh[aẩ]u|pass|pwd|secret|token|^ *\d+ *\| *(?:bien|tep|kho_khoa)")


_SHOWN = 20

_MEASURE = (
    "Chưa tính được tiến độ vì có nhiệm vụ hay đơn vị không đọc được trọn vẹn; bỏ qua thì số liệu sẽ sai:"
)
_RECORD = "Chưa ghi gì vì có nhiệm vụ hay đơn vị không đọc được trọn vẹn; ghi ngay thì dễ ghi sai:"
_REVIEW = "Chưa xét được bài vì có nhiệm vụ hay biểu mẫu không đọc được trọn vẹn; xét ngay thì dễ xét sai:"
_UNKNOWN = "Chưa tìm được tên ấy, và có chỗ khai không đọc được trọn vẹn nên chưa thể nói là gõ sai:"


def measurable(
    loaded: Loaded, *, duty: str | None = None, figures: bool = True, head: str = _MEASURE
) -> Ready:
    """The workspace to measure: who owes what, by when, and whether what came is right, without a gap.

    A fault on which nothing of what is asked rests is named and stops nothing.

    Args:
        loaded: the workspace.
        duty: only the rows of the duty of this code are asked for; None: those of every duty.
        figures: whether figures out of forms and registers are asked for, beside the states of duties.
        head: begins the message.

    Raises:
        UnreadableDataError: where plan or units are not readable, or something on which the answer rests;
            the message names each place.
    """
    unread = [one for one in loaded.findings if _is_declared(one)]
    if loaded.records.plan is not None and loaded.records.roster is not None:
        asked = frozenset(_asked(ready(loaded), duty, figures=figures)) if unread else frozenset()
        unread = [one for one in unread if _hides_any(one, loaded.unread, asked)]
    _refuse(loaded, head, unread)
    return ready(loaded)


def recordable(loaded: Loaded, duty: str, *, figures: bool = False) -> Ready:
    """The workspace to write something down for a duty, and to say how the duty then stands.

    Args:
        loaded: the workspace.
        duty: the duty as it was typed.
        figures: figures out of other forms go into what is written.

    Raises:
        UnreadableDataError: as ``measurable``, of the rows of this duty alone.
    """
    return measurable(
        loaded, duty=None if figures else known_duty(loaded, duty), figures=figures, head=_RECORD
    )


def refuse_half_judged(work: Ready, duties: Iterable[str]) -> None:
    """Stops what would tell faults of papers by a form, or a state by a duty, that was not read wholly.

    Raises:
        UnreadableDataError: the message names each place.
    """
    loaded, plan = work.loaded, work.plan
    asked: set[Place] = set()
    for code in dict.fromkeys(duties):
        asked.update(duty_places(plan, work.roster, code))
        duty = plan.obligations_by_code.get(code)
        if duty is not None and _is_read_by_form(work, duty, figures=True):
            asked.update(form_places(plan, duty.form))
    declared = [one for one in loaded.findings if _is_declared(one)]
    _refuse(loaded, _REVIEW, [one for one in declared if _hides_any(one, loaded.unread, asked)])


@contextmanager
def unread_before_unknown(loaded: Loaded, *lists: Place) -> Iterator[None]:
    """A name that nobody declares is wrong usage only where the lists that could declare it were read.

    Raises:
        UnreadableDataError: the body found no such name, and something in these lists was not read.
    """
    try:
        yield
    except UsageError:
        declared = [one for one in loaded.findings if _is_declared(one)]
        _refuse(loaded, _UNKNOWN, [one for one in declared if _is_within(one, lists)])
        raise


def refuse_placeholders(loaded: Loaded) -> None:
    """Stops what would print or send the starter's placeholders.

    Raises:
        UnreadableDataError: the message names each place.
    """
    head = "Chưa làm được vì còn chỗ chờ điền; làm ngay thì chữ mẫu sẽ được in, được gửi đi:"
    _refuse(loaded, head, [one for one in loaded.records.findings if one.code == TT240.code])


def refuse_unread(loaded: Loaded, form: str | None = None, register: Register | None = None) -> None:
    """Stops what would print or read a form that was not read wholly: figures would be lost on the way.

    Args:
        loaded: the workspace.
        form: only this form is in use; None: whatever comes in may be read by any of them.
        register: entries of this register are read and checked too.

    Raises:
        UnreadableDataError: the message names each place.
    """
    plan = loaded.records.plan
    if plan is None or not loaded.unread.decisive:
        return
    forms = [one.code for one in plan.forms] if form is None else [form]
    asked = {place for code in forms for place in form_places(plan, code)}
    if register is not None:
        asked |= {*register_places(plan, register)}
    if form is None:
        asked |= {(Source.PLAN, ("bieu_mau",)), (Source.PLAN, ("so_theo_doi",))}
        asked |= {(Source.PLAN, ("nhiem_vu", one.index, "bieu_mau")) for one in plan.obligations}
    head = "Chưa làm được vì có biểu mẫu không đọc được trọn vẹn; dùng ngay thì sẽ mất số liệu:"
    declared = [one for one in loaded.findings if _is_declared(one)]
    _refuse(loaded, head, [one for one in declared if _hides_any(one, loaded.unread, asked)])


def _refuse(loaded: Loaded, head: str, findings: Sequence[Finding]) -> None:
    if findings:
        raise UnreadableDataError(
            _sentence(head, locate(findings, loaded.snapshot.files)),
            hint="sửa các mục ấy rồi chạy lại; «truyenthong validate» cho xem từng chỗ và cách sửa.",
        )


def known_duty(loaded: Loaded, word: str | None) -> str | None:
    """The code of the duty that is asked for; None where that is every duty, or nobody knows which."""
    plan = loaded.records.plan
    if plan is None or word is None:
        return None
    found = (one.code for one in plan.obligations if code_form(word) in map(code_form, (one.code, one.name)))
    return next(found, None)


def _is_declared(finding: Finding) -> bool:
    # A name that waits to be filled in was read, and changes no row.
    is_error = finding.severity is Severity.ERROR and finding.code != TT240.code
    return is_error and finding.ref.file in SOURCES


def _is_within(finding: Finding, lists: Iterable[Place]) -> bool:
    place = (SOURCES[finding.ref.file], hidden_place(finding))
    return Unread(decisive=frozenset({place})).decides(lists)


def _hides_any(finding: Finding, unread: Unread, asked: Collection[Place]) -> bool:
    place = (SOURCES[finding.ref.file], hidden_place(finding))
    return place in unread.decisive and Unread(decisive=frozenset({place})).decides(asked)


def _asked(work: Ready, duty: str | None, *, figures: bool) -> Iterator[Place]:
    """All that the answer rests on."""
    plan, roster = work.plan, work.roster
    yield Source.SETTINGS, ()
    if duty is None:
        yield Source.PLAN, ("nhiem_vu",)
    codes = [one.code for one in plan.obligations] if duty is None else [duty]
    for code in codes:
        yield from duty_places(plan, roster, code)
    for one in plan.obligations:
        rests = one.code in codes and (figures or one.deadline is not None)
        if rests and _is_read_by_form(work, one, figures=figures):
            yield from form_places(plan, one.form)
    if figures:
        yield Source.PLAN, ("so_theo_doi",)
        for register in plan.registers:
            yield from register_places(plan, register)


def _is_read_by_form(work: Ready, duty: Obligation, *, figures: bool) -> bool:
    """Whether the values of its form decide about a receipt of the duty, or give figures."""
    return any(
        receipt.content is not None and (figures or receipt.decision is None)
        for submission in work.loaded.submissions.values()
        if submission.obligation == duty.code
        for receipt in submission.receipts
    )


def _sentence(head: str, unread: Iterable[Located]) -> str:
    lines = [head]
    places = [f"  {_place(one)}: {one.finding.code}: {one.finding.message}" for one in unread]
    lines += places[:_SHOWN]
    if len(places) > _SHOWN:
        lines.append(f"  … và {len(places) - _SHOWN} lỗi nữa")
    return "\n".join(lines)


def _place(one: Located) -> str:
    file = one.finding.ref.file
    return file if one.span is None else f"{file}:{one.span.line}:{one.span.column}"


def earlier_year(folder: Path, plan: Plan, *, as_of: date, cache: Path | None = None) -> EarlierYear:
    """The board of another workspace, as many years before ``as_of`` as its school year is earlier.

    Raises:
        WorkspaceNotFoundError: the folder is no workspace.
        UsageError: its school year is not earlier.
        UnreadableDataError: something on which its rows rest is not readable.
    """
    workspace: Workspace = named_workspace(folder, cache=cache)
    work = measurable(load(workspace))
    years = plan.year.first_year - work.plan.year.first_year
    if years < 1:
        raise UsageError(
            f"--compare: {folder} là năm học {work.plan.year.code}, không trước năm học {plan.year.code}.",
            hint="chỉ ra không gian làm việc của một năm học trước.",
        )
    return EarlierYear(
        school_year=work.plan.year.code,
        progress=work.progress(_years_before(as_of, years)),
        plan=work.plan,
        roster=work.roster,
        ledgers=work.loaded.records.ledgers,
    )


def _years_before(day: date, years: int) -> date:
    """The same day so many years before; of 29/2 in another year the day before 1/3."""
    leap_day = (day.month, day.day) == (2, 29)
    return (day - timedelta(days=1) if leap_day else day).replace(year=day.year - years)


def declared_outreach(loaded: Loaded) -> Outreach:
    """The declarations, without a fault.

    Raises:
        CannotContinueError: there is no such file.
        UnreadableDataError: it has errors; the message names each place.
    """
    outreach, _ = read_outreach(loaded.snapshot)
    errors = [one for one in outreach_findings(loaded) if one.severity is Severity.ERROR]
    if errors:
        lines = [f"Chưa làm được vì {OUTREACH_FILE} còn lỗi:"]
        for one in locate(errors, loaded.snapshot.files)[:_SHOWN]:
            line = f":{one.span.line}" if one.span is not None else ""
            lines.append(f"  {OUTREACH_FILE}{line}: {one.finding.code}: {one.finding.message}")
        raise UnreadableDataError(
            "\n".join(lines), hint="chạy «truyenthong validate» để xem từng chỗ và cách sửa."
        )
    if outreach is None:
        raise CannotContinueError(
            f"Chưa có {OUTREACH_FILE}, nên chưa biết máy chủ thư, nhắc ai, khi nào.",
            hint="xem docs/gui-thu.md.",
        )
    return outreach


def declared_outgoing(outreach: Outreach) -> Outgoing:
    """How mail leaves.

    Raises:
        CannotContinueError: it is not declared.
    """
    if outreach.outgoing is None:
        raise CannotContinueError(f"Chưa khai thu_di ở {OUTREACH_FILE}.", hint="xem docs/gui-thu.md.")
    return outreach.outgoing


def declared_incoming(outreach: Outreach) -> Incoming:
    """The mailbox that is read.

    Raises:
        CannotContinueError: it is not declared.
    """
    if outreach.incoming is None:
        raise CannotContinueError(f"Chưa khai thu_den ở {OUTREACH_FILE}.", hint="xem docs/hop-thu.md.")
    return outreach.incoming
