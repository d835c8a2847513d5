"""What is open passes to the units that were declared, from the day that was declared; the past stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from support.years.builders import DUTY, board, duty, extension, plan, receipt, roster, submission, unit
from truyenthong.model.deadlines import NoLaterThan
from truyenthong.model.plan import Owners
from truyenthong.model.submissions import Submission
from truyenthong.model.units import FormerName, Parent, Roster, Succession, Unit, Validity
from truyenthong.progress import Row, State

APRIL_1, MARCH_31 = date(2021, 4, 1), date(2021, 3, 31)
OPEN, PAST = duty(), duty("qua-khu", deadline=NoLaterThan(day=date(2021, 3, 1)))
PLAN = plan(OPEN, PAST)


def closing(*handovers: Succession, code: str = "phong") -> Unit:
    heirs = handovers or (Succession(to="xa", since=APRIL_1),)
    return replace(unit(code, last=MARCH_31), handovers=heirs, successors=tuple(one.to for one in heirs))


def commune(code: str = "xa") -> Unit:
    return unit(code, kind="xa", first=APRIL_1)


def rows(as_of: date, units: Roster, *sent: Submission) -> dict[tuple[str, str], Row]:
    found = board(as_of, *sent, of_plan=PLAN, of_roster=units).rows
    return {row.key[:2]: row for row in found if row.state is not State.EXEMPT}


def test_from_the_day_on_the_successor_owes_what_was_open() -> None:
    units = roster(closing(), commune())
    assert set(rows(MARCH_31, units)) == {("phong", DUTY), ("phong", "qua-khu")}
    after = rows(APRIL_1, units)
    assert set(after) == {("xa", DUTY), ("phong", "qua-khu")}, "what was due before stays where it was"
    assert [one.code for one in after["xa", DUTY].before] == ["phong"]
    assert after["xa", DUTY].expected
    assert after["phong", "qua-khu"].behind


def test_what_was_answered_before_does_not_pass() -> None:
    units = roster(closing(), commune())
    sent = submission(receipt(date(2021, 3, 20)), unit_code="phong")
    assert ("xa", DUTY) not in rows(APRIL_1, units, sent)
    returned = submission(receipt(date(2021, 3, 20), returned=date(2021, 3, 25)), unit_code="phong")
    assert rows(APRIL_1, units, returned)["xa", DUTY].state is State.UPCOMING
    too_late = submission(receipt(date(2021, 3, 20), returned=date(2021, 4, 25)), unit_code="phong")
    assert ("xa", DUTY) not in rows(date(2021, 5, 1), units, too_late)


def test_extensions_pass_with_the_duty() -> None:
    units = roster(closing(), commune())
    longer = submission(unit_code="phong", extensions=[extension(date(2021, 3, 1), date(2021, 6, 10))])
    row = rows(APRIL_1, units, longer)["xa", DUTY]
    assert row.due is not None
    assert row.due.day == date(2021, 6, 10)


def test_a_split_passes_each_duty_as_declared() -> None:
    both = closing(
        Succession(to="xa", since=APRIL_1, duties=(DUTY,)),
        Succession(to="xa-b", since=APRIL_1, duties=("khac",)),
    )
    assert set(rows(APRIL_1, roster(both, commune(), commune("xa-b")))) == {
        ("xa", DUTY),
        ("phong", "qua-khu"),
    }


def test_a_merger_is_owed_once() -> None:
    units = roster(closing(), closing(code="phong-b"), commune())
    row = rows(APRIL_1, units)["xa", DUTY]
    assert [one.code for one in row.before] == ["phong", "phong-b"]


def test_a_unit_that_goes_on_no_longer_owes_what_it_handed_over() -> None:
    going_on = replace(unit("phong"), handovers=(Succession(to="xa", since=APRIL_1, duties=(DUTY,)),))
    assert set(rows(APRIL_1, roster(going_on, commune()))) == {("xa", DUTY), ("phong", "qua-khu")}
    assert ("phong", DUTY) in rows(MARCH_31, roster(going_on, commune()))


def test_handovers_in_a_row_end_at_the_last() -> None:
    middle = replace(
        unit("xa", kind="xa", first=APRIL_1, last=date(2021, 4, 30)),
        handovers=(Succession(to="xa-moi", since=date(2021, 5, 1)),),
    )
    last = unit("xa-moi", kind="xa", first=date(2021, 5, 1))
    units = roster(closing(), middle, last)
    assert ("xa", DUTY) in rows(date(2021, 4, 30), units)
    assert {key for key in rows(date(2021, 5, 1), units) if key[1] == DUTY} == {("xa-moi", DUTY)}


def test_a_kind_within_a_kind_owes_what_the_outer_one_does() -> None:
    inner = replace(unit("a", kind="truong-thcs"), lineage=("truong",))
    owners = Owners(kinds=("truong",), excluded=("b",))
    found = board(APRIL_1, of_plan=plan(duty(owners=owners)), of_roster=roster(inner)).rows
    assert [row.unit.code for row in found if row.state is not State.EXEMPT] == ["a"]


def test_a_unit_is_named_as_on_the_day_and_found_by_all_names() -> None:
    renamed = replace(
        unit("a"),
        name="Trường Mới",
        short_name="Mới",
        former_names=(
            FormerName(name="Trường Cũ", short_name="Cũ", until=date(2020, 12, 31)),
            FormerName(name="Trường Giữa", short_name="Giữa", until=MARCH_31),
        ),
    )
    names = [renamed.named_on(day).name for day in (date(2020, 12, 31), MARCH_31, APRIL_1)]
    assert names == ["Trường Cũ", "Trường Giữa", "Trường Mới"]
    assert {"Trường Cũ", "Cũ", "Trường Mới"} <= set(renamed.names)
    assert roster(renamed).named_on(MARCH_31).by_code["a"].short_name == "Giữa"


def test_units_lie_under_others_for_their_time() -> None:
    school = replace(
        unit("truong"),
        parents=(
            Parent(unit="phong", validity=Validity(last=MARCH_31)),
            Parent(unit="xa", validity=Validity(first=APRIL_1)),
        ),
    )
    office = replace(unit("phong"), parents=(Parent(unit="so"),))
    units = roster(school, office, unit("so"), unit("xa"))
    assert units.is_under(school, "so", MARCH_31)
    assert not units.is_under(school, "so", APRIL_1)
    assert units.is_under(school, "xa", APRIL_1)


def test_letters_go_where_the_unit_says_and_of_a_closed_one_to_who_took_over() -> None:
    heir = replace(commune(), letters_to="Phòng Văn hóa - Xã hội xã A")
    units = roster(closing(), heir, unit("x"))
    assert units.letters_to(units.by_code["phong"], MARCH_31) == ("Đơn vị phong",)
    assert units.letters_to(units.by_code["phong"], APRIL_1) == ("Phòng Văn hóa - Xã hội xã A",)
    assert units.letters_to(units.by_code["x"], APRIL_1) == ("Đơn vị x",)
