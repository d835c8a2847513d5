"""Measures the program beside others in one run; prints the tables and puts them into docs/benchmarks.md.

Usage: bench.py PYTHON: the interpreter that has the packages of requirements.txt; those of package.json
stand beside it in ``node``. A benchmark, not a test.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import rendering
import starting
import validating
from measuring import ROUNDS
from places import Places, output, prepare_environment
from tables import Table, put_into_page
from targets import targets_text

import intake

PACKAGES = ("check-jsonschema", "yamale", "pydantic", "pyyaml", "ruamel.yaml", "docxtpl")


def main(python: str) -> None:
    """Runs every benchmark."""
    with tempfile.TemporaryDirectory(prefix="truyenthong-bench-") as name:
        places = Places.of(python, Path(name))
        prepare_environment(places)
        machine = _machine(places)
        print(machine, flush=True)
        made: dict[str, Table] = {}
        for part in (starting, validating, rendering, intake):
            for table in part.tables(places):
                made[table.title] = table
                print(table.text(), flush=True)
    targets = targets_text(made)
    print(targets)
    put_into_page("\n".join((machine, targets, *(table.text() for table in made.values()))))


def _machine(places: Places) -> str:
    versions = ", ".join((f"Python {platform.python_version()}", *_versions(places)))
    when = date.today().isoformat()  # noqa: DTZ011 - the day of the measurement, where it was made
    machine = f"{platform.system()} {platform.machine()}, {_processor()}, {os.cpu_count()} cores"
    return (
        f"{when}, {machine}; {versions}. "
        f"Medians of {ROUNDS} runs, one program after the other in each round.\n"
    )


def _processor() -> str:
    """The name of the processor, where the system tells it."""
    path = Path("/proc/cpuinfo")
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "an unnamed processor"


def _versions(places: Places) -> Iterator[str]:
    ask = "from importlib.metadata import version; import sys; print(version(sys.argv[1]))"
    for name in PACKAGES:
        yield f"{name} {output(places.python, '-c', ask, name)}"
    if places.node is None:
        return
    yield f"node {output(places.node, '--version')}"
    for name in ("ajv-cli", "docxtemplater", "carbone"):
        file = str(places.modules / name / "package.json")
        yield f"{name} {output(places.node, '-p', 'require(process.argv[1]).version', file)}"


if __name__ == "__main__":
    main(sys.argv[1])
