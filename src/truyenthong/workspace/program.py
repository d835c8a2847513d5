"""Tells one state of the installed program from another, so that no answer of an older one is believed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import truyenthong

_PACKAGE = Path(truyenthong.__file__).parent


def program_mark() -> str:
    """Changes with the version, with any file of the program or of its YAML reader, and with Python."""
    seen = (f"{name}:{size}:{changed}" for name, size, changed in sorted(_files(str(_PACKAGE))))
    return "\n".join((truyenthong.__version__, sys.version, _yaml(), *seen))


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name == "__pycache__":
                continue
            if entry.is_dir():
                yield from _files(entry.path)
            else:
                found = entry.stat()
                yield entry.path, found.st_size, found.st_mtime_ns


def _yaml() -> str:
    spec = find_spec("yaml")
    if spec is None or spec.origin is None:
        return ""
    found = Path(spec.origin).stat()
    return f"{spec.origin}:{found.st_size}:{found.st_mtime_ns}"
