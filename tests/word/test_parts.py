"""Headers, footers, notes, boxes and properties: filled like the body, and their faults placed."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import pytest
from docx import Document
from docx.enum.section import WD_HEADER_FOOTER

from truyenthong.word.render import DocProperties, Rendered, render
from truyenthong.word.template import load_template

Pack = Callable[..., bytes]
Text = Callable[..., str]
Fill = Callable[..., Rendered]
PartOf = Callable[..., str]
NAME = "Phòng GD&ĐT Tam Đường"
_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SHAPES = {
    "word/header1.xml": "<w:hdr {ns}>{p}</w:hdr>",
    "word/header2.xml": "<w:hdr {ns}>{p}</w:hdr>",
    "word/footer1.xml": "<w:ftr {ns}>{p}</w:ftr>",
    "word/footnotes.xml": '<w:footnotes {ns}><w:footnote w:id="2">{p}</w:footnote></w:footnotes>',
    "word/endnotes.xml": '<w:endnotes {ns}><w:endnote w:id="2">{p}</w:endnote></w:endnotes>',
}


def _parts(paragraph: str) -> Mapping[str, str]:
    return {name: shape.format(ns=_NS, p=paragraph) for name, shape in _SHAPES.items()}


@pytest.mark.parametrize("name", _SHAPES)
def test_every_part_is_filled_and_escaped(
    pack: Pack, p: Text, fill_package: Fill, part: PartOf, name: str
) -> None:
    done = fill_package(pack(p("a"), extra=_parts(p("{{ ten }}"))), ten=NAME)
    assert ">Phòng GD&amp;ĐT Tam Đường</w:t>" in part(done, name)
    assert done.problems == ()


@pytest.mark.parametrize(
    ("name", "spot"),
    [
        ("word/header1.xml", "đầu trang 1, đoạn 1"),
        ("word/header2.xml", "đầu trang 2, đoạn 1"),
        ("word/footer1.xml", "chân trang 1, đoạn 1"),
        ("word/footnotes.xml", "cước chú, cước chú 1, đoạn 1"),
        ("word/endnotes.xml", "chú thích cuối, chú thích 1, đoạn 1"),
    ],
)
def test_faults_of_all_parts_come_in_one_run(pack: Pack, p: Text, name: str, spot: str) -> None:
    found = load_template(pack(p("{{ a b }}"), extra=_parts(p("{{ c d }}"))), name="a").problems
    assert len(found) == 6
    (one,) = (one for one in found if one.part == name[5:-4])
    assert (one.code, one.spot, one.tag) == ("TT403", spot, "{{ c d }}")


def test_a_first_page_header_is_filled(fill_package: Fill) -> None:
    made = Document()
    section = made.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "{{ ten }} trang đầu"
    section.header.paragraphs[0].text = "{{ ten }} trang sau"
    data = io.BytesIO()
    made.save(data)
    done = fill_package(data.getvalue(), ten=NAME)
    assert done.data is not None
    again = Document(io.BytesIO(done.data)).sections[0]
    assert again.first_page_header.paragraphs[0].text == f"{NAME} trang đầu"
    assert again.header.paragraphs[0].text == f"{NAME} trang sau"
    assert WD_HEADER_FOOTER.FIRST_PAGE in WD_HEADER_FOOTER


def test_the_title_is_filled_and_escaped_once(pack: Pack, p: Text, fill_package: Fill) -> None:
    done = fill_package(pack(p("a"), title="Báo cáo của {{ ten }}"), ten=NAME)
    assert done.data is not None
    assert Document(io.BytesIO(done.data)).core_properties.title == f"Báo cáo của {NAME}"


def test_properties_replace_what_the_template_says(pack: Pack, p: Text) -> None:
    template = load_template(pack(p("a"), title="{{ ten }}"), name="a")
    when = datetime(2021, 6, 1, 1, 2, 3, tzinfo=UTC)
    given = DocProperties(title="GD&ĐT <1>", author="Sở GD&ĐT\x0b", subject="s", keywords="k", created=when)
    done = render(template, {"ten": "x"}, properties=given)
    assert done.data is not None
    core = Document(io.BytesIO(done.data)).core_properties
    assert (core.title, core.author, core.last_modified_by) == ("GD&ĐT <1>", "Sở GD&ĐT", "Sở GD&ĐT")
    assert (core.subject, core.keywords) == ("s", "k")
    assert core.created == core.modified == when.replace(tzinfo=core.created.tzinfo if core.created else None)


def test_a_fault_in_a_property_is_placed(pack: Pack, p: Text) -> None:
    (one,) = load_template(pack(p("a"), title="{{ a b }}"), name="a").problems
    assert (one.part, one.spot) == ("core", "thuộc tính tài liệu, mục title")


def test_a_loop_in_a_property(pack: Pack, p: Text, fill_package: Fill) -> None:
    title = "{% for x in ds %}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}"
    done = fill_package(pack(p("a"), title=title), ds=["A&B", "C"])
    assert done.data is not None
    assert Document(io.BytesIO(done.data)).core_properties.title == "A&B, C"


def test_a_text_box_of_its_own_paragraphs_and_loops(fill: Fill, p: Text, part: PartOf) -> None:
    inside = p("{% for x in ds %}") + p("{{ x }}") + p("{% endfor %}")
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict></w:r>"
    xml = part(fill(p("a {{ ngoai }}", box), ds=["GD&ĐT", "b"], ngoai="N"))
    assert "GD&amp;ĐT" in xml
    assert xml.count("<w:p>") == 3


def test_an_emptied_text_box_keeps_a_paragraph(fill: Fill, p: Text, part: PartOf) -> None:
    inside = p("{% if co %}") + p("x") + p("{% endif %}")
    box = f"<w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r>"
    assert "<w:txbxContent><w:p/></w:txbxContent>" in part(fill(p("a", box), co=False))


def test_a_tag_opened_in_the_body_is_not_closed_in_a_header(pack: Pack, p: Text) -> None:
    data = pack(p("a{% if x %}"), extra={"word/header1.xml": f"<w:hdr {_NS}>{p('a{% endif %}')}</w:hdr>"})
    assert [(one.code, one.part) for one in load_template(data, name="a").problems] == [
        ("TT406", "document"),
        ("TT406", "header1"),
    ]
