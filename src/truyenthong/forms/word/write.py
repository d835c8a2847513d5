"""Writes a form in Word from its declaration, and a marked copy of one that was sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from truyenthong.forms.filled import BlankRequest, Mark, Spot
from truyenthong.forms.identity import identity_line, to_texts
from truyenthong.forms.labels import PROPERTY, SAMPLE, Displays, sending, summary
from truyenthong.forms.word.controls import Controls, paragraph, run
from truyenthong.forms.word.fields import Block, FieldWriter
from truyenthong.forms.word.open import open_form
from truyenthong.forms.word.paper import register_foot, register_head, report_foot, report_head
from truyenthong.forms.word.styles import (
    CONTENT_TYPES_XML,
    DOCUMENT_RELATIONS_XML,
    NAMESPACES,
    PACKAGE_RELATIONS_XML,
    SETTINGS_XML,
    STYLES_XML,
)
from truyenthong.ooxml.archive import pack, write_archive
from truyenthong.ooxml.comments import Comments
from truyenthong.ooxml.parts import parts_of
from truyenthong.ooxml.xml import Element, P, PartError, W, escape, serialise, text_of_part
from truyenthong.text import is_file_number

_EDGES = 'w:header="454" w:footer="454" w:gutter="0"/>'
_UPRIGHT = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    f'<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" {_EDGES}'
)
_LYING = (
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    f'<w:pgMar w:top="1701" w:right="1134" w:bottom="1134" w:left="1134" {_EDGES}'
)
_HEADS = (
    '<w:headerReference w:type="first" r:id="rId3"/><w:headerReference w:type="default" r:id="rId4"/>'
    '<w:footerReference w:type="first" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>'
)
_PAGE = "".join(
    f"<w:r>{inside}</w:r>"
    for inside in (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>2</w:t>",  # shown until Word counts: the first page has no number
        '<w:fldChar w:fldCharType="end"/>',
    )
)
_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>truyenthong</Application></Properties>"
)


def write_docx(request: BlankRequest) -> bytes:
    """The form as a Word file; the same request always makes the same bytes."""
    sample = paragraph("Sample", run(SAMPLE)) if request.sample else ""
    line = paragraph("Identity", run(identity_line(request.identity)))
    words = sending(request)
    sent = paragraph("Identity", run(" ".join(words))) if words else ""
    parts = {
        "[Content_Types].xml": CONTENT_TYPES_XML,
        "_rels/.rels": PACKAGE_RELATIONS_XML,
        "word/document.xml": _document(request),
        "word/_rels/document.xml.rels": DOCUMENT_RELATIONS_XML,
        "word/styles.xml": STYLES_XML,
        "word/settings.xml": SETTINGS_XML,
        "word/header1.xml": _part("hdr", sample or paragraph("Sample", "")),
        "word/header2.xml": _part("hdr", paragraph("PageNumber", _PAGE) + sample),
        "word/footer1.xml": _part("ftr", sent + line),
        "word/footer2.xml": _part("ftr", line),
        "docProps/core.xml": _core(request),
        "docProps/app.xml": _APP,
        "docProps/custom.xml": _custom(to_texts(request.identity)),
    }
    return write_archive(pack(name, text_of_part(text)) for name, text in parts.items())


def _part(name: str, inside: str) -> str:
    return f"<w:{name} {NAMESPACES}>{inside}</w:{name}>"


def _document(request: BlankRequest) -> str:
    controls = Controls()
    writer = FieldWriter(
        controls=controls,
        displays=Displays(plan=request.plan, roster=request.roster),
        content=request.content or {},
    )
    if request.register is None:
        before, after = report_head(request, controls), report_foot(request)
    else:
        before = register_head(request, request.register, controls)
        after = register_foot(request.register)
    blocks = [*writer.blocks(request.form)]
    # A table alone needs no page of its own: the whole sheet lies.
    lies = request.register is not None and all(one.lies for one in blocks)
    inside = _sections([Block(xml=before, lies=lies), *blocks, Block(xml=after, lies=lies)])
    return f"<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>"


def _sections(blocks: Sequence[Block]) -> str:
    """The blocks, those that need a lying page in sections of their own."""
    written: list[str] = []
    lies, first = blocks[0].lies, True
    for block in blocks:
        if block.lies != lies:
            properties = _section(lies=lies, first=first)
            written.append(f'<w:p><w:pPr><w:pStyle w:val="Gap"/>{properties}</w:pPr></w:p>')
            lies, first = block.lies, False
        written.append(block.xml)
    written.append(_section(lies=lies, first=first))
    return "".join(written)


def _section(*, lies: bool, first: bool) -> str:
    heads, title = (_HEADS, "<w:titlePg/>") if first else ("", "")
    return f"<w:sectPr>{heads}{_LYING if lies else _UPRIGHT}{title}</w:sectPr>"


def _core(request: BlankRequest) -> str:
    space = "http://purl.org/dc"
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    return (
        f'<cp:coreProperties xmlns:cp="{core}" '
        f'xmlns:dc="{space}/elements/1.1/" xmlns:dcterms="{space}/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(summary(request))}</dc:title>"
        f"<dc:creator>{escape(request.plan.agency.full_name)}</dc:creator></cp:coreProperties>"
    )


def _custom(texts: Mapping[str, str]) -> str:
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    lines = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" '
        f'name="{PROPERTY}{name}"><vt:lpwstr>{escape(text)}</vt:lpwstr></property>'
        for number, (name, text) in enumerate(texts.items(), start=2)  # 0 and 1 are taken by the standard
    )
    spaces = f'xmlns="{office}/custom-properties" xmlns:vt="{office}/docPropsVTypes"'
    return f"<Properties {spaces}>{lines}</Properties>"


_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
"""The moment of comments where none is given: the same marks make the same bytes."""


def mark_docx(data: bytes, marks: Sequence[Mark], *, moment: datetime = _MOMENT) -> bytes:
    """A copy of the file with a comment at the place of each mark, general ones at the head.

    Args:
        data: the file as it was sent.
        marks: what is to be said, each at its place.
        moment: when the comments count as written; no clock is read.

    Raises:
        ArchiveError, PartError: the file cannot be opened safely, or is no Word document.
    """
    opened = open_form(data, keep_all=True)
    if opened is None:
        raise PartError("Tệp không phải là tài liệu Word .docx.")
    parts = parts_of(opened.entries)
    comments = Comments.of(parts, opened.name, moment)
    paragraphs = list(opened.root.iter(P))
    head = next((one for one in opened.body.iter(P)), None)
    if head is None:
        head = opened.body.makeelement(P)
        opened.body.insert(0, head)
    for mark in marks:
        place = _place(paragraphs, mark.spot)
        named = f"{mark.spot.words}: " if mark.spot is not None and place is None else ""
        comments.add(head if place is None else place, 0, 0, f"{named}{mark.text}")
    comments.finish()
    parts.made[opened.name] = serialise(opened.root)
    return write_archive(parts.finished())


def _place(paragraphs: Sequence[Element], spot: Spot | None) -> Element | None:
    """The paragraph of a place; None for a general remark, or in a text box, where Word allows no comment."""
    if spot is None or not is_file_number(spot.locator) or int(spot.locator) >= len(paragraphs):
        return None
    found = paragraphs[int(spot.locator)]
    return None if any(True for _ in found.iterancestors(f"{W}txbxContent")) else found
