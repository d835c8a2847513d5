"""The manual for users: its pages, their links, the reference of commands; what the search looks through."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import make_site
from support.years.second_plan import REPOSITORY, call

PAGES = make_site.pages()


def test_every_page_of_the_manual_is_listed() -> None:
    """What docs/README.md offers to users stands in the manual too."""
    offered = (REPOSITORY / "docs/README.md").read_text(encoding="utf-8").split("## Cho người viết tiếp")[0]
    wanted = set(re.findall(r"\]\(([a-z-]+\.md)\)", offered))
    assert wanted
    assert wanted <= set(PAGES)


def test_links_lead_to_pages_and_pictures_that_are_there() -> None:
    for name, text in PAGES.items():
        for target in re.findall(r"\]\(([^)\s]+)\)", text):
            path = target.partition("#")[0]
            there = path in PAGES or (REPOSITORY / "docs" / path).is_file()
            assert there or re.match(r"[a-z]+:|$", path), (name, target)


def test_every_command_is_told_as_its_own_help_tells_it() -> None:
    reference = PAGES["cac-lenh.md"]
    for words in (("status",), ("record", "confirm", "unit"), ("docs",)):
        assert f"## truyenthong {' '.join(words)}\n" in reference
        assert call(*words, "--help").stdout.strip() in reference


def test_the_search_knows_each_part_with_its_place() -> None:
    parser = make_site.Parts("trang.html")
    parser.feed(
        "<nav><h2>Bỏ qua</h2></nav><article><h1 id='dau'>Đơn <b>vị</b></h1><p>Gửi\n báo cáo</p>"
        "<h2 id='han'>Hạn nộp</h2><p>Ngày cuối</p></article><p>Chân trang</p>"
    )
    assert [*parser.told()] == [
        {"to": "trang.html#dau", "title": "Đơn vị", "text": "Gửi báo cáo", "page": "Đơn vị"},
        {"to": "trang.html#han", "title": "Hạn nộp", "text": "Ngày cuối", "page": "Đơn vị"},
    ]


def test_the_command_names_the_page_or_where_it_comes_from() -> None:
    told = call("docs", "--path")
    if (make_site.SITE / "index.html").is_file():
        assert Path(told.stdout.strip()) == make_site.SITE / "index.html"
    else:
        assert told.returncode == 3
        assert "make site" in told.stderr


@pytest.mark.skipif(not (make_site.SITE / "index.html").is_file(), reason="make site was not run here")
def test_the_site_calls_no_other_server() -> None:
    for page in make_site.SITE.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"<(script|link|img)[^>]*(src|href)=\"?https?:", text), page.name
