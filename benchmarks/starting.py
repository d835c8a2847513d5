"""``status`` beside the imports that it cannot do without; measures nothing else."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import make_data
from measuring import Contestant, race
from places import EXAMPLE, Places, ours
from tables import Table

SUBMISSIONS = 1_500


def tables(places: Places) -> Iterator[Table]:
    """On the sample year, and on many submissions."""
    sample = places.folder / "sample"
    shutil.copytree(EXAMPLE, sample)
    yield _table(places, sample, "status, sample year")
    many = places.folder / "status"
    make_data.main(many, SUBMISSIONS)
    yield _table(places, many, f"status, {SUBMISSIONS:,} submissions")


def _table(places: Places, folder: Path, title: str) -> Table:
    mine = ours("-C", str(folder), "status")
    imports = [sys.executable, "-c", "import typer, yaml"]
    places.forget()
    lines = race(
        {
            "truyenthong, nothing changed": Contestant(command=mine, folder=folder),
            "import typer, yaml": Contestant(command=imports, folder=folder),
            "truyenthong, from nothing": Contestant(command=mine, folder=folder, before=places.forget),
        }
    )
    return Table(title=title, lines=lines)
