"""What the pages show is true: links lead somewhere, the decoders know the YAML, codes exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from truyenthong.documents.calendar import decode_calendar, decode_settings
from truyenthong.documents.plan import decode_plan
from truyenthong.documents.registers import decode_ledger
from truyenthong.documents.submissions import decode_submission
from truyenthong.documents.units import decode_roster
from truyenthong.model.reports import ReportScope
from truyenthong.operations.explain import known_codes
from truyenthong.progress import State
from truyenthong.yamltext.parse import Value, parse_yaml

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")])
LINK = re.compile(r"\]\(([^)#:]+)\)")
FENCE = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_codes_that_are_named_exist(page: Path) -> None:
    named = set(re.findall(r"\bTT\d{3}\b", page.read_text(encoding="utf-8")))
    assert named <= set(known_codes())


def fences(name: str) -> list[Value]:
    text = (ROOT / name).read_text(encoding="utf-8")
    values = []
    for block in FENCE.findall(text):
        parsed = parse_yaml(block.encode(), file=name)
        assert parsed.findings == (), block
        values.append(parsed.value)
    return values


def test_the_page_of_registers() -> None:
    ledger, declared, limits = fences("docs/yaml-registers.md")
    plan, _ = decode_plan(real("plan.yaml"), file="p")
    roster, _ = decode_roster(real("units.yaml"), file="u")
    assert plan is not None
    assert roster is not None
    register = plan.registers_by_code["tin-bai"]
    kept, findings = decode_ledger(ledger, file="r", register=register, plan=plan, roster=roster)
    assert findings == ()
    assert kept is not None
    assert kept.named == "tin-bai"
    assert [one.keys for one in kept.deliveries] == [("TB-001",)]
    whole = real("plan.yaml")
    assert isinstance(whole, dict)
    assert isinstance(declared, dict)
    assert isinstance(limits, dict)
    others, shown = whole["so_theo_doi"], declared["so_theo_doi"]
    assert isinstance(others, list)
    assert isinstance(shown, list)
    with_examples, findings = decode_plan({**whole, "so_theo_doi": [*shown, *others[1:]], **limits}, file="p")
    assert findings == ()
    assert with_examples is not None
    assert with_examples.registers[0].prerequisites[0].passed is not None
    (limit,) = with_examples.policies.hour_limits
    assert limit.only_if is not None


def real(name: str) -> Value:
    return parse_yaml((ROOT / "data" / name).read_bytes(), file=name).value


def test_the_pages_of_the_lists() -> None:
    (units,) = fences("docs/yaml-units.md")
    assert decode_roster(units, file="u")[1] == ()
    (calendar,) = fences("docs/yaml-calendar.md")
    assert decode_calendar(calendar, file="c")[1] == ()
    (settings,) = fences("docs/yaml-settings.md")
    assert decode_settings(settings, file="s")[1] == ()


@pytest.mark.parametrize("name", ["README.md", "docs/yaml-submission.md"])
def test_the_page_of_submissions(name: str) -> None:
    plan, roster = decode_plan(real("plan.yaml"), file="p")[0], decode_roster(real("units.yaml"), file="u")[0]
    assert plan is not None
    assert roster is not None
    for value in fences(name):
        submission, findings = decode_submission(value, file="s", plan=plan, roster=roster)
        assert findings == ()
        assert submission is not None
        assert submission.unit in roster.by_code


def test_the_page_of_the_plan() -> None:
    """Each fence is a piece of a plan; together they lack only what no fence shows."""
    pieces: dict[str, Value] = {}
    for value in fences("docs/yaml-plan.md"):
        assert isinstance(value, dict)
        pieces |= value
    _, findings = decode_plan(pieces, file="p")
    told = [(one.code, one.ref.path) for one in findings]
    assert told == [
        ("TT101", ("ma",)),
        ("TT101", ("nam_hoc",)),
        ("TT101", ("co_quan",)),
        ("TT101", ("van_ban",)),
    ]


def test_the_glossary_names_every_state() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    for state in State:
        assert f"`{state.value}`" in text


def test_the_page_of_the_plan_names_every_scope() -> None:
    text = (ROOT / "docs" / "yaml-plan.md").read_text(encoding="utf-8")
    for scope in ReportScope:
        assert f"`{scope.value}`" in text
