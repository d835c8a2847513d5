"""Templates as Word would store them, in each of which one thing of Word's meets tags; converts nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": OFFICE,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_WHO = 'w:author="Văn phòng" w:date="2021-05-01T08:00:00Z"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A template as Word would store it.

    Attributes:
        parts: further parts by their kind: ``footnotes``, ``header1``.
        section: what stands in the last section's properties.
    """

    body: str
    parts: Mapping[str, str] = field(default_factory=dict)
    section: str = ""
    even: bool = False


def run(text: str, *, bold: bool = False, italic: bool = False) -> str:
    """A run of text."""
    face = f"{'<w:b/>' if bold else ''}{'<w:i/>' if italic else ''}"
    return f'<w:r><w:rPr>{face}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def par(*pieces: str) -> str:
    """A paragraph; what begins with «<» is XML already."""
    return f"<w:p>{''.join(one if one.startswith('<') else run(one) for one in pieces)}</w:p>"


def cell(content: str, *, span: int = 1, merge: str = "", width: int = 2000) -> str:
    """A table cell; ``merge``: ``restart`` or ``continue``."""
    inside = content if content.startswith("<") else par(content)
    grid = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    vertical = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    facts = f'<w:tcW w:w="{width * span}" w:type="dxa"/>{grid}{vertical}'
    return f"<w:tc><w:tcPr>{facts}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, head: bool = False) -> str:
    """A table row."""
    facts = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tr>{facts}{''.join(one if one.startswith('<') else cell(one) for one in cells)}</w:tr>"


def table(*rows: str, columns: int = 3, width: int = 2000) -> str:
    """A table of such rows."""
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    facts = f'<w:tblW w:w="{width * columns}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
    return f"<w:tbl><w:tblPr>{facts}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def control(content: str, title: str) -> str:
    """A content control."""
    facts = f'<w:alias w:val="{title}"/><w:tag w:val="{title}"/><w:id w:val="{len(title) * 7919}"/>'
    return f"<w:sdt><w:sdtPr>{facts}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def field_runs(code: str, result: str) -> str:
    """A field as Word stores it: signs, code and result in runs of their own."""
    signs = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    coded = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return f"{signs[0]}{coded}{signs[1]}{run(result)}{signs[2]}"


def box(*paragraphs: str) -> str:
    """A text box, stored twice as Word does: for new and for old versions."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    shape = (
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="2700000" cy="900000"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    )
    drawing = (
        '<w:drawing><wp:inline><wp:extent cx="2700000" cy="900000"/><wp:docPr id="11" name="Hộp chữ"/>'
        f"{shape}</wp:inline></w:drawing>"
    )
    old = f'<w:pict><v:rect style="width:212pt;height:71pt"><v:textbox>{inside}</v:textbox></v:rect></w:pict>'
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def inserted(text: str, number: int) -> str:
    """Text typed while changes are tracked."""
    return f'<w:ins w:id="{number}" {_WHO}>{run(text)}</w:ins>'


def deleted(text: str, number: int) -> str:
    """Text deleted while changes are tracked."""
    gone = run(text).replace("w:t xml", "w:delText xml").replace("</w:t>", "</w:delText>")
    return f'<w:del w:id="{number}" {_WHO}>{gone}</w:del>'


def section(kinds: Mapping[str, str], *, landscape: bool = False, title: bool = False) -> str:
    """Properties of a section: its headers and footers by «header first», and its page."""
    heads = "".join(
        f'<w:{kind.split()[0]}Reference w:type="{kind.split()[1]}" r:id="{part}"/>'
        for kind, part in kinds.items()
    )
    size = ("16838", "11906", ' w:orient="landscape"') if landscape else ("11906", "16838", "")
    page = f'<w:pgSz w:w="{size[0]}" w:h="{size[1]}"{size[2]}/>'
    margins = (
        '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="720" w:footer="720"/>'
    )
    return f"{heads}{page}{margins}{'<w:titlePg/>' if title else ''}"


def nfd(text: str) -> str:
    """As a Mac types it."""
    return unicodedata.normalize("NFD", text)


def _nfd() -> Source:
    return Source(
        body="".join(
            (
                par(nfd("Kính gửi: {{ đơn_vị.tên }}")),
                par(nfd("{% if đơn_vị.tên == 'Phòng GD&ĐT Than Uyên' %}"), nfd("đúng{% endif %} tên")),
                par(nfd("{% for xã in đơn_vị.các_xã %}")),
                par(nfd("- {{ xã | in_hoa }}")),
                par("{% endfor %}"),
                par(nfd("{{ đơn_"), run(nfd("vị.đường }}"), bold=True), nfd(" – “{{ “trích” }}”")),
            )
        )
    )


def _changes() -> Source:
    return Source(
        body="".join(
            (
                par("Đơn vị {{ ten_", deleted("cu", 1), inserted("moi", 2), " }} nộp."),
                par(inserted("Thêm: {{ ten }}", 3), deleted(" Bỏ: {{ ten }}", 4), run(" hết", italic=True)),
                par(inserted("{% for x in ds %}", 5), "{{ x.ten }}; ", inserted("{% endfor %}", 6), "hết"),
                par(inserted("{% if co %}", 7)),
                par(run("Có đậm {{ ten }}", bold=True)),
                par(inserted("{% endif %}", 8)),
            )
        )
    )


def _comments() -> Source:
    start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    sign = '<w:r><w:commentReference w:id="0"/></w:r>'
    words = par("Xem lại chỗ này {{ x }}")
    remark = f'<w:comment w:id="0" {_WHO} w:initials="VP">{words}</w:comment>'
    return Source(
        body="".join(
            (
                par("Trước ", start, "{{ ten }}", end, sign, " sau"),
                par("{% for x in ds %}"),
                par("{{ loop.index }}. ", run("{{ x.ten }}", bold=True)),
                par("{% endfor %}"),
            )
        ),
        parts={"comments": f"<w:comments {NAMES}>{remark}</w:comments>"},
    )


def _boxes() -> Source:
    inside = (
        par("Hộp: ", run("{{ ten }}", bold=True)),
        par("{% for x in ds %}"),
        par("• {{ x.ten }}"),
        par("{% endfor %}"),
    )
    return Source(body=par("Ngoài {{ ten }}") + par(box(*inside)) + par("Sau hộp: {{ so }}"))


def _notes() -> Source:
    def notes(kind: str, text: str) -> str:
        separators = "".join(
            f'<w:{kind} w:id="{number}" w:type="{name}"><w:p><w:r><w:{sign}/></w:r></w:p></w:{kind}>'
            for number, name, sign in (
                (0, "separator", "separator"),
                (1, "continuationSeparator", "continuationSeparator"),
            )
        )
        one = f'<w:{kind} w:id="2">{par(f"<w:r><w:{kind}Ref/></w:r>", text)}</w:{kind}>'
        return f"<w:{kind}s {NAMES}>{separators}{one}</w:{kind}s>"

    return Source(
        body="".join(
            (
                par("Có cước chú {{ ten }}", '<w:r><w:footnoteReference w:id="2"/></w:r>', " và"),
                par("chú thích cuối", '<w:r><w:endnoteReference w:id="2"/></w:r>', " {{ so }}"),
            )
        ),
        parts={
            "footnotes": notes("footnote", " Theo {{ ten }}{% if co %}, có{% endif %}."),
            "endnotes": notes("endnote", " Tổng {{ so }}: {% for x in ds %}{{ x.ten }}; {% endfor %}"),
        },
    )


def _tables() -> Source:
    inner = table(
        row(cell("{% for y in x.xa %}", width=900), cell("", width=900)),
        row(cell("{{ loop.index }}", width=900), cell(par(run("{{ y }}", italic=True)), width=900)),
        row(cell("{% endfor %}", width=900), cell("", width=900)),
        columns=2,
        width=900,
    )
    return Source(
        body="".join(
            (
                table(
                    row(cell("Đơn vị", merge="restart"), cell("Kết quả", span=2), head=True),
                    row(cell("", merge="continue"), "Số bài", "Xã", head=True),
                    row(cell("{% for x in ds %}", span=3)),
                    row(
                        cell(par(run("{{ x.ten }}", bold=True)), merge="restart"),
                        "{{ x.so }}",
                        cell(inner + par("")),
                    ),
                    row(cell("", merge="continue"), cell("Cộng {{ x.xa | length }}", span=2)),
                    row(cell("{% endfor %}", span=3)),
                    row(cell(par(run("Tổng", bold=True)), span=2), "{{ ds | sum('so') }}"),
                ),
                par("Theo cột:"),
                table(
                    row("Tên", "{%tc for x in ds %}", "{{ x.ten }}", "{%tc endfor %}", "Hết"),
                    columns=5,
                    width=1200,
                ),
                par(""),
            )
        )
    )


def _controls() -> Source:
    each = control(row("{{ x.ten }}", control(cell("{{ x.so }}"), "mot-o"), "c"), "mot-dong")
    return Source(
        body="".join(
            (
                par("Trong dòng: ", control(run("{{ ten }}", bold=True), "trong-dong"), " xong"),
                control(par("Cả đoạn: {{ so }}") + par("và {{ ten }}"), "ca-doan"),
                table(row("{% for x in ds %}", "", ""), each, row("{% endfor %}", "", "")),
                par("{% if khong %}") + control(par("không in"), "bo-di") + par("{% endif %}"),
                par("hết"),
            )
        )
    )


def _fields() -> Source:
    simple = f'<w:fldSimple w:instr=" NUMPAGES ">{run("1")}</w:fldSimple>'
    link = f'<w:hyperlink w:anchor="dau">{run("tới {{ ten }}")}</w:hyperlink>'
    mark = '<w:bookmarkStart w:id="1" w:name="dau"/>', '<w:bookmarkEnd w:id="1"/>'
    return Source(
        body="".join(
            (
                par("Trang ", field_runs("PAGE", "1"), "/", simple, " của {{ ten }}"),
                par(mark[0], "Đích {{ so }}", mark[1]),
                par("{% for x in ds %}"),
                par("{{ x.ten }} trang ", field_runs("PAGE", "1"), ", ", link),
                par("{% endfor %}"),
                par("{% if co %}"),
                par(field_runs("REF dau", "Đích {{ so }}")),
                par("{% endif %}"),
            )
        )
    )


def _sections() -> Source:
    first = {"header first": "header1", "header default": "header2", "header even": "header3"}
    second = {"header default": "header4", "footer default": "footer1"}
    heads = {
        "header1": "Trang đầu {{ ten }}",
        "header2": "Trang lẻ {{ ten }}",
        "header3": "Trang chẵn {{ ten }}",
        "header4": "Phần hai {% if co %}{{ ten }}{% endif %}",
    }
    parts = {name: f"<w:hdr {NAMES}>{par(text)}</w:hdr>" for name, text in heads.items()}
    parts["footer1"] = (
        f"<w:ftr {NAMES}>{par('{% for x in ds %}')}{par('{{ x.ten }}')}{par('{% endfor %}')}</w:ftr>"
    )
    last_of_first = f"<w:pPr><w:sectPr>{section(first, title=True)}</w:sectPr></w:pPr>"
    return Source(
        body="".join(
            (
                par("Phần một {{ ten }}"),
                par("{% if co %}"),
                par("có"),
                par("{% endif %}"),
                par('<w:r><w:br w:type="page"/></w:r>', "hai"),
                par('<w:r><w:br w:type="page"/></w:r>', "ba"),
                par(last_of_first, "Cuối phần một"),
                table(
                    row("{% for x in ds %}", "", ""),
                    row("{{ x.ten }}", "{{ x.so }}", ""),
                    row("{% endfor %}", "", ""),
                ),
                par("Hết {{ so }}"),
            )
        ),
        parts=parts,
        section=section(second, landscape=True),
        even=True,
    )


def _faces() -> Source:
    return Source(
        body="".join(
            (
                par(
                    run("{{ t", bold=True),
                    run("en }}", italic=True),
                    run(" thường {"),
                    run("{ so }"),
                    run("}", bold=True),
                ),
                par(
                    "a",
                    run("{% if co %}", italic=True),
                    run("đậm ", bold=True),
                    run("nghiêng {{ ten }}", italic=True),
                    "{% endif %}b",
                ),
                par(
                    "{% for x in ds %}",
                    run("{{ x.ten }}", bold=True),
                    "{% if not loop.last %}, {% endif %}{% endfor %}.",
                ),
                par("{{ nhieu_dong }}"),
                par("{{ doan | runs }}"),
                par("Tab:", "<w:r><w:tab/></w:r>", "{{ so }}", "<w:r><w:br/></w:r>", "{{ ten }}"),
            )
        )
    )


SOURCES: Mapping[str, Callable[[], Source]] = {
    "nfd": _nfd,
    "sua-doi": _changes,
    "nhan-xet": _comments,
    "hop-chu": _boxes,
    "cuoc-chu": _notes,
    "bang": _tables,
    "o-nhap": _controls,
    "truong": _fields,
    "phan-trang": _sections,
    "chu": _faces,
}
"""By name: templates in which one thing of Word's meets tags."""
