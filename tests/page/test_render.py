"""The page as bytes: one file that asks for nothing, with whatever people have typed as text."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

from support.years.small_year import small_input
from truyenthong.model.units import Roster
from truyenthong.page.render import render_page
from truyenthong.views.page import Doubts, page_view
from truyenthong.views.subject import ViewInput


def page(given: ViewInput | None = None, *, full: bool = False) -> str:
    return render_page(page_view(given or small_input(), Doubts(), full=full)).decode()


def test_the_same_view_gives_the_same_bytes() -> None:
    assert page() == page()


def test_nothing_is_asked_for_from_elsewhere() -> None:
    text = page()
    assert re.findall(r'(?:src|href)="([^"]*)"', text) == ["data:,", "#bang"]
    assert "url(" not in text
    assert "@import" not in text
    assert re.findall(r"https?:", text) == []


def test_only_its_own_script_may_run() -> None:
    text = page()
    script = text.partition("<script>")[2].partition("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in text
    assert "default-src 'none'" in text
    assert text.count("<script") == 1
    assert not re.search(r'\son\w+="', text), "no handler stands in a tag"


def test_what_somebody_typed_is_text_and_no_mark_up() -> None:
    given = small_input()
    evil = "<script>alert(1)</script>\"'&"
    units = tuple(replace(one, name=evil + one.code, short_name=evil) for one in given.roster.units)
    names = {one.code: one for one in units}
    rows = tuple(replace(row, unit=names[row.unit.code]) for row in given.progress.rows)
    told = replace(
        given,
        roster=Roster(kinds=given.roster.kinds, units=units),
        progress=replace(given.progress, rows=rows),
    )
    text = page(told, full=True)
    assert "alert(1)" in text
    assert "<script>alert" not in text
    assert text.count("<script") == 1


def test_the_head_says_sample_and_every_table_does() -> None:
    sample, real = page(), page(small_input(sample=False))
    assert "DỮ LIỆU MẪU" not in real
    assert sample.count("<caption>DỮ LIỆU MẪU ") == sample.count("<table")
    assert "<title>DỮ LIỆU MẪU" in sample
