"""The styles of a form in Word (NĐ 30 PL I.II, I.V), and the other parts of the file that all forms share."""

from __future__ import annotations

from dataclasses import dataclass

_FONT = (
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
    'w:cs="Times New Roman" w:eastAsia="Times New Roman"/>'
)
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """A paragraph style; sizes and spaces in points, lengths in twentieths of a point."""

    name: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "both"
    before: float = 0
    after: float = 0
    first: int = 0
    sides: int = 0
    keep: bool = False
    line: bool = False
    outline: int | None = None


_STYLES = {
    "State": _Style(name="Quốc hiệu", size=13, bold=True, align="center"),
    "Motto": _Style(name="Tiêu ngữ", bold=True, align="center"),
    # the column is 10 cm wide, the words 6,0 cm: a line as long as the words
    "MottoLine": _Style(name="Kẻ dưới Tiêu ngữ", size=2, align="center", sides=1117, before=2, line=True),
    "Superior": _Style(name="Cơ quan chủ quản", size=13, align="center"),
    "Agency": _Style(name="Cơ quan ban hành", size=13, bold=True, align="center"),
    "AgencyLine": _Style(name="Kẻ dưới tên cơ quan", size=2, align="center", sides=1134, before=2, line=True),
    "Number": _Style(name="Số, ký hiệu", size=13, align="center", before=6),
    "PlaceDate": _Style(name="Địa danh, ngày tháng", italic=True, align="center", before=6),
    "Title": _Style(name="Tên loại", bold=True, align="center", before=18, keep=True, outline=0),
    "Summary": _Style(name="Trích yếu", bold=True, align="center", keep=True),
    "SummaryLine": _Style(name="Kẻ dưới trích yếu", size=2, align="center", sides=3204, before=3, line=True),
    "Addressee": _Style(name="Kính gửi", align="center", before=18, after=6),
    "Words": _Style(name="Lời văn", first=720, before=6),
    "Closing": _Style(name="Lời kết", first=720, before=6, keep=True),
    "Heading": _Style(name="Khoản", bold=True, first=720, before=6, keep=True, outline=1),
    "Position": _Style(name="Chức vụ người ký", bold=True, align="center"),
    "Name": _Style(name="Họ tên người ký", bold=True, align="center", before=56),
    "Recipients": _Style(name="Nơi nhận", size=12, bold=True, italic=True, align="left"),
    "Recipient": _Style(name="Danh sách nơi nhận", size=11, align="left"),
    "CellHead": _Style(name="Đầu bảng", size=12, bold=True, align="center", before=2, after=2),
    "Cell": _Style(name="Ô bảng", size=12, align="left", before=2, after=2),
    "CellNumber": _Style(name="Ô số", size=12, align="center", before=2, after=2),
    "PageNumber": _Style(name="Số trang", size=13, align="center"),
    "Sample": _Style(name="Dấu dữ liệu mẫu", size=11, bold=True, align="center"),
    "Identity": _Style(name="Mã của biểu", size=11, align="left"),
    "Gap": _Style(name="Khoảng cách", size=6, align="left", keep=True),
}


def _style_xml(code: str, style: _Style) -> str:
    spacing = f'w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}"'
    height = 'w:line="80" w:lineRule="exact"' if style.line else 'w:line="240" w:lineRule="auto"'
    paragraph = "".join(
        (
            "<w:keepNext/>" if style.keep else "",
            "<w:widowControl/>",
            '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
            if style.line
            else "",
            f"<w:spacing {spacing} {height}/>",
            f'<w:ind w:left="{style.sides}" w:right="{style.sides}" w:firstLine="{style.first}"/>',
            f'<w:jc w:val="{style.align}"/>',
            f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "",
        )
    )
    looks = f"{'<w:b/><w:bCs/>' if style.bold else ''}{'<w:i/><w:iCs/>' if style.italic else ''}"
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{code}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f"<w:rPr>{_FONT}{looks}{_size(style.size)}</w:rPr></w:style>"
    )


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


STYLES_XML = (
    f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{_FONT}{_size(14)}"
    '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    f"<w:rPr>{_FONT}{_size(14)}</w:rPr></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    "<w:semiHidden/></w:style>"
    + "".join(_style_xml(code, style) for code, style in _STYLES.items())
    + "</w:styles>"
)

SETTINGS_XML = (
    f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PACKAGE = "application/vnd.openxmlformats-package."
_OFFICE = "application/vnd.openxmlformats-officedocument."
CONTENT_TYPES_XML = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Default Extension="rels" ContentType="{_PACKAGE}relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/{name}" ContentType="{kind}+xml"/>'
        for name, kind in (
            ("word/document.xml", f"{_WORD}document.main"),
            ("word/styles.xml", f"{_WORD}styles"),
            ("word/settings.xml", f"{_WORD}settings"),
            ("word/header1.xml", f"{_WORD}header"),
            ("word/header2.xml", f"{_WORD}header"),
            ("word/footer1.xml", f"{_WORD}footer"),
            ("word/footer2.xml", f"{_WORD}footer"),
            ("docProps/core.xml", f"{_PACKAGE}core-properties"),
            ("docProps/app.xml", f"{_OFFICE}extended-properties"),
            ("docProps/custom.xml", f"{_OFFICE}custom-properties"),
        )
    )
    + "</Types>"
)


def _relations(*targets: tuple[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}'
        "</Relationships>"
    )


_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE_RELATIONS_XML = _relations(
    (f"{_DOCUMENT}officeDocument", "word/document.xml"),
    (
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
    ),
    (f"{_DOCUMENT}extended-properties", "docProps/app.xml"),
    (f"{_DOCUMENT}custom-properties", "docProps/custom.xml"),
)
DOCUMENT_RELATIONS_XML = _relations(
    (f"{_DOCUMENT}styles", "styles.xml"),
    (f"{_DOCUMENT}settings", "settings.xml"),
    (f"{_DOCUMENT}header", "header1.xml"),
    (f"{_DOCUMENT}header", "header2.xml"),
    (f"{_DOCUMENT}footer", "footer1.xml"),
    (f"{_DOCUMENT}footer", "footer2.xml"),
)
"""Styles, settings; heads (rId3 of the first page, rId4 of the others), feet in the same way (rId5, rId6)."""
