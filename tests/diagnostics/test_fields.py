"""The examples of TT001–TT149 do what the catalogue says."""

from __future__ import annotations

import pytest

from truyenthong.diagnostics import fields, yaml
from truyenthong.diagnostics.kinds import Diagnostic, entries
from truyenthong.yamltext.parse import parse_yaml

TOO_BIG_TO_PRINT = {"TT001", "TT003", "TT004", "TT005"}
OF_A_COMMENT_ALONE = {"TT135"}


def test_codes_are_in_their_range_and_in_order() -> None:
    for family, first, last in ((entries(yaml), 1, 99), (entries(fields), 101, 149)):
        numbers = [int(kind.code.removeprefix("TT")) for kind in family]
        assert numbers == sorted(set(numbers))
        assert first <= numbers[0]
        assert numbers[-1] <= last


@pytest.mark.parametrize(
    "kind", [kind for kind in entries(yaml) if kind.code not in TOO_BIG_TO_PRINT], ids=lambda kind: kind.code
)
def test_the_bad_example_of_a_yaml_rule_is_found_and_the_good_one_is_clean(kind: Diagnostic) -> None:
    bad = parse_yaml(kind.bad.encode(), file="a.yaml")
    assert kind.code in [finding.code for finding in bad.findings]
    assert parse_yaml(kind.good.encode(), file="a.yaml").findings == ()


@pytest.mark.parametrize(
    "kind",
    [kind for kind in entries(fields) if kind.code not in OF_A_COMMENT_ALONE],
    ids=lambda kind: kind.code,
)
def test_examples_of_field_rules_are_yaml(kind: Diagnostic) -> None:
    for example in (kind.bad, kind.good):
        assert parse_yaml(example.encode(), file="a.yaml").findings == ()
