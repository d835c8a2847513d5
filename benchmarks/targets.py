"""What was to be reached, held against what was measured; measures nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from measuring import Measured
from tables import Table

Lines = Mapping[str, Measured]
_OURS = "truyenthong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One thing to reach.

    Attributes:
        figure: what was measured of it, from the lines of one table; KeyError where somebody did not run.
        at_least: whether the figure must not be smaller than ``bound``, or not be larger.
    """

    sentence: str
    table: str
    figure: Callable[[Lines], float]
    bound: float
    at_least: bool = False

    def row(self, found: float) -> str:
        """As a line of Markdown."""
        met = found >= self.bound if self.at_least else found <= self.bound
        sign = "≥" if self.at_least else "≤"
        return f"| {self.sentence} | {sign} {self.bound:g} | {found:.2f} | {'yes' if met else '**no**'} |"


def _times(other: str, mine: str = _OURS) -> Callable[[Lines], float]:
    return lambda lines: lines[other].seconds / lines[mine].seconds


def _part(other: str, mine: str = _OURS) -> Callable[[Lines], float]:
    return lambda lines: lines[mine].seconds / lines[other].seconds


def _seconds(mine: str) -> Callable[[Lines], float]:
    return lambda lines: lines[mine].seconds


_SMALL, _LARGE = "validate, 2,000 submissions, from nothing", "validate, 20,000 submissions, from nothing"
_AGAIN = "nothing changed"
_STATUS = "truyenthong, nothing changed"
_WHOLE = "Word, the 46 papers of theo-don-vi, whole process"
_PAPERS = "Word, 45 papers of one kind, whole process"
_FURTHER, _ROWS = "Word, a further paper with a table of 45 rows", "Word, 4,000 rows x 8 columns"
TARGETS = (
    Target(
        sentence="validate, 2,000 files: times as fast as check-jsonschema",
        table=_SMALL,
        figure=_times("check-jsonschema"),
        bound=10,
        at_least=True,
    ),
    Target(
        sentence="validate, 2,000 files: part of ajv-cli's time",
        table=_SMALL,
        figure=_part("ajv-cli"),
        bound=0.67,
    ),
    Target(
        sentence="validate, 20,000 files: part of ajv-cli's time",
        table=_LARGE,
        figure=_part("ajv-cli"),
        bound=1,
    ),
    Target(
        sentence="second run, 2,000 files, nothing changed: seconds",
        table="validate again, 2,000 submissions",
        figure=_seconds(_AGAIN),
        bound=0.25,
    ),
    Target(
        sentence="second run, 20,000 files, nothing changed: seconds",
        table="validate again, 20,000 submissions",
        figure=_seconds(_AGAIN),
        bound=0.8,
    ),
    Target(
        sentence="status, sample year, nothing changed: times `import typer, yaml`",
        table="status, sample year",
        figure=_part("import typer, yaml", _STATUS),
        bound=2,
    ),
    Target(
        sentence="status, 1,500 submissions, nothing changed: seconds",
        table="status, 1,500 submissions",
        figure=_seconds(_STATUS),
        bound=0.3,
    ),
    Target(
        sentence="Word, whole command: times as fast as docxtpl",
        table=_WHOLE,
        figure=_times("docxtpl, views and template at hand", "truyenthong report theo-don-vi"),
        bound=5,
        at_least=True,
    ),
    Target(
        sentence="Word, 45 papers of one kind: times as fast as docxtpl",
        table=_PAPERS,
        figure=_times("docxtpl"),
        bound=5,
        at_least=True,
    ),
    *(
        Target(sentence=f"Word, {told}: part of {other}'s time", table=table, figure=_part(other), bound=1)
        for table, told in ((_PAPERS, "45 papers of one kind"), (_FURTHER, "a further paper"))
        for other in ("docxtemplater", "carbone")
    ),
    Target(
        sentence="Word, a further paper: times as fast as docxtpl",
        table=_FURTHER,
        figure=_times("docxtpl"),
        bound=7,
        at_least=True,
    ),
    Target(
        sentence="Word, 4,000 rows: part of docxtpl's time", table=_ROWS, figure=_part("docxtpl"), bound=0.5
    ),
)


def targets_text(tables: Mapping[str, Table]) -> str:
    """The table of all targets whose figures were measured."""
    return "\n".join(
        ("### Targets\n", "| target | | measured | met |", "| --- | ---: | ---: | --- |", *_rows(tables), "")
    )


def _rows(tables: Mapping[str, Table]) -> Iterator[str]:
    for target in TARGETS:
        table = tables.get(target.table)
        if table is not None:
            try:
                yield target.row(target.figure(table.lines))
            except KeyError:
                yield f"| {target.sentence} | | not measured | |"
