"""The guard of all Office files: what it refuses, and whom its sentences name."""

from __future__ import annotations

import io
import zipfile

import pytest

from truyenthong.ooxml.archive import (
    MAX_FILE,
    OLE,
    ArchiveError,
    OfficeProgram,
    pack,
    read_archive,
    write_archive,
)
from truyenthong.ooxml.xml import DoctypeError, PartError, parse


@pytest.mark.parametrize(
    ("program", "words"),
    [
        (OfficeProgram.WORD, ("Word cũ (.doc)", "không phải .docx", "tệp Word .docx", "do Word ghi")),
        (OfficeProgram.EXCEL, ("Excel cũ (.xls)", "không phải .xlsx", "tệp Excel .xlsx", "do Excel ghi")),
    ],
)
def test_sentences_name_the_program_that_was_asked_for(
    program: OfficeProgram, words: tuple[str, str, str, str]
) -> None:
    old, asked, kind, writer = words
    with pytest.raises(ArchiveError) as found:
        read_archive(OLE, program=program)
    assert old in str(found.value)
    assert asked in str(found.value)
    with pytest.raises(ArchiveError, match=kind):
        read_archive(b"xin chao", program=program)
    with pytest.raises(DoctypeError, match=writer):
        parse(b"<!DOCTYPE a><a/>", "a.xml", program=program)


def test_a_reader_may_allow_larger_files() -> None:
    large = write_archive([pack("a.xml", b"<a/>")]) + b"\0"
    assert read_archive(large[:-1], most=len(large))
    with pytest.raises(ArchiveError, match="quá lớn"):
        read_archive(large, most=len(large) - 1)
    with pytest.raises(ArchiveError, match="quá lớn"):
        read_archive(b"PK" + b"\0" * MAX_FILE)


@pytest.mark.parametrize("name", ["..\\a.xml", "\\a.xml", "word\\..\\..\\a.xml", "C:\\a.xml"])
def test_names_that_point_outside_are_refused_with_backslashes_too(name: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), b"<a/>")
    with pytest.raises(ArchiveError, match="chỉ ra ngoài"):
        read_archive(stream.getvalue())


@pytest.mark.parametrize("data", ["<!DOCTYPE a><a/>", "<a><!ENTITY b 'c'></a>"])
@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
def test_no_part_may_declare_a_type(data: str, code: str) -> None:
    with pytest.raises(PartError, match=r"DOCTYPE|XML đúng"):
        parse(data.encode(code), "a.xml")
