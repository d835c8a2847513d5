"""What is written into an Excel form comes back the same: the real plan, forms at random, LibreOffice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from support.forms.excel_forms import FOLDER, read_excel, sources
from support.forms.random_forms import requests
from support.forms.saved_word_forms import CONTENT, FORM
from support.forms.word_forms import example_requests, request_for, tree_of, year
from truyenthong.forms.excel import read_xlsx, write_xlsx
from truyenthong.forms.filled import BlankRequest

DUTIES = tuple(year().plan.obligations_by_code)
EXAMPLES = tuple(example_requests())
NUMBERED = {"so": "45", "ky_hieu": "BC-PGDĐT", "ngay": "03/02/2021"}


def name(request: BlankRequest) -> str:
    unit = request.unit.code if request.unit is not None else "-"
    return f"{request.obligation.code}-{unit}"


@pytest.mark.parametrize("request_", EXAMPLES, ids=name)
def test_a_filled_form_gives_back_its_content(request_: BlankRequest) -> None:
    filled = read_excel(write_xlsx(request_))
    assert request_.content is not None
    assert filled.values == tree_of(request_.content, request_.form)
    assert filled.paper == NUMBERED
    assert request_.unit is not None
    assert filled.unit_name == request_.unit.name
    assert not filled.findings
    assert not filled.untouched


@pytest.mark.parametrize("duty", DUTIES)
def test_a_blank_form_is_empty_and_says_what_it_was_made_for(duty: str) -> None:
    request = request_for(duty)
    filled = read_excel(write_xlsx(request))
    assert filled.untouched
    assert set(filled.values.values()) == {None}
    assert (filled.paper, filled.nil, filled.findings) == ({}, False, ())
    assert filled.identity is not None
    assert filled.check == filled.identity.check
    assert (filled.identity.obligation, filled.identity.unit) == (duty, "pgd-than-uyen")
    assert filled.identity.period == (request.period.code if request.period is not None else None)


def test_the_same_request_makes_the_same_bytes() -> None:
    request = request_for("bao-cao-nam")
    assert write_xlsx(request) == write_xlsx(request)


def test_nil_is_ticked_and_read_back() -> None:
    request = replace(request_for("bao-cao-du-luan"), nil=True)
    filled = read_excel(write_xlsx(request))
    assert filled.nil
    assert not filled.untouched


def test_a_form_for_nobody_in_particular_names_no_unit() -> None:
    filled = read_excel(write_xlsx(request_for("bao-cao-nam", unit=None)))
    assert filled.unit_name is None
    assert filled.untouched
    assert filled.identity is not None
    assert filled.identity.unit is None


@settings(max_examples=60, deadline=None)
@given(requests())
def test_what_went_in_comes_back(request: BlankRequest) -> None:
    assert request.content is not None
    filled = read_excel(write_xlsx(request), request.form)
    assert filled.values == tree_of(request.content, request.form)
    assert not filled.findings


@settings(max_examples=60, deadline=None)
@given(some.binary(min_size=1, max_size=400), some.integers(0, 30000))
def test_no_damage_to_a_file_stops_the_reader(noise: bytes, at: int) -> None:
    data = write_xlsx(request_for("bao-cao-du-luan"))
    place = at % len(data)
    damaged = data[:place] + noise + data[place + len(noise) :]
    filled = read_xlsx(damaged, year().plan, year().roster)
    assert filled is None or filled.findings or filled.identity is not None


def test_what_stood_in_a_form_stands_in_the_one_that_libreoffice_saved() -> None:
    filled = read_excel((FOLDER / "dien.xlsx").read_bytes(), FORM)
    assert filled.values == tree_of(CONTENT, FORM)
    assert filled.paper == NUMBERED
    assert filled.nil
    assert filled.unit_name == "Phòng Giáo dục và Đào tạo huyện Than Uyên"
    assert not filled.findings


def test_a_blank_form_that_libreoffice_saved_is_still_blank() -> None:
    filled = read_excel((FOLDER / "trong.xlsx").read_bytes(), FORM)
    assert filled.untouched
    assert not filled.findings


@pytest.mark.parametrize("file", sorted(sources()))
def test_identity_and_check_value_survive_libreoffice(file: str) -> None:
    filled = read_excel((FOLDER / file).read_bytes(), FORM)
    assert filled.identity is not None
    assert filled.check == filled.identity.check
    assert filled.identity == read_excel(sources()[file], FORM).identity
