"""A run that writes one file over and over, to be started several times at once."""

from pathlib import Path

from truyenthong.workspace import storage


def write_many(folder: Path, letter: str) -> None:
    for _ in range(20):
        with storage.locked(folder):
            storage.write_atomic(folder / "a.docx", letter.encode() * 200_000)
