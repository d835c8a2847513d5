"""The catalogue of forms: codes in order, and examples of expressions that are what they say."""

import re

import pytest

from truyenthong.diagnostics import forms
from truyenthong.diagnostics.kinds import Diagnostic, entries
from truyenthong.model.expressions import parse_expression

EXPRESSION = re.compile(r"""bieu_thuc:\s*(?:"([^"]*)"|'([^']*)'|(?=,))""")
OF_THE_TEXT = tuple(one for one in entries(forms) if "TT150" <= one.code <= "TT159")


def codes_in(example: str) -> set[str]:
    found: set[str] = set()
    for double, single in EXPRESSION.findall(example):
        read = parse_expression(double or single)
        if isinstance(read, tuple):
            found |= {one.diagnostic.code for one in read}
    return found


def test_codes_are_in_order_within_the_family() -> None:
    codes = [one.code for one in entries(forms)]
    assert codes == sorted(set(codes))
    assert all("TT150" <= code <= "TT199" for code in codes)
    named = {name for name in vars(forms) if name.startswith("TT")}
    assert named == set(codes)
    assert all(getattr(forms, code).code == code for code in codes)


@pytest.mark.parametrize("entry", entries(forms), ids=lambda entry: entry.code)
def test_every_entry_says_something(entry: Diagnostic) -> None:
    assert entry.title[0].islower()
    assert not entry.title.endswith(".")
    assert entry.reason.endswith(".")
    assert entry.bad != entry.good
    assert "…" not in entry.bad + entry.good


@pytest.mark.parametrize("entry", OF_THE_TEXT, ids=lambda entry: entry.code)
def test_the_bad_example_has_its_own_fault_and_the_good_one_none(entry: Diagnostic) -> None:
    assert EXPRESSION.search(entry.good)
    assert codes_in(entry.bad) == {entry.code}
    assert codes_in(entry.good) == set()


@pytest.mark.parametrize(
    "entry", [one for one in entries(forms) if one not in OF_THE_TEXT], ids=lambda one: one.code
)
def test_examples_of_other_entries_can_be_read(entry: Diagnostic) -> None:
    assert codes_in(entry.bad) == codes_in(entry.good) == set()
