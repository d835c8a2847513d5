"""Choices of a form as their texts are read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from support.years.builders import plan, roster, unit
from truyenthong.forms.labels import Displays, picked
from truyenthong.model.forms import ChoiceSource, Field, FieldType
from truyenthong.model.units import FormerName


def test_a_unit_that_was_chosen_under_a_former_name_is_read() -> None:
    former = FormerName(name="Trường cũ", short_name="Cũ", until=date(2021, 3, 31))
    known = roster(replace(unit("a"), former_names=(former,)), unit("b"))
    field = Field(code="don_vi", label="Đơn vị", type=FieldType.CHOICE, choices=ChoiceSource.UNITS)
    offered = Displays(plan=plan(), roster=known).offered(field)
    assert [picked(one, offered) for one in ("Trường cũ", "Đơn vị a", "Đơn vị b", "Lạ")] == [
        "a",
        "a",
        "b",
        "Lạ",
    ]
