"""Documents for the tests of the Word engine, made by hand so that every byte of them is known."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from xml.sax.saxutils import escape

import pytest
from docx import Document

from truyenthong.word.render import DocProperties, Rendered, render
from truyenthong.word.running.values import PlainValue
from truyenthong.word.template import load_template

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W_NS}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title></cp:coreProperties>'
)

Pack = Callable[..., bytes]
Fill = Callable[..., Rendered]
Paragraphs = Callable[..., list[str]]
Body = Callable[[Rendered], str]


def paragraph(*runs: str) -> str:
    """A paragraph with one run for each text; what begins with «<» is put in as it is."""
    return f"<w:p>{''.join(map(_run, runs))}</w:p>"


def _run(text: str) -> str:
    return text if text.startswith("<") else f"<w:r><w:t>{escape(text)}</w:t></w:r>"


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell's text is one paragraph, what begins with «<» is put in as it is."""
    grid = "".join('<w:gridCol w:w="1000"/>' for _ in rows[0])
    lines = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def _cell(text: str) -> str:
    return f"<w:tc>{text if text.startswith('<') else paragraph(text)}</w:tc>"


def package(body: str, *, title: str = "", extra: Mapping[str, str | bytes] | None = None) -> bytes:
    """A whole ``.docx`` around the XML of a body; parts get their content type by their name."""
    files: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "docProps/core.xml": _CORE.format(title=title),
        **(extra or {}),
    }
    kinds = {name: name for name in ("footnotes", "endnotes")}
    kinds |= {"document": "document.main", "header1": "header", "header2": "header", "footer1": "footer"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in kinds.items()
        if f"word/{name}.xml" in files
    )
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>"
    )
    links = (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/></Relationships>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {"[Content_Types].xml": types, "_rels/.rels": links, **files}.items():
            archive.writestr(name, data)
    return out.getvalue()


PROPERTIES = DocProperties(title="", author="Sở Giáo dục", created=datetime(2021, 6, 1, 1, tzinfo=UTC))


def fill_data(data: bytes, context: Mapping[str, PlainValue]) -> Rendered:
    """The template of these bytes, filled."""
    return render(load_template(data, name="thu.docx"), context, properties=PROPERTIES)


@pytest.fixture
def properties() -> DocProperties:
    return PROPERTIES


@pytest.fixture
def pack() -> Pack:
    return package


@pytest.fixture
def p() -> Callable[..., str]:
    return paragraph


@pytest.fixture
def tbl() -> Callable[..., str]:
    return table


@pytest.fixture
def fill() -> Fill:
    """``fill(body, **context)``: the rendered document of that body XML."""

    def filled(body: str, /, **context: PlainValue) -> Rendered:
        return fill_data(package(body), context)

    return filled


@pytest.fixture
def fill_package() -> Fill:
    """``fill_package(data, **context)``: the rendered document of those bytes."""

    def filled(data: bytes, /, **context: PlainValue) -> Rendered:
        return fill_data(data, context)

    return filled


@pytest.fixture
def texts() -> Paragraphs:
    """``texts(*paragraphs, **context)``: the paragraphs of the result, which must have no problem."""

    def of(*lines: str, **context: PlainValue) -> list[str]:
        done = fill_data(package("".join(map(paragraph, lines))), context)
        assert done.problems == ()
        assert done.data is not None
        return [one.text for one in Document(io.BytesIO(done.data)).paragraphs]

    return of


@pytest.fixture
def faults() -> Callable[..., list[tuple[str, str]]]:
    """``faults(*paragraphs, **context)``: code and message of every problem, of a result without data."""

    def of(*lines: str, **context: PlainValue) -> list[tuple[str, str]]:
        done = fill_data(package("".join(map(paragraph, lines))), context)
        assert done.data is None
        return [(one.code, one.message) for one in done.problems]

    return of


@pytest.fixture
def part() -> Callable[..., str]:
    """``part(rendered, name)``: the XML of one part of the result."""

    def of(done: Rendered, name: str = "word/document.xml") -> str:
        assert done.data is not None, done.problems
        with zipfile.ZipFile(io.BytesIO(done.data)) as archive:
            assert archive.testzip() is None
            return archive.read(name).decode()

    return of
