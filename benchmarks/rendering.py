"""Word papers beside docxtpl, docxtemplater and Carbone: whole processes, and papers inside of one."""

from __future__ import annotations

import json
import statistics
import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import make_data
from measuring import ROUNDS, Contestant, Measured, race
from places import HERE, Places, ours, output
from tables import Table
from word_templates import DIALECTS, Dialect, plain_data, plain_table, unit_data, unit_paper

UNITS = 45
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WHOLE = (
    "Ours reads and checks {} submissions, decides every state, makes the views, renders and writes each "
    "file through to the disk; docxtpl only reads the finished views and renders."
)
FURTHER, ROWS, SOME, MANY = "further", "rows", "units", "units-many"


def tables(places: Places) -> Iterator[Table]:
    """The whole command, the same with a made-up paper, and papers inside of one process."""
    folder = places.folder / "word"
    _write_tasks(folder)
    _check_same_words(places, folder)
    yield _whole_command(places, folder)
    yield _processes(places, folder)
    yield from _inside(places, folder)


def _write_tasks(folder: Path) -> None:
    """Templates of every engine, and the data, in which every paper says something else."""
    data = {
        FURTHER: [plain_data(45, 6, number) for number in range(15)],
        ROWS: [plain_data(4_000, 8, number) for number in range(2)],
        SOME: [unit_data(number) for number in range(UNITS)],
        MANY: [unit_data(number) for number in range(500)],
    }
    folder.mkdir()
    for task, values in data.items():
        (folder / f"{task}.json").write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    for name, dialect in DIALECTS.items():
        (folder / name).mkdir()
        for task in data:
            (folder / name / f"{task}.docx").write_bytes(_template(task, dialect))


def _template(task: str, dialect: Dialect) -> bytes:
    match task:
        case "further":
            return plain_table(dialect, 6)
        case "rows":
            return plain_table(dialect, 8)
        case _:
            return unit_paper(dialect)


def _engines(places: Places) -> dict[str, list[str]]:
    """How each engine is called."""
    engines = {
        "truyenthong": [sys.executable, str(HERE / "word.py"), "truyenthong"],
        "docxtpl": [places.python, str(HERE / "word.py"), "docxtpl"],
    }
    if places.node is not None:
        for name in ("docxtemplater", "carbone"):
            engines[name] = [places.node, str(HERE / "word.js"), name]
    return engines


def _check_same_words(places: Places, folder: Path) -> None:
    """All engines make papers of the same words; a race with something else would mean nothing."""
    for task in (FURTHER, ROWS, SOME):
        said = {}
        for name, call in _engines(places).items():
            out = folder / f"words-{name}-{task}"
            output(
                *call, "papers", str(folder / name / f"{task}.docx"), str(folder / f"{task}.json"), str(out)
            )
            said[name] = [_words(out / f"{place}.docx") for place in (0, 1)]
        different = [name for name, words in said.items() if words != said["truyenthong"]]
        if different:
            raise SystemExit(f"other words in {task}: {', '.join(different)}")


def _words(path: Path) -> list[str]:
    """The paragraphs of a paper that say something."""
    with zipfile.ZipFile(path) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - made a moment ago
    texts = ("".join(one.itertext()).strip() for one in root.iter(f"{_W}p"))
    return [text for text in texts if text]


def _whole_command(places: Places, folder: Path) -> Table:
    """``report theo-don-vi`` from the data in YAML to the files, and docxtpl with its template and views."""
    workspace = folder / "workspace"
    make_data.main(workspace, UNITS * len(make_data.papers()))
    template, views = folder / "real.docx", folder / "real.views"
    output(sys.executable, str(HERE / "views.py"), str(workspace), str(template), str(views))
    mine = ours("-C", str(workspace), "report", "theo-don-vi", "--out", str(folder / "out"))
    theirs = [*_engines(places)["docxtpl"], "papers", str(template), str(views), str(folder / "out-docxtpl")]
    measured = race(
        {
            "truyenthong report theo-don-vi": Contestant(command=mine, folder=folder),
            "the same, nothing remembered": Contestant(command=mine, folder=folder, before=places.forget),
            "docxtpl, views and template at hand": Contestant(command=theirs, folder=folder),
        }
    )
    count = len(json.loads(views.read_bytes()))
    submissions = UNITS * len(make_data.papers())
    return Table(
        title=f"Word, the {count} papers of theo-don-vi, whole process",
        lines=measured,
        notes=[_WHOLE.format(submissions)],
    )


def _processes(places: Places, folder: Path) -> Table:
    """The same template and data for all."""
    contestants = {
        name: Contestant(
            command=[
                *call,
                *("papers", str(folder / name / f"{SOME}.docx"), str(folder / f"{SOME}.json")),
                str(folder / f"out-{name}"),
            ],
            folder=folder,
        )
        for name, call in _engines(places).items()
    }
    return Table(title=f"Word, {UNITS} papers of one kind, whole process", lines=race(contestants))


def _inside(places: Places, folder: Path) -> Iterator[Table]:
    """Times taken inside of one process for each engine, whose start and first paper do not count."""
    taken: dict[str, list[dict[str, list[float]]]] = {}
    for _ in range(ROUNDS):
        for name, call in _engines(places).items():
            taken.setdefault(name, []).append(json.loads(output(*call, "time", str(folder))))
    yield _table("Word, a further paper with a table of 45 rows", taken, FURTHER, 0)
    yield _table("Word, 4,000 rows x 8 columns", taken, ROWS, 0)
    many = _table("Word, 500 units in one process", taken, MANY, 1)
    growth = [f"{name} {_of(runs, MANY, 1) / _of(runs, SOME, 1):.1f}" for name, runs in taken.items()]
    note = f"Times the time of {UNITS} units ({500 / UNITS:.1f} is linear): {', '.join(growth)}."
    yield Table(title=many.title, lines=many.lines, notes=[note])


def _table(
    title: str, taken: Mapping[str, Sequence[Mapping[str, Sequence[float]]]], task: str, which: int
) -> Table:
    lines = {
        name: Measured(seconds=_of(runs, task, which), processor=0, bytes=0, rounds=len(runs))
        for name, runs in taken.items()
    }
    return Table(title=title, lines=lines)


def _of(runs: Sequence[Mapping[str, Sequence[float]]], task: str, which: int) -> float:
    return statistics.median(one[task][which] for one in runs)
