"""Word files written as XML by hand, as other programs and other people write them."""

# ruff: noqa: E501 - a line of a paper is one line here

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": _MAIN,
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
PLAIN_STYLES = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{FONT}<w:sz w:val='28'/></w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
)
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" {}/>'
)
NUMBERED = (
    f'<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/>{PAGE.format("")}<w:titlePg/></w:sectPr>'
)
PLAIN_PAGE = f"<w:sectPr>{PAGE.format('')}</w:sectPr>"
NUMBER_IN_HEADER = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
    "<w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
)
LONG = (
    "Thực hiện kế hoạch của năm học, các đơn vị đã triển khai đầy đủ các nội dung được giao, bám sát hướng dẫn "
    "của cấp trên và điều kiện cụ thể của từng địa phương trong tỉnh"
)


def run(text: str, look: str = "", size: float = 14) -> str:
    """A run; ``look`` is made of b, i, u for bold, slanted, underlined."""
    marks = "".join(f"<w:{one}/>" if one != "u" else '<w:u w:val="single"/>' for one in look)
    content = escape(text).replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>")
    content = content.replace("\n", "</w:t><w:br/><w:t xml:space='preserve'>")
    return (
        f'<w:r><w:rPr>{marks}<w:sz w:val="{round(size * 2)}"/></w:rPr>'
        f'<w:t xml:space="preserve">{content}</w:t></w:r>'
    )


def par(content: str, jc: str = "left", more: str = "") -> str:
    """A paragraph of runs."""
    return f'<w:p><w:pPr>{more}<w:jc w:val="{jc}"/></w:pPr>{content}</w:p>'


def line(text: str, look: str = "", size: float = 14, jc: str = "center", more: str = "") -> str:
    """A paragraph of one run, centred."""
    return par(run(text, look, size), jc, more)


def body(text: str, look: str = "", size: float = 14, indent: int = 720) -> str:
    """A paragraph of the text: justified, indented, six points below the one above."""
    more = f'<w:spacing w:before="120"/><w:ind w:firstLine="{indent}"/>'
    return line(text, look, size, "both", more)


def table(*rows: list[str], widths: tuple[int, ...] = ()) -> str:
    """A table; each cell is the XML of its paragraphs."""
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    lines = "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def drawn_line(points: float) -> str:
    """A straight line in DrawingML, with the VML that old programs read."""
    length = round(points * 12700)
    shape = (
        f'<wps:wsp><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"/></wps:spPr></wps:wsp>'
    )
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData>"
        f"{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>"
        f"{_vml(points)}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _vml(points: float) -> str:
    return f'<w:pict><v:line from="10pt,5pt" to="{10 + points}pt,5pt"/></w:pict>'


def vml_line(points: float) -> str:
    """A straight line in VML."""
    return f"<w:r>{_vml(points)}</w:r>"


def border(inset: int) -> str:
    """An empty paragraph whose border makes a line, ``inset`` twips in from each side."""
    return (
        '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
        f'<w:ind w:left="{inset}" w:right="{inset}"/></w:pPr></w:p>'
    )


def text_box(content: str) -> str:
    """A run with a text box in both ways of drawing."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData>"
        f"<wps:wsp><wps:spPr/><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def word_file(content: str, *, header: str = NUMBER_IN_HEADER, **parts: str) -> bytes:
    """The file: the document, a header, and further parts by the name of their kind (``styles``, …)."""
    made = {"styles": PLAIN_STYLES, **parts}
    names = {"styles": "styles", "numbering": "numbering", "settings": "settings"}
    files: dict[str, str] = {
        "[Content_Types].xml": _types(made),
        "_rels/.rels": _relationships({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>",
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{header}</w:hdr>",
        "word/_rels/document.xml.rels": _relationships(
            {
                "rIdH": ("header", "header1.xml"),
                **{f"rId{name}": (kind, f"{name}.xml") for name, kind in names.items()},
            }
        ),
    }
    for name, xml in made.items():
        files[f"word/{name}.xml"] = f"<w:{name} {NAMESPACES}>{xml}</w:{name}>"
    return zipped({name: text.encode() for name, text in files.items()})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _types(made: Mapping[str, str]) -> str:
    kinds = {"document": "document.main", "header1": "header", **{name: name for name in made}}
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relationships(found: Mapping[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in found.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
