"""The seal of a finished document: the same bytes each time, broken by any change."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from support.years.second_plan import REPOSITORY
from truyenthong.word.seal import PROPERTY, is_whole, sealed

CUSTOM = "docProps/custom.xml"
OWN = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties '
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property '
    'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Mật"><vt:lpwstr>không</vt:lpwstr>'
    "</property></Properties>"
)


@pytest.fixture
def paper() -> bytes:
    return (REPOSITORY / "templates" / "tien-do.docx").read_bytes()


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The document with one part changed, packed anew."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as copy:
        for info in source.infolist():
            part = source.read(info)
            copy.writestr(info, part.replace(old, new) if info.filename == name else part)
    return target.getvalue()


def test_a_sealed_document_is_whole_and_the_same_each_time(paper: bytes) -> None:
    assert not is_whole(paper)
    assert is_whole(sealed(paper))
    assert sealed(paper) == sealed(paper)
    assert docx.Document(io.BytesIO(sealed(paper))).paragraphs


def test_any_change_breaks_the_seal(paper: bytes) -> None:
    data = sealed(paper)
    for broken in (
        changed(data, "word/document.xml", b"</w:body>", b"<w:p/></w:body>"),
        changed(data, "docProps/core.xml", b"<dc:title>", b"<dc:title>x"),
        changed(data, "docProps/app.xml", b"</Properties>", b" </Properties>"),
        changed(data, "none", b"", b""),  # packed anew: written by another program
        data + b"\0",
        data[:-1],
        b"",
    ):
        assert not is_whole(broken)


def test_a_document_saved_again_is_no_longer_what_was_written(paper: bytes) -> None:
    saved = io.BytesIO()
    docx.Document(io.BytesIO(sealed(paper))).save(saved)
    assert not is_whole(saved.getvalue())


def test_the_properties_of_a_template_stay_and_an_old_seal_is_replaced(paper: bytes) -> None:
    first = sealed(paper)
    own = changed(first, CUSTOM, zipfile.ZipFile(io.BytesIO(first)).read(CUSTOM), OWN.encode())
    twice = sealed(sealed(own))
    assert is_whole(twice)
    written = zipfile.ZipFile(io.BytesIO(twice)).read(CUSTOM).decode()
    assert written.count(PROPERTY) == 1
    assert 'name="Mật"' in written
    names = zipfile.ZipFile(io.BytesIO(twice)).namelist()
    assert names.count(CUSTOM) == 1
    types = zipfile.ZipFile(io.BytesIO(twice)).read("[Content_Types].xml").decode()
    assert types.count("custom-properties+xml") == 1


def test_a_document_whose_own_properties_cannot_be_read_gets_no_seal(paper: bytes) -> None:
    first = sealed(paper)
    broken = changed(first, CUSTOM, zipfile.ZipFile(io.BytesIO(first)).read(CUSTOM), b"<Properties")
    assert sealed(broken) == broken
    assert not is_whole(broken)
