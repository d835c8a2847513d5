"""Where programs and data of the benchmarks lie; runs nothing but questions for a version."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
EXAMPLE = ROOT / "examples" / "2020-2021"
CACHE = "TRUYENTHONG_CACHE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The environments and the folder in which everything is made.

    Attributes:
        python: the interpreter that has the packages of requirements.txt.
        node: node with the packages of package.json; None where there is none.
        modules: their folder.
    """

    python: str
    node: str | None
    modules: Path
    folder: Path

    @classmethod
    def of(cls, python: str, folder: Path) -> Places:
        """What there is: node counts only where its packages were installed."""
        interpreter = Path(python).absolute()
        modules = interpreter.parent.parent / "node" / "node_modules"
        node = shutil.which("node") if modules.is_dir() else None
        return cls(python=str(interpreter), node=node, modules=modules, folder=folder)

    @property
    def cache(self) -> Path:
        """What our program remembers while it is measured."""
        return self.folder / "cache"

    def forget(self) -> None:
        """Lets our program remember nothing."""
        shutil.rmtree(self.cache, ignore_errors=True)


def ours(*args: str) -> list[str]:
    """A command of our program, as it is installed."""
    return [str(Path(sys.executable).with_name("truyenthong")), *args]


def prepare_environment(places: Places) -> None:
    """As on a machine where everything was installed: bytecode is there, nothing is remembered yet."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(places.folder / "bytecode")
    os.environ["TRUYENTHONG_AS_OF"] = "2021-06-01"
    os.environ["NODE_PATH"] = str(places.modules)
    os.environ[CACHE] = str(places.cache)
    output(sys.executable, "-m", "compileall", "-q", str(ROOT / "src"))


def output(*command: str) -> str:
    """What a command prints."""
    done = subprocess.run(
        command, capture_output=True, check=True, encoding="utf-8", stdin=subprocess.DEVNULL
    )
    return done.stdout.strip()
