"""Pictures whose alternative text holds a tag: kinds, sizes, parts, faults."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from docx import Document

from support.templates.charts import A, drawn_package, files_of, jpeg, picture_frame, png, tree
from truyenthong.word.render import DocProperties, Rendered, render
from truyenthong.word.running.values import PlainValue
from truyenthong.word.template import load_template

PROPERTIES = DocProperties(created=datetime(2021, 6, 1, tzinfo=UTC))
TAG = "{{ logo }}"


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def text(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def package(body: str) -> bytes:
    return drawn_package(body, charts={})


def fill(body: str, /, **context: PlainValue) -> Rendered:
    return render(load_template(package(body), name="thu.docx"), context, properties=PROPERTIES)


def files(body: str, /, **context: PlainValue) -> dict[str, bytes]:
    done = fill(body, **context)
    assert done.problems == ()
    return files_of(done.data)


def fault(body: str, /, **context: PlainValue) -> tuple[str, str]:
    done = fill(body, **context)
    assert done.data is None
    (one,) = done.problems
    return one.code, one.message


def sizes(made: dict[str, bytes]) -> set[tuple[str | None, str | None]]:
    document = tree(made, "word/document.xml")
    return {(one.get("cx"), one.get("cy")) for one in document.iter("{*}extent", f"{A}ext")} - {(None, None)}


@pytest.mark.parametrize(
    ("data", "name"), [(png(200, 100), "image2.png"), (jpeg(200, 100), "image1.jpeg")], ids=["png", "jpeg"]
)
def test_a_picture_takes_the_place_of_the_one_in_the_template(data: bytes, name: str) -> None:
    made = files(p(picture_frame(TAG)), logo={"anh": data, "mo_ta": "Logo  của Sở"})
    assert made[f"word/media/{name}"] == data
    document = tree(made, "word/document.xml")
    assert [one.get("descr") for one in document.iter("{*}docPr")] == ["Logo của Sở"]
    key = next(one.values() for one in document.iter(f"{A}blip"))[0]
    relations = {one.get("Id"): one.get("Target") for one in tree(made, "word/_rels/document.xml.rels")}
    assert relations[str(key)] == f"media/{name}"
    assert f"image/{name.rpartition('.')[2]}" in made["[Content_Types].xml"].decode()


def test_the_width_of_the_frame_stays_and_its_height_follows_the_picture() -> None:
    made = files(p(picture_frame(TAG)), logo={"anh": png(300, 200)})
    assert sizes(made) == {("1080000", "720000")}


def test_a_picture_higher_than_a_page_is_made_smaller_as_a_whole() -> None:
    made = files(p(picture_frame(TAG)), logo={"anh": png(10, 1000)})
    assert sizes(made) == {("92520", "9252000")}


def test_looks_of_the_old_picture_go_with_it() -> None:
    made = files(p(picture_frame(TAG, crop='<a:srcRect l="10000"/>')), logo={"anh": png(3, 1)})
    assert b"srcRect" not in made["word/document.xml"]
    assert not len(next(tree(made, "word/document.xml").iter(f"{A}blip")))
    assert "word/media/image1.png" not in made


def test_the_second_alternative_text_inside_of_the_picture_is_the_same() -> None:
    made = files(p(picture_frame(TAG, inner=TAG)), logo={"anh": png(3, 1), "mo_ta": "Chữ ký"})
    assert made["word/document.xml"].decode().count('descr="Chữ ký"') == 2


def test_the_bytes_alone_are_a_picture_too() -> None:
    made = files(p(picture_frame("{{ logo.anh }}")), logo={"anh": png(3, 1)})
    assert b'descr="H' in made["word/document.xml"]


@pytest.mark.parametrize("value", [None, {"anh": None}, {"anh": None, "mo_ta": "x"}])
def test_no_picture_takes_the_frame_away(value: PlainValue) -> None:
    made = files(p(text("Trên"), picture_frame(TAG), text("dưới")), logo=value)
    assert b"drawing>" not in made["word/document.xml"]
    assert not [name for name in made if "media" in name]
    done = Document(io.BytesIO(fill(p(text("a"), picture_frame(TAG)), logo=value).data or b""))
    assert [one.text for one in done.paragraphs] == ["a"]


def test_a_name_that_may_be_missing() -> None:
    made = files(p(picture_frame("{{ logo | default(none) }}")))
    assert b"drawing>" not in made["word/document.xml"]


def test_a_missing_name_is_told_at_the_picture() -> None:
    done = fill(p(picture_frame("{{ lgo }}")), logo=None)
    (one,) = done.problems
    assert (one.code, one.spot) == ("TT410", "phần thân, đoạn 1, hình «Hình 1»")
    assert one.hint == "có phải «logo»?"


def test_the_same_picture_is_stored_once() -> None:
    body = p(text("{% for x in range(3) %}")) + p(picture_frame(TAG)) + p(text("{% endfor %}"))
    made = files(body, logo={"anh": png(5, 5)})
    assert [name for name in made if "media" in name] == ["word/media/image2.png"]
    assert len(Document(io.BytesIO(fill(body, logo={"anh": png(5, 5)}).data or b"")).inline_shapes) == 3


@pytest.mark.parametrize(
    ("value", "code", "message"),
    [
        ({"anh": b"GIF89a"}, "TT420", "tệp hình không phải là PNG hoặc JPEG"),
        ({"anh": b""}, "TT420", "tệp hình không phải là PNG hoặc JPEG"),
        ({"anh": b"<svg/>"}, "TT420", "tệp hình không phải là PNG hoặc JPEG"),
        ({"anh": png(3, 1)[:-20]}, "TT420", "tệp hình bị hỏng"),
        ({"anh": png(3, 1).replace(b"\0\0\0\x03", b"\0\0\0\x04")}, "TT420", "tệp hình bị hỏng"),
        ({"anh": png(3, 0)}, "TT420", "tệp hình bị hỏng"),
        ({"anh": jpeg(3, 1)[:12]}, "TT420", "tệp hình bị hỏng"),
        ({"anh": b"\xff\xd8\xff\xda" + b"\0" * 20}, "TT420", "tệp hình bị hỏng"),
        ({"anh": jpeg(20_001, 1)}, "TT412", "thẻ làm ra thứ quá lớn: hình 20001 × 1 điểm ảnh"),
        ({"anh": "logo.png"}, "TT420", "«anh» của hình phải là nội dung tệp hình nhưng là chữ"),
        ({"anh": png(3, 1), "mo_ta": [1]}, "TT420", "«mo_ta» của hình phải là chữ nhưng là danh sách"),
        ({"nhom": [], "day": []}, "TT420", "hình cần nội dung tệp hình"),
        ({"anh": b"\0" * 10_000_001}, "TT414", "hình lớn quá 10.000.000 byte"),
    ],
)
def test_what_is_no_picture_is_told(value: PlainValue, code: str, message: str) -> None:
    found = fault(p(picture_frame(TAG)), logo=value)
    assert found[0] == code
    assert message in found[1]


@pytest.mark.parametrize(
    "tag",
    [
        *("{{ logo.anh }}", "{{ logo.anh ~ 'x' }}", "{{ logo.anh | upper }}", "{{ logo.anh[0] }}"),
        *(
            "{{ logo.anh * 3 }}",
            "{{ '%s' % logo.anh }}",
            "{{ logo.anh.data }}",
            "{{ '{}'.format(logo.anh) }}",
        ),
        *("{% for x in logo.anh %}{{ x }}{% endfor %}", "{{ logo.anh < 'x' }}", "{{ logo.anh | length }}"),
        *("{{ logo.anh.hex() }}", "{{ logo.anh.__class__ }}", "{{ [logo.anh] | join }}"),
    ],
)
def test_a_template_does_nothing_with_the_bytes(tag: str) -> None:
    found = fault(p(text(tag.replace("<", "&lt;"))), logo={"anh": png(3, 1)})
    assert found[0] in {"TT404", "TT405", "TT410", "TT411"}


SHAPE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="3" name="Hộp 1" descr="{{ logo }}"/><a:graphic><a:graphicData>'
    "<wps:wsp/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
OLD = '<w:r><w:pict><v:shape id="Hình cũ" alt="{{ logo }}"/></w:pict></w:r>'
GROUPED = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="3" name="Nhóm" descr=""/><a:graphic><a:graphicData><wps:wgp>'
    '<pic:pic><pic:nvPicPr><pic:cNvPr id="4" name="Hình trong" descr="{{ logo }}"/></pic:nvPicPr></pic:pic>'
    "</wps:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


@pytest.mark.parametrize("frame", [SHAPE, OLD, GROUPED])
def test_tags_at_other_drawings_are_told(frame: str) -> None:
    (one,) = load_template(package(p(frame)), name="a").problems
    assert (one.code, one.tag) == ("TT417", "{{ logo }}")
    assert "không gộp nhóm" in (one.hint or "")


def test_a_tag_in_the_title_of_the_alternative_text_is_told() -> None:
    frame = picture_frame("").replace('descr=""', 'descr="" title="{{ logo }}"', 1)
    (one,) = load_template(package(p(frame)), name="a").problems
    assert (one.code, one.hint) == ("TT417", "chuyển thẻ sang ô «Mô tả» (Description)")


def test_braces_that_are_no_tag_are_left_alone() -> None:
    for words in ("{ngoặc}", "Tập hợp {1; 2}"):
        made = files(p(SHAPE.replace("{{ logo }}", words), picture_frame(words)))
        assert made["word/document.xml"].decode().count(f'descr="{words}"') == 2


def test_sizes_relative_to_the_page_give_way() -> None:
    relative = (
        '<wp14:sizeRelV xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"/>'
        "</wp:inline>"
    )
    made = files(p(picture_frame(TAG).replace("</wp:inline>", relative)), logo={"anh": png(3, 1)})
    assert b"sizeRelV" not in made["word/document.xml"]


def test_a_frame_without_a_size_gets_one() -> None:
    bare = picture_frame(TAG).replace('<wp:extent cx="1080000" cy="360000"/>', "")
    made = files(p(bare), logo={"anh": png(2, 1)})
    assert sizes(made) == {("3600000", "1800000")}


def test_a_tag_at_a_picture_without_a_frame_is_told() -> None:
    inner = '<pic:cNvPr id="1" name="a" descr="{{ logo }}"/>'
    loose = f"<w:r><w:pict><pic:pic><pic:nvPicPr>{inner}</pic:nvPicPr></pic:pic></w:pict></w:r>"
    (one,) = load_template(package(p(loose)), name="a").problems
    assert one.code == "TT417"
