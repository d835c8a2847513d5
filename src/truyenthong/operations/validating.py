"""``validate``: every finding of a workspace with its place in the text, in a stable order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from truyenthong.diagnostics.workspace import TT439
from truyenthong.findings import Finding, Ref, Severity, Span
from truyenthong.operations.loading import load
from truyenthong.sources.places import PlaceFinder
from truyenthong.text import number_wording
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.snapshot import Snapshot

MOST_PER_FILE = 200
"""Findings of one file that are told; a person mends the first of them and asks again."""


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
        left_out: how many findings of each severity are counted and not told: too many in one file.
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
    """Looks at the whole workspace; with ``names`` only what lies in them is told.

    Args:
        workspace: the workspace.
        names: files or folders inside it, relative to its root; everything where empty.
        today: the real day in Vietnam, for «nhận trong tương lai».
        snapshot: the workspace as somebody has already seen it.
    """
    loaded = load(workspace, today=today, snapshot=snapshot)
    findings = [one for one in loaded.findings if _is_wanted(one.ref.file, names)]
    located = locate(findings, loaded.snapshot.files)
    seen = (*loaded.snapshot.files, *loaded.snapshot.refused)
    told, left_out = _capped(located)
    return ValidationOutcome(
        findings=told, left_out=left_out, files=sum(_is_wanted(name, names) for name in seen)
    )


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
    return Located(finding=finding, span=span, excerpt=finder.excerpt(span))
