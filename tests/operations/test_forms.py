"""``form``: one form, one for each unit, the right period; what somebody filled in is never written over."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from support.years.second_plan import call
from truyenthong.errors import UsageError
from truyenthong.forms.excel import read_xlsx
from truyenthong.forms.word import read_docx
from truyenthong.intake.identify import Asked, IdentityContext, identify
from truyenthong.operations.forms import FormFormat, FormOrder, make_forms
from truyenthong.operations.load import load, ready
from truyenthong.text import VIETNAM_TIME
from truyenthong.workspace.layout import Workspace

EXAMPLE = Workspace(root=Path(__file__).resolve().parents[2] / "examples" / "2020-2021")
MAY = date(2021, 5, 2)
NOW = datetime(2021, 5, 2, 7, 35, tzinfo=VIETNAM_TIME)
READERS = {FormFormat.WORD: read_docx, FormFormat.EXCEL: read_xlsx}
ORDER = FormOrder(obligation="bao-cao-nam", out=Path())


def names(order: FormOrder, as_of: date = MAY) -> list[str]:
    return [one.path.name for one in make_forms(EXAMPLE, order, as_of=as_of, now=NOW).made]


def test_a_unit_by_one_of_its_names_and_a_period_as_people_write_it(tmp_path: Path) -> None:
    order = FormOrder(obligation="bao-cao-du-luan", unit="PGD Than Uyên", period="11/2020", out=tmp_path)
    assert names(order) == ["bieu--bao-cao-du-luan@2020-11--pgd-than-uyen.docx"]


def test_without_a_period_the_one_in_which_the_day_lies(tmp_path: Path) -> None:
    order = FormOrder(obligation="bao-cao-du-luan", out=tmp_path)
    assert names(order, date(2021, 4, 26)) == ["bieu--bao-cao-du-luan@2021-05.docx"]
    assert names(order, date(2020, 9, 5)) == ["bieu--bao-cao-du-luan@2020-11.docx"]
    with pytest.raises(UsageError, match="đã qua hết"):
        make_forms(EXAMPLE, order, as_of=date(2022, 1, 1), now=NOW)


def test_all_means_each_unit_that_owes_the_duty(tmp_path: Path) -> None:
    outcome = make_forms(
        EXAMPLE, FormOrder(obligation="bao-cao-nam", every=True, out=tmp_path), as_of=MAY, now=NOW
    )
    work = ready(load(EXAMPLE))
    rows = [row for row in work.progress(MAY).rows if row.obligation.code == "bao-cao-nam"]
    assert [one.unit for one in outcome.made] == [row.unit for row in rows if row.state.value != "exempt"]
    assert len(outcome.made) > 20
    filled = read_docx(outcome.made[0].path.read_bytes(), work.plan, work.roster)
    assert filled is not None
    assert filled.identity is not None
    assert outcome.made[0].unit is not None
    assert filled.identity.unit == outcome.made[0].unit.code


def test_a_duty_of_one_unit_needs_no_option(tmp_path: Path) -> None:
    order = FormOrder(obligation="tong-hop-thang", period="2021-01", out=tmp_path)
    assert names(order) == ["bieu--tong-hop-thang@2021-01--van-phong-so.docx"]


def test_the_same_form_again_changes_nothing_and_what_somebody_filled_in_is_kept(tmp_path: Path) -> None:
    order = FormOrder(obligation="bao-cao-nam", unit="pgd-sin-ho", out=tmp_path)
    (first,) = make_forms(EXAMPLE, order, as_of=MAY, now=NOW).made
    (second,) = make_forms(EXAMPLE, order, as_of=MAY, now=NOW).made
    assert (first.new, second.new) == (True, False)
    first.path.write_bytes(b"filled in by somebody")
    (third,) = make_forms(EXAMPLE, order, as_of=MAY, now=NOW).made
    assert third.moved is not None
    assert third.moved.name == f"{first.path.stem}.sua-tay-2021-05-02-073500.docx"
    assert third.moved.read_bytes() == b"filled in by somebody"


def test_forms_in_excel_stand_beside_those_in_word(tmp_path: Path) -> None:
    order = FormOrder(obligation="bao-cao-nam", unit="pgd-sin-ho", kind=FormFormat.EXCEL, out=tmp_path)
    assert names(order) == ["bieu--bao-cao-nam@2020-2021--pgd-sin-ho.xlsx"]
    (again,) = make_forms(EXAMPLE, order, as_of=MAY, now=NOW).made
    assert not again.new
    work = ready(load(EXAMPLE))
    filled = read_xlsx(again.path.read_bytes(), work.plan, work.roster)
    assert filled is not None
    assert filled.identity is not None
    assert (filled.identity.unit, filled.untouched) == ("pgd-sin-ho", True)


def test_a_unit_that_does_not_owe_the_duty_gets_its_form_and_that_is_told(tmp_path: Path) -> None:
    order = FormOrder(obligation="bao-cao-nam", unit="van-phong-so", out=tmp_path)
    outcome = make_forms(EXAMPLE, order, as_of=MAY, now=NOW)
    assert outcome.not_owing is not None
    assert outcome.not_owing.code == "van-phong-so"


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (replace(ORDER, obligation="bao-cao-na"), "Không có nhiệm vụ"),
        (replace(ORDER, unit="Tan Uyen"), "Không có đơn vị"),
        (replace(ORDER, period="2020-11"), "không có kỳ"),
        (replace(ORDER, obligation="tap-huan", period="2020-11"), "không có kỳ"),
        (replace(ORDER, unit="pgd-sin-ho", every=True), "không đi cùng nhau"),
    ],
)
def test_words_that_do_not_fit_are_refused(order: FormOrder, said: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=said):
        make_forms(EXAMPLE, replace(order, out=tmp_path), as_of=MAY, now=NOW)


def test_the_command_names_the_files_and_says_what_they_are(tmp_path: Path) -> None:
    done = call(
        "-C", str(EXAMPLE.root), "form", "bao-cao-nam", "--unit", "pgd-sin-ho", "--out", str(tmp_path)
    )
    assert done.returncode == 0
    assert done.stdout.strip().endswith("bieu--bao-cao-nam@2020-2021--pgd-sin-ho.docx")
    assert "Báo cáo kết quả công tác truyền thông năm học: 1 biểu." in done.stderr


@pytest.mark.parametrize("kind", FormFormat)
def test_a_form_bears_the_name_of_its_day_and_comes_back_under_any_name(
    kind: FormFormat, tmp_path: Path
) -> None:
    root = tmp_path / "nam"
    shutil.copytree(EXAMPLE.root / "data", root / "data")
    path = root / "data" / "units.yaml"
    entry = "  - ma: thpt-binh-lu\n"
    former = "    ten_cu: [{ten: Trường cấp ba Bình Lư, ten_tat: C3 Bình Lư, den: 31/5/2021}]\n"
    path.write_text(path.read_text(encoding="utf-8").replace(entry, entry + former), encoding="utf-8")
    place = Workspace(root=root)
    work = ready(load(place))
    known = IdentityContext(plan=work.plan, roster=work.roster, slots=work.ground(None).slots)
    now = "Trường Trung học phổ thông Bình Lư"
    for day, name in ((date(2021, 5, 31), "Trường cấp ba Bình Lư"), (date(2021, 6, 1), now)):
        order = replace(ORDER, unit=now, kind=kind, out=tmp_path / f"{day}")
        (made,) = make_forms(place, order, as_of=day, now=NOW).made
        assert made.unit is not None
        assert made.unit.name == name
        filled = READERS[kind](made.path.read_bytes(), work.plan, work.roster)
        assert filled is not None
        assert filled.unit_name == name
        seen = identify(filled, "a", senders=(), asked=Asked(), known=known)
        assert (seen.unit, seen.reasons) == ("thpt-binh-lu", ())
