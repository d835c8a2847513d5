"""Puts data into the XML of one native chart and keeps its looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from truyenthong.ooxml.xml import Element, local, parent_of
from truyenthong.text import file_number, is_file_number
from truyenthong.word.drawings.chart_data import ChartData, Series
from truyenthong.word.drawings.chart_workbook import categories_range, name_cell, number_text, values_range
from truyenthong.word.running.limits import UnsuitableError

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_KINDS = {
    **dict.fromkeys(("barChart", "bar3DChart"), "biểu đồ cột"),
    **dict.fromkeys(("lineChart", "line3DChart"), "biểu đồ đường"),
    **dict.fromkeys(("pieChart", "pie3DChart", "ofPieChart"), "biểu đồ tròn"),
    **dict.fromkeys(("areaChart", "area3DChart"), "biểu đồ miền"),
    "doughnutChart": "biểu đồ vành",
    "radarChart": "biểu đồ mạng nhện",
}
_ONE_SERIES = {"pieChart", "pie3DChart", "ofPieChart"}
_OF_SERIES = (
    *("idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "marker", "explosion", "dPt"),
    *("dLbls", "trendline", "errBars", "cat", "val", "smooth", "shape", "extLst"),
)
_OF_CHART = (
    *("title", "autoTitleDeleted", "pivotFmts", "view3D", "floor", "sideWall", "backWall", "plotArea"),
    *("legend", "plotVisOnly", "dispBlanksAs", "showDLblsOverMax", "extLst"),
)
_ACCENTS = 6
_GENERAL = "General"


def chart_fault(root: Element) -> str | None:
    """Why a chart cannot be filled, for a sentence; None where it can."""
    groups = list(_groups(root))
    if not groups:
        return "trong biểu đồ không có vùng vẽ"
    odd = next((one for one in groups if local(one) not in _KINDS), None)
    if odd is not None:
        known = "cột, thanh, đường, tròn, miền, vành, mạng nhện"
        return f"kiểu biểu đồ «{local(odd)}» không điền được; điền được: {known}"
    return None


def chart_kind(root: Element) -> str:
    """«biểu đồ cột» of a chart that can be filled."""
    kinds = {_KINDS[local(group)] for group in _groups(root)}
    return kinds.pop() if len(kinds) == 1 else "biểu đồ"


def chart_title(root: Element) -> str:
    """The text of the chart's title; "" where it has none."""
    title = root.find(f"{C}chart/{C}title")
    return "" if title is None else " ".join("".join(one.text or "" for one in title.iter(f"{A}t")).split())


def _groups(root: Element) -> Iterator[Element]:
    area = root.find(f"{C}chart/{C}plotArea")
    return (one for one in (area if area is not None else ()) if local(one).endswith("Chart"))


def fill_chart(root: Element, data: ChartData) -> None:
    """Puts the data into a chart that ``chart_fault`` has nothing against.

    Looks of series and points that the template does not have are those that it has, over again.

    Raises:
        UnsuitableError: this kind of chart does not show such data.
    """
    groups = list(_groups(root))
    if len(data.series) > 1 and any(local(group) in _ONE_SERIES for group in groups):
        raise UnsuitableError(f"biểu đồ tròn chỉ vẽ được một dãy nhưng số liệu có {len(data.series)} dãy")
    for place, (element, series) in enumerate(
        zip(_fitted(groups, len(data.series)), data.series, strict=True)
    ):
        _fill_series(element, place, series, data)
    _keep_gaps(root)
    _free_titles(root)
    if data.title:
        _set_title(root, data.title)
    for axis in root.iter(f"{C}dateAx"):
        for auto in axis.findall(f"{C}auto"):
            auto.set("val", "1")  # the names along the axis are texts, which only an automatic axis takes


def _fitted(groups: Sequence[Element], wanted: int) -> list[Element]:
    """As many series as wanted, in their order: surplus ones go, the template's are repeated."""
    own = sorted((one for group in groups for one in group.findall(f"{C}ser")), key=_order)
    for one in own[wanted:]:
        parent_of(one).remove(one)
    models = [deepcopy(one) for one in own] or [groups[-1].makeelement(f"{C}ser")]
    made = own[:wanted]
    for place in range(len(own), wanted):
        again = deepcopy(models[place % len(models)])
        _shift_accents(again, place - place % len(models))
        home = parent_of(own[place % len(models)]) if own else groups[-1]
        _append_series(home, again)
        made.append(again)
    return made


def _order(series: Element) -> int:
    found = series.find(f"{C}order")
    return 0 if found is None else file_number(found.get("val"))


def _append_series(group: Element, series: Element) -> None:
    last = group.findall(f"{C}ser")
    before = [one for one in group if local(one) in {"barDir", "grouping", "varyColors", "scatterStyle"}]
    before += [one for one in group if local(one) in {"wireframe", "radarStyle", "ofPieType"}]
    anchor = last[-1] if last else (before[-1] if before else None)
    if anchor is None:
        group.insert(0, series)
    else:
        anchor.addnext(series)


def _shift_accents(element: Element, by: int) -> None:
    """Moves on through the theme's colours, as Word does for a further series or slice."""
    for colour in element.iter(f"{A}schemeClr"):
        name = colour.get("val") or ""
        if name.startswith("accent") and is_file_number(name[6:]):
            colour.set("val", f"accent{(int(name[6:]) - 1 + by) % _ACCENTS + 1}")


def _fill_series(element: Element, place: int, series: Series, data: ChartData) -> None:
    length = len(data.categories)
    own_format = element.findtext(f"{C}val/{C}numRef/{C}numCache/{C}formatCode")
    number_format = data.number_format or own_format or _GENERAL
    _drop_links(element)
    for name in ("idx", "order"):
        _put(element, name).set("val", str(place))
    name_source = _reference(_put(element, "tx"), "str", name_cell(place))
    _points(name_source, "str", [series.name])
    _fit_points(element, length)
    categories = _reference(_put(element, "cat"), "str", categories_range(length))
    _points(categories, "str", data.categories)
    values = _reference(_put(element, "val"), "num", values_range(place, length))
    _points(
        values, "num", [None if one is None else number_text(one) for one in series.values], number_format
    )


def _put(parent: Element, name: str, order: Sequence[str] = _OF_SERIES) -> Element:
    """An empty child of that name at its place; replaces one that is there."""
    for old in parent.findall(f"{C}{name}"):
        parent.remove(old)
    rank = order.index(name)
    following = next((one for one in parent if local(one) in order[rank + 1 :]), None)
    made = parent.makeelement(f"{C}{name}")
    if following is None:
        parent.append(made)
    else:
        following.addprevious(made)
    return made


def _reference(parent: Element, kind: str, formula: str) -> Element:
    """``c:strRef`` or ``c:numRef``; its cache."""
    reference = etree.SubElement(parent, f"{C}{kind}Ref")
    etree.SubElement(reference, f"{C}f").text = formula
    return etree.SubElement(reference, f"{C}{kind}Cache")


def _points(cache: Element, kind: str, texts: Sequence[str | None], number_format: str = _GENERAL) -> None:
    """What a chart shows without opening its workbook; a missing value is a point left out."""
    if kind == "num":
        etree.SubElement(cache, f"{C}formatCode").text = number_format
    etree.SubElement(cache, f"{C}ptCount").set("val", str(len(texts)))
    for place, text in enumerate(texts):
        if text is not None:
            point = etree.SubElement(cache, f"{C}pt")
            point.set("idx", str(place))
            etree.SubElement(point, f"{C}v").text = text


def _drop_links(series: Element) -> None:
    """Takes away what points into the template's own workbook or must be unique."""
    for errors in series.findall(f"{C}errBars"):
        if next(errors.iter(f"{C}f"), None) is not None:
            series.remove(errors)
    for extension in list(series.iter(f"{C}ext")):
        unique = any(local(one) == "uniqueId" for one in extension)
        if unique or any(local(one) == "f" for one in extension.iter()):
            parent_of(extension).remove(extension)
    for holder in list(series.iter(f"{C}extLst")):
        if not len(holder):
            parent_of(holder).remove(holder)


def _fit_points(series: Element, length: int) -> None:
    """Looks of single points: of points that are gone they go; where every point has its own, they repeat."""
    known = series.find(f"{C}cat/*/*/{C}ptCount")
    known = series.find(f"{C}val/*/*/{C}ptCount") if known is None else known
    count = file_number(known.get("val")) if known is not None else 0
    points = series.findall(f"{C}dPt")
    whole = bool(points) and len(points) >= count
    for one in [*points, *series.findall(f"{C}dLbls/{C}dLbl")]:
        if _index(one) >= length:
            parent_of(one).remove(one)
    if whole and len(points) < length:
        last = points[-1]
        for place in range(len(points), length):
            again = deepcopy(points[place % len(points)])
            _shift_accents(again, place - place % len(points))
            index = again.find(f"{C}idx")
            if index is not None:
                index.set("val", str(place))
            last.addnext(again)
            last = again


def _index(point: Element) -> int:
    index = point.find(f"{C}idx")
    return 0 if index is None else file_number(index.get("val"))


def _keep_gaps(root: Element) -> None:
    """A missing value is a gap; a line drawn over it (``span``) is the author's choice."""
    for chart in root.findall(f"{C}chart"):
        told = chart.find(f"{C}dispBlanksAs")
        if told is None or told.get("val") != "span":
            _put(chart, "dispBlanksAs", _OF_CHART).set("val", "gap")


def _free_titles(root: Element) -> None:
    """Titles that were read from cells of the old workbook become texts; hidden series go."""
    for reference in list(root.iter(f"{C}strRef")):
        holder = parent_of(reference)
        if local(holder) == "tx" and local(parent_of(holder)) != "ser":
            text = " ".join(one.text or "" for one in reference.iter(f"{C}v"))
            holder.remove(reference)
            _write_rich(holder, text)
    for extension in list(root.iter(f"{C}ext")):
        if any(local(one).startswith("filtered") for one in extension):
            parent_of(extension).remove(extension)
    for holder in list(root.iter(f"{C}extLst")):
        if not len(holder):
            parent_of(holder).remove(holder)


def _write_rich(holder: Element, text: str) -> None:
    rich = etree.SubElement(holder, f"{C}rich")
    etree.SubElement(rich, f"{A}bodyPr")
    etree.SubElement(rich, f"{A}lstStyle")
    run = etree.SubElement(etree.SubElement(rich, f"{A}p"), f"{A}r")
    etree.SubElement(run, f"{A}t").text = text


def _set_title(root: Element, text: str) -> None:
    """The text of the chart's title, in the looks of its first letters."""
    title = root.find(f"{C}chart/{C}title")
    if title is None:
        return
    runs = list(title.iter(f"{A}r"))
    if not runs:
        holder = title.find(f"{C}tx")
        if holder is None:
            holder = title.makeelement(f"{C}tx")
            title.insert(0, holder)
        _write_rich(holder, text)
        return
    for one in runs[1:]:
        parent_of(one).remove(one)
    for paragraph in list(title.iter(f"{A}p")):
        if next(paragraph.iter(f"{A}r"), None) is None:
            parent_of(paragraph).remove(paragraph)
    for one in runs[0].iter(f"{A}t"):
        one.text = text


def set_font(root: Element, font: str) -> None:
    """Gives texts that name no font of their own the document's."""
    for face in root.iter(f"{A}latin", f"{A}cs"):
        if (face.get("typeface") or "").startswith("+"):
            face.set("typeface", font)
    text = root.find(f"{C}txPr")
    if text is None:
        text = root.makeelement(f"{C}txPr")
        etree.SubElement(text, f"{A}bodyPr")
        paragraph = etree.SubElement(text, f"{A}p")
        etree.SubElement(etree.SubElement(paragraph, f"{A}pPr"), f"{A}defRPr")
        _insert_into_space(root, text)
    for look in text.iter(f"{A}defRPr"):
        if look.find(f"{A}latin") is None:
            _add_faces(look, font)


def _add_faces(look: Element, font: str) -> None:
    after = {"ea", "cs", "sym", "hlinkClick", "hlinkMouseOver", "rtl", "extLst"}
    following = next((one for one in look if local(one) in after), None)
    face = look.makeelement(f"{A}latin")
    face.set("typeface", font)
    if following is None:
        look.append(face)
    else:
        following.addprevious(face)


_OF_SPACE = (
    *("date1904", "lang", "roundedCorners", "AlternateContent", "style", "clrMapOvr", "pivotSource"),
    *("protection", "chart", "spPr", "txPr", "externalData", "printSettings", "userShapes", "extLst"),
)


def _insert_into_space(root: Element, child: Element) -> None:
    rank = _OF_SPACE.index(local(child))
    following = next((one for one in root if local(one) in _OF_SPACE[rank + 1 :]), None)
    if following is None:
        root.append(child)
    else:
        following.addprevious(child)


def workbook_key(root: Element, name: str) -> str | None:
    """The relationship by which a chart names its workbook (its attribute ``name``)."""
    link = root.find(f"{C}externalData")
    return None if link is None else link.get(name)


def link_workbook(root: Element, name: str, key: str) -> None:
    """Lets the chart know its workbook under that relationship."""
    for old in root.findall(f"{C}externalData"):
        root.remove(old)
    link = root.makeelement(f"{C}externalData")
    link.set(name, key)
    etree.SubElement(link, f"{C}autoUpdate").set("val", "0")
    _insert_into_space(root, link)
