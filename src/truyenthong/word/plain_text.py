"""Templates of plain text, by the rules of Word templates: each line is run as a paragraph of a Word file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from truyenthong.ooxml.archive import pack, read_archive, write_archive
from truyenthong.ooxml.paragraphs import join
from truyenthong.ooxml.xml import P, PartError, escape, parse, without_illegal
from truyenthong.word.problems import Problem, has_errors
from truyenthong.word.render import DocProperties, render
from truyenthong.word.running.values import PlainValue
from truyenthong.word.template import Template, load_template

_DOCUMENT = "word/document.xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/{_DOCUMENT}" ContentType="{_MAIN}"/></Types>'
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}" Target="{_DOCUMENT}"/></Relationships>'
)
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
_PLACE = "phần thân, đoạn "


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedText:
    """The lines of a text; None where there is any error."""

    lines: tuple[str, ...] | None
    problems: tuple[Problem, ...]


def load_text(data: bytes, *, name: str) -> Template:
    """Reads a template of plain text (UTF-8); what is wrong with it is in ``problems``."""
    text = data.decode("utf-8-sig", errors="replace")
    body = "".join(f"<w:p>{_run(line)}</w:p>" for line in text.splitlines())
    document = f'{_HEAD}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, _DOCUMENT: document}
    package = write_archive(pack(part, xml.encode()) for part, xml in parts.items())
    template = load_template(package, name=name)
    return replace(template, problems=in_lines(template.problems))


def _run(line: str) -> str:
    text = escape(without_illegal(line)[0])
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def in_lines(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems with their places as lines of the text."""
    return tuple(replace(one, spot=one.spot.replace(_PLACE, "dòng ")) for one in problems)


def render_text(template: Template, context: Mapping[str, PlainValue]) -> RenderedText:
    """The lines that a template makes of plain data; a value of several lines makes several."""
    made = render(template, context, properties=DocProperties(created=_NEVER))
    problems = in_lines(made.problems)
    if made.data is None or has_errors(problems):
        return RenderedText(lines=None, problems=problems)
    entry = next((one for one in read_archive(made.data) if one.name == _DOCUMENT), None)
    if entry is None:
        raise PartError("Mẫu chữ không có phần thân.")
    root = parse(entry.unpack(), _DOCUMENT)
    lines: list[str] = []
    for paragraph in root.iter(P):
        lines += join(paragraph).text.split("\n")
    return RenderedText(lines=tuple(line.rstrip() for line in lines), problems=problems)
