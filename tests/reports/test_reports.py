"""The committed templates, filled with the small year: golden text, layout, marks of sample data.

``UPDATE_GOLDEN=1 pytest tests/reports`` writes the texts anew; read the difference before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from support.papers.docx_text import docx_text
from support.years.small_reports import CASES, filled, template
from support.years.small_year import ENTRIES
from truyenthong.model.reports import ReportScope
from truyenthong.views.fields import view_fields
from truyenthong.word.check import check_template
from truyenthong.word.template import load_template

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", CASES)
def test_the_text_of_a_report_is_the_golden_one(name: str) -> None:
    text = docx_text(filled(*CASES[name]))
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", ENTRIES)
def test_a_template_uses_only_names_that_its_view_offers(code: str) -> None:
    fields = view_fields(ENTRIES[code].scope)
    assert check_template(load_template(template(code), name=ENTRIES[code].template), fields) == ()


@pytest.mark.parametrize("name", CASES)
def test_sample_data_is_marked_on_every_page_and_nothing_else_is(name: str) -> None:
    code, given, unit = CASES[name]
    lines = docx_text(filled(code, given, unit)).splitlines()
    heads = [line for line in lines if line.startswith("   đầu")]
    assert heads
    assert all(("DỮ LIỆU MẪU" in line) is given.sample for line in heads)
    if not given.sample:
        assert not any("DỮ LIỆU MẪU" in line for line in lines)


@pytest.mark.parametrize("name", CASES)
def test_the_same_input_gives_the_same_bytes(name: str) -> None:
    assert filled(*CASES[name]) == filled(*CASES[name])


def test_scopes_of_the_templates_are_those_of_the_catalogue() -> None:
    assert {entry.scope for entry in ENTRIES.values()} == {ReportScope.SECTOR, ReportScope.UNIT}
