"""The committed templates and the reports made with them, against Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

import pytest

from support.years.small_reports import CASES, filled, template
from support.years.small_year import ENTRIES
from truyenthong.nd30 import lint_document


@pytest.mark.parametrize("code", ENTRIES)
def test_a_template_is_laid_out_as_the_decree_wants(code: str) -> None:
    assert lint_document(template(code), file=f"templates/{code}.docx") == ()


@pytest.mark.parametrize("name", CASES)
def test_a_report_is_laid_out_as_the_decree_wants(name: str) -> None:
    # The plan's own «Lưu VT, VP.» is one of its slips; the small plan's text does not speak of its annexes.
    exempt = ("Lưu VT, VP.",)
    found = lint_document(filled(*CASES[name]), file=f"{name}.docx", exempt=exempt)
    assert [one for one in found if one.code != "TT586"] == []
