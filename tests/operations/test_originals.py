"""Files as they were received: two of them never share a name, and what is kept is never written over."""

from __future__ import annotations

import hashlib
from pathlib import Path

from support.sent_files.sent import workspace
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import SentFile
from truyenthong.operations.intake.waitlist import Waiting, WaitingReason, put_waiting, read_waiting
from truyenthong.operations.submission_file import keep_original, read_original
from truyenthong.yamltext.days import parse_moment

ONE, OTHER = b"bao cao 15967c49c38f", b"bao cao d1c05fc3ddc4"
"""Two contents whose SHA-256 begin with the same twelve digits."""


def sent(data: bytes, name: str = "bao-cao.docx") -> SentFile:
    return SentFile(name=name, sha256=hashlib.sha256(data).hexdigest())


def test_two_files_whose_hashes_begin_alike_are_both_kept(tmp_path: Path) -> None:
    assert hashlib.sha256(ONE).hexdigest()[:12] == hashlib.sha256(OTHER).hexdigest()[:12]
    first, second = (keep_original(tmp_path, sent(data), data) for data in (ONE, OTHER))
    assert first == "48c5fedd37e2-bao-cao.docx"
    assert second == f"{hashlib.sha256(OTHER).hexdigest()}-bao-cao.docx"
    assert [read_original(tmp_path, sent(data)) for data in (ONE, OTHER)] == [ONE, OTHER]
    assert [keep_original(tmp_path, sent(data), data) for data in (OTHER, ONE)] == [None, None]


def test_a_damaged_original_stays_beside_the_whole_one(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        name = keep_original(tmp_path, sent(ONE), ONE)
        assert name is not None
        names.append(name)
        (tmp_path / name).write_bytes(b"hong")
        assert read_original(tmp_path, sent(ONE)) is None
    assert len(set(names)) == 3
    keep_original(tmp_path, sent(ONE), ONE)
    assert read_original(tmp_path, sent(ONE)) == ONE
    assert len([one for one in tmp_path.iterdir() if one.read_bytes() == b"hong"]) == 3


def test_a_dry_run_keeps_nothing_and_a_file_without_a_hash_is_not_found(tmp_path: Path) -> None:
    assert keep_original(tmp_path / "tep", sent(ONE), ONE, dry_run=True) == "48c5fedd37e2-bao-cao.docx"
    assert not (tmp_path / "tep").exists()
    (tmp_path / "-bao-cao.docx").write_bytes(ONE)
    assert read_original(tmp_path, SentFile(name="bao-cao.docx")) is None


def test_two_files_whose_hashes_begin_alike_both_wait(tmp_path: Path) -> None:
    place = workspace(tmp_path / "noi")
    moment = parse_moment("28/5/2021 09:15")
    assert isinstance(moment, Moment)
    hashes = [f"{'5' * 16}{letter * 48}" for letter in "ab"]
    entries = [
        Waiting(
            files=(SentFile(name=f"{one[-1]}.docx", sha256=one),),
            received=moment,
            reasons=(WaitingReason(code="TT601", message="chưa rõ"),),
        )
        for one in hashes
    ]
    for _ in range(2):  # the second time changes nothing
        for entry in entries:
            put_waiting(place, entry, [(entry.files[0].name).encode()])
        found, damaged = read_waiting(place)
        assert damaged == ()
        assert [one.files[0].sha256 for one in found] == hashes
        assert [one.code for one in found] == ["5" * 16, hashes[1]]


def test_a_damaged_entry_of_the_list_hides_no_file(tmp_path: Path) -> None:
    place = workspace(tmp_path / "noi")
    moment = parse_moment("28/5/2021")
    assert isinstance(moment, Moment)
    entry = Waiting(files=(sent(ONE),), received=moment)
    put_waiting(place, entry, [ONE])
    (place.root / entry.name).write_text("tep: [", encoding="utf-8")
    put_waiting(place, entry, [ONE])
    found, damaged = read_waiting(place)
    assert [one.files[0] for one in found] == [sent(ONE)]
    assert [one.code for one in damaged] == ["TT660"]
