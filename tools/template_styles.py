"""The styles of the templates, by the names that the office sees in Word (sizes of NĐ 30 PL I.II, I.V)."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

_FONT = (
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
    'w:cs="Times New Roman" w:eastAsia="Times New Roman"/>'
)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, kw_only=True)
class Style:
    """A paragraph style; lengths in centimetres, sizes and spaces in points.

    Attributes:
        rule: the length in centimetres and the room in centimetres of a drawn line above, or None.
    """

    name: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "both"
    before: float = 0
    after: float = 0
    first: float = 0
    left: float = 0
    hanging: float = 0
    right: float = 0
    keep_next: bool = False
    rule: bool = False
    outline: int | None = None
    exact: float | None = None


def _body(
    name: str,
    *,
    bold: bool = False,
    italic: bool = False,
    outline: int | None = None,
    keep: bool = False,
    before: float = 6,
) -> Style:
    """A paragraph of the body: first line 1,27 cm, at least 6 pt above; a heading stays with what follows."""
    keep_next = keep or outline is not None
    return Style(
        name=name, bold=bold, italic=italic, outline=outline, keep_next=keep_next, first=1.27, before=before
    )


STYLES = (
    Style(name="Quốc hiệu", size=13, bold=True, align="center"),
    Style(name="Tiêu ngữ", size=14, bold=True, align="center"),
    # the column is 10 cm wide, the words 6,0 cm: a line as long as the words
    Style(
        name="Kẻ dưới Tiêu ngữ", size=2, align="center", left=1.97, right=1.97, rule=True, before=2, exact=4
    ),
    Style(name="Cơ quan chủ quản", size=13, align="center"),
    Style(name="Cơ quan ban hành", size=13, bold=True, align="center"),
    # the column is 6,5 cm wide, the words 6,1 cm: a line of 2,5 cm is between a third and a half
    Style(
        name="Kẻ dưới tên cơ quan", size=2, align="center", left=2.0, right=2.0, rule=True, before=2, exact=4
    ),
    Style(name="Số, ký hiệu", size=13, align="center", before=6),
    Style(name="Địa danh, ngày tháng", size=14, italic=True, align="center", before=6),
    Style(name="Trích yếu công văn", size=12, align="center", before=6),
    Style(name="Tên loại", size=14, bold=True, align="center", before=18, keep_next=True, outline=0),
    Style(name="Trích yếu", size=14, bold=True, align="center", keep_next=True),
    Style(
        name="Kẻ dưới trích yếu", size=2, align="center", left=5.65, right=5.65, rule=True, before=3, exact=4
    ),
    Style(name="Kính gửi", size=14, align="center", before=18, after=6),
    Style(name="Kính gửi nhiều nơi", size=14, align="left", before=18, left=3.0),
    Style(name="Nơi được gửi", size=14, align="left", left=5.3, hanging=0.3, before=2),
    _body("Lời văn"),
    # stays on the page of the signature, which never stands on a page alone
    _body("Lời kết", keep=True),
    _body("Căn cứ", italic=True),
    _body("Mục", bold=True, outline=1, before=12),
    _body("Khoản", bold=True, outline=2),
    _body("Điểm", outline=3),
    Style(name="Chức vụ người ký", size=14, bold=True, align="center"),
    Style(name="Họ tên người ký", size=14, bold=True, align="center", before=56),
    Style(name="Nơi nhận", size=12, bold=True, italic=True, align="left"),
    Style(name="Danh sách nơi nhận", size=11, align="left"),
    Style(name="Phụ lục số", size=14, bold=True, align="center", keep_next=True, outline=0),
    Style(name="Tên phụ lục", size=14, bold=True, align="center", keep_next=True),
    Style(name="Kèm theo", size=14, italic=True, align="center", keep_next=True),
    Style(name="Dự thảo", size=13, bold=True, align="center"),
    Style(name="Ghi chú", size=13, italic=True, before=6, first=1),
    Style(name="Tên bảng", size=13, bold=True, align="left", before=10, after=3, keep_next=True),
    Style(name="Đầu bảng", size=11, bold=True, align="center", before=2, after=2),
    Style(name="Ô bảng", size=11, align="left", before=2, after=2),
    Style(name="Ô bảng giữa", size=11, align="center", before=2, after=2),
    Style(name="Đầu cột kỳ", size=9, bold=True, align="center", before=2, after=2),
    Style(name="Ô kỳ", size=10, align="center", before=2, after=2),
    Style(name="Số trang", size=13, align="center"),
    Style(name="Dấu dữ liệu mẫu", size=11, bold=True, align="center"),
    Style(name="Khoảng cách", size=6, align="left", keep_next=True),
    Style(name="Hết phần", size=1, align="left", exact=1),
    Style(name="Thẻ", size=11, align="left"),
    Style(name="Ô bảng cộng", size=11, bold=True, align="left", before=2, after=2),
    # stays with the line below it
    _body("Lời dẫn", keep=True),
    Style(name="Biểu đồ", size=13, align="center", before=6, after=6),
)


def _twips(centimetres: float) -> int:
    return round(centimetres * 567)


def _style_xml(style: Style, place: int) -> str:
    spacing = f'w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}"'
    height = (
        'w:line="240" w:lineRule="auto"'
        if style.exact is None
        else f'w:line="{round(style.exact * 20)}" w:lineRule="exact"'
    )
    side = f'w:hanging="{_twips(style.hanging)}"' if style.hanging else f'w:firstLine="{_twips(style.first)}"'
    paragraph = "".join(
        (
            "<w:keepNext/>" if style.keep_next else "",
            "<w:widowControl/>",
            '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
            if style.rule
            else "",
            f"<w:spacing {spacing} {height}/>",
            f'<w:ind w:left="{_twips(style.left)}" w:right="{_twips(style.right)}" {side}/>',
            f'<w:jc w:val="{style.align}"/>',
            f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "",
        )
    )
    half = round(style.size * 2)
    run = "".join(
        (
            _FONT,
            "<w:b/><w:bCs/>" if style.bold else "",
            "<w:i/><w:iCs/>" if style.italic else "",
            f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>',
        )
    )
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="tt{place:02d}">'
        f'<w:name w:val={quoteattr(style.name)}/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


STYLES_XML = (
    f'<w:styles xmlns:w="{_W}"><w:docDefaults>'
    f'<w:rPrDefault><w:rPr>{_FONT}<w:sz w:val="28"/><w:szCs w:val="28"/>'
    '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    f'<w:rPr>{_FONT}<w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    "<w:semiHidden/></w:style>"
    + "".join(_style_xml(style, place) for place, style in enumerate(STYLES, start=1))
    + "</w:styles>"
)

SETTINGS_XML = (
    f'<w:settings xmlns:w="{_W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    "</w:settings>"
)
"""Word's own mode of today, so that it does not open the paper in «Compatibility Mode»."""
