"""``contacts``: what keeps mail from a unit, with the line where it is mended."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from support.years import second_plan
from truyenthong.model.dispatches import DispatchItem, Intent, Outcome, OutcomeKind
from truyenthong.model.periods import SchoolYear
from truyenthong.text import VIETNAM_TIME
from truyenthong.workspace.dispatches import append_dispatches
from truyenthong.workspace.layout import Workspace

DAY = ("--as-of", "2026-06-01")
OUTREACH = """thu_di:
  may_chu: mail.example.gov.vn
  cong: 587
  bao_mat: starttls
  tai_khoan: vp@example.gov.vn
  mat_khau: {bien: MAT_KHAU}
  nguoi_gui: {ten: Văn phòng, dia_chi: vp@example.gov.vn}
  ten_mien_duoc_gui: [example.edu.vn]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return second_plan.without_addresses(second_plan.workspace(tmp_path / "nam"))


def with_addresses(root: Path, **addresses: str) -> None:
    path = root / "data" / "units.yaml"
    text = path.read_text(encoding="utf-8")
    for unit, address in addresses.items():
        code = unit.replace("_", "-")
        text = text.replace(f"ma: {code},", f"ma: {code}, thu_dien_tu: {address},")
        text = text.replace(f"- ma: {code}\n", f"- ma: {code}\n    thu_dien_tu: {address}\n")
    path.write_text(text, encoding="utf-8")


def gaps(root: Path) -> dict[str, list[str]]:
    done = second_plan.call("contacts", "--format", "json", *DAY, cwd=root)
    assert done.returncode == 0, done.stderr
    units = json.loads(done.stdout)["units"]
    return {one["unit"]: [gap["kind"] for gap in one["gaps"]] for one in units}


def test_each_gap_is_named_with_its_line(root: Path) -> None:
    with_addresses(root, truong_a="a@example.edu.vn", truong_c="A@example.edu.vn", trung_tam_d="hai chữ")
    assert gaps(root) == {"truong-a": ["shared"], "truong-c": ["shared"], "trung-tam-d": ["malformed"]}
    done = second_plan.call("contacts", *DAY, cwd=root)
    line = (
        (root / "data" / "units.yaml")
        .read_text(encoding="utf-8")
        .split("\n")
        .index("    thu_dien_tu: a@example.edu.vn")
    )
    assert f"data/units.yaml, dòng {line + 1}" in done.stdout
    assert "cũng là địa chỉ của Trường THPT Mai Hạ" in done.stdout
    assert "Trường THPT Mai Châu" not in done.stdout, "a unit that closed is written to no more"


def test_domains_are_checked_where_the_file_names_them(root: Path) -> None:
    with_addresses(
        root, truong_a="a@example.edu.vn", truong_c="c@example.com", trung_tam_d="d@x.example.edu.vn"
    )
    assert gaps(root) == {"truong-a": [], "truong-c": [], "trung-tam-d": []}
    second_plan.put(root, "data/outreach.yaml", OUTREACH)
    assert gaps(root) == {"truong-a": [], "truong-c": ["domain_not_allowed"], "trung-tam-d": []}


def test_mail_that_came_back_is_a_gap_until_another_arrives(root: Path) -> None:
    with_addresses(
        root, truong_a="a@example.edu.vn", truong_c="c@example.edu.vn", trung_tam_d="d@example.edu.vn"
    )
    at = datetime(2026, 5, 20, 8, 0, tzinfo=VIETNAM_TIME)
    item = DispatchItem(obligation="bao-cao-nam", period="2025-2026", due=None, mark="sau-1")
    sent = Intent(
        key="k" * 16,
        attempt=1,
        at=at,
        unit="truong-c",
        to=("c@example.edu.vn",),
        items=(item,),
        message_id="<tt.k.1@example.gov.vn>",
        sha256="0" * 64,
    )
    back = Outcome(
        kind=OutcomeKind.BOUNCED, key=sent.key, attempt=1, at=at, code="5.1.1", address="C@example.edu.vn"
    )
    append_dispatches(Workspace(root=root), SchoolYear(first_year=2025), [sent, back])
    assert gaps(root) == {"truong-a": [], "truong-c": ["bounced"], "trung-tam-d": []}
    told = second_plan.call("contacts", *DAY, cwd=root).stdout
    assert "thư ngày 20/5/2026 không tới nơi 5.1.1" in told


def test_the_exit_code_tells_of_gaps_only_where_asked(root: Path) -> None:
    assert second_plan.call("contacts", *DAY, cwd=root).returncode == 0
    assert second_plan.call("contacts", "--fail-on", "gaps", *DAY, cwd=root).returncode == 1
    with_addresses(
        root, truong_a="a@example.edu.vn", truong_c="c@example.edu.vn", trung_tam_d="d@example.edu.vn"
    )
    done = second_plan.call("contacts", "--fail-on", "gaps", *DAY, cwd=root)
    assert (done.returncode, done.stdout) == (0, "Cả 3 đơn vị phải nộp đều có địa chỉ thư dùng được.\n")
    assert second_plan.call("contacts", "--fail-on", "x", cwd=root).returncode == 2
