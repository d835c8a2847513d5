"""Finds charts and pictures whose alternative text contains tags; reports misplaced tags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from truyenthong.diagnostics import templates as tt
from truyenthong.ooxml.parts import RID, TemplateParts
from truyenthong.ooxml.xml import Element, P, PartError, local, parent_of, parse
from truyenthong.word.drawings.charts import A, C, chart_fault
from truyenthong.word.drawings.images import PIC, WP
from truyenthong.word.problems import Place, Problem, problem
from truyenthong.word.running.faults import ProblemKind
from truyenthong.word.running.ink import HELD_NAMESPACE
from truyenthong.word.running.tags import Tag

ALT = f"{{{HELD_NAMESPACE}}}alt"
"""Stands in a drawing's properties while the template is filled: its alternative text with the marks."""

CHART = f"{C}chart"
PICTURE = f"{PIC}pic"
_PROPERTIES = f"{WP}docPr"
_INNER = f"{PIC}cNvPr"
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}cNvPr"
_VML = "{urn:schemas-microsoft-com:vml}shape"
_TAG = re.compile(r"\{\{\s*[^\W\d].{0,200}?\}\}|\{%.{0,200}?%\}", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """An alternative text that may hold tags.

    Attributes:
        element: the drawing's ``wp:docPr``.
        fault: why no tag may stand here, with the tag; None where it may.
    """

    element: Element
    place: Place
    text: str
    fault: ProblemKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedFrame:
    """A chart or picture whose alternative text holds tags.

    Attributes:
        part: the whole name of its part.
        pieces: its alternative text, cut at the tags.
    """

    element: Element
    place: Place
    part: str
    pieces: tuple[str | Tag, ...]

    @property
    def tags(self) -> tuple[Tag, ...]:
        """Its tags."""
        return tuple(one for one in self.pieces if isinstance(one, Tag))


def drawn(properties: Element) -> Element | None:
    """The chart or picture itself; None where something else is drawn."""
    return next(iter(parent_of(properties).iterfind(f"{A}graphic/{A}graphicData/*")), None)


def frames_in(paragraph: Element, place: Place) -> Iterator[Frame]:
    """The frames of a paragraph, without those of paragraphs inside of it."""
    for one in paragraph.iter(_PROPERTIES, _INNER, _SHAPE, _VML):
        texts = {name: text for name in ("descr", "title", "alt") if "{" in (text := one.get(name) or "")}
        if not texts or next(one.iterancestors(P)) is not paragraph:
            continue
        if one.tag == _INNER and (own := _outer(one)) is not None and own.get("descr") == one.get("descr"):
            continue  # Word writes the same text a second time inside of the picture
        yield from _frames(one, place, texts)


def _outer(inner: Element) -> Element | None:
    for one in inner.iterancestors(f"{WP}inline", f"{WP}anchor"):
        return one.find(_PROPERTIES)
    return None


def _frames(element: Element, place: Place, texts: dict[str, str]) -> Iterator[Frame]:
    inside = drawn(element) if element.tag == _PROPERTIES else None
    kind = inside.tag if inside is not None else ""
    word = {CHART: "biểu đồ", PICTURE: "hình"}.get(kind, "hình vẽ")
    name = element.get("name") or element.get("id") or ""
    here = Place(part=place.part, spot=f"{place.spot}, {word} «{name}»" if name else f"{place.spot}, {word}")
    for key, text in texts.items():
        if key == "descr" and kind in {CHART, PICTURE}:
            yield Frame(element=element, place=here, text=text)
        elif found := _TAG.search(text):
            yield Frame(element=element, place=here, text=found[0], fault=_misplaced(key, kind))


def _misplaced(key: str, kind: str) -> ProblemKind:
    if key == "title" and kind in {CHART, PICTURE}:
        message = "thẻ nằm ở ô «Tiêu đề» của văn bản thay thế nên không được điền"
        return ProblemKind(kind=tt.TT417, message=message, hint="chuyển thẻ sang ô «Mô tả» (Description)")
    message = "thẻ nằm trong văn bản thay thế của thứ không phải là biểu đồ hoặc hình đơn nên không được điền"
    hint = "chèn lại bằng Insert › Chart hoặc Insert › Pictures, để riêng, không gộp nhóm"
    return ProblemKind(kind=tt.TT417, message=message, hint=hint)


def check_frames(frames: Iterable[TaggedFrame], parts: TemplateParts) -> Iterator[Problem]:
    """Charts that no data can be put into."""
    for frame in frames:
        if (inside := drawn(frame.element)) is None or inside.tag != CHART:
            continue
        fault = _chart_fault(parts, frame.part, inside.get(RID))
        if fault is not None:
            hint = "chèn lại biểu đồ trong Word bằng Insert › Chart, chọn loại cột, đường hoặc tròn"
            raw = frame.tags[0].raw if frame.tags else ""
            yield problem(tt.TT418, frame.place, fault, tag=raw, hint=hint)


def _chart_fault(parts: TemplateParts, part: str, key: str | None) -> str | None:
    name = parts.related(part, key)
    if name is None:
        return "biểu đồ không có phần nội dung trong tệp"
    try:
        return chart_fault(parse(parts.read(name), name))
    except PartError as error:
        return str(error)


def tags_in_charts(parts: TemplateParts) -> Iterator[Problem]:
    """Tags typed into a chart itself: its title, its names, its sheet."""
    for name in parts.entries:
        if not (name.startswith("word/charts/") and name.endswith(".xml")):
            continue
        data = parts.read(name)
        if b"{" not in data:
            continue
        for one in parse(data, name).iter():
            if local(one) in {"t", "v"} and (found := _TAG.search(one.text or "")):
                short = name.rpartition("/")[2].removesuffix(".xml")
                place = Place(part=short, spot=f"biểu đồ {short}")
                hint = "đặt thẻ vào văn bản thay thế của biểu đồ; tên biểu đồ lấy từ mục tieu_de của số liệu"
                message = "thẻ nằm trong chữ của biểu đồ nên không điền được"
                yield problem(tt.TT416, place, message, tag=found[0], hint=hint)
