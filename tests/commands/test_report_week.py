"""``report tom-tat-tuan``: one page for the director, whatever happened in the week."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from support.forms.word_forms import ROOT
from support.papers.docx_text import docx_text
from support.runs.programs import needed_program
from support.years.second_plan import call

SAMPLE = ROOT / "examples" / "2020-2021"
PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """The sample year in which nobody outside has sent the year's report: nearly all are late."""
    root = copytree(SAMPLE, tmp_path / "nam")
    for path in (root / "data" / "submissions").glob("*/bao-cao-nam@*.yaml"):
        path.unlink()
    return root


def test_many_late_units_are_counted_and_a_few_are_named(year: Path) -> None:
    done = call("-C", str(year), "report", "tom-tat-tuan", "--as-of", "2021-06-01")
    assert done.returncode == 0, done.stderr
    text = docx_text((year / "out" / "tom-tat-tuan.docx").read_bytes())
    assert "30 đơn vị ngoài cơ quan còn 30 nội dung quá hạn" in text
    assert "(2 ngày) và 27 đơn vị khác." in text


@pytest.mark.parametrize("day", ["2020-09-10", "2021-03-25", "2021-06-01"])
def test_it_is_one_page(year: Path, day: str) -> None:
    office = needed_program("soffice", package="libreoffice-writer-nogui")
    call("-C", str(year), "report", "tom-tat-tuan", "--pdf", "--as-of", day, TRUYENTHONG_SOFFICE=str(office))
    assert len(PAGE.findall((year / "out" / "tom-tat-tuan.pdf").read_bytes())) == 1


def test_a_pdf_for_keeping_has_bookmarks_and_a_language(year: Path) -> None:
    office = needed_program("soffice", package="libreoffice-writer-nogui")
    run = ("-C", str(year), "report", "tien-do", "--as-of", "2021-06-01")
    done = call(*run, "--pdf-a", TRUYENTHONG_SOFFICE=str(office))
    assert done.returncode == 0, done.stderr
    data = (year / "out" / "tien-do.pdf").read_bytes()
    assert b"pdfaid:part" in data
    assert b"/Outlines" in data
    assert re.search(rb"/Lang\s*\(vi-VN\)", data)


def test_an_earlier_year_is_compared_with_where_it_is_given(year: Path, tmp_path: Path) -> None:
    earlier = copytree(SAMPLE, tmp_path / "nam-truoc")
    paths = [*(earlier / "data").glob("*.yaml"), *(earlier / "data").rglob("*/*.yaml")]
    for path in paths:
        text = path.read_text(encoding="utf-8")
        for new, old in (("2020", "2019"), ("2021", "2020")):
            text = re.sub(rf"\b{new}\b", old, text)
        path.write_text(text, encoding="utf-8")
    for path in [*(earlier / "data").rglob("*@*.yaml")]:
        name = path.name.replace("2020", "2019").replace("2021", "2020")
        path.rename(path.with_name(name))
    out = tmp_path / "ra"
    run = ("-C", str(year), "report", "tom-tat-tuan", "--as-of", "2021-06-01", "--out", str(out))
    done = call(*run, "--compare", str(earlier))
    assert done.returncode == 0, done.stderr
    text = docx_text((out / "tom-tat-tuan.docx").read_bytes())
    assert "cùng tuần năm học 2019-2020" in text
    assert re.search(r"\| Văn bản các đơn vị gửi đến \| \d+ \| \d+ \| \d+ \|", text)
