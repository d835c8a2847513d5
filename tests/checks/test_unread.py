"""What rests on an unread place is found by its place alone, and in a time that grows with the faults."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from truyenthong.checks import Place, Source, Unread, sift
from truyenthong.diagnostics.fields import TT104
from truyenthong.diagnostics.plan import TT208
from truyenthong.findings import FieldPath, Ref

PATHS = st.lists(st.sampled_from(["nhiem_vu", "han", 0, 1]), max_size=3).map(tuple)
PLACES = st.frozensets(st.tuples(st.sampled_from([Source.PLAN, Source.UNITS]), PATHS), max_size=6)


def is_beside(path: FieldPath, other: FieldPath) -> bool:
    """Whether neither path leads to the other."""
    return any(one != another for one, another in zip(path, other, strict=False))


@given(PLACES, PATHS)
def test_a_place_is_unread_when_it_is_at_above_or_below_one(
    places: frozenset[Place], path: FieldPath
) -> None:
    unread = Unread(places=places, decisive=places)
    meets = any(source is Source.PLAN and not is_beside(path, other) for source, other in places)
    assert unread.within(Source.PLAN, *path) == meets
    assert unread.decides([(Source.PLAN, path)]) == meets


def test_thousands_of_faults_are_sifted_in_proportion() -> None:
    # Real plans have some twenty duties; 4,000 fit into a file of 2 MiB.
    findings = []
    for index in range(4000):
        duty = Ref(file="plan", path=("nhiem_vu", index))
        findings.append(TT104.at(duty.child("han"), "ngày không đọc được"))
        findings.append(TT208.at(duty.child("bieu_mau"), f"không có biểu mẫu «{index}»"))
    begun = time.perf_counter()
    kept, unread = sift(findings, {"plan": Source.PLAN})
    assert time.perf_counter() - begun < 3
    assert [one.code for one in kept] == ["TT104"] * 4000
    assert len(unread.places) == 4000
