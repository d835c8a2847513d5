"""The XML of an empty native chart: legible in black and white, its texts in Times New Roman."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

KINDS = ("cot", "cot-chong", "thanh", "thanh-chong", "duong", "tron")
"""Columns, columns stacked, bars, bars stacked, lines, a pie."""

_DARK, _GREY, _LIGHT, _WHITE = "404040", "8C8C8C", "D9D9D9", "FFFFFF"


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _hatched(pattern: str) -> str:
    return (
        f'<a:pattFill prst="{pattern}"><a:fgClr><a:srgbClr val="{_DARK}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="{_WHITE}"/></a:bgClr></a:pattFill>'
    )


FILLS = (
    _solid(_DARK),
    _hatched("wdUpDiag"),
    _solid(_WHITE),
    _solid(_LIGHT),
    _hatched("pct50"),
    _solid(_GREY),
)
"""Of the series in their order; after the last the first again."""

_LINES = ("solid", "sysDash", "sysDot", "lgDashDot")
_MARKERS = ("circle", "square", "triangle", "diamond")
_OUTLINE = f'<a:ln w="9525">{_solid("000000")}</a:ln>'


@dataclass(frozen=True, kw_only=True)
class ChartSpec:
    """An empty chart.

    Attributes:
        kind: one of ``KINDS``.
        tag: its alternative text: the tag by which it is filled.
        name: what Word calls the drawing.
        series: names of the series that stand in it until it is filled.
        width, height: in centimetres.
        title: a title inside of the chart, or "".
        number_format: of axis and labels, as Excel writes it.
        greatest: where the axis of values ends, or None.
        size: of the letters, in points.
        labels: whether the values are written in or at the columns.
    """

    kind: str
    tag: str
    name: str
    series: tuple[str, ...]
    width: float = 16.0
    height: float = 8.0
    title: str = ""
    number_format: str = "General"
    greatest: float | None = None
    size: float = 11
    labels: bool = True


def chart_xml(spec: ChartSpec) -> str:
    """The chart part, with made-up categories and the value 1 everywhere."""
    title = _title(spec) if spec.title else ""
    several = len(spec.series) > 1 or spec.kind == "tron"
    legend = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' if several else ""
    return (
        f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{_R}"><c:date1904 val="0"/>'
        '<c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart>'
        f'{title}<c:autoTitleDeleted val="{0 if spec.title else 1}"/>'
        f"<c:plotArea><c:layout/>{_plot(spec)}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{_solid(_WHITE)}<a:ln><a:noFill/></a:ln></c:spPr>"
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{_letters(spec)}</a:pPr>"
        '<a:endParaRPr lang="vi-VN"/></a:p></c:txPr></c:chartSpace>'
    )


def _letters(spec: ChartSpec, *, bold: bool = False, name: str = "defRPr") -> str:
    face = "Times New Roman"
    return (
        f'<a:{name} sz="{round(spec.size * 100)}" b="{int(bold)}">{_solid("000000")}'
        f'<a:latin typeface="{face}"/><a:cs typeface="{face}"/></a:{name}>'
    )


def _title(spec: ChartSpec) -> str:
    return (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>"
        f"<a:pPr>{_letters(spec, bold=True)}</a:pPr><a:r>{_letters(spec, bold=True, name='rPr')}"
        f"<a:t>{escape(spec.title)}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
    )


def _plot(spec: ChartSpec) -> str:
    series = "".join(_series(spec, place, name) for place, name in enumerate(spec.series))
    axes = '<c:axId val="111111111"/><c:axId val="222222222"/>'
    match spec.kind:
        case "tron":
            return f'<c:pieChart><c:varyColors val="1"/>{series}<c:firstSliceAng val="0"/></c:pieChart>'
        case "duong":
            head = '<c:grouping val="standard"/><c:varyColors val="0"/>'
            group = f'<c:lineChart>{head}{series}<c:marker val="1"/>{axes}</c:lineChart>'
            return f"{group}{_axes(spec, across=False)}"
        case _:
            return f"{_bars(spec, series, axes)}{_axes(spec, across=spec.kind.startswith('thanh'))}"


def _bars(spec: ChartSpec, series: str, axes: str) -> str:
    stacked = spec.kind.endswith("-chong")
    direction = "bar" if spec.kind.startswith("thanh") else "col"
    grouping, overlap = ("stacked", '<c:overlap val="100"/>') if stacked else ("clustered", "")
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="60"/>{overlap}{axes}</c:barChart>'
    )


def _series(spec: ChartSpec, place: int, name: str) -> str:
    count = categories(spec)
    points = "".join(f'<c:pt idx="{i}"><c:v>1</c:v></c:pt>' for i in range(count))
    names = "".join(f'<c:pt idx="{i}"><c:v>Nhóm {i + 1}</c:v></c:pt>' for i in range(count))
    column = chr(ord("B") + place)
    looks = {"duong": _line_looks(place), "tron": ""}.get(spec.kind, _bar_looks(place))
    smooth = '<c:smooth val="0"/>' if spec.kind == "duong" else ""
    slices = "".join(_slice(i) for i in range(count)) if spec.kind == "tron" else ""
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(name)}</c:v></c:pt></c:strCache>'
        f"</c:strRef></c:tx>{looks}{slices}{_labels(spec, place) if spec.labels else ''}"
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${count + 1}</c:f><c:strCache>"
        f'<c:ptCount val="{count}"/>{names}</c:strCache></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${count + 1}</c:f>"
        f"<c:numCache><c:formatCode>{escape(spec.number_format)}</c:formatCode>"
        f'<c:ptCount val="{count}"/>{points}</c:numCache></c:numRef></c:val>'
        f"{smooth}</c:ser>"
    )


def categories(spec: ChartSpec) -> int:
    """How many made-up categories stand in the chart: a slice of a pie has its looks from its place."""
    return len(FILLS) if spec.kind == "tron" else 2


def _bar_looks(place: int) -> str:
    return f'<c:spPr>{FILLS[place % len(FILLS)]}{_OUTLINE}</c:spPr><c:invertIfNegative val="0"/>'


def _line_looks(place: int) -> str:
    dash, marker = _LINES[place % len(_LINES)], _MARKERS[place % len(_MARKERS)]
    return (
        f'<c:spPr><a:ln w="22225">{_solid("000000")}<a:prstDash val="{dash}"/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="{marker}"/><c:size val="7"/>'
        f"<c:spPr>{_solid('000000')}</c:spPr></c:marker>"
    )


def _slice(place: int) -> str:
    fill = FILLS[place % len(FILLS)]
    return f'<c:dPt><c:idx val="{place}"/><c:bubble3D val="0"/><c:spPr>{fill}{_OUTLINE}</c:spPr></c:dPt>'


def _labels(spec: ChartSpec, place: int) -> str:
    stacked = spec.kind.endswith("-chong")
    position = {"duong": "t", "tron": "outEnd"}.get(spec.kind, "ctr" if stacked else "outEnd")
    # On dark and hatched fills a figure is read only on a white ground.
    ground = (
        f"<c:spPr>{_solid(_WHITE)}<a:ln><a:noFill/></a:ln></c:spPr>" if stacked and place % 6 != 2 else ""
    )
    shown = _of_label(spec)
    return (
        f'<c:dLbls><c:numFmt formatCode="{escape(shown)}" sourceLinked="{_linked(shown)}"/>'
        f'{ground}<c:dLblPos val="{position}"/>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _of_label(spec: ChartSpec) -> str:
    """A zero in a stacked column is no figure to read."""
    zeroless = spec.kind.endswith("-chong") and spec.number_format == "General"
    return "#,##0;-#,##0;" if zeroless else spec.number_format


def _linked(number_format: str) -> int:
    """Whether the data's own format is shown: where the chart has none."""
    return int(number_format == "General")


def _axes(spec: ChartSpec, *, across: bool) -> str:
    bottom, side = ("l", "b") if across else ("b", "l")
    greatest = "" if spec.greatest is None else f'<c:max val="{spec.greatest:g}"/>'
    line = f'<c:spPr><a:ln w="9525">{_solid("000000")}</a:ln></c:spPr>'
    grid = f'<c:majorGridlines><c:spPr><a:ln w="6350">{_solid(_LIGHT)}</a:ln></c:spPr></c:majorGridlines>'
    # The first category of bars stands on top, as it does in a table.
    order, cross = ("maxMin", "max") if across else ("minMax", "autoZero")
    return (
        f'<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{bottom}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{line}'
        '<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
        f'<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/>{greatest}'
        f'<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="{side}"/>{grid}'
        f'<c:numFmt formatCode="{escape(spec.number_format)}" sourceLinked="{_linked(spec.number_format)}"/>'
        f'<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{line}'
        f'<c:crossAx val="111111111"/><c:crosses val="{cross}"/><c:crossBetween val="between"/></c:valAx>'
    )
