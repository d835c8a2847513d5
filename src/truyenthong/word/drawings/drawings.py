"""Fills the charts and pictures of one document, part by part; each drawing gets parts of its own."""

from __future__ import annotations

from dataclasses import dataclass, field

from truyenthong.diagnostics import templates as tt
from truyenthong.diagnostics.kinds import Diagnostic
from truyenthong.ooxml.archive import ArchiveError
from truyenthong.ooxml.parts import OFFICE, RID, TemplateParts
from truyenthong.ooxml.xml import MC, RPR, Element, PartError, R, W, parent_of, parse, serialise
from truyenthong.text import file_number
from truyenthong.word.drawings.chart_data import chart_data, described
from truyenthong.word.drawings.chart_workbook import workbook
from truyenthong.word.drawings.charts import (
    chart_kind,
    chart_title,
    fill_chart,
    link_workbook,
    set_font,
    workbook_key,
)
from truyenthong.word.drawings.frames import ALT, CHART, PICTURE, drawn
from truyenthong.word.drawings.images import PIC, A, Image, fit_picture, image_of
from truyenthong.word.running.ink import HELD
from truyenthong.word.running.limits import TooMuchError, UnsuitableError
from truyenthong.word.running.run import RenderState
from truyenthong.word.running.values import Blob


def document_font(parts: TemplateParts) -> str | None:
    """The font of the default paragraph style; None where the theme decides."""
    if not parts.has("word/styles.xml"):
        return None
    root = parse(parts.read("word/styles.xml"), "word/styles.xml")
    for style in root.iterfind(f"{W}style"):
        default = style.get(f"{W}default") in {"1", "true", "on"}
        if default and style.get(f"{W}type") == "paragraph" and (own := _font(style)):
            return own
    defaults = root.find(f"{W}docDefaults/{W}rPrDefault")
    return None if defaults is None else _font(defaults)


def _font(holder: Element) -> str | None:
    fonts = holder.find(f"{W}rPr/{W}rFonts")
    return None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")


_EMBED = f"{{{OFFICE}}}embed"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OF_ONE_CHART = {"package", "oleObject", "chartStyle", "chartColorStyle", "themeOverride"}
_STEPS_OF_DRAWING = 1_000
_STEPS_OF_VALUE = 10
"""What a chart costs of a render's budget: 250 charts of a hundred values in a usual one."""


@dataclass(slots=True, kw_only=True)
class Drawings:
    """The drawings of one document in the making.

    Attributes:
        parts: the document's parts.
        run: the render, which holds the values that tags put into alternative texts.
    """

    parts: TemplateParts
    run: RenderState
    _owned: set[str] = field(default_factory=set)
    _media: dict[bytes, str] = field(default_factory=dict)
    _keys: dict[tuple[str, str], str] = field(default_factory=dict)

    def fill(self, part: str, root: Element) -> None:
        """Fills what the tags of a rendered part stand for.

        Raises:
            Halt: when the budget does not reach.
        """
        for chart in root.iter(CHART):
            self._own_chart(part, chart)
        for alt in list(root.iter(ALT)):
            self._fill_frame(part, alt)
        self._drop_unused(part, root)

    def _own_chart(self, part: str, chart: Element) -> None:
        """A chart that a loop repeated gets a copy of its parts: two drawings must not share one."""
        key = chart.get(RID)
        name = self.parts.related(part, key)
        if name is None:
            return
        if name not in self._owned:
            self._owned.add(name)
            return
        self.run.budget.spend(_STEPS_OF_DRAWING)
        twin = self.parts.copy(name)
        for one in self.parts.relations(twin):
            if one.kind in _OF_ONE_CHART and one.target in self.parts.entries:
                self.parts.retarget(twin, one.key, self.parts.copy(one.target))
        self._owned.add(twin)
        chart.set(RID, self.parts.relate(part, "chart", twin))

    def _fill_frame(self, part: str, alt: Element) -> None:
        properties = parent_of(alt)
        properties.remove(alt)
        held = [file_number(one.get("n")) for one in alt.iter(HELD)]
        text = " ".join("".join(map(str, alt.itertext())).split())
        if not held and text:
            _describe(properties, text)
        elif not held:
            _remove(properties)
        elif text or len(held) > 1:
            message = "cạnh thẻ của biểu đồ hoặc hình không được có chữ hay thẻ khác"
            self._tell(tt.TT417, held[0], message, "để trong văn bản thay thế đúng một thẻ")
        else:
            self._fill_one(part, properties, held[0])

    def _fill_one(self, part: str, properties: Element, place: int) -> None:
        value = self.run.held[place][1]
        inside = drawn(properties)
        self.run.budget.spend(_STEPS_OF_DRAWING)
        kind = tt.TT420 if inside is not None and inside.tag == PICTURE else tt.TT419
        try:
            if inside is not None and inside.tag == CHART and isinstance(value, dict):
                self._fill_chart(part, properties, inside, value)
            elif inside is not None and inside.tag == PICTURE:
                self._fill_picture(part, properties, inside, value)
            else:
                self._tell(kind, place, "biểu đồ cần số liệu biểu đồ, nhưng giá trị của thẻ là hình")
        except UnsuitableError as error:
            self._tell(kind, place, str(error))
        except TooMuchError as error:
            self._tell(tt.TT412, place, f"thẻ làm ra thứ quá lớn: {error}")
        except (PartError, ArchiveError) as error:
            self._tell(tt.TT418, place, str(error))

    def _fill_chart(self, part: str, properties: Element, chart: Element, value: dict[str, object]) -> None:
        data = chart_data(value)
        if data.is_empty:
            _remove(properties)
            return
        name = self.parts.related(part, chart.get(RID)) or ""
        self.run.budget.spend(_STEPS_OF_VALUE * len(data.series) * len(data.categories))
        root = parse(self.parts.read(name), name)
        fill_chart(root, data)
        font = document_font(self.parts)
        if font is not None:
            set_font(root, font)
        self._put_workbook(name, root, workbook(data))
        self.parts.made[name] = serialise(root)
        _describe(properties, described(data, chart_kind(root), chart_title(root) or data.title or data.name))

    def _put_workbook(self, chart: str, root: Element, data: bytes) -> None:
        """Replaces the chart's own workbook; adds one where it has none, or one of old Excel."""
        key = workbook_key(root, RID)
        old = self.parts.related(chart, key)
        if old is not None and old.endswith(".xlsx"):
            self.parts.made[old] = data
            return
        self.parts.unrelate(chart, key)
        name = self.parts.add("word/embeddings/Microsoft_Excel_Worksheet{}.xlsx", data, _XLSX)
        link_workbook(root, RID, self.parts.relate(chart, "package", name))

    def _fill_picture(self, part: str, properties: Element, picture: Element, value: object) -> None:
        if isinstance(value, dict) and "anh" not in value:
            raise UnsuitableError("hình cần nội dung tệp hình: một nhóm {anh: …, mo_ta: …}")
        image = image_of(value) if isinstance(value, (dict, Blob)) else None
        if image is None:
            _remove(properties)
            return
        fit_picture(parent_of(properties), picture, image, self._key_of(part, image), _EMBED)
        _describe(properties, image.description or "Hình ảnh")

    def _key_of(self, part: str, image: Image) -> str:
        """The relationship of a part to a picture, each picture once in the file."""
        name = self._media.get(image.data)
        if name is None:
            pattern = f"word/media/image{{}}.{image.kind.value}"
            name = self._media[image.data] = self.parts.add(pattern, image.data, image.kind.content_type)
        if (part, name) not in self._keys:
            self._keys[part, name] = self.parts.relate(part, "image", name)
        return self._keys[part, name]

    def _drop_unused(self, part: str, root: Element) -> None:
        """Charts and pictures that are not in the document do not stay in its file."""
        named = {
            value for one in root.iter() for key, value in one.items() if str(key).startswith(f"{{{OFFICE}}}")
        }
        for one in self.parts.relations(part):
            if one.kind in {"chart", "image"} and one.key not in named:
                self.parts.unrelate(part, one.key)

    def _tell(self, kind: Diagnostic, place: int, message: str, hint: str | None = None) -> None:
        self.run.tell(kind, self.run.held[place][0], message, hint=hint)


def _describe(properties: Element, text: str) -> None:
    properties.set("descr", text)
    for inner in parent_of(properties).iterfind(f"{A}graphic/{A}graphicData/{PICTURE}//{PIC}cNvPr"):
        if inner.get("descr") is not None:
            inner.set("descr", text)


def _remove(properties: Element) -> None:
    """Takes the whole drawing out, and the run that held nothing else."""
    drawing = next(properties.iterancestors(f"{W}drawing"), None)
    if drawing is None:
        return
    outer = next(drawing.iterancestors(f"{MC}AlternateContent", R), None)
    gone = outer if outer is not None and outer.tag != R else drawing
    run = parent_of(gone)
    run.remove(gone)
    if run.tag == R and all(child.tag == RPR for child in run):
        parent_of(run).remove(run)
