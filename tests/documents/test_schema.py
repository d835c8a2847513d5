"""The schemas for editors and the decoders know the same keys."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from truyenthong.documents.calendar import decode_calendar, decode_settings
from truyenthong.documents.outreach import decode_outreach
from truyenthong.documents.plan import decode_plan
from truyenthong.documents.schema import (
    calendar_schema,
    outreach_schema,
    plan_schema,
    register_schema,
    roster_schema,
    settings_schema,
    submission_schema,
)
from truyenthong.documents.submissions import decode_submission
from truyenthong.documents.units import decode_roster
from truyenthong.findings import Finding
from truyenthong.model.plan import Plan
from truyenthong.model.units import Roster
from truyenthong.yamltext.parse import Value, parse_yaml

REPOSITORY = Path(__file__).resolve().parent.parent.parent
SECOND = REPOSITORY / "tests" / "second_plan"


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it (the core schema): no dates, no NO for false."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def errors(schema: dict[str, object], text: str) -> list[str]:
    Draft7Validator.check_schema(schema)
    loaded = yaml.load(text, EditorLoader)  # noqa: S506 - a safe loader that resolves less
    return [
        f"{list(one.absolute_path)}: {one.message}" for one in Draft7Validator(schema).iter_errors(loaded)
    ]


@pytest.mark.parametrize("root", [REPOSITORY, SECOND], ids=["kế hoạch thật", "kế hoạch thứ hai"])
@pytest.mark.parametrize(
    ("name", "schema"),
    [("plan.yaml", plan_schema), ("units.yaml", roster_schema), ("calendar.yaml", calendar_schema)],
)
def test_our_own_files_fit_the_schema(root: Path, name: str, schema: Callable[[], dict[str, object]]) -> None:
    assert errors(schema(), (root / "data" / name).read_text(encoding="utf-8")) == []


def everything(schema: object, definitions: dict[str, object], depth: int = 0) -> Value:
    """A value with every key that a schema knows."""
    assert isinstance(schema, dict)
    if "$ref" in schema:
        return "chữ" if depth > 4 else everything(definitions["muc"], definitions, depth + 1)
    if "anyOf" in schema:
        return everything(schema["anyOf"][-1], definitions, depth + 1)
    if "properties" in schema:
        return {key: everything(one, definitions, depth + 1) for key, one in schema["properties"].items()}
    if "items" in schema:
        return [everything(schema["items"], definitions, depth + 1)]
    if "enum" in schema:
        return str(schema["enum"][0])
    return str(schema.get("examples", ["1"])[0])


def unknown_keys(findings: tuple[Finding, ...]) -> list[str]:
    return [one.message for one in findings if one.code == "TT106"]


def plan_and_roster() -> tuple[Plan, Roster]:
    plan, _ = decode_plan(parse_yaml((SECOND / "data/plan.yaml").read_bytes(), file="p").value, file="p")
    roster, _ = decode_roster(parse_yaml((SECOND / "data/units.yaml").read_bytes(), file="u").value, file="u")
    assert plan is not None
    assert roster is not None
    return plan, roster


def test_the_decoders_know_every_key_of_the_schemas() -> None:
    plan = plan_schema()
    definitions = plan["definitions"]
    assert isinstance(definitions, dict)
    _, findings = decode_plan(everything(plan, definitions), file="p")
    assert unknown_keys(findings) == []
    _, findings = decode_roster(everything(roster_schema(), {}), file="u")
    assert unknown_keys(findings) == []
    calendar = everything(calendar_schema(), {})
    assert isinstance(calendar, dict)
    _, findings = decode_calendar(calendar, file="c")
    # One day, or a stretch: both in one entry is a contradiction that the decoder tells.
    assert unknown_keys(findings) in ([], ["khóa «ngay» không có ở đây"])
    _, findings = decode_settings(everything(settings_schema(), {}), file="s")
    assert unknown_keys(findings) == []
    _, findings = decode_outreach(everything(outreach_schema(), {}), file="o")
    assert unknown_keys(findings) == []
    _, findings = decode_submission(
        everything(submission_schema(None), {}),
        file="s",
        plan=plan_and_roster()[0],
        roster=plan_and_roster()[1],
    )
    assert unknown_keys(findings) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("du_lieu_mau: có", 0),
        ("du_lieu_mau: true", 0),
        ("{}", 0),
        ("du_lieu_mau: đúng", 1),
        ("du_lieu: có", 1),
    ],
)
def test_settings_take_one_key(text: str, wrong: int) -> None:
    assert len(errors(settings_schema(), text)) == wrong


SUBMISSION = """don_vi: truong-a
nhiem_vu: bao-cao-quy
ky: 2025-q4
gia_han: [{ngay: 2/1/2026, den: 2026-01-20}]
lan_nop:
  - nhan_luc: 4/1/2026 09:15
    khong_phat_sinh: không
    van_ban: {so: 45, ngay: 2026-01-03}
    noi_dung: {tiep_nhan: 1.200, ty_le: "12,5", dat: có, bang_lop: [{lop: 10A, so_luong: 3}]}
"""


def test_a_submission_is_held_against_the_form_of_its_duty() -> None:
    schema = submission_schema(plan_and_roster()[0])
    assert errors(schema, SUBMISSION) == []
    (wrong,) = errors(schema, SUBMISSION.replace("ty_le", "tyle"))
    assert "'tyle' was unexpected" in wrong
    (missing,) = errors(schema, SUBMISSION.replace("tiep_nhan: 1.200, ", ""))
    assert "'tiep_nhan' is a required property" in missing
    assert len(errors(schema, SUBMISSION.replace("bao-cao-quy", "bao-cao-quyy"))) == 1


LEDGER = """so: phan-anh
muc: [{so: 1, viec: Xe đưa đón, biet_luc: 3/3/2026 08:00, tra_loi_luc: , xong: không}]
"""


def test_a_register_is_held_against_its_form() -> None:
    schema = register_schema(plan_and_roster()[0])
    assert errors(schema, LEDGER) == []
    assert errors(register_schema(None), LEDGER) == []
    (wrong,) = errors(schema, LEDGER.replace("viec", "vieec"))[:1]
    assert "'vieec' was unexpected" in wrong
    assert len(errors(schema, LEDGER.replace("phan-anh", "phan-anhh"))) == 1


def test_a_register_without_its_form_has_any_entries() -> None:
    plan = plan_and_roster()[0]
    bare = replace(plan, forms=())
    assert errors(register_schema(bare), LEDGER.replace("viec", "vieec")) == []


def test_the_committed_schemas_are_json() -> None:
    for path in (REPOSITORY / "schema").glob("*.json"):
        Draft7Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))
