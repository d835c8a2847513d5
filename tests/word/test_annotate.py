"""A copy of a template with a Word comment at each of its faults."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from docx import Document
from lxml import etree

from support.templates.charts import chart_frame, drawn_package, files_of, tree
from truyenthong.ooxml.archive import ArchiveError
from truyenthong.word.annotate import annotate
from truyenthong.word.check import check_template
from truyenthong.word.fields import FieldKind, TemplateField
from truyenthong.word.problems import Problem
from truyenthong.word.template import load_template

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOMENT = datetime(2021, 6, 1, 8, 30, tzinfo=UTC)
FIELDS = {"ten": TemplateField(kind=FieldKind.TEXT, sentence="")}
Pack = Callable[..., bytes]
Text = Callable[..., str]


def annotated(data: bytes) -> dict[str, bytes]:
    return files_of(annotate(data, faults(data), moment=MOMENT))


def faults(data: bytes) -> tuple[Problem, ...]:
    return check_template(load_template(data, name="thu.docx"), FIELDS)


def comments(made: dict[str, bytes], name: str = "word/comments.xml") -> list[str]:
    return [
        "\n".join("".join(map(str, line.itertext())) for line in one.iter(f"{W}p"))
        for one in tree(made, name).iter(f"{W}comment")
    ]


def marked(made: dict[str, bytes]) -> dict[str, str]:
    """The text between the two ends of each comment, by its id."""
    found: dict[str, str] = {}
    open_ones: set[str] = set()
    for one in tree(made, "word/document.xml").iter():
        number = one.get(f"{W}id") or ""
        if one.tag == f"{W}commentRangeStart":
            open_ones.add(number)
            found[number] = ""
        elif one.tag == f"{W}commentRangeEnd":
            open_ones.discard(number)
        elif one.tag == f"{W}t":
            for each in open_ones:
                found[each] += one.text or ""
    assert not open_ones
    return found


def test_a_comment_stands_at_the_tag_and_nowhere_else(pack: Pack, p: Text) -> None:
    made = annotated(pack(p("Trước {{ tem }} giữa {{ ten }} sau {{ ten | x }}")))
    assert list(marked(made).values()) == ["{{ tem }}", "{{ ten | x }}"]
    told = sorted(comments(made))
    assert told[0].startswith("Lỗi TT405: ")
    assert told[1] == "Lỗi TT410: không có tên «tem» trong số liệu của báo cáo.\nCách sửa: có phải «ten»?"


def test_a_tag_in_pieces_is_marked_whole_and_keeps_its_looks(pack: Pack, p: Text) -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>a {</w:t></w:r>"
    made = annotated(pack(p(bold, "{ te", "m }} b")))
    assert marked(made) == {"0": "{{ tem }}"}
    document = tree(made, "word/document.xml")
    assert "".join(str(one.text) for one in document.iter(f"{W}t")) == "a {{ tem }} b"
    assert [one.getparent().getparent().findtext(f"{W}t") for one in document.iter(f"{W}b")] == ["a ", "{"]  # type: ignore[union-attr] # found below a run


def test_who_wrote_it_and_when(pack: Pack, p: Text) -> None:
    made = annotated(pack(p("{{ tem }}")))
    (one,) = tree(made, "word/comments.xml")
    assert (one.get(f"{W}author"), one.get(f"{W}date")) == ("truyenthong", "2021-06-01T08:30:00Z")
    relations = [one.get("Target") for one in tree(made, "word/_rels/document.xml.rels")]
    assert relations == ["comments.xml"]
    assert "wordprocessingml.comments+xml" in made["[Content_Types].xml"].decode()


def test_the_copy_opens_and_is_the_same_each_time(pack: Pack, p: Text) -> None:
    data = pack(p("{{ tem }}") + p("{% if ten %}"))
    once = annotate(data, faults(data), moment=MOMENT)
    assert once == annotate(data, faults(data), moment=MOMENT)
    document = Document(io.BytesIO(once))
    assert [one.text for one in document.paragraphs] == ["{{ tem }}", "{% if ten %}"]
    assert [one.author for one in document.comments] == ["truyenthong"] * 2


def test_comments_that_are_there_stay(pack: Pack, p: Text) -> None:
    old = '<w:comment w:id="4" w:author="Chị Hoa"><w:p/></w:comment>'
    own = f'<w:comments xmlns:w="{W[1:-1]}">{old}</w:comments>'
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" '
        'Target="comments.xml"/></Relationships>'
    )
    body = p('<w:commentRangeStart w:id="4"/>', "cũ", '<w:commentRangeEnd w:id="4"/>', " {{ tem }}")
    extra = {"word/comments.xml": own, "word/_rels/document.xml.rels": links}
    made = annotated(pack(body, extra=extra))
    ids = [one.get(f"{W}id") for one in tree(made, "word/comments.xml")]
    assert ids == ["4", "5"]
    assert marked(made) == {"4": "cũ", "5": "{{ tem }}"}


def test_faults_in_a_header_stand_at_the_first_paragraph_and_name_the_place(pack: Pack, p: Text) -> None:
    header = f'<w:hdr xmlns:w="{W[1:-1]}">{p("{{ tem }}")}</w:hdr>'
    made = annotated(pack(p("Đầu") + p("Hai"), extra={"word/header1.xml": header}))
    assert marked(made) == {"0": "Đầu"}
    assert comments(made)[0].startswith("Lỗi TT410 (đầu trang 1, đoạn 1): không có tên «tem»")
    assert "[{{ tem }}]" in comments(made)[0]


def test_faults_in_a_text_box_stand_at_the_paragraph_that_it_hangs_on(pack: Pack, p: Text) -> None:
    box = (
        f"<w:r><w:pict><v:textbox><w:txbxContent>{p('{{ tem }}')}</w:txbxContent></v:textbox></w:pict></w:r>"
    )
    made = annotated(pack(p("Đầu") + p("Có hộp", box)))
    (mark,) = tree(made, "word/document.xml").iter(f"{W}commentRangeStart")
    assert not list(mark.iterancestors(f"{W}txbxContent"))
    assert "hộp chữ" in comments(made)[0]


def test_faults_of_a_chart_stand_at_its_paragraph_and_name_it() -> None:
    made = annotated(
        drawn_package(f"<w:p><w:r><w:t>a</w:t></w:r></w:p><w:p>{chart_frame('{{ tem }}')}</w:p>")
    )
    (mark,) = tree(made, "word/document.xml").iter(f"{W}commentRangeStart")
    following = mark.getnext()
    assert following is not None
    assert list(following.iter("{*}docPr"))
    assert comments(made)[0].startswith("Lỗi TT410 (phần thân, đoạn 2, biểu đồ «Biểu đồ 1»): ")


def test_the_same_tag_twice_in_a_table(pack: Pack, p: Text, tbl: Text) -> None:
    made = annotated(pack(tbl(("{{ tem }}", "{{ tem }}")) + p("")))
    assert list(marked(made).values()) == ["{{ tem }}", "{{ tem }}"]


@pytest.mark.parametrize("body", ["", "<w:p/>", "<w:p><w:pPr/></w:p>"])
def test_an_empty_document_still_takes_a_comment(pack: Pack, p: Text, body: str) -> None:
    header = f'<w:hdr xmlns:w="{W[1:-1]}">{p("{{ tem }}")}</w:hdr>'
    made = annotated(pack(body, extra={"word/header1.xml": header}))
    paragraph = next(tree(made, "word/document.xml").iter(f"{W}p"))
    names = [etree.QName(one).localname for one in paragraph]
    assert names[-3:] == ["commentRangeStart", "commentRangeEnd", "r"]


def test_without_faults_nothing_is_marked(pack: Pack, p: Text) -> None:
    made = annotated(pack(p("{{ ten }}")))
    assert comments(made) == []


def test_a_file_that_cannot_be_opened(pack: Pack) -> None:
    with pytest.raises(ArchiveError):
        annotate(pack("")[:50], (), moment=MOMENT)


def test_a_tag_beside_a_line_break_is_cut_out_alone(pack: Pack, p: Text) -> None:
    run = "<w:r><w:t>a</w:t><w:br/><w:t>{{ tem }}</w:t><w:tab/></w:r>"
    made = annotated(pack(p(run)))
    assert marked(made) == {"0": "{{ tem }}"}
    document = tree(made, "word/document.xml")
    assert len(list(document.iter(f"{W}br"))) == len(list(document.iter(f"{W}tab"))) == 1
