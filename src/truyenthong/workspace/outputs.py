"""Writes papers into folders for people, and keeps beside them what a person has changed since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from truyenthong.workspace import storage
from truyenthong.workspace.refusals import RefusedError

SEALS_FILE = ".truyenthong-dau.json"
"""The seals of a folder's files that cannot carry their own: by name, the SHA-256 of what was written."""
OLD = "cu"
"""In the name of a file of ours that is no longer true."""

_Seals = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """What putting files into a folder did.

    Attributes:
        changed: the files that are new or say something else than before.
        kept: by file, where the one went that a person had changed.
        digests: by name, the SHA-256 of each file as it lies in the folder now.
    """

    changed: tuple[Path, ...]
    kept: Mapping[Path, Path]
    digests: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFolder:
    """A folder of papers; whoever writes into it holds ``storage.locked(folder)``.

    A paper (a report in Word) carries its seal among its own properties, any other file has it in
    ``SEALS_FILE``. A file is ours while it is still what its seal says; any other is a person's.

    Attributes:
        now: the run's moment; the names of what people had changed contain it.
    """

    folder: Path
    now: datetime

    def put(self, files: Mapping[str, bytes], *, papers: bool = False) -> Put:
        """Puts files in place; a person's file under one of the names is kept aside.

        A run that is killed at any moment loses nothing, and the next one finishes its work.

        Args:
            files: the bytes by name.
            papers: whether they are papers.

        Raises:
            FileInUseError: a file is open in another program; nothing was changed.
            CannotContinueError: the system refuses to write.
        """
        wanted = {self.folder / name: _sealed(data) if papers else data for name, data in files.items()}
        digests = {path.name: digest_of(data) for path, data in wanted.items()}
        stale = {path: data for path, data in wanted.items() if not storage.holds(path, data)}
        seals = self._seals()
        ours = {path for path in stale if self._is_ours(path, seals)}
        kept = {
            path: storage.free_name(path, self._mark)
            for path in stale
            if path.is_file() and path not in ours and not storage.holds(path, files[path.name])
        }
        if papers:
            storage.write_all(stale, aside=kept)
        else:
            fresh = {name: [digest] for name, digest in digests.items()}
            # Until all files are moved, the old ones of ours count as ours too.
            both = {name: [*dict.fromkeys([*new, *seals.get(name, ())])] for name, new in fresh.items()}
            storage.write_all({**self._with_seals({**seals, **both}), **stale}, aside=kept)
            storage.write_all(self._with_seals({**seals, **fresh}))
        return Put(changed=tuple(stale), kept=kept, digests=digests)

    def put_aside(self, name: str) -> Path:
        """Moves a file out of the way that is no longer true, and returns where it went.

        Raises:
            FileInUseError: it is open in another program.
        """
        path = self.folder / name
        return storage.move_aside(path, OLD if self._is_ours(path, self._seals()) else self._mark)

    @property
    def _mark(self) -> str:
        return f"sua-tay-{self.now:%Y-%m-%d-%H%M%S}"

    def _is_ours(self, path: Path, seals: _Seals) -> bool:
        """Whether a file is still what was written there; one that cannot be read is a person's."""
        try:
            data = storage.read_bytes(path)
        except (FileNotFoundError, RefusedError):
            return False
        return digest_of(data) in seals.get(path.name, ()) or _is_whole_paper(path, data)

    def _seals(self) -> _Seals:
        """The seals beside the files; none where the file of seals is missing or damaged."""
        try:
            read = json.loads(storage.read_bytes(self.folder / SEALS_FILE))
        except (FileNotFoundError, RefusedError, ValueError):
            return {}
        known = read.items() if isinstance(read, dict) else ()
        return {name: seals for name, seals in known if isinstance(seals, list)}

    def _with_seals(self, seals: _Seals) -> dict[Path, bytes]:
        """The file of seals, where it has to be written."""
        path = self.folder / SEALS_FILE
        text = json.dumps(dict(sorted(seals.items())), ensure_ascii=False, indent=1)
        data = f"{text}\n".encode()
        return {} if storage.holds(path, data) else {path: data}


def digest_of(data: bytes) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _sealed(data: bytes) -> bytes:
    from truyenthong.word.seal import sealed  # noqa: PLC0415 - only whoever writes papers pays for it

    return sealed(data)


def _is_whole_paper(path: Path, data: bytes) -> bool:
    if path.suffix != ".docx":
        return False
    from truyenthong.word.seal import is_whole  # noqa: PLC0415 - the same

    return is_whole(data)
