"""Work on what strangers wrote is counted; whatever a reader raises, only its own file waits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest

from support.sent_files.letters import attached, letter, mixed, part, words
from support.sent_files.sent import form, workspace
from truyenthong.errors import CannotContinueError
from truyenthong.intake.bounds import SECONDS, Allowance, OutOfBoundsError, guarded
from truyenthong.intake.mail.parse import parse
from truyenthong.intake.open import open_file
from truyenthong.model.moments import Moment
from truyenthong.operations.intake.take import Fate, IntakeOrder, take_in

NOW = Moment(day=date(2021, 6, 20), hour=time(8, 30))
TOP = "From: a@example.vn\nDate: Fri, 28 May 2021 09:12:00 +0700\nMessage-ID: <1@example.vn>\n"


def nested_messages(levels: int) -> bytes:
    return b"From: a@b.vn\nTo: c@d.vn\nContent-Type: message/rfc822\n\n" * levels + TOP.encode() + b"\nx\n"


def nested_multiparts(levels: int) -> bytes:
    step = 'Content-Type: multipart/mixed; boundary="b{0}"\n\n--b{0}\n'
    return (TOP + "".join(step.format(number) for number in range(levels)) + "\nx\n").encode()


def corrupt(method: int) -> bytes:
    """A zip file whose only file is damaged inside its compressed bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr("bao-cao.docx", form())
    data = bytearray(buffer.getvalue())
    data[60:90] = bytes(255 - one for one in data[60:90])
    return bytes(data)


def lines(text: str, size: int) -> str:
    return "\n ".join([text] * (size // len(text)))


HOSTILE = {
    "messages in messages": nested_messages(3_000),
    "parts in parts": nested_multiparts(3_000),
    "a few too many parts in parts": nested_multiparts(300),
    "nameless parts": mixed([b"\nx"] * 200_000),
    "named parts": mixed([attached(b"x")] * 5_000),
    "a long Subject": letter(b"x", Subject=lines("=?utf-8?B?QsOhbyBjw6FvIA==?=", 1_400_000)),
    "a long From": letter(b"x", From=lines("a <a@b.vn>,", 4_700_000)),
    "a long name": letter(b"x", Content_Type="text/plain; name=" + "a" * 2_000_000),
    "many parameters": letter(b"x", Content_Type="multipart/mixed; " + 'a="";' * 400_000),
    "uuencoded files": letter(b"begin 644 x\nend\n" * 50_000),
    "many letters": b"From a Fri May 28 09:15:00 2021\nFrom: a@b.vn\nTo: x\n\n" * 1_500,
    "paddings": mixed([part(b"", "application/zip") + b"A=" * 2_000_000]),
    "zip, deflate": corrupt(zipfile.ZIP_DEFLATED),
    "zip, bzip2": corrupt(zipfile.ZIP_BZIP2),
    "zip, lzma": corrupt(zipfile.ZIP_LZMA),
    "zip in a message": mixed([words(), attached(corrupt(zipfile.ZIP_LZMA), "a.zip")]),
    "zip with an unknown method": corrupt(zipfile.ZIP_STORED).replace(
        b"\x14\x00\x00\x00\x00\x00", b"\x14\x00\x00\x00\x63\x00"
    ),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_file_is_kept_whole_with_a_reason(name: str) -> None:
    opened = open_file("a.eml", HOSTILE[name])
    whole = [piece for piece in opened.pieces if piece.faults]
    assert len(whole) == 1
    assert {one.code for one in whole[0].faults} <= {"TT610", "TT615", "TT656", "TT658"}
    assert len(opened.pieces) <= 201


def test_the_others_of_the_run_are_taken_in(tmp_path: Path) -> None:
    place, folder = workspace(tmp_path / "noi"), tmp_path / "den"
    folder.mkdir()
    for number, name in enumerate(sorted(HOSTILE)):
        (folder / f"{number:02}.eml").write_bytes(HOSTILE[name])
    (folder / "zz.docx").write_bytes(form())
    outcome = take_in(place, [folder], IntakeOrder(), now=NOW)
    fates = {one.label: one.fate for one in outcome.taken}
    assert fates["den/zz.docx"] is Fate.RECORDED
    assert outcome.count(Fate.RECORDED) == 1
    assert outcome.count(Fate.WAITING) + outcome.count(Fate.KNOWN) >= len(HOSTILE)
    assert not outcome.is_certain


def test_the_clock_ends_what_the_counts_let_pass() -> None:
    seconds = iter([0.0, 1.0, SECONDS + 1])
    with pytest.raises(OutOfBoundsError, match="quá lâu"):
        parse(letter(b"x\n" * 100_000), Allowance(clock=lambda: next(seconds)))


def raising(error: Exception) -> Callable[[], str]:
    def work() -> str:
        raise error

    return work


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (RecursionError("x"), "lồng nhau quá sâu"),
        (MemoryError(), "bộ nhớ"),
        (OutOfBoundsError("đọc quá lâu"), "đọc quá lâu"),
        (ZeroDivisionError("x"), "ZeroDivisionError"),
        (SystemError("x"), "SystemError"),
        (AssertionError(), "AssertionError"),
    ],
)
def test_whatever_a_reader_raises_is_a_reason(error: Exception, told: str) -> None:
    assert told in guarded(raising(error), lambda reason: reason)


def test_what_stops_the_command_passes_the_boundary() -> None:
    with pytest.raises(CannotContinueError):
        guarded(raising(CannotContinueError("x")), lambda reason: reason)
