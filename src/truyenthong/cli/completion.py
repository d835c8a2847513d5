"""Offers the shell what can follow after Tab: codes from the workspace, nothing where none can be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import typer

from truyenthong.cli.console import one_line
from truyenthong.cli.options import workspace_of
from truyenthong.errors import TruyenthongError
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.storage import read_bytes

Offers = list[tuple[str, str]]


def _lists(ctx: typer.Context, wanted: Callable[[Workspace], Offers], incomplete: str) -> Offers:
    try:
        offers = wanted(workspace_of(ctx))
    except TruyenthongError:
        # In the middle of typing there is nobody to tell; the command itself will say it.
        return []
    return [(code, name) for code, name in offers if code.startswith(incomplete)]


def units(ctx: typer.Context, incomplete: str) -> Offers:
    """Unit codes with their short names."""
    return _lists(ctx, lambda workspace: _offers(workspace.units, "don_vi", "ten_tat"), incomplete)


def words(*choices: str) -> Callable[[typer.Context, str], list[str]]:
    """The completion of an option that takes one of some words."""

    def offered(_ctx: typer.Context, incomplete: str) -> list[str]:
        return [one for one in choices if one.startswith(incomplete)]

    return offered


def periods(ctx: typer.Context, incomplete: str) -> Offers:
    """Codes of the plan's periods with their labels."""
    return _lists(ctx, _periods, incomplete)


def _periods(workspace: Workspace) -> Offers:
    from truyenthong.documents.plan import decode_plan  # noqa: PLC0415 - only while completing
    from truyenthong.yamltext.parse import parse_yaml  # noqa: PLC0415

    path = workspace.plan
    plan, _ = decode_plan(parse_yaml(read_bytes(path), file=path.name).value, file=path.name)
    if plan is None:
        return []
    found = (one for duty in plan.obligations for one in plan.periods(duty) if one is not None)
    return [*{one.code: one_line(one.label) for one in found}.items()]


def subjects(ctx: typer.Context, incomplete: str) -> Offers:
    """What ``explain`` explains: codes of findings once «TT» is typed, else units."""
    if incomplete[:2].upper() != "TT" or incomplete[2:3] == "-":
        return units(ctx, incomplete)
    from truyenthong.operations.explain import FAMILIES  # noqa: PLC0415 - only while completing

    found = [(one.code, one.title) for _, family in FAMILIES for one in family]
    return [one for one in found if one[0].startswith(incomplete.upper())] + units(ctx, incomplete)


def obligations(ctx: typer.Context, incomplete: str) -> Offers:
    """Duty codes with their names."""
    return _lists(ctx, lambda workspace: _plan_offers(workspace, "nhiem_vu"), incomplete)


def reports(ctx: typer.Context, incomplete: str) -> Offers:
    """Report codes with their names."""
    return _lists(ctx, lambda workspace: _plan_offers(workspace, "bao_cao"), incomplete)


def topics(ctx: typer.Context, incomplete: str) -> Offers:
    """Topic codes with their names."""
    return _lists(ctx, lambda workspace: _plan_offers(workspace, "chu_de"), incomplete)


def registers(ctx: typer.Context, incomplete: str) -> Offers:
    """Register codes with their names."""
    return _lists(ctx, lambda workspace: _plan_offers(workspace, "so_theo_doi"), incomplete)


def forms(ctx: typer.Context, incomplete: str) -> Offers:
    """Codes of what forms are made for: duties, then registers."""
    return obligations(ctx, incomplete) + registers(ctx, incomplete)


def kinds(ctx: typer.Context, incomplete: str) -> Offers:
    """Unit kinds with their names."""
    return _lists(ctx, lambda workspace: _offers(workspace.units, "loai", "ten"), incomplete)


def _plan_offers(workspace: Workspace, key: str) -> Offers:
    return _offers(workspace.plan, key, "ten")


def _offers(path: Path, key: str, name_key: str) -> Offers:
    """Codes and names under ``key`` of a YAML file, whatever else is wrong in it."""
    from truyenthong.yamltext.parse import parse_yaml  # noqa: PLC0415 - only while completing

    if not path.is_file():
        return []
    tree = parse_yaml(read_bytes(path), file=path.name).value
    entries = tree.get(key) if isinstance(tree, dict) else None
    return [
        (one_line(str(entry["ma"])), one_line(str(entry.get(name_key) or entry.get("ten") or "")))
        for entry in (entries if isinstance(entries, list) else [])
        if isinstance(entry, dict) and entry.get("ma")
    ]
