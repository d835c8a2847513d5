"""``template check`` and ``template fields``: faults of templates, copies that show them, usable names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from truyenthong.errors import BrokenTemplateError, CannotContinueError, UsageError
from truyenthong.findings import Severity
from truyenthong.model.plan import Plan
from truyenthong.model.reports import ReportEntry
from truyenthong.ooxml.archive import ArchiveError
from truyenthong.ooxml.xml import PartError
from truyenthong.operations.choose import find_named
from truyenthong.operations.load import load, ready
from truyenthong.views.fields import view_fields
from truyenthong.views.fields.reminders import letter_fields
from truyenthong.word.annotate import annotate
from truyenthong.word.check import check_template
from truyenthong.word.fields import Fields
from truyenthong.word.plain_text import in_lines, load_text
from truyenthong.word.problems import Problem
from truyenthong.word.template import load_template
from truyenthong.workspace import assets, storage
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.outputs import OutputFolder


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedTemplate:
    """A template's file name, what is wrong with it, and its path where a file was named."""

    name: str
    problems: tuple[Problem, ...]
    path: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateOutcome:
    """All templates that were checked, and why others could not be opened."""

    templates: tuple[CheckedTemplate, ...]
    refused: tuple[CannotContinueError, ...] = ()

    @property
    def fails(self) -> bool:
        """Whether any template has an error."""
        return any(has_errors(one.problems) for one in self.templates)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldLine:
    """One line of ``template fields``: the name as a tag uses it, what it is, an example."""

    name: str
    kind: str
    sentence: str
    example: str


def read_template(workspace: Workspace, name: str) -> bytes:
    """A template of the catalogue: the workspace's own first, the built-in one second.

    Raises:
        CannotContinueError: where neither has it.
    """
    own = workspace.templates / name
    path = own if own.is_file() else assets.builtin_template(name)
    if path is None:
        raise CannotContinueError(
            f"Không có mẫu {name} trong templates/ và trong chương trình.",
            hint="sửa tên ở dòng «mau:» của báo cáo trong data/plan.yaml, hoặc đặt mẫu vào templates/.",
        )
    return storage.read_bytes(path)


def letter_names(workspace: Workspace) -> tuple[str, ...]:
    """The texts of mails, the workspace's own and the built-in ones: ``thu/nhac-truoc.txt``."""
    own = storage.list_files(workspace.templates / "thu")
    names = {*own, *(path.name for path in assets.builtin_letters())}
    return tuple(sorted(f"thu/{name}" for name in names if name.endswith(".txt") and name[0] not in "~."))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any problem is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def problem_line(name: str, problem: Problem) -> str:
    """A problem on one line: file, place, code, what is wrong, the tag's own text."""
    tag = f" [{problem.tag}]" if problem.tag else ""
    hint = f" — sửa: {problem.hint}" if problem.hint else ""
    return f"{name}: {problem.spot}: {problem.code}: {problem.message}{tag}{hint}"


_NAMES_TOLD = 3


def broken_template(name: str, problems: Iterable[Problem], not_made: Sequence[str]) -> BrokenTemplateError:
    """What stops the reports of one template: every fault of it, and the files that were not made."""
    errors = [one for one in problems if one.severity is Severity.ERROR]
    lines = "\n".join(f"  {problem_line(name, one)}" for one in errors)
    more = len(not_made) - _NAMES_TOLD
    files = ", ".join(not_made[:_NAMES_TOLD]) + (f" và {more} tệp nữa" if more > 0 else "")
    return BrokenTemplateError(
        f"Mẫu {name} có {len(errors)} lỗi nên chưa làm {files} (bản cũ, nếu có, còn nguyên):\n{lines}",
        hint="mở mẫu bằng Word, sửa các chỗ trên, rồi chạy «truyenthong template check».",
    )


def check(workspace: Workspace, files: Sequence[Path]) -> TemplateOutcome:
    """Looks at every template of the catalogue, or at the files given.

    A file is compared with the fields of the report that uses its name; a file that no report uses is
    checked for syntax alone.

    Raises:
        UsageError: where a file does not exist.
    """
    work = ready(load(workspace))
    entries = {entry.template: entry for entry in work.plan.reports}
    plan = work.plan
    texts = () if files else letter_names(workspace)
    checked: list[CheckedTemplate] = []
    refused: list[CannotContinueError] = []
    wanted: tuple[Path | str, ...] = (*files,) or (*entries, *texts)
    for name, path, data in read_templates(workspace, wanted):
        if isinstance(data, CannotContinueError):
            refused.append(data)
        else:
            checked.append(replace(_check(name, data, entries.get(name), plan), path=path))
    return TemplateOutcome(templates=tuple(checked), refused=tuple(refused))


def read_templates(
    workspace: Workspace, wanted: Iterable[Path | str]
) -> Iterator[tuple[str, Path | None, bytes | CannotContinueError]]:
    """Templates of the catalogue by name, or files: name, path, and the bytes or why they are refused.

    Raises:
        UsageError: where a file does not exist.
    """
    for one in wanted:
        path = one if isinstance(one, Path) else None
        try:
            data: bytes | CannotContinueError
            data = _read(one) if isinstance(one, Path) else read_template(workspace, one)
        except CannotContinueError as error:  # the other templates are looked at all the same
            data = error
        yield (one.name if isinstance(one, Path) else one), path, data


def _read(path: Path) -> bytes:
    try:
        return storage.read_bytes(path)
    except FileNotFoundError as error:
        raise UsageError(f"Không có tệp {path}.", hint="kiểm tra lại tên tệp.") from error


def _check(name: str, data: bytes, entry: ReportEntry | None, plan: Plan) -> CheckedTemplate:
    template = load_text(data, name=name) if name.endswith(".txt") else load_template(data, name=name)
    problems = template.problems
    if name.endswith(".txt"):
        problems = in_lines(check_template(template, letter_fields(name)))
    elif entry is not None:
        problems = check_template(template, view_fields(entry.scope, entry=entry, plan=plan))
    return CheckedTemplate(name=name, problems=problems)


def fields(workspace: Workspace, code: str) -> tuple[FieldLine, ...]:
    """What the template of a report may use, nested names written out.

    Raises:
        UsageError: where the catalogue has no such report.
    """
    work = ready(load(workspace))
    catalogue = {entry.code: entry for entry in work.plan.reports}
    entry = find_named(catalogue, code, f"Không có báo cáo «{code}».")
    return tuple(_lines(view_fields(entry.scope, entry=entry, plan=work.plan), ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedNames:
    """What a template names.

    Attributes:
        names: the names that some report offers, those at the top, in the order of the alphabet.
        unfit: by the code of a report, the tags that it could not fill; none for one that fits.
        problems: what is wrong with the template whatever report uses it.
    """

    names: tuple[str, ...]
    unfit: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...]


def used(workspace: Workspace, path: Path) -> UsedNames:
    """What a template names, and which reports of the catalogue could not fill it.

    Raises:
        UsageError: there is no such file.
    """
    plan = ready(load(workspace)).plan
    template = load_template(_read(path), name=path.name)
    unfit: dict[str, tuple[str, ...]] = {}
    offered: set[str] = set()
    for entry in plan.reports:
        known = view_fields(entry.scope, entry=entry, plan=plan)
        offered.update(known)
        found = check_template(template, known)
        faults = [one for one in found if one.severity is Severity.ERROR and one not in template.problems]
        unfit[entry.code] = tuple(dict.fromkeys(one.tag or one.message for one in faults))
    return UsedNames(names=tuple(sorted(offered & template.names)), unfit=unfit, problems=template.problems)


def _lines(tree: Fields, prefix: str) -> Iterable[FieldLine]:
    for name, field in tree.items():
        full = f"{prefix}{name}"
        yield FieldLine(name=full, kind=field.kind.value, sentence=field.sentence, example=field.example)
        below = f"{full}[]." if field.is_list else f"{full}."
        yield from _lines(field.children, below)


MARK = ".chu-thich"
"""Stands in the name of a copy before its ending: ``tien-do.chu-thich.docx``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedTemplate:
    """One template that was checked.

    Attributes:
        copy: where its copy with comments was written; None where there was nothing to mark or where the
            file cannot be opened.
        kept: where an earlier copy went that a person had changed.
    """

    checked: CheckedTemplate
    copy: Path | None
    kept: Path | None = None


def check_and_annotate(
    workspace: Workspace, files: Sequence[Path], *, folder: Path | None, day: date, now: datetime
) -> tuple[TemplateOutcome, tuple[AnnotatedTemplate, ...]]:
    """Checks templates and writes a copy with comments of each that has something to see to.

    Args:
        workspace: whose catalogue says which fields a template may use.
        files: the templates.
        folder: where the copies go; None: beside the templates.
        day: when the comments count as written.
        now: the run's moment, for the names of copies that people had changed.

    Raises:
        UsageError: no file, or one that does not exist, or two copies of the same name.
        CannotContinueError: a copy cannot be written.
    """
    if not files:
        raise UsageError(
            "--annotate cần tên các tệp mẫu.", hint="ví dụ: truyenthong template check templates/tien-do.docx"
        )
    targets = {path: _target(path, folder) for path in files}
    if len({*targets.values()}) < len(files):
        raise UsageError("Hai tệp cùng tên sẽ ghi đè bản chú thích của nhau.", hint="chạy riêng từng tệp.")
    outcome = check(workspace, files)
    moment = datetime.combine(day, time.min, tzinfo=UTC)
    return outcome, tuple(
        _annotated(
            one.path, OutputFolder(folder=targets[one.path].parent, now=now), targets[one.path], one, moment
        )
        for one in outcome.templates
        if one.path is not None
    )


def _target(path: Path, folder: Path | None) -> Path:
    return (path.parent if folder is None else folder) / f"{path.stem}{MARK}{path.suffix}"


def _annotated(
    path: Path, out: OutputFolder, target: Path, checked: CheckedTemplate, moment: datetime
) -> AnnotatedTemplate:
    if not checked.problems:
        return AnnotatedTemplate(checked=checked, copy=None)
    try:
        data = annotate(storage.read_bytes(path), checked.problems, moment=moment)
    except (ArchiveError, PartError):  # that it cannot be opened is one of the problems
        return AnnotatedTemplate(checked=checked, copy=None)
    with storage.locked(out.folder):
        put = out.put({target.name: data})
    return AnnotatedTemplate(checked=checked, copy=target, kept=put.kept.get(target))
