r"""Puts an empty native chart into a Word template, in the stead of a marker; always the same bytes.

    python -m tools.make_chart_part templates/tien-do.docx --marker "[[BIỂU ĐỒ 1]]" \
        --tag "{{ bieu_do.theo_loai }}" --kind thanh-chong --series "Đúng hạn" "Muộn" "Chưa nộp"

The chart is an ordinary one afterwards: it is edited in Word, and filled by the tag in its alternative text.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from lxml import etree
from tools.chart_xml import KINDS, ChartSpec, categories, chart_xml

from truyenthong.word.archive import read_archive, write_archive
from truyenthong.word.chart_data import ChartData, Series
from truyenthong.word.chart_workbook import workbook
from truyenthong.word.charts import link_workbook
from truyenthong.word.joiner import join
from truyenthong.word.parts import RID, Parts, parts_of
from truyenthong.word.xml import PPR, Element, P, R, W, parse, serialise, text_of_part

_DOCUMENT = "word/document.xml"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_EMU = 360_000
"""English metric units of a centimetre."""


def insert_chart(data: bytes, marker: str, spec: ChartSpec) -> bytes:
    """The document with an empty chart in the paragraph whose whole text is ``marker``.

    Raises:
        LookupError: no paragraph holds the marker alone, or more than one does.
    """
    parts = parts_of(read_archive(data))
    root = parse(parts.read(_DOCUMENT), _DOCUMENT, keep_all=True)
    found = [one for one in root.iter(P) if join(one).text.strip() == marker]
    if len(found) != 1:
        raise LookupError(f"{len(found)} đoạn chỉ có «{marker}», cần đúng một đoạn")
    number = 1 + max((int(one.get("id") or "0") for one in root.iter(f"{{{_WP}}}docPr")), default=0)
    _replace(found[0], _drawing(spec, number, parts.relate(_DOCUMENT, "chart", _add_chart(parts, spec))))
    parts.made[_DOCUMENT] = serialise(root)
    return write_archive(parts.finished())


def _add_chart(parts: Parts, spec: ChartSpec) -> str:
    name = parts.add("word/charts/chart{}.xml", text_of_part(chart_xml(spec)), _CHART)
    names = tuple(f"Nhóm {number + 1}" for number in range(categories(spec)))
    rows = tuple(Series(name=one, values=(1,) * len(names)) for one in spec.series)
    sample = ChartData(categories=names, series=rows)
    book = parts.add("word/embeddings/Microsoft_Excel_Worksheet{}.xlsx", workbook(sample), _XLSX)
    root = parse(parts.read(name), name)
    link_workbook(root, RID, parts.relate(name, "package", book))
    parts.made[name] = serialise(root)
    return name


def _replace(paragraph: Element, drawing: Element) -> None:
    for child in list(paragraph):
        if child.tag != PPR:
            paragraph.remove(child)
    run = etree.SubElement(paragraph, R)
    run.append(drawing)


def _drawing(spec: ChartSpec, number: int, key: str) -> Element:
    width, height = round(spec.width * _EMU), round(spec.height * _EMU)
    drawing = parse(
        (
            f'<w:drawing xmlns:w="{W[1:-1]}" xmlns:wp="{_WP}" xmlns:a="{_A}" xmlns:c="{_C}">'
            '<wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:docPr id="{number}"/><wp:cNvGraphicFramePr/>'
            f'<a:graphic><a:graphicData uri="{_C}"><c:chart/></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing>"
        ).encode(),
        "drawing",
    )
    for one in drawing.iter(f"{{{_WP}}}docPr"):
        one.set("name", spec.name)
        one.set("descr", spec.tag)
    for one in drawing.iter(f"{{{_C}}}chart"):
        one.set(RID, key)
    return drawing


def _arguments(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Đặt một biểu đồ trống vào mẫu Word.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--marker", required=True, help="chữ của đoạn sẽ thành biểu đồ")
    parser.add_argument("--tag", required=True, help="thẻ trong văn bản thay thế")
    parser.add_argument("--kind", choices=KINDS, default="cot")
    parser.add_argument("--series", nargs="+", default=["Dãy 1"])
    parser.add_argument("--name", default="Biểu đồ")
    parser.add_argument("--title", default="")
    parser.add_argument("--width", type=float, default=16.0, help="cm")
    parser.add_argument("--height", type=float, default=8.0, help="cm")
    parser.add_argument("--format", default="General", help="như Excel: 0%%")
    parser.add_argument("--max", type=float, default=None)
    return parser.parse_args(words)


def main(words: list[str]) -> int:
    """Changes the file in place."""
    given = _arguments(words)
    spec = ChartSpec(
        kind=given.kind,
        tag=given.tag,
        name=given.name,
        series=tuple(given.series),
        width=given.width,
        height=given.height,
        title=given.title,
        number_format=given.format,
        greatest=given.max,
    )
    given.file.write_bytes(insert_chart(given.file.read_bytes(), given.marker, spec))
    print(f"Đã đặt biểu đồ vào {given.file}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
