"""Rows by the levels that are declared: units to which others belong, kinds within which others lie."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from truyenthong.model.units import Roster, Unit, UnitKind
from truyenthong.progress.rows import Row


def rows_by_parent(
    rows: Sequence[Row], roster: Roster, day: date
) -> tuple[tuple[Unit, tuple[Row, ...]], ...]:
    """The units to which others of ``rows`` belong on ``day``, each with its own rows and all below it.

    In the roster's order; nothing where no ``truc_thuoc`` is declared.
    """
    chains = {row.unit.code: roster.above(row.unit, day) for row in rows}
    parents = {code for chain in chains.values() for code in chain[1:]}
    return tuple(
        (unit, tuple(row for row in rows if unit.code in chains[row.unit.code]))
        for unit in roster.ordered()
        if unit.code in parents
    )


def rows_by_wide_kind(rows: Sequence[Row], roster: Roster) -> tuple[tuple[UnitKind, tuple[Row, ...]], ...]:
    """The kinds within which others lie (``thuoc_loai``), each with the rows of all of them, as declared."""
    wide = {one.above for one in roster.kinds}
    return tuple(
        (kind, tuple(row for row in rows if row.unit.is_of(kind.code)))
        for kind in roster.kinds
        if kind.code in wide
    )
