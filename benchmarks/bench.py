"""Measures the program beside others in one run and prints a table; a benchmark, not a test.

Usage: bench.py PYTHON [COUNT]: PYTHON is the interpreter that has the packages of requirements.txt.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import make_data

ROOT = Path(__file__).resolve().parent.parent
REPEATS = 5
EXAMPLE = ROOT / "examples" / "2020-2021"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table: what was done, by whom, the median of its times in seconds."""

    task: str
    program: str
    seconds: float


def median(command: Sequence[str], repeats: int = REPEATS) -> float:
    """The median time of a command; what it prints and returns does not matter here."""
    times = []
    environment = {**os.environ, "TRUYENTHONG_AS_OF": "2021-06-01"}
    for _ in range(repeats):
        start = time.perf_counter()
        subprocess.run(command, env=environment, capture_output=True, check=False)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def ours(*args: str) -> list[str]:
    """A command of the program."""
    return [sys.executable, "-m", "truyenthong", *args]


def validating(other: str, folder: Path, count: int) -> list[Line]:
    """Validating ``count`` submissions."""
    make_data.main(folder, count)
    files = sorted(str(path) for path in (folder / "data" / "submissions").rglob("*.yaml"))
    schema = folder / "submission.json"
    shown = subprocess.run(ours("-C", str(folder), "schema", "submission"), capture_output=True, check=True)
    schema.write_bytes(shown.stdout)
    task = f"validate, {count} bài nộp"
    loop = str(Path(__file__).with_name("loop.py"))
    repeats = REPEATS if count <= 2000 else 3
    return [
        Line(task=task, program="truyenthong", seconds=median(ours("-C", str(folder), "validate"), repeats)),
        Line(
            task=task,
            program="check-jsonschema",
            seconds=median([other, "-m", "check_jsonschema", "--schemafile", str(schema), *files], repeats),
        ),
        Line(
            task=task,
            program="CSafeLoader + pydantic",
            seconds=median([other, loop, str(folder / "data" / "submissions")], repeats),
        ),
    ]


def starting(other: str) -> list[Line]:
    """``status`` on the sample year, beside the imports that it cannot do without."""
    del other
    return [
        Line(
            task="status, năm mẫu", program="truyenthong", seconds=median(ours("-C", str(EXAMPLE), "status"))
        ),
        Line(
            task="status, năm mẫu",
            program="import typer, yaml",
            seconds=median([sys.executable, "-c", "import typer, yaml"]),
        ),
    ]


def rendering(other: str, folder: Path) -> list[Line]:
    """A paper with a table of 45 rows, in one process: the first, a further one, and 4,000 rows."""
    worker = str(Path(__file__).with_name("word.py"))
    lines = []
    for program, python in (("truyenthong", sys.executable), ("docxtpl", other)):
        done = subprocess.run([python, worker, program, str(folder)], capture_output=True, check=True)
        for task, seconds in json.loads(done.stdout).items():
            lines.append(Line(task=task, program=program, seconds=seconds))
    return sorted(lines, key=lambda line: line.task)


def main(other: str, counts: Sequence[int]) -> None:
    """Prints the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = starting(other)
        for count in counts:
            lines += validating(other, folder / str(count), count)
        lines += rendering(other, folder)
    machine = f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} lõi"
    print(f"{machine}; trung vị của {REPEATS} lần\n")
    print("| việc | chương trình | giây | so với truyenthong |\n| --- | --- | ---: | ---: |")
    base = {line.task: line.seconds for line in lines if line.program == "truyenthong"}
    for line in lines:
        ratio = line.seconds / base[line.task]
        print(f"| {line.task} | {line.program} | {line.seconds:.4f} | {ratio:.2f} |")


if __name__ == "__main__":
    main(sys.argv[1], [int(count) for count in sys.argv[2:]] or [2000])
