"""Fills a template with data: bytes and problems out; writes the properties of the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

from truyenthong.diagnostics import templates as tt
from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.ooxml.archive import write_archive
from truyenthong.ooxml.parts import TemplateParts, parts_of
from truyenthong.ooxml.xml import Element, PartError, parse, serialise, text_of_part, without_illegal
from truyenthong.word.check import missing_names
from truyenthong.word.drawings.drawings import Drawings
from truyenthong.word.names import fields_of
from truyenthong.word.problems import Place, Problem, distinct, has_errors, problem
from truyenthong.word.running.limits import Budget, Halt
from truyenthong.word.running.run import RenderState
from truyenthong.word.running.values import Admission, Admitted, Flaw, PlainValue
from truyenthong.word.template import CompiledPart, Template
from truyenthong.word.tidy import tidy

_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_CORE = "docProps/core.xml"
_DATA = Place(part="", spot="số liệu")
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocProperties:
    """What Word shows under «Thông tin».

    Attributes:
        title, author, subject, keywords: "" keeps what the template says.
        created: when the document counts as made, with a time zone; never the clock's time by itself, so that
            the same input makes the same bytes.
    """

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    created: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A finished document.

    Attributes:
        data: the bytes of the ``.docx``; None where there is any error.
        problems: all errors and warnings, the template's own first.
    """

    data: bytes | None
    problems: tuple[Problem, ...]


def render(
    template: Template,
    context: Mapping[str, PlainValue],
    *,
    properties: DocProperties,
    budget: Budget | None = None,
    before: dict[str, Admitted] | None = None,
) -> Rendered:
    """The document that a template makes of plain data.

    Args:
        template: a template as ``load_template`` gave it; it may be used any number of times.
        context: names and plain values; anything else in it is an error, nothing in it is read as template.
        properties: see ``DocProperties``.
        budget: how much the render may take; the usual limits where None.
        before: see ``Admission``; one for all renders of a run.
    """
    if has_errors(template.problems):
        return Rendered(data=None, problems=template.problems)
    admission = Admission(before=before if before is not None else {})
    names = admission.admit(context)
    told = (*template.problems, *_flaws(admission))
    if has_errors(told):
        return Rendered(data=None, problems=told)
    run = RenderState(tags=template.tags, sites=template.sites, names=tuple(names), budget=budget or Budget())
    drawings = Drawings(parts=parts_of(template.entries), run=run)
    made = _render_parts(template, drawings, names)
    problems = distinct((*told, *_all_missing(template, run, names)))
    if has_errors(problems):
        return Rendered(data=None, problems=problems)
    drawings.parts.made |= made
    _set_properties(drawings.parts, properties)
    return Rendered(data=write_archive(drawings.parts.finished()), problems=problems)


def _all_missing(template: Template, run: RenderState, names: dict[str, object]) -> Iterator[Problem]:
    """The problems of a run; where a name is missing, also those that stand where the run did not come by."""
    missing = [one for one in run.problems if one.code == tt.TT410.code]
    known = tuple(missing_names(template, fields_of(names))) if missing else ()
    told = {(one.spot, one.tag) for one in known}
    yield from known
    yield from (one for one in run.problems if one not in missing or (one.spot, one.tag) not in told)


def _render_parts(template: Template, drawings: Drawings, names: dict[str, object]) -> dict[str, bytes]:
    made: dict[str, bytes] = {}
    run = drawings.run
    for part in template.parts:
        try:
            made[part.name] = _sound(part, part.program.render(run, names), drawings)
        except Halt as halt:
            if not any(one.message == str(halt) for one in run.problems):
                run.problems.append(problem(tt.TT412, _place(part), str(halt)))
            break
        except RecursionError:
            run.problems.append(problem(tt.TT412, _place(part), "Mẫu lồng nhau quá sâu nên đã bị dừng."))
        except PartError as error:
            run.problems.append(problem(tt.TT415, _place(part), str(error)))
    return made


def _place(part: CompiledPart) -> Place:
    name = part.name.rpartition("/")[2].removesuffix(".xml")
    return Place(part=name, spot=f"phần {name}")


def _sound(part: CompiledPart, body: str, drawings: Drawings) -> bytes:
    """The bytes of a rendered part, read back strictly; written again only where the tree was mended."""
    data = text_of_part(body)
    root = parse(data, part.name)
    if not (part.lifts or part.draws):
        return data
    if part.draws:
        drawings.fill(part.name, root)
    tidy(root, drawings.run.budget)
    return serialise(root)


def _flaws(admission: Admission) -> Iterable[Problem]:
    for flaw in admission.removed:
        yield _flaw(tt.TT413, flaw, f"đã bỏ ký tự không ghi được vào tệp Word ({flaw.value})")
    for flaw in admission.refused:
        yield _flaw(tt.TT414, flaw, f"mẫu chỉ nhận dữ liệu thường ({flaw.value})")


def _flaw(kind: Diagnostic, flaw: Flaw, what: str) -> Problem:
    owner = f" của «{flaw.owner}»" if flaw.owner else ""
    return problem(kind, _DATA, f"mục {flaw.path}{owner}: {what}")


def _set_properties(parts: TemplateParts, properties: DocProperties) -> None:
    if not parts.has(_CORE):
        return
    core = parse(parts.read(_CORE), _CORE)
    moment = properties.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    texts = {
        f"{_DC}title": properties.title,
        f"{_DC}creator": properties.author,
        f"{_CP}lastModifiedBy": properties.author,
        f"{_DC}subject": properties.subject,
        f"{_CP}keywords": properties.keywords,
    }
    for tag, text in texts.items():
        if text:
            _element(core, tag).text = without_illegal(text)[0]
    terms = _element(core, f"{_TERMS}created").prefix or "dcterms"
    for tag in (f"{_TERMS}created", f"{_TERMS}modified"):
        element = _element(core, tag)
        element.set(_TYPE, f"{terms}:W3CDTF")
        element.text = moment
    _element(core, f"{_CP}revision").text = "1"
    for old in core.findall(f"{_CP}lastPrinted"):
        core.remove(old)
    parts.made[_CORE] = serialise(core)


def _element(core: Element, tag: str) -> Element:
    found = core.find(tag)
    return etree.SubElement(core, tag) if found is None else found
