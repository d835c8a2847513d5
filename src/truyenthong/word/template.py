"""Reads a template once: package, tags, structure, compiled parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import TemplateError, nodes
from lxml import etree

from truyenthong.diagnostics import templates as tt
from truyenthong.ooxml.archive import ArchiveError, Entry, OversizedError
from truyenthong.ooxml.package import Package, Part, open_package
from truyenthong.ooxml.parts import parts_of
from truyenthong.ooxml.xml import CrowdedError, PartError
from truyenthong.word.drawings.frames import ALT, CHART, check_frames, tags_in_charts
from truyenthong.word.problems import WHOLE_FILE, Problem, distinct, has_errors, problem
from truyenthong.word.reading.active import active_in
from truyenthong.word.reading.lifts import Lifter
from truyenthong.word.reading.parse import Reader
from truyenthong.word.reading.structure import check_structure
from truyenthong.word.reading.unreachable import tags_in_diagrams, tags_in_links
from truyenthong.word.reading.weaver import weave_frame
from truyenthong.word.running.ink import HELD_NAMESPACE, Site
from truyenthong.word.running.program import Program, compile_part
from truyenthong.word.running.sandbox import TemplateEnvironment
from truyenthong.word.running.tags import Role, Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledPart:
    """One part that holds tags.

    Attributes:
        draws: it holds charts, or pictures with tags, so that the result must be gone through.
        lifts: it holds tags that take things away or repeat them, so that the result must be tidied.
    """

    name: str
    program: Program
    draws: bool
    lifts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A Word template.

    Attributes:
        name: its file name, for messages.
        problems: everything found while reading: faults of the file, of syntax and of structure.
        entries: all of the file, in order; none where the file cannot be read.
        tags: every tag, by its number.
        order: the numbers of the tags whose marks are in the tree, in the order of the document.
        sites: where each print stands.
        parts: the compiled parts; none where there are errors.
        names: every name that a tag mentions, also those of its own making.
    """

    name: str
    problems: tuple[Problem, ...]
    names: frozenset[str] = frozenset()
    entries: tuple[Entry, ...] = ()
    tags: tuple[Tag, ...] = ()
    order: tuple[int, ...] = ()
    sites: Mapping[int, Site]
    parts: tuple[CompiledPart, ...] = ()


def load_template(data: bytes, *, name: str) -> Template:
    """Reads a ``.docx`` template; what is wrong with it is in ``problems``, nothing is raised.

    Args:
        data: the file's bytes.
        name: the file's name, for messages.
    """
    try:
        return _read(open_package(data), name)
    except (OversizedError, CrowdedError) as error:
        return _unusable(name, str(error), hint=_SHORTER)
    except (ArchiveError, PartError) as error:
        return _unusable(name, str(error))
    except (etree.LxmlError, RecursionError, MemoryError, UnicodeError):
        return _unusable(name, "Tệp không đọc được, có thể đã bị hỏng.")


_PLAIN = "mở tệp bằng Word, lưu lại dưới dạng .docx thường, không macro và không liên kết ra ngoài"
_SHORTER = "bớt chữ, bảng và hình của mẫu, hoặc tách thành nhiều mẫu, rồi lưu lại"


def _unusable(name: str, message: str, *, hint: str = _PLAIN) -> Template:
    return Template(name=name, problems=(problem(tt.TT401, WHOLE_FILE, message, hint=hint),), sites={})


def _read(package: Package, name: str) -> Template:
    reader = Reader(environment=TemplateEnvironment())
    found: list[Problem] = list(active_in(package))
    order: list[int] = []
    sites: dict[int, Site] = {}
    marked: list[Part] = []
    parts = parts_of(package.entries)
    for part in package.parts:
        if next(part.root.iter(f"{{{HELD_NAMESPACE}}}*"), None) is not None:
            raise PartError("Tệp có phần tử riêng của chương trình này, không phải do Word ghi ra.")
        found += tags_in_links(part, parts)
        lifter = Lifter(paragraphs=reader.read(part))
        frames = [one for one in reader.frames if one.part == part.name]
        if not lifter.paragraphs and not frames:
            continue
        lifter.place()
        sites |= lifter.sites
        for frame in frames:
            sites |= weave_frame(frame)
        marked.append(part)
        order += _order(part)
        found += [*lifter.problems, *check_structure(part.root, reader.tags, lifter.refused)]
    found += [*check_frames(reader.frames, parts), *tags_in_charts(parts), *tags_in_diagrams(parts)]
    problems = _in_order((*reader.problems, *found), reader.tags)
    compiled, problems = ((), problems) if has_errors(problems) else _compile(marked, reader, problems)
    return Template(
        name=name,
        problems=problems,
        entries=package.entries,
        tags=tuple(reader.tags),
        order=tuple(order),
        sites=sites,
        parts=compiled,
        names=frozenset(_mentioned(reader.tags)),
    )


def _mentioned(tags: Iterable[Tag]) -> Iterator[str]:
    for node in (tag.node for tag in tags if tag.node is not None):
        for one in [node] if isinstance(node, nodes.Name) else node.find_all(nodes.Name):
            yield one.name


def _in_order(problems: Iterable[Problem], tags: Sequence[Tag]) -> tuple[Problem, ...]:
    """As they stand in the document, whatever found them."""
    first: dict[tuple[str, str], int] = {}
    for tag in tags:
        first.setdefault((tag.place.part, tag.place.spot), tag.number)
    return distinct(sorted(problems, key=lambda one: first.get((one.part, one.spot), -1)))


def _order(part: Part) -> list[int]:
    # Only the marks are left: the file's own processing instructions were dropped when it was read.
    return [int(mark.text or "0") for mark in part.root.iter(etree.PI)]


def _compile(
    parts: list[Part], reader: Reader, problems: tuple[Problem, ...]
) -> tuple[tuple[CompiledPart, ...], tuple[Problem, ...]]:
    made: list[CompiledPart] = []
    for part in parts:
        try:
            program = compile_part(part.root, reader.tags, reader.environment)
        except (SyntaxError, RecursionError, MemoryError, TemplateError):
            message = f"phần {part.short} có quá nhiều lệnh lồng nhau, không dịch được"
            return (), (*problems, problem(tt.TT409, WHOLE_FILE, message))
        lifts = any(tag.place.part == part.short and tag.role is not Role.PRINT for tag in reader.tags)
        draws = next(part.root.iter(ALT, CHART), None) is not None
        made.append(CompiledPart(name=part.name, program=program, draws=draws, lifts=lifts))
    return tuple(made), problems
