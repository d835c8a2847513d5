"""Renders the papers of a run; one that would be the same byte for byte is left as it lies."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from truyenthong.errors import CannotContinueError
from truyenthong.model.reports import ReportEntry
from truyenthong.model.submissions import PaperNumber, Receipt
from truyenthong.operations.load import Ready
from truyenthong.operations.report.jobs import Job
from truyenthong.operations.report.templates import broken_template, read_template
from truyenthong.views.build import build_view
from truyenthong.views.subject import View, ViewInput
from truyenthong.word.problems import Problem, distinct
from truyenthong.word.render import DocProperties, Rendered, render
from truyenthong.word.running.values import Admitted
from truyenthong.word.template import Template, load_template
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.memory import Papers, combined, program_mark
from truyenthong.workspace.outputs import digest_of
from truyenthong.workspace.refusals import RefusedError

Tick = Callable[[int, int], None]
"""Called after each file: how many are made, of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AllRendered:
    """What rendering all papers came to.

    Attributes:
        files: the papers to write, by name.
        made: the names of all papers that are true now, also of those that lie there already.
        warnings: what templates and data said besides.
        broken: the templates that cannot be used.
        origins: by paper, a mark of all that it was made of; none where there was a warning to give.
        names: by the digest of a template, the names that it uses.
    """

    files: Mapping[str, bytes]
    made: Sequence[str]
    warnings: tuple[Problem, ...]
    broken: tuple[CannotContinueError, ...]
    origins: Mapping[str, str]
    names: Mapping[str, Sequence[str]]

    def papers(self, known: Papers, digests: Mapping[str, str]) -> Papers:
        """What the next run is to know.

        Args:
            known: what was known before.
            digests: of each paper that was put into the folder, as it lies there.
        """
        left = {name: mark for name, mark in known.written.items() if name not in self.files}
        fresh = {name: (mark, digests[name]) for name, mark in self.origins.items() if name in digests}
        return Papers(names={**known.names, **self.names}, written={**left, **fresh})


@dataclass(kw_only=True)
class _Source:
    """A template of the catalogue, compiled when a paper has to be rendered."""

    workspace: Workspace
    name: str

    @cached_property
    def data(self) -> bytes | CannotContinueError:
        """Its bytes, or why they cannot be read."""
        try:
            return read_template(self.workspace, self.name)
        except CannotContinueError as error:
            return error

    @cached_property
    def digest(self) -> str:
        return digest_of(self.data) if isinstance(self.data, bytes) else ""

    @cached_property
    def template(self) -> Template | None:
        return load_template(self.data, name=self.name) if isinstance(self.data, bytes) else None

    @property
    def is_compiled(self) -> bool:
        """Whether some paper had to be rendered from it."""
        return "template" in vars(self)

    def broken(self, faults: Sequence[Problem], not_made: Sequence[str]) -> CannotContinueError:
        """Why the papers of this template were not made."""
        if isinstance(self.data, CannotContinueError):
            return self.data
        return broken_template(self.name, distinct(faults), not_made)


@dataclass(frozen=True, kw_only=True)
class Rendering:
    """Renders all jobs, reading and compiling each template once.

    Attributes:
        out: the folder of the papers.
        known: what the run before remembered. A paper is not rendered again where all that it is made of is
            the same and the file in the folder is, byte for byte, the one that was written.
    """

    workspace: Workspace
    given: ViewInput
    work: Ready
    out: Path
    known: Papers
    _sources: dict[str, _Source] = field(default_factory=dict)
    _before: dict[str, Admitted] = field(default_factory=dict)
    _marks: dict[str, tuple[object, str]] = field(default_factory=dict)

    def run(self, jobs: Sequence[Job], tick: Tick) -> AllRendered:
        """All papers that are not the same as they lie there."""
        program = combined([program_mark(), version("jinja2"), version("lxml")])
        files: dict[str, bytes] = {}
        made: list[str] = []
        warnings: list[Problem] = []
        origins: dict[str, str] = {}
        faults: dict[str, list[Problem]] = {}
        not_made: dict[str, list[str]] = {}
        for index, job in enumerate(jobs, start=1):
            source = self._source(job.entry.template)
            view, properties = self._view(job)
            origin = self._origin(program, source, view, properties)
            if origin is None or not self._lies_there(job.file_name, origin):
                rendered = self._rendered(source, view, properties)
                if rendered is None or rendered.data is None:
                    faults.setdefault(source.name, []).extend(rendered.problems if rendered else ())
                    not_made.setdefault(source.name, []).append(job.file_name)
                    tick(index, len(jobs))
                    continue
                files[job.file_name] = rendered.data
                warnings.extend(rendered.problems)
                origin = self._origin(program, source, view, properties)
                if origin is not None and not rendered.problems:
                    origins[job.file_name] = origin
            made.append(job.file_name)
            tick(index, len(jobs))
        return AllRendered(
            files=files,
            made=made,
            warnings=tuple(warnings),
            broken=tuple(self._source(name).broken(faults[name], names) for name, names in not_made.items()),
            origins=origins,
            names={
                one.digest: sorted(one.template.names)
                for one in self._sources.values()
                if one.is_compiled and one.template is not None
            },
        )

    def _source(self, name: str) -> _Source:
        return self._sources.setdefault(name, _Source(workspace=self.workspace, name=name))

    def _view(self, job: Job) -> tuple[View, DocProperties]:
        given, entry = (self.given, job.entry) if job.sent is None else self._as_sent(job.entry, job.sent)
        view = build_view(given, entry, unit=job.unit, period=job.period, piece=job.piece, filing=job.filing)
        created = datetime.combine(given.as_of, time(), tzinfo=UTC)
        author = self.work.plan.agency.full_name
        return view, DocProperties(title=job.title, author=author, created=created)

    def _as_sent(self, entry: ReportEntry, paper: Receipt) -> tuple[ViewInput, ReportEntry]:
        """What a copy of a paper is made of: the board of the day of sending, number and day as recorded."""
        on, known = paper.received.day, paper.paper or PaperNumber()
        given = replace(
            self.given,
            progress=self.work.progress(on),
            number=known.number,
            day=known.day or on,
            signer=None,
        )
        return given, replace(entry, symbol=known.symbol or entry.symbol)

    def _rendered(self, source: _Source, view: View, properties: DocProperties) -> Rendered | None:
        """A paper; None where its template cannot be read."""
        template = source.template
        if template is None:
            return None
        named = view.only(template.names)
        rendered = render(template, named, properties=properties, before=self._before)
        if rendered.data is not None:
            return rendered
        # Whoever has to mend the template is told what could have been meant, among all names.
        return render(template, view, properties=properties)

    def _origin(self, program: str, source: _Source, view: View, properties: DocProperties) -> str | None:
        """A mark of all that a paper is made of; None while it is not known which names it uses."""
        names = self._names(source)
        if names is None:
            return None
        used = view.only(names)
        marks = [f"{name}={self._mark(name, value)}" for name, value in used.items()]
        return combined([program, source.digest, repr(properties), *marks])

    def _names(self, source: _Source) -> frozenset[str] | None:
        if source.digest in self.known.names:
            return frozenset(self.known.names[source.digest])
        return source.template.names if source.is_compiled and source.template is not None else None

    def _mark(self, name: str, value: object) -> str:
        """A mark of a value; what papers share is looked at once."""
        known = self._marks.get(name)
        if known is None or known[0] is not value:
            text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_told)
            mark = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
            known = self._marks[name] = (value, mark)
        return known[1]

    def _lies_there(self, name: str, origin: str) -> bool:
        known = self.known.written.get(name)
        if known is None or known[0] != origin:
            return False
        try:
            return digest_of(storage.read_bytes(self.out / name)) == known[1]
        except (FileNotFoundError, RefusedError):
            return False


def _told(value: object) -> dict[str, str]:
    """What JSON has no sign for, so that no text can look like it."""
    if isinstance(value, (date, Decimal)):
        return {f"\0{type(value).__name__}": str(value)}
    if isinstance(value, bytes):
        return {"\0bytes": digest_of(value)}
    return {"\0": repr(value)}
