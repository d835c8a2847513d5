"""What is taken out of messages: nothing is dropped unsaid, whatever a mail program wrote."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from datetime import date, time

import pytest

from support.sent_files.letters import DOCX, attached, enclosed, letter, mixed, part, words
from support.sent_files.sent import form, zipped
from truyenthong.intake.kinds import FileKind, kind_of
from truyenthong.intake.mail.headers import moment
from truyenthong.intake.mail.messages import moment_of
from truyenthong.intake.open import open_file
from truyenthong.intake.pieces import Piece
from truyenthong.model.moments import Moment

FORM = form()
PHOTO = b"\xff\xd8\xff\xe0" + bytes(90_000)
LOGO = b"\xff\xd8\xff\xe0" + bytes(900)


def uu(data: bytes, name: str = "bao-cao.docx") -> bytes:
    lines = [binascii.b2a_uu(data[at : at + 45]) for at in range(0, len(data), 45)]
    return f"begin 644 {name}\n".encode() + b"".join(lines) + b"`\nend\n"


def pieces(data: bytes, name: str = "thu.eml") -> list[Piece]:
    return open_file(name, data).pieces


def taken(data: bytes, name: str = "thu.eml") -> list[str]:
    """The names of the files that were taken out; a message that is kept whole is told by its codes."""
    return [
        "+".join(sorted({one.code for one in piece.faults})) if piece.faults else piece.name
        for piece in pieces(data, name)
    ]


USUAL = mixed([words(), attached(FORM)])
INNER = mixed([words(), attached(FORM)], Message_ID="<trong@example.vn>")
READ = {
    "usual": USUAL,
    "CRLF": USUAL.replace(b"\n", b"\r\n"),
    "CR": USUAL.replace(b"\n", b"\r"),
    "BOM": b"\xef\xbb\xbf" + USUAL,
    "empty lines first": b"\r\n\n" + USUAL,
    "BOM and an mbox line": b"\xef\xbb\xbfFrom a@b Fri May 28 09:15:00 2021\n" + USUAL,
    "an mbox line with >": b">From a@b Fri May 28 09:15:00 2021\n" + USUAL,
    "Apple Mail": f"{len(USUAL)}\n".encode() + USUAL + b"<?xml version='1.0'?><plist/>",
    "base64 with a blank": USUAL.replace(b"Encoding: base64", b"Encoding: base64 "),
    "base64 with more words": USUAL.replace(b"Encoding: base64", b"Encoding: BASE64; x"),
    "base64 in two lots": mixed(
        [
            words(),
            part(b"", Content_Disposition="attachment; filename=bao-cao.docx")
            + base64.encodebytes(FORM[:1000])
            + base64.encodebytes(FORM[1000:]),
        ]
    ),
    "a list's words below the file": mixed(
        [words(), attached(FORM) + b"\n___\nSent by the list of all schools\n"]
    ),
    "a message in base64": mixed([words(), part(INNER, "message/rfc822")]),
    "a message in quoted-printable": mixed(
        [
            words(),
            b"Content-Type: message/rfc822\nContent-Transfer-Encoding: quoted-printable\n\n"
            + INNER.replace(b"=", b"=3D"),
        ]
    ),
    "a message said to be in base64": mixed(
        [
            words(),
            b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + INNER,
        ]
    ),
    "a message as a file": mixed([words(), attached(INNER, "a.eml", "application/octet-stream")]),
    "uuencode": letter(b"Kinh gui\n\n" + uu(FORM), Content_Type="text/plain"),
    "uuencode as an encoding": mixed(
        [
            words(),
            f"Content-Type: {DOCX}; name=bao-cao.docx\nContent-Transfer-Encoding: x-uuencode\n\n".encode()
            + uu(FORM),
        ]
    ),
    "a type that is none": mixed(
        [words(), part(FORM, "docx", Content_Disposition="inline; filename=bao-cao.docx")]
    ),
    "two names in one": mixed([words(), attached(FORM, "C:\\Users\\bao-cao.docx")]),
    "UTF-8 in a name": USUAL.replace(b'"bao-cao.docx"', '"Báo cáo tháng 5.docx"'.encode()),
    "an encoded name": USUAL.replace(b'"bao-cao.docx"', b'"=?utf-8?B?QsOhbyBjw6FvIHRow6FuZyA1LmRvY3g=?="'),
    "a name in pieces": USUAL.replace(
        b'filename="bao-cao.docx"',
        b"filename*0*=UTF-8''B%C3%A1o%20c%C3%A1o; filename*1*=%20th%C3%A1ng%205.docx",
    ),
    "files of systems besides": mixed(
        [words(), attached(FORM), attached(b"x", "Thumbs.db"), attached(b"x", "._a")]
    ),
    "a logo": mixed(
        [
            words("<img src='cid:l%40x'>", "text/html"),
            part(LOGO, "image/jpeg", Content_ID="<l@x>", Content_Disposition="inline; filename=logo.jpg"),
            attached(FORM),
        ]
    ),
}


@pytest.mark.parametrize("name", sorted(READ))
def test_the_form_is_found(name: str) -> None:
    (found,) = pieces(READ[name])
    assert found.data[: len(FORM)] == FORM
    assert found.name in {"bao-cao.docx", "Báo cáo tháng 5.docx"}
    assert not found.faults


@pytest.mark.parametrize("name", sorted(READ))
def test_the_detector_and_the_reader_agree(name: str) -> None:
    assert kind_of("1.a.host", READ[name]) is FileKind.MAIL
    assert moment_of(READ[name]) == Moment(day=date(2021, 5, 28), hour=time(9, 15))


KEPT = {
    "no file": (letter(b"Kinh gui\n"), ["TT654"]),
    "an empty file": (mixed([words(), attached(b"")]), ["bao-cao.docx", "TT654"]),
    "only a logo": (
        mixed(
            [
                words("<img src='cid:l'>", "text/html"),
                part(LOGO, "image/jpeg", Content_ID="<l>", Content_Disposition="inline"),
            ]
        ),
        ["TT654"],
    ),
    "only files of systems": (mixed([words(), attached(b"x", "desktop.ini")]), ["TT654"]),
    "a large picture in the words": (
        mixed(
            [
                words("<img src='cid:l'>", "text/html"),
                part(PHOTO, "image/jpeg", Content_ID="<l>", Content_Disposition="inline; filename=IMG_1.jpg"),
            ]
        ),
        ["IMG_1.jpg"],
    ),
    "a photo that nothing shows": (
        mixed([words(), part(LOGO, "image/jpeg", Content_Disposition="inline; filename=IMG_1.jpg")]),
        ["IMG_1.jpg"],
    ),
    "cut": (
        mixed([words(), attached(FORM), attached(FORM)[:900]], end=False),
        ["bao-cao.docx"] * 2 + ["TT615"],
    ),
    "no boundary": (letter(b"--x\n\nx\n", Content_Type="multipart/mixed"), ["TT615"]),
    "another boundary": (USUAL.replace(b"--ranh", b"--gioi"), ["TT615"]),
    "a part behind the end": (USUAL + b"--x\n" + attached(FORM), ["bao-cao.docx", "TT615"]),
    "an unknown encoding": (USUAL.replace(b"Encoding: base64", b"Encoding: x-la"), ["TT615"]),
    "two types": (USUAL.replace(b"MIME-Version", b"Content-Type: text/plain\nMIME-Version"), ["TT615"]),
    "a strange line in the head": (
        USUAL.replace(b"MIME-Version", b"khong phai dong\nMIME-Version"),
        ["TT615"],
    ),
    "encrypted": (
        letter(b"x\n", Content_Type="application/pkcs7-mime; name=smime.p7m"),
        ["smime.p7m", "TT615"],
    ),
    "a part of a message": (letter(b"From: x\n\nx\n", Content_Type="message/partial; number=1"), ["TT615"]),
    "a message that is none": (mixed([words(), enclosed(b"\nkhong co gi\n")]), ["TT615"]),
    "a message's text in the words": (letter(b"Xem:\n\n" + USUAL), ["TT615"]),
    "half a uuencoded file": (letter(b"Kinh gui\n\n" + uu(FORM)[:2000]), ["TT615"]),
    "a form without a name": (mixed([words(), b"Content-Type: text/plain\n\n" + FORM]), ["khong-ten"]),
    "an empty zip": (mixed([words(), attached(zipped({}), "a.zip")]), ["TT656"]),
    "a zip of files of systems": (
        mixed([words(), attached(zipped({"Thumbs.db": b"x"}), "a.zip")]),
        ["TT656"],
    ),
}


@pytest.mark.parametrize("name", sorted(KEPT))
def test_what_was_not_understood_is_kept_whole(name: str) -> None:
    data, expected = KEPT[name]
    assert taken(data) == expected
    whole = [piece for piece in pieces(data) if piece.faults and piece.name == "thu.eml"]
    assert all(piece.data == data for piece in whole)
    assert all(piece.message is not None and piece.message.senders == ("vt@example.vn",) for piece in whole)


def mailboxes() -> Iterator[tuple[str, bytes]]:
    lines = (
        ("Google", "From 1@xxx Fri May 28 09:15:00 +0000 2021\n"),
        ("Unix", "From vt@example.vn Fri May 28 09:15:00 2021\n"),
        ("Thunderbird", "From - Fri May 28 09:15:00 2021\n"),
    )
    for name, line in lines:
        for ends in ("\n", "\r\n"):
            one = line.encode() + USUAL + b"\n"
            yield f"{name} {ends!r}", (one * 3).replace(b"\n", ends.encode())


@pytest.mark.parametrize(("name", "data"), [*mailboxes()])
def test_every_message_of_an_mbox_is_read(name: str, data: bytes) -> None:
    assert kind_of("a", data) is FileKind.MAILBOX, name
    assert [piece.label for piece in pieces(data, "a.mbox")] == [
        f"a.mbox › thu-{number}.eml › bao-cao.docx" for number in (1, 2, 3)
    ]
    assert len({id(piece.message) for piece in pieces(data, "a.mbox")}) == 3
    assert taken(zipped({"a.mbox": data}), "a.zip") == ["bao-cao.docx"] * 3


def test_one_broken_message_of_an_mbox_stops_no_other() -> None:
    broken = USUAL.replace(b"--ranh", b"--gioi")
    line = b"From - Fri May 28 09:15:00 2021\n"
    assert taken(line + broken + b"\n" + line + USUAL, "a.mbox") == ["TT615", "bao-cao.docx"]


NO_LETTERS = {
    "bao-cao.doc": (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n",
        FileKind.WEB_PAGE,
    ),
    "a.mht": (
        b"From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n",
        FileKind.WEB_PAGE,
    ),
    "b.doc": (b"\xef\xbb\xbf<html xmlns:o='x'><body>a</body></html>", FileKind.WEB_PAGE),
    "c.xls": ("<html><table><tr><td>a</td></tr></table></html>".encode("utf-16"), FileKind.WEB_PAGE),
    "d.doc": (b"<?xml version='1.0'?>\n<?mso-application progid=\"Word.Document\"?><w:wordDocument/>", None),
    "e.xls": (b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>", None),
    "f.xml": (b"<pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'/>", None),
    "winmail.dat": (b"\x78\x9f\x3e\x22" + bytes(40), FileKind.TNEF),
    "ATT0001.bin": (b"\x78\x9f\x3e\x22" + bytes(40), FileKind.TNEF),
    "thu.msg": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__properties_version1.0".encode("utf-16-le"),
        FileKind.MAIL_PROGRAM,
    ),
    "a.pst": (b"!BDN" + bytes(40), FileKind.MAIL_PROGRAM),
    "a.eml": ("From: a@b.vn\nTo: c@d.vn\n".encode("utf-16"), FileKind.TEXT),
    "a.7z": (b"7z\xbc\xaf\x27\x1c" + bytes(40), FileKind.ARCHIVE),
    "a.url": (b"[InternetShortcut]\nURL=https://example.vn", FileKind.SHORTCUT),
    "a.rtf": (b"{\\rtf1 x}", FileKind.RICH_TEXT),
    "a.pages": (zipped({"Index/Document.iwa": b"x"}), FileKind.OTHER_OFFICE),
}


@pytest.mark.parametrize("name", sorted(NO_LETTERS))
def test_what_is_no_message_waits_as_what_it_is(name: str) -> None:
    data, kind = NO_LETTERS[name]
    assert kind_of(name, data) is (kind or FileKind.OFFICE_XML)
    assert taken(data, name) == [name]


DATES = {
    "30 May 2021 17:30:00 -0000": (31, 0, 30),
    "30 May 2021 17:30:00 -0000 (x)": (31, 0, 30),
    "30 May 2021 17:30:00 +0000": (31, 0, 30),
    "30 May 2021 17:30:00 GMT": (31, 0, 30),
    "30 May 2021 17:30:00 UT": (31, 0, 30),
    "30 May 2021 17:30:00 Z": (31, 0, 30),
    "30 May 2021 17:30:00 +0700 (ICT)": (30, 17, 30),
    "30 May 2021 17:30:00 +07:00": (30, 17, 30),
    "30 May 2021 17:30:00 -05:30": (31, 6, 0),
    "30 May 2021 17:30:00 ICT": (30, 17, 30),
    "30 May 2021 17:30:00 GMT+7": (30, 17, 30),
    "30 May 2021 17:30:00": (30, 17, 30),
}


@pytest.mark.parametrize("text", sorted(DATES))
def test_moments_are_vietnamese(text: str) -> None:
    day, hour, minute = DATES[text]
    assert moment(text) == Moment(day=date(2021, 5, day), hour=time(hour, minute))


@pytest.mark.parametrize(
    "text", ["", "hôm qua", "30 May 2021 17:30:00 XYZ", "30 May 2021 5:30 PM", "9" * 9000]
)
def test_a_moment_that_could_be_another_is_not_read(text: str) -> None:
    assert moment(text) is None


def test_names_lose_what_a_terminal_would_obey() -> None:
    strange = "\x1b]8;;http://x\x07a\u202e.docx"
    archive = zipped({f"../{strange}": b"x"})
    opened = open_file(
        f"{strange}.eml", mixed([words(), attached(archive, "a\x1b[2J.zip"), attached(b"x", strange)])
    )
    told = [*(piece.label for piece in opened.pieces)]
    told += [f"{one.ref.file}{one.message}" for piece in opened.pieces for one in piece.faults]
    assert all(char.isprintable() for text in told for char in text)


@pytest.mark.parametrize("inner", [enclosed(INNER), part(INNER, "message/rfc822"), attached(INNER, "a.eml")])
def test_who_wrote_it_and_who_passed_it_on(inner: bytes) -> None:
    (piece,) = pieces(mixed([words(), inner], From="a@example.vn"))
    assert piece.message is not None
    assert piece.senders == ("a@example.vn", "vt@example.vn")
    assert piece.forwarded is not None
    assert piece.forwarded.sent == Moment(day=date(2021, 5, 28), hour=time(9, 15))
