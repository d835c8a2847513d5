"""``form`` for a register: one entry a sheet in Word, many in a table; what cannot be made is told."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from support.years.second_plan import call
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.operations.forms import FormFormat, FormOrder, make_forms
from truyenthong.operations.lint import lint
from truyenthong.text import VIETNAM_TIME
from truyenthong.workspace.layout import Workspace

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "2020-2021"
TODAY = date(2021, 3, 1)
NOW = datetime(2021, 3, 1, 7, 35, tzinfo=VIETNAM_TIME)


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """The declared data of the example year."""
    root = tmp_path / "noi-lam-viec"
    shutil.copytree(EXAMPLE / "data", root / "data", ignore=shutil.ignore_patterns("submissions"))
    return Workspace(root=root)


def made(place: Workspace, **order: object) -> list[str]:
    wanted = FormOrder(out=place.out, **order)  # type: ignore[arg-type] # named one by one in the tests
    return [one.path.name for one in make_forms(place, wanted, as_of=TODAY, now=NOW).made]


def test_names_tell_register_unit_and_kind(place: Workspace) -> None:
    assert made(place, obligation="tin-bai") == ["phieu--tin-bai.docx"]
    assert made(place, obligation="tin-bai", unit="PGD Than Uyên", rows=6) == [
        "bang--tin-bai--pgd-than-uyen.docx"
    ]
    assert made(place, obligation="tham-dinh", kind=FormFormat.EXCEL) == ["bang--tham-dinh.xlsx"]


def test_every_unit_of_the_year_gets_its_own(place: Workspace) -> None:
    names = made(place, obligation="cong-tac-vien", every=True)
    assert "phieu--cong-tac-vien--pgd-than-uyen.docx" in names
    assert len(set(names)) == len(names) > 40


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ({"obligation": "tham-dinh", "rows": 3}, "22 cột"),
        ({"obligation": "tin-bai", "rows": 0}, "Bảng không nhận 0 hàng"),
        ({"obligation": "tin-bai", "period": "2020-11"}, "không chia kỳ"),
        ({"obligation": "bao-cao-nam", "rows": 3}, "--rows chỉ dùng cho sổ"),
        ({"obligation": "bao-cao-nam", "filled": True}, "--entries chỉ dùng cho sổ"),
        ({"obligation": "vu-viec", "filled": True}, "16 cột"),
        ({"obligation": "phat-ngon", "filled": True}, "chưa có mục nào"),
        ({"obligation": "tinbai"}, "sổ theo dõi «tinbai»"),
    ],
)
def test_what_cannot_be_made_is_told(place: Workspace, order: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        made(place, **order)
    assert not place.out.exists()


def test_an_unknown_register_is_suggested(place: Workspace) -> None:
    done = call("-C", str(place.root), "form", "vu-vec")
    assert done.returncode == 2
    assert "có phải «vu-viec»?" in done.stderr


def test_sheets_keep_the_layout_rules(place: Workspace) -> None:
    made(place, obligation="tham-dinh")
    made(place, obligation="tin-bai", rows=3)
    outcome, _ = lint([str(path) for path in sorted(place.out.glob("*.docx"))], None)
    assert [(one.finding.code, one.finding.message) for one in outcome.findings] == []


@pytest.mark.parametrize(("kind", "register"), [("docx", "tin-bai"), ("xlsx", "vu-viec")])
def test_what_is_in_a_register_is_printed_and_comes_back_as_known(
    place: Workspace, kind: str, register: str
) -> None:
    root = str(place.root)
    done = call("-C", root, "form", register, "--entries", "--format", kind, "--as-of", "1/6/2021")
    assert done.returncode == 0, done.stderr
    path = place.out / "bieu" / f"so--{register}.{kind}"
    before = (place.root / f"data/registers/{register}.yaml").read_text(encoding="utf-8")
    taken = call("-C", root, "intake", str(path), "--received", "1/6/2021")
    assert taken.returncode == 0, taken.stderr
    assert f"{before.count(chr(10) + '  - ')} mục đã có trong sổ, không ghi thêm" in taken.stdout
    after = (place.root / f"data/registers/{register}.yaml").read_text(encoding="utf-8")
    assert after.partition("da_nhan:")[0].rstrip() == before.rstrip()


def test_each_unit_gets_what_is_written_of_it_alone(place: Workspace) -> None:
    names = made(place, obligation="cong-tac-vien", filled=True, every=True)
    assert "so--cong-tac-vien--pgd-muong-te.docx" in names
    assert "so--cong-tac-vien--pgd-than-uyen.docx" not in names, "nobody of this unit is in the register"


@pytest.mark.parametrize("old", ["muc:", "    kenh: "])
def test_a_register_that_was_not_read_wholly_is_not_printed(place: Workspace, old: str) -> None:
    path = place.root / "data/registers/tin-bai.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, f"{old}[", 1), encoding="utf-8")
    with pytest.raises(CannotContinueError, match="chưa in được"):
        made(place, obligation="tin-bai", filled=True)
