"""Documents with native charts and pictures as Word writes them, small enough to be read."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from xml.sax.saxutils import quoteattr

from lxml import etree

from truyenthong.word.render import DocProperties, Rendered, render
from truyenthong.word.running.values import PlainValue
from truyenthong.word.template import load_template

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NAMESPACES = (
    f'xmlns:w="{W_NS}" xmlns:r="{_OFFICE}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
_CHART_SPACE = (
    f'<c:chartSpace xmlns:c="{C[1:-1]}" xmlns:a="{A[1:-1]}" xmlns:r="{_OFFICE}" '
    'xmlns:c16="http://schemas.microsoft.com/office/drawing/2014/chart" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
)


def series(place: int, *, accent: int = 1, name: str = "Cũ", more: str = "", tail: str = "") -> str:
    """A series as Word writes one: an accent of the theme, two points, an id of its own."""
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{name}</c:v></c:pt></c:strCache>'
        "</c:strRef></c:tx>"
        f'<c:spPr><a:solidFill><a:schemeClr val="accent{accent}"/></a:solidFill></c:spPr>{more}'
        "<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$3</c:f><c:strCache>"
        '<c:ptCount val="2"/><c:pt idx="0"><c:v>A</c:v></c:pt><c:pt idx="1"><c:v>B</c:v></c:pt>'
        "</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!$B$2:$B$3</c:f>"
        '<c:numCache><c:formatCode>0.0</c:formatCode><c:ptCount val="2"/>'
        '<c:pt idx="0"><c:v>1</c:v></c:pt><c:pt idx="1"><c:v>2</c:v></c:pt></c:numCache></c:numRef></c:val>'
        f'{tail}<c:extLst><c:ext uri="{{C3380CC4-5D6E-409C-BE32-E72D297353CC}}">'
        f'<c16:uniqueId val="{{0000000{place}-0000-0000-0000-000000000000}}"/></c:ext></c:extLst></c:ser>'
    )


def bars(*rows: str, head: str = "", tail: str = "", title: str = "") -> str:
    """A chart of columns with those series."""
    inside = "".join(rows) or series(0)
    return (
        f'{_CHART_SPACE}{head}<c:chart>{title}<c:plotArea><c:layout/><c:barChart><c:barDir val="col"/>'
        f'<c:grouping val="clustered"/>{inside}<c:gapWidth val="150"/><c:axId val="1"/><c:axId val="2"/>'
        '</c:barChart><c:catAx><c:axId val="1"/></c:catAx><c:valAx><c:axId val="2"/></c:valAx></c:plotArea>'
        '<c:legend><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr><a:latin typeface="+mn-lt"/></a:defRPr></a:pPr>'
        '</a:p></c:txPr></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="zero"/></c:chart>'
        f"{tail}</c:chartSpace>"
    )


def one_group(kind: str, *rows: str, after: str = "") -> str:
    """A chart of another kind."""
    inside = "".join(rows) or series(0)
    return (
        f"{_CHART_SPACE}<c:chart><c:plotArea><c:{kind}>{inside}{after}</c:{kind}></c:plotArea>"
        "</c:chart></c:chartSpace>"
    )


LINKED = '<c:externalData r:id="rId9"><c:autoUpdate val="0"/></c:externalData>'
"""The end of a chart that knows its workbook."""

OWN_BOOK = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId9" Type="{_OFFICE}/package" Target="../embeddings/So_lieu.xlsx"/></Relationships>'
)


def chart_frame(text: str, *, key: str = "rIdC", name: str = "Biểu đồ 1", number: int = 1) -> str:
    """The run of a chart with that alternative text."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="5400000" cy="2700000"/>'
        f'<wp:docPr id="{number}" name={quoteattr(name)} descr={quoteattr(text)}/>'
        f'<a:graphic><a:graphicData uri="{C[1:-1]}"><c:chart r:id="{key}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def picture_frame(text: str, *, key: str = "rIdP", inner: str | None = None, crop: str = "") -> str:
    """The run of a picture of 3 × 1 cm."""
    again = "" if inner is None else f" descr={quoteattr(inner)}"
    size = 'cx="1080000" cy="360000"'
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent {size}/><wp:docPr id="7" name="Hình 1"'
        f' descr={quoteattr(text)}/><a:graphic><a:graphicData uri="{A[1:-1]}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="0" name="x.png"{again}/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{key}"><a:extLst/></a:blip>{crop}</pic:blipFill>'
        f"<pic:spPr><a:xfrm><a:ext {size}/></a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r>"
    )


def drawn_package(
    body: str,
    *,
    charts: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    extra: Mapping[str, str | bytes] | None = None,
    font: str = "Times New Roman",
) -> bytes:
    """A ``.docx`` with charts and pictures.

    Args:
        body: the XML of the document's paragraphs.
        charts: XML by the name of the part below ``word/charts/``; the first one is ``rIdC``.
        links: further relationships of the document: key to «kind target».
        extra: further files.
        font: of the document's text.
    """
    charts = {"chart1.xml": bars(tail=LINKED)} if charts is None else charts
    relations = {"rIdS": "styles styles.xml", "rIdP": "image media/image1.png"}
    relations |= {
        ("rIdC" if i == 0 else f"rIdC{i + 1}"): f"chart charts/{one}" for i, one in enumerate(charts)
    }
    files: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": _relations({**relations, **(links or {})}),
        "word/styles.xml": (
            f'<w:styles xmlns:w="{W_NS}"><w:docDefaults><w:rPrDefault><w:rPr>'
            f'<w:rFonts w:ascii="{font}"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>'
        ),
        "word/media/image1.png": png(3, 1),
        "word/embeddings/So_lieu.xlsx": b"old workbook",
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"/>'
        ),
        **{f"word/charts/{name}": xml for name, xml in charts.items()},
        **{f"word/charts/_rels/{name}.rels": OWN_BOOK for name, xml in charts.items() if LINKED in xml},
        **(extra or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _types(files))
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def _relations(links: Mapping[str, str]) -> str:
    lines = (
        f'<Relationship Id="{key}" Type="{_OFFICE}/{value.split()[0]}" Target="{value.split()[1]}"/>'
        for key, value in links.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def _types(files: Mapping[str, object]) -> str:
    kinds = {"document": "document.main", "styles": "styles", "header1": "header"}
    overrides = {
        f"word/{name}.xml": f"{_WORD}.{kind}+xml"
        for name, kind in kinds.items()
        if f"word/{name}.xml" in files
    }
    overrides |= {
        name: _CHART_TYPE for name in files if name.startswith("word/charts/") and "_rels" not in name
    }
    lines = (f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Default Extension="xlsx" ContentType="{_XLSX_TYPE}"/>{"".join(lines)}</Types>'
    )


def png(width: int, height: int) -> bytes:
    """A black picture of that size."""
    rows = zlib.compress(b"".join(b"\0" + b"\0" * width for _ in range(height)))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int, height: int) -> bytes:
    """The head of a JPEG of that size: all that is read of one."""
    frame = b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width) + b"\x03" + b"\x01\x22\x00" * 3
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\0" * 9 + b"\xff\xff\x01" + frame + b"\xff\xd9"


def files_of(data: bytes | None) -> dict[str, bytes]:
    """The files of a document by their names."""
    assert data is not None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def tree(files: Mapping[str, bytes], name: str) -> etree._Element:
    """One file as a tree."""
    return etree.fromstring(files[name])


def shown(root: etree._Element) -> list[tuple[str, list[str | None]]]:
    """What a chart shows without its workbook: names of the series with their values."""
    return [(_cache(one, "tx")[0] or "", _cache(one, "val")) for one in root.iter(f"{C}ser")]


def _cache(element: etree._Element, name: str) -> list[str | None]:
    count = element.find(f"{C}{name}//{C}ptCount")
    assert count is not None
    points = {one.get("idx"): one.findtext(f"{C}v") for one in element.iterfind(f"{C}{name}//{C}pt")}
    return [points.get(str(place)) for place in range(int(count.get("val") or "0"))]


def cells(book: bytes) -> list[list[str]]:
    """The rows of a workbook's only sheet; an empty cell is ""."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        root = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    rows = []
    for row in root.iter(f"{main}row"):
        line: dict[int, str] = {}
        for cell in row:
            letters = "".join(char for char in cell.get("r") or "" if char.isalpha())
            place = 0
            for char in letters:
                place = place * 26 + ord(char) - 64
            line[place - 1] = "".join(map(str, cell.itertext()))
        rows.append([line.get(place, "") for place in range(max(line) + 1)])
    return rows


PROPERTIES = DocProperties(created=datetime(2021, 6, 1, tzinfo=UTC))
DATA: dict[str, PlainValue] = {
    "nhom": ["Phòng GD&ĐT", "Trường"],
    "day": [
        {"ten": "Đúng hạn", "gia_tri": [27, None]},
        {"ten": "Muộn", "gia_tri": [Decimal("1.50"), 0.25]},
    ],
}
TAG = "{{ bd }}"


def p(*runs: str) -> str:
    """A paragraph of these runs."""
    return f"<w:p>{''.join(runs)}</w:p>"


def text(words: str) -> str:
    """A run of these words."""
    return f"<w:r><w:t>{words}</w:t></w:r>"


def fill(data: bytes, /, **context: PlainValue) -> Rendered:
    """The document that a template makes."""
    return render(load_template(data, name="thu.docx"), context, properties=PROPERTIES)


def files(data: bytes, /, **context: PlainValue) -> dict[str, bytes]:
    """The files of a document without a problem, by their names."""
    done = fill(data, **context)
    assert done.problems == ()
    return files_of(done.data)


def faults(data: bytes, /, **context: PlainValue) -> list[tuple[str, str]]:
    """Code and message of each problem of a document that is not made."""
    done = fill(data, **context)
    assert done.data is None
    return [(one.code, one.message) for one in done.problems]


def descriptions(made: dict[str, bytes]) -> list[str | None]:
    """The alternative texts of a document."""
    return [one.get("descr") for one in tree(made, "word/document.xml").iter("{*}docPr")]
