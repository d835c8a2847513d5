"""The tables of what was measured, and their place in docs/benchmarks.md; measures nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from measuring import ROUNDS, Measured

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One race: our line comes first, the others are held against it.

    Attributes:
        notes: sentences below it.
    """

    title: str
    lines: Mapping[str, Measured]
    notes: Sequence[str] = ()

    def text(self) -> str:
        """As Markdown."""
        return "\n".join((f"### {self.title}\n", *self._rows(), "", *(f"- {one}" for one in self.notes), ""))

    def _rows(self) -> Iterator[str]:
        yield "| program | seconds | of processor | MB | against ours |"
        yield "| --- | ---: | ---: | ---: | ---: |"
        ours = next(iter(self.lines.values()))
        for name, one in self.lines.items():
            few = "" if one.rounds >= ROUNDS else f" ({one.rounds} run{'s' if one.rounds > 1 else ''})"
            memory = f"{one.bytes / 1e6:.0f}" if one.bytes else ""
            processor = f"{one.processor:.3f}" if one.processor else ""
            ratio = one.seconds / ours.seconds
            yield f"| {name}{few} | {_seconds(one.seconds)} | {processor} | {memory} | {ratio:.2f} |"


def _seconds(value: float) -> str:
    return f"{value:.4f}" if value < 0.1 else f"{value:.3f}"


def put_into_page(text: str) -> None:
    """Puts what was measured into the documentation, in place of what was measured before."""
    page = PAGE.read_text(encoding="utf-8")
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    PAGE.write_text(f"{head}{BEGIN}\n{text}\n{END}{tail}", encoding="utf-8", newline="\n")
