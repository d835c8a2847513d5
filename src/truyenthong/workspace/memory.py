"""Remembers answers between runs, outside of data/ and by content; anybody may delete them at any time."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import truyenthong
from truyenthong.errors import CannotContinueError
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace

ANSWERS = 64
"""How many answers of a workspace are kept; a further one takes the place of another."""

FOLDERS = 8
"""Of how many folders of papers it is remembered what was written there."""

_ROOT_FILE = "noi-lam-viec.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a command says: its two streams and its exit code.

    Attributes:
        lasts: whether the same question has it again; not where the command changed what it is about.
    """

    out: str
    err: str
    code: int
    lasts: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """What was written into a folder of papers.

    Attributes:
        names: by the digest of a template, the names that it uses.
        written: by file name, a mark of all that the paper was made of, and the digest of the file.
    """

    names: Mapping[str, Sequence[str]] = field(default_factory=dict)
    written: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What is remembered of one workspace, in a folder of its own; nothing where ``folder`` is None.

    It gives back what was put in under the very same key, or nothing. A file that is damaged is not believed;
    two runs at once only replace each other's whole files.
    """

    root: Path
    folder: Path | None

    @classmethod
    def of(cls, workspace: Workspace) -> Memory:
        """The memory of a workspace, which is known by the path of its root."""
        name = combined([str(workspace.root)])
        return cls(
            root=workspace.root, folder=workspace.cache / name if workspace.cache is not None else None
        )

    def answer(self, question: Sequence[str], content: str) -> Answer | None:
        """The answer to a question about this content, where it was given before."""
        found = self._recall(_slot("tra-loi", question, ANSWERS))
        if found is None or (found["question"], found["content"]) != (list(question), content):
            return None
        return Answer(out=found["out"], err=found["err"], code=found["code"])

    def keep_answer(self, question: Sequence[str], content: str, answer: Answer) -> None:
        """Remembers an answer, where it lasts."""
        if answer.lasts:
            said = {"out": answer.out, "err": answer.err, "code": answer.code}
            value = {"question": list(question), "content": content, **said}
            self._keep(_slot("tra-loi", question, ANSWERS), value)

    def papers(self, folder: Path) -> Papers:
        """What was written into a folder; nothing where that is not known."""
        found = self._recall(_slot("bao-cao", [str(folder)], FOLDERS))
        if found is None or found["folder"] != str(folder):
            return Papers()
        written = {name: (origin, digest) for name, (origin, digest) in found["written"].items()}
        return Papers(names=found["names"], written=written)

    def keep_papers(self, folder: Path, papers: Papers) -> None:
        """Remembers what was written into a folder."""
        self._keep(_slot("bao-cao", [str(folder)], FOLDERS), {"folder": str(folder), **asdict(papers)})

    def _recall(self, slot: str) -> Any:  # noqa: ANN401 - what ``_keep`` was given
        if self.folder is None:
            return None
        try:
            seal, _, data = storage.read_bytes(self.folder / slot).partition(b"\n")
        except (FileNotFoundError, CannotContinueError):
            return None
        return json.loads(data.decode("utf-8", "surrogatepass")) if data and seal == _seal(data) else None

    def _keep(self, slot: str, value: Mapping[str, object]) -> None:
        if self.folder is None:
            return
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        data = text.encode("utf-8", "surrogatepass")
        # A full disk or a home that cannot be written takes nothing away but speed.
        with contextlib.suppress(CannotContinueError, OSError):
            if not self.folder.is_dir():
                _forget_what_is_gone(self.folder.parent)
                storage.write_scratch(
                    self.folder / _ROOT_FILE, str(self.root).encode("utf-8", "surrogateescape")
                )
            storage.write_scratch(self.folder / slot, _seal(data) + b"\n" + data)


def combined(marks: Iterable[str]) -> str:
    """One mark for several, in their order (BLAKE2b)."""
    text = "\0".join(marks).encode("utf-8", "surrogateescape")
    return hashlib.blake2b(text, digest_size=16).hexdigest()


def _slot(kind: str, subject: Sequence[str], most: int) -> str:
    return f"{kind}-{int(combined(subject), 16) % most:02d}.txt"


def _seal(text: bytes) -> bytes:
    return hashlib.blake2b(text, digest_size=16, person=b"truyenthong").hexdigest().encode()


def _forget_what_is_gone(folder: Path) -> None:
    """Removes what is remembered of workspaces that are no longer there."""
    for name in storage.list_folders(folder):
        with contextlib.suppress(FileNotFoundError):
            root = storage.read_bytes(folder / name / _ROOT_FILE).decode("utf-8", "surrogateescape")
            if not Path(root).is_dir():
                storage.remove_folder(folder / name)


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
