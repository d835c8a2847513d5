"""Reads all tags of a part, paragraph by paragraph, and reports the unreadable ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from truyenthong.diagnostics import templates as tt
from truyenthong.ooxml.package import Part
from truyenthong.ooxml.paragraphs import Joined, join
from truyenthong.ooxml.xml import Element, P
from truyenthong.text import number_wording
from truyenthong.word.drawings.frames import TaggedFrame, frames_in
from truyenthong.word.places import paragraphs
from truyenthong.word.problems import Place, Problem, problem
from truyenthong.word.reading.scanner import FoundTag, TagKind, scan
from truyenthong.word.reading.syntax import TagError, TagReading, meant_by, read_tag
from truyenthong.word.reading.unreachable import unreachable_in
from truyenthong.word.running.faults import ProblemKind
from truyenthong.word.running.limits import MAX_TAG_TEXT, MAX_TAGS
from truyenthong.word.running.sandbox import TemplateEnvironment
from truyenthong.word.running.tags import Role, Scope, Tag

_BLOCK_PREFIX = re.compile(r"(p|tr|tc|r)\s+(?=\S)")
_COMMENT_PREFIX = re.compile(r"\{#(p|tr|tc)\s")
_PRINT_PREFIX = re.compile(r"\{\{[-+]?(p|tr|tc|r)\s+(?=[\w\"'(\[])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spotted:
    """A tag at its place in the joined text of its paragraph."""

    tag: Tag
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedParagraph:
    """A paragraph that holds tags.

    Attributes:
        rest: its text without the tags.
    """

    element: Element
    joined: Joined
    tags: tuple[Spotted, ...]
    rest: str

    @property
    def holds_only_blocks(self) -> bool:
        """Whether its tags may replace it without loss."""
        return self._is_quiet and not self.joined.solid

    @property
    def holds_blocks_and_breaks(self) -> bool:
        """Whether beside its tags a page, column or section ends in it, and the tags reach out of it.

        LibreOffice stores a page break in front of a paragraph at the end of the paragraph before.
        """
        return self._is_quiet and self.joined.solid and not self.joined.firm and not self._is_closed

    @property
    def _is_quiet(self) -> bool:
        quiet = all(one.tag.is_block or one.tag.role is Role.COMMENT for one in self.tags)
        return quiet and not self.rest.strip()

    @property
    def _is_closed(self) -> bool:
        """Whether what its tags open they close again, so that they are about what stands between them."""
        depth = 0
        for one in self.tags:
            depth += {Role.OPEN: 1, Role.CLOSE: -1}.get(one.tag.role, 0)
            if depth < 0 or (depth == 0 and one.tag.role is Role.MIDDLE):
                return False
        return depth == 0


@dataclass(slots=True, kw_only=True)
class Reader:
    """Numbers the tags of a whole template and collects what is wrong with them.

    Attributes:
        frames: the charts and pictures of all parts read so far whose alternative text holds tags.
        length: characters of all tags.
    """

    environment: TemplateEnvironment
    tags: list[Tag] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    frames: list[TaggedFrame] = field(default_factory=list)
    length: int = 0

    def read(self, part: Part) -> tuple[TaggedParagraph, ...]:
        """The paragraphs of a part that hold tags, in order."""
        return tuple(self._read(part))

    def _read(self, part: Part) -> Iterator[TaggedParagraph]:
        for element, place in paragraphs(part):
            self.problems += unreachable_in(element, place)
            self._read_frames(part, element, place)
            joined = join(element)
            if "{" not in joined.text and "_}" not in joined.text:
                continue
            spotted = tuple(self._spot(found, place) for found in self._allowed(joined.text))
            if spotted and not self._is_full:
                yield TaggedParagraph(
                    element=element, joined=joined, tags=spotted, rest=_without(joined.text, spotted)
                )
        if self._is_full:
            most = f"{number_wording(MAX_TAGS)} thẻ, {number_wording(MAX_TAG_TEXT)} ký tự trong thẻ"
            message = f"mẫu có quá nhiều thẻ (nhiều nhất {most})"
            self.problems.append(problem(tt.TT409, Place(part=part.short, spot=part.kind.value), message))

    @property
    def _is_full(self) -> bool:
        return len(self.tags) > MAX_TAGS or self.length > MAX_TAG_TEXT

    def _allowed(self, text: str) -> Iterator[FoundTag]:
        """The tags of a text as long as the template may have more of them."""
        for found in scan(text) if not self._is_full else ():
            self.length += len(found.raw)
            yield found
            if self._is_full:
                return

    def _read_frames(self, part: Part, paragraph: Element, place: Place) -> None:
        """Charts and pictures whose alternative text holds tags."""
        for frame in frames_in(paragraph, place) if paragraph.tag == P else ():
            if frame.fault is not None:
                self._tell(frame.fault, frame.place, frame.text)
                continue
            pieces: list[str | Tag] = []
            end = 0
            for one in (self._spot(found, frame.place) for found in self._allowed(frame.text)):
                pieces += [frame.text[end : one.start], one.tag]
                end = one.end
                if one.tag.is_block:
                    message = "trong văn bản thay thế chỉ dùng được thẻ in {{ … }}"
                    self._tell(ProblemKind(kind=tt.TT417, message=message), frame.place, one.tag.raw)
            if end:
                pieces.append(frame.text[end:])
                self.frames.append(
                    TaggedFrame(
                        element=frame.element, place=frame.place, part=part.name, pieces=tuple(pieces)
                    )
                )

    def _spot(self, found: FoundTag, place: Place) -> Spotted:
        scope, inner, before, after = _strip(found)
        try:
            reading = self._reading(found, scope, inner)
        except TagError as error:
            self._tell(error.fault, place, found.raw)
            reading = TagReading(*meant_by(found, inner))
        tag = Tag(
            number=len(self.tags),
            role=reading.role,
            word=reading.word,
            scope=scope,
            raw=found.raw,
            place=place,
            node=reading.node,
            trim_before=before,
            trim_after=after,
        )
        self.tags.append(tag)
        return Spotted(tag=tag, start=found.start, end=found.end)

    def _reading(self, found: FoundTag, scope: Scope, inner: str) -> TagReading:
        if not found.closed:
            raise TagError(
                ProblemKind(
                    kind=tt.TT402,
                    message=f"thẻ mở bằng {found.kind.value} nhưng không đóng trong đoạn này",
                    hint=f"thêm {found.kind.end} vào cuối thẻ",
                )
            )
        if found.kind is TagKind.PRINT and scope in {Scope.PARAGRAPH, Scope.ROW, Scope.CELL}:
            raise TagError(
                ProblemKind(
                    kind=tt.TT404,
                    message=f"thẻ {{{{{scope.value} … }}}} của docxtpl không dùng được ở đây",
                    hint="dùng {{ … }}; chữ đậm nghiêng in bằng {{ … | runs }}",
                )
            )
        return read_tag(found, inner, self.environment)

    def _tell(self, fault: ProblemKind, place: Place, raw: str) -> None:
        shown = raw if len(raw) <= 120 else f"{raw[:119]}…"
        self.problems.append(problem(fault.kind, place, fault.message, tag=shown, hint=fault.hint))


def _strip(found: FoundTag) -> tuple[Scope, str, bool, bool]:
    """Scope, inside, and whether white space before and after goes."""
    inner = found.inner
    if found.kind is TagKind.ESCAPE:
        return Scope.FREE, "", False, False
    if found.kind is TagKind.COMMENT:
        match = _COMMENT_PREFIX.match(found.raw)
        return Scope(match[1]) if match and found.closed else Scope.FREE, inner, False, False
    if not found.closed:
        return Scope.FREE, inner, False, False
    first, last = found.raw[2:3], found.raw[-3:-2]
    if first in {"-", "+", "–"}:
        inner = inner[1:].lstrip()
    if last in {"-", "+", "–"}:
        inner = inner[:-1].rstrip()
    scope = Scope.FREE
    pattern = _BLOCK_PREFIX if found.kind is TagKind.BLOCK else _PRINT_PREFIX
    match = pattern.match(inner if found.kind is TagKind.BLOCK else found.raw)
    if match:
        scope = Scope(match[1])
        inner = inner[len(match[1]) :].lstrip()
    return scope, inner, first in {"-", "–"}, last in {"-", "–"}


def _without(text: str, spotted: tuple[Spotted, ...]) -> str:
    parts, place = [], 0
    for one in spotted:
        parts.append(text[place : one.start])
        place = one.end
    return "".join((*parts, text[place:]))
