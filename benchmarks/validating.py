"""``validate`` and a second run beside other programs, on generated workspaces of several sizes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import make_data
from measuring import ROUNDS, Contestant, Measured, race
from places import HERE, Places, ours
from tables import Table

SMALL, LARGE = 2_000, 20_000
SLOW = {"check-jsonschema": 1, "yamale": 2, "CSafeLoader + pydantic": 3}
"""At most so many runs on the large workspace."""
PARSEABLE = "parseable"


def tables(places: Places) -> Iterator[Table]:
    """Both sizes from nothing, then again with nothing and with one file changed."""
    memory: dict[int, int] = {}
    for count in (SMALL, LARGE):
        folder = places.folder / str(count)
        make_data.main(folder, count)
        found = _check_faults(folder)
        measured = race(dict(_contestants(places, folder, count)))
        memory[count] = measured["truyenthong, one process"].bytes
        notes = [found, *_notes(places, count)]
        if count == LARGE:
            notes.append(_growth(memory))
        yield Table(title=f"validate, {count:,} submissions, from nothing", lines=measured, notes=notes)
    for count in (SMALL, LARGE):
        yield _again(places, places.folder / str(count), count)


def _check_faults(folder: Path) -> str:
    """Every planted fault is found at its place, and no other file has one."""
    command = ours("-C", str(folder), "validate", "--format", "json")
    environment = {**os.environ, "TRUYENTHONG_CACHE": "off"}
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    findings = json.loads(done.stdout)["findings"]
    found = {(one["file"], one["line"], one["column"], one["code"]) for one in findings}
    planted = {tuple(one) for one in json.loads((folder / make_data.PLANTED).read_bytes())}
    files = {one[0] for one in planted}
    missed = planted - found
    false = [one for one in found if one[0].startswith("data/submissions/") and one[0] not in files]
    if missed or false:
        raise SystemExit(f"missed: {sorted(missed)[:5]}; false: {sorted(false)[:5]}")
    return f"All {len(planted)} planted faults were found with code, line and column; no other file has any."


def _contestants(places: Places, folder: Path, count: int) -> Iterator[tuple[str, Contestant]]:
    """Ours first, then the others."""
    data = folder / "data" / "submissions"
    schema = folder / "submission.json"
    with schema.open("wb") as stream:
        subprocess.run(ours("-C", str(folder), "schema", "submission"), stdout=stream, check=True)
    files = sorted(path.relative_to(folder).as_posix() for path in data.rglob("*.yaml"))
    mine = ours("-C", str(folder), "validate")
    yamale = [places.python, "-m", "yamale.command_line", "-n", "auto"]
    _parseable(folder)
    others = {
        "check-jsonschema": [places.python, "-m", "check_jsonschema", "--schemafile", str(schema), *files],
        "yamale": [*yamale, "-s", str(HERE / "submission.yamale.yaml"), PARSEABLE],
        "CSafeLoader + pydantic": [places.python, str(HERE / "loop.py"), str(data)],
    }
    yield "truyenthong", Contestant(command=mine, folder=folder, before=places.forget)
    yield (
        "truyenthong, one process",
        Contestant(command=["taskset", "-c", "0", *mine], folder=folder, before=places.forget),
    )
    if places.node is not None:
        ajv = [places.node, str(places.modules / "ajv-cli" / "dist" / "index.js"), "validate"]
        options = ["--strict=false", "--errors=line", "-s", str(schema), "-d", f"{PARSEABLE}/**/*.yaml"]
        yield "ajv-cli", Contestant(command=[*ajv, *options], folder=folder)
    for name, command in others.items():
        most = SLOW[name] if count == LARGE else ROUNDS
        yield name, Contestant(command=command, folder=folder, most=most)


def _parseable(folder: Path) -> None:
    """The files that are YAML at all: ajv-cli and yamale end at the first that is not."""
    broken = {
        one[0]
        for one in json.loads((folder / make_data.PLANTED).read_bytes())
        if one[3] == make_data.NOT_YAML
    }
    for path in (folder / "data" / "submissions").rglob("*.yaml"):
        name = path.relative_to(folder).as_posix()
        if name not in broken:
            twin = folder / PARSEABLE / path.relative_to(folder / "data" / "submissions")
            twin.parent.mkdir(parents=True, exist_ok=True)
            twin.hardlink_to(path)


def _notes(places: Places, count: int) -> Iterator[str]:
    yield "Ours tells every fault with line and column and also checks meaning; the others give no line."
    yield "check-jsonschema, ajv-cli: the schema that `truyenthong schema submission` prints."
    yield "yamale, pydantic: what stands around `noi_dung`, which they take as it is."
    yield "ajv-cli and yamale end at the first file that is not YAML: they are given the files that are."
    if places.node is None:
        yield "ajv-cli was not measured: there is no node."
    if count == LARGE:
        yield "Slow ones ran less often, as told beside their names."


def _growth(memory: dict[int, int]) -> str:
    grown = (memory[LARGE] - memory[SMALL]) / (LARGE - SMALL)
    return f"Memory of ours in one process grows by {grown / 1000:.1f} kB for each further submission."


def _again(places: Places, folder: Path, count: int) -> Table:
    """A second run: everything is remembered, or one file was changed since."""
    mine = ours("-C", str(folder), "validate")
    changing = min((folder / "data" / "submissions").rglob("*.yaml"))
    turns = 0

    def remember() -> None:
        places.forget()
        subprocess.run(mine, capture_output=True, check=False)

    def change() -> None:
        nonlocal turns
        text = changing.read_text(encoding="utf-8").split("\n# ")[0]
        changing.write_text(f"{text}\n# {turns}\n", encoding="utf-8", newline="\n")
        turns += 1

    remember()
    measured: dict[str, Measured] = race(
        {
            "nothing changed": Contestant(command=mine, folder=folder),
            "one file changed": Contestant(command=mine, folder=folder, before=change),
            "from nothing": Contestant(command=mine, folder=folder, before=places.forget),
        }
    )
    shutil.rmtree(folder / PARSEABLE, ignore_errors=True)
    return Table(title=f"validate again, {count:,} submissions", lines=measured)
