"""The reports that collect what units sent: golden text, layout, names; on the real plan, six units.

``UPDATE_GOLDEN=1 pytest tests/reports`` writes the texts anew; read the difference before committing it.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

import docx
import pytest

from support.papers.docx_text import docx_text
from support.years.collected_reports import CASES, filled, template
from support.years.collected_year import real_plan
from truyenthong.nd30 import lint_document
from truyenthong.views.fields import view_fields
from truyenthong.word.check import check_template
from truyenthong.word.template import load_template

GOLDEN = Path(__file__).parent / "golden"
ENTRIES = {entry.code: entry for entry in real_plan().reports}
COLLECTED = sorted({code for code, *_ in CASES.values()})


@pytest.mark.parametrize("name", CASES)
def test_the_text_of_a_report_is_the_golden_one(name: str) -> None:
    text = docx_text(filled(name))
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CASES)
def test_a_report_is_laid_out_as_the_decree_wants(name: str) -> None:
    assert lint_document(filled(name), file=f"{name}.docx") == ()


@pytest.mark.parametrize("code", COLLECTED)
def test_a_template_is_laid_out_as_the_decree_wants(code: str) -> None:
    assert lint_document(template(code), file=f"templates/{code}.docx") == ()


@pytest.mark.parametrize("code", COLLECTED)
def test_a_template_uses_only_names_that_its_view_offers(code: str) -> None:
    entry = ENTRIES[code]
    fields = view_fields(entry.scope, entry=entry, plan=real_plan())
    assert check_template(load_template(template(code), name=entry.template), fields) == ()


@pytest.mark.parametrize("name", CASES)
def test_the_same_input_gives_the_same_bytes(name: str) -> None:
    assert filled(name) == filled(name)


def test_a_name_that_the_form_does_not_have_is_told_with_the_one_that_was_meant() -> None:
    document = docx.Document()
    document.add_paragraph("{{ tong_hop.so_lieu.cong_tac_vienn.tong }} {{ bieu_do.theo_kenhh.nhom }}")
    stream = io.BytesIO()
    document.save(stream)
    fields = view_fields(ENTRIES["ket-qua-nam"].scope, entry=ENTRIES["ket-qua-nam"], plan=real_plan())
    problems = check_template(load_template(stream.getvalue(), name="x.docx"), fields)
    assert [one.hint for one in problems] == ["có phải «cong_tac_vien»?", "có phải «theo_kenh»?"]
