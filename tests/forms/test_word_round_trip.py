"""What is written into a Word form comes back the same: every form of the real plan, forms at random."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.forms.word_forms import example_requests, read, request_for, tree_of, year
from truyenthong.forms.filled import BlankRequest
from truyenthong.forms.word import write_docx

DUTIES = tuple(year().plan.obligations_by_code)
EXAMPLES = tuple(example_requests())


def name(request: BlankRequest) -> str:
    unit = request.unit.code if request.unit is not None else "-"
    return f"{request.obligation.code}-{unit}"


@pytest.mark.parametrize("request_", EXAMPLES, ids=name)
def test_a_filled_form_gives_back_its_content(request_: BlankRequest) -> None:
    filled = read(write_docx(request_))
    assert request_.content is not None
    assert filled.values == tree_of(request_.content, request_.form)
    assert filled.paper == {"so": "45", "ky_hieu": "BC-PGDĐT", "ngay": "03/02/2021"}
    assert request_.unit is not None
    assert filled.unit_name == request_.unit.name
    assert not filled.findings
    assert not filled.untouched


@pytest.mark.parametrize("duty", DUTIES)
def test_a_blank_form_is_empty_and_says_so(duty: str) -> None:
    filled = read(write_docx(request_for(duty)))
    assert filled.untouched
    assert set(filled.values.values()) == {None}
    assert not filled.paper
    assert not filled.nil
    assert not filled.findings


@pytest.mark.parametrize("duty", DUTIES)
def test_a_form_says_what_it_was_made_for(duty: str) -> None:
    request = request_for(duty)
    filled = read(write_docx(request))
    assert filled.identity is not None
    assert filled.check == filled.identity.check
    assert (filled.identity.obligation, filled.identity.unit) == (duty, "pgd-than-uyen")
    assert filled.identity.period == (request.period.code if request.period is not None else None)


def test_the_same_request_makes_the_same_bytes() -> None:
    request = request_for("bao-cao-nam")
    assert write_docx(request) == write_docx(request)


def test_nil_is_ticked_and_read_back() -> None:
    request = replace(request_for("bao-cao-du-luan"), nil=True)
    assert read(write_docx(request)).nil


def test_a_form_for_nobody_in_particular_names_no_unit() -> None:
    filled = read(write_docx(request_for("bao-cao-nam", unit=None)))
    assert filled.unit_name is None
    assert filled.untouched
    assert filled.identity is not None
    assert filled.identity.unit is None
