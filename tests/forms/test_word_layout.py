"""Forms are papers: the rules of Nghị định 30 find nothing in them, blank or filled in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from support.forms.word_forms import DOCUMENT, example_requests, request_for, year
from truyenthong.forms.filled import BlankRequest
from truyenthong.forms.word import write_docx
from truyenthong.model.plan import Contact
from truyenthong.nd30 import lint_document
from truyenthong.ooxml.archive import read_archive
from truyenthong.ooxml.xml import Element, W, parse


def codes(request: BlankRequest) -> list[str]:
    return [one.code for one in lint_document(write_docx(request), file="bieu.docx")]


def document(request: BlankRequest) -> Element:
    entry = next(one for one in read_archive(write_docx(request)) if one.name == DOCUMENT)
    return parse(entry.unpack(), DOCUMENT)


def printed(request: BlankRequest) -> str:
    return "\n".join(
        "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
        for paragraph in document(request).iter(f"{W}p")
    )


@pytest.mark.parametrize("duty", tuple(year().plan.obligations_by_code))
def test_a_blank_form_breaks_no_rule(duty: str) -> None:
    inside = duty in {"tong-hop-thang", "tap-huan"}
    request = request_for(duty, unit="van-phong-so" if inside else "pgd-than-uyen")
    assert codes(request) == []
    assert request.unit is not None
    assert codes(replace(request, unit=replace(request.unit, symbol="PGDĐT"), sample=True)) == []


@pytest.mark.parametrize(
    "request_", tuple(example_requests()), ids=lambda one: f"{one.obligation.code}-{one.unit.code}"
)
def test_a_filled_form_breaks_no_rule(request_: BlankRequest) -> None:
    assert codes(request_) == []


def test_the_letterhead_is_the_units_own() -> None:
    text = printed(request_for("bao-cao-nam"))
    assert "UBND HUYỆN THAN UYÊN\nPHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN THAN UYÊN" in text
    assert "Than Uyên, ngày …… tháng …… năm ……" in text
    assert "BÁO CÁO\nKết quả thực hiện công tác truyền thông năm học 2020\u00a0-\u00a02021" in text
    assert "Kính gửi: Sở Giáo dục và Đào tạo tỉnh Lai Châu" in text
    assert "TRƯỞNG PHÒNG" in text


def test_a_school_is_headed_by_its_principal_and_a_room_writes_under_its_agency() -> None:
    assert "HIỆU TRƯỞNG" in printed(request_for("bao-cao-nam", unit="thpt-than-uyen"))
    digest = printed(request_for("tong-hop-thang", unit="van-phong-so"))
    assert "UBND TỈNH LAI CHÂU\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\n" in digest
    assert "Số: ……/BC-SGDĐT" in digest
    assert "Kính gửi: Trung tâm Truyền thông của Bộ GD&ĐT" in digest


def test_a_wide_table_lies_on_a_page_of_its_own() -> None:
    pages = document(request_for("bao-cao-du-luan")).iter(f"{W}pgSz")
    assert [one.get(f"{W}orient") for one in pages] == [None, "landscape", None]


def test_sample_data_is_marked_on_every_page() -> None:
    made = write_docx(replace(request_for("bao-cao-nam"), sample=True))
    heads = [one.unpack().decode() for one in read_archive(made) if "header" in one.name]
    assert len(heads) == 2
    assert all("DỮ LIỆU MẪU" in one for one in heads)


def test_the_foot_says_when_and_where_to_send_it() -> None:
    made = write_docx(replace(request_for("bao-cao-nam"), deadline="chậm nhất ngày 30/5/2021"))
    first, other = [one.unpack().decode() for one in read_archive(made) if "footer" in one.name]
    assert "Hạn gửi: chậm nhất ngày 30/5/2021. Điền xong, lưu tệp và gửi tệp này về vp.sogddt" in first
    line = "Biểu: bao-cao-nam | 2020-2021 | pgd-than-uyen | ket-qua-nam.1 | "
    assert line in first
    assert line in other


def test_without_an_address_the_foot_names_none() -> None:
    request = request_for("bao-cao-nam")
    made = write_docx(replace(request, plan=replace(request.plan, contact=Contact())))
    assert not any("gửi tệp này về" in one.unpack().decode() for one in read_archive(made))


def test_controls_have_titles_kinds_and_different_numbers() -> None:
    root = document(request_for("bao-cao-du-luan"))
    numbers = [one.get(f"{W}val") for one in root.iter(f"{W}id")]
    assert len(numbers) == len(set(numbers)) > 30
    xml = etree.tostring(root, encoding="unicode")
    assert '<w:alias w:val="Nguồn (bắt buộc)"/>' in xml
    assert '<w:alias w:val="Sắc thái"/>' in xml
    assert max(len(one.get(f"{W}val") or "") for one in root.iter(f"{W}alias", f"{W}tag")) <= 64
    assert '<w:listItem w:displayText="Báo, đài" w:value="bao-chi"/>' in xml
    assert '<w:dateFormat w:val="d/M/yyyy"/><w:lid w:val="vi-VN"/>' in xml
    assert xml.count("<w15:repeatingSection/>") == 1
    assert xml.count("<w15:repeatingSectionItem/>") == 2
    assert "<w:tblHeader/>" in xml
    assert "<w14:checkbox>" in xml
    assert '<w:dropDownList><w:listItem w:value="(chọn)"/>' in xml


def test_choices_of_topics_and_units_come_from_the_plan() -> None:
    xml = etree.tostring(document(request_for("tong-hop-thang", unit="van-phong-so")), encoding="unicode")
    assert 'w:value="pgd-than-uyen"' in xml
    assert 'w:value="ii-2-a"' in etree.tostring(document(request_for("bao-cao-nam")), encoding="unicode")
