"""Finds the built-in templates and the starter data, in the wheel or in the checkout."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from truyenthong.errors import CannotContinueError

GUIDE = "DOC-TRUOC.txt"
"""The name of the text that says what a folder is for."""

_PACKAGE = Path(__file__).resolve().parent.parent
_IN_WHEEL = _PACKAGE / "assets"
_CHECKOUT = _PACKAGE.parent.parent


def _folder(name: str) -> Path:
    """The folder ``name`` as the wheel carries it, else as the checkout has it."""
    for base in (_IN_WHEEL, _CHECKOUT):
        if (base / name).is_dir():
            return base / name
    raise CannotContinueError(
        f"Bản cài đặt thiếu phần «{name}» của chương trình.", hint="cài lại truyenthong."
    )


def builtin_template(name: str) -> Path | None:
    """A built-in Word template by its file name, or None."""
    path = _folder("templates") / name
    return path if path.is_file() else None


def builtin_templates() -> tuple[Path, ...]:
    """All built-in Word templates, by name."""
    return tuple(sorted(path for path in _folder("templates").glob("*.docx") if path.name[0] not in "~."))


def builtin_letters() -> tuple[Path, ...]:
    """All built-in texts of mails, by name."""
    return tuple(sorted((_folder("templates") / "thu").glob("*.txt")))


def manual() -> Path | None:
    """The first page of the manual; None where the program was installed without it."""
    path = _PACKAGE / "site" / "index.html"
    return path if path.is_file() else None


def starter_files() -> Iterator[tuple[str, Path]]:
    """The neutral starter: path in the new workspace, file to copy."""
    yield from _files(_folder("starter"))
    yield from schema_files()


def example_files() -> Iterator[tuple[str, Path]]:
    """The plan of 2020-2021 as the example: path in the new workspace, file to copy."""
    data = _folder("data")
    for name in ("plan.yaml", "units.yaml", "calendar.yaml"):
        yield f"data/{name}", data / name
    yield from guides()
    yield from schema_files()


def sample_files() -> Iterator[tuple[str, Path]]:
    """The sample year whole: path in the new workspace, file to copy."""
    yield from ((f"data/{name}", path) for name, path in _files(_folder("examples/2020-2021/data")))
    yield from guides()
    yield from schema_files()


def guides() -> Iterator[tuple[str, Path]]:
    """The texts that say what a folder of a new workspace is for."""
    for name, path in _files(_folder("starter")):
        if path.name == GUIDE:
            yield name, path


def schema_files() -> Iterator[tuple[str, Path]]:
    """What the first line of each YAML file points editors to."""
    for path in sorted(_folder("schema").glob("*.json")):
        yield f"schema/{path.name}", path


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith((".", "~$")):
            yield path.relative_to(folder).as_posix(), path
