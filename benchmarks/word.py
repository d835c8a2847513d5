"""Renders with one engine of Python: in this process task by task, or a folder of papers and no more.

Usage: word.py ENGINE time FOLDER | word.py ENGINE papers TEMPLATE DATA.json OUT
"""

from __future__ import annotations

import io
import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

Paper = Callable[[dict[str, Any]], bytes]


def ours(source: bytes) -> Paper:
    """Load once, render many times, as the program does."""
    from truyenthong.word.render import DocProperties, render  # noqa: PLC0415
    from truyenthong.word.template import load_template  # noqa: PLC0415

    loaded = load_template(source, name="a.docx")
    properties = DocProperties(title="a", author="b", created=datetime(2021, 6, 1, tzinfo=UTC))

    def paper(values: dict[str, Any]) -> bytes:
        made = render(loaded, values, properties=properties).data
        if made is None:
            raise SystemExit("the template does not fit the data")
        return made

    return paper


def theirs(source: bytes) -> Paper:
    """Docxtpl, made careful: values are escaped, a missing name is an error; it reads the template anew."""
    from docxtpl import DocxTemplate  # type: ignore[import-not-found]  # noqa: PLC0415
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415

    def number(value: object) -> str:
        return f"{value:,}".replace(",", ".")

    def paper(values: dict[str, Any]) -> bytes:
        environment = Environment(undefined=StrictUndefined, autoescape=True)
        environment.filters["so"] = number
        document = DocxTemplate(io.BytesIO(source))
        document.render(values, jinja_env=environment, autoescape=True)
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()

    return paper


ENGINES = {"truyenthong": ours, "docxtpl": theirs}


def seconds(paper: Paper, values: dict[str, Any]) -> float:
    """The time of one paper."""
    start = time.perf_counter()
    paper(values)
    return time.perf_counter() - start


def timed(engine: Callable[[bytes], Paper], templates: Path, tasks: Path) -> dict[str, list[float]]:
    """Of every task the median of its papers and the time of all; a first paper is not counted."""
    found: dict[str, list[float]] = {}
    for task in sorted(tasks.glob("*.json")):
        values = json.loads(task.read_bytes())
        paper = engine((templates / f"{task.stem}.docx").read_bytes())
        paper(values[0])
        times = [seconds(paper, one) for one in values]
        found[task.stem] = [statistics.median(times), sum(times)]
    return found


def papers(engine: Callable[[bytes], Paper], template: Path, data: Path, out: Path) -> None:
    """A file for each entry of the data."""
    out.mkdir(parents=True, exist_ok=True)
    paper = engine(template.read_bytes())
    for place, values in enumerate(json.loads(data.read_bytes())):
        (out / f"{place}.docx").write_bytes(paper(values))


if __name__ == "__main__":
    name, how, *rest = sys.argv[1:]
    if how == "time":
        folder = Path(rest[0])
        print(json.dumps(timed(ENGINES[name], folder / name, folder)))
    else:
        papers(ENGINES[name], *map(Path, rest))
