"""``contacts``: the addresses of the units, and what keeps mail from reaching them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

import typer

from truyenthong.cli import console
from truyenthong.cli.arguments import StatusFormat
from truyenthong.cli.options import STATUS_FORMATS, as_of_of, one_of, workspace_of
from truyenthong.cli.tables import Cell, Table, csv_text, marked_table
from truyenthong.operations.daily.contacts import ContactsOutcome, Gap
from truyenthong.operations.daily.contacts import contacts as run
from truyenthong.text import number_wording
from truyenthong.views.wording import SAMPLE_MARK
from truyenthong.workspace.layout import UNITS_FILE


def contacts(
    ctx: typer.Context,
    output: StatusFormat = "table",
    fail_on: Annotated[
        str | None,
        typer.Option(metavar="gaps", help="Trả mã 1 khi có đơn vị phải nộp mà thư không tới được."),
    ] = None,
) -> None:
    """Xem địa chỉ thư của các đơn vị; đơn vị nào chưa có, viết sai, dùng chung, thư không tới.

    Chỉ kể đơn vị ngoài cơ quan có nhiệm vụ phải gửi. Tên miền được gửi khai ở data/outreach.yaml; thư bị
    trả lại lấy từ sổ gửi thư. Không ghi gì.
    """
    form = one_of(output, STATUS_FORMATS, "--format")
    failing = fail_on is not None and bool(one_of(fail_on, ("gaps",), "--fail-on"))
    outcome = run(workspace_of(ctx), as_of=as_of_of(ctx))
    console.result(contacts_text(outcome, form), end="")
    raise typer.Exit(int(failing and bool(outcome.gaps)))


def contacts_text(outcome: ContactsOutcome, form: str) -> str:
    """The addresses in one of ``options.STATUS_FORMATS``."""
    match form:
        case "json":
            return f"{console.json_text(_document(outcome), indent=1)}\n"
        case "csv":
            return csv_text(_HEAD, _rows(outcome))
        case _:
            return _for_people(outcome)


def _by_unit(outcome: ContactsOutcome) -> Mapping[str, list[Gap]]:
    found: dict[str, list[Gap]] = {}
    for one in outcome.gaps:
        found.setdefault(one.unit.code, []).append(one)
    return found


def _document(outcome: ContactsOutcome) -> dict[str, object]:
    gaps = _by_unit(outcome)
    return {
        "as_of": outcome.as_of.isoformat(),
        "summary": {"units": len(outcome.units), "units_with_gaps": len(gaps), "gaps": len(outcome.gaps)},
        "units": [
            {
                "unit": unit.code,
                "name": unit.name,
                "addresses": [*unit.emails],
                "gaps": [
                    {"kind": one.kind.value, "address": one.address, "line": one.line}
                    for one in gaps.get(unit.code, ())
                ],
            }
            for unit in outcome.units
        ],
    }


_HEAD = ("Mã đơn vị", "Đơn vị", "Thư điện tử", "Cần sửa")


def _rows(outcome: ContactsOutcome) -> Iterator[Mapping[str, str | int | None]]:
    gaps = _by_unit(outcome)
    for unit in outcome.units:
        told = "; ".join(_told(one) for one in gaps.get(unit.code, ()))
        values = (unit.code, unit.name, "; ".join(unit.emails), told)
        yield dict(zip(_HEAD, values, strict=True))


def _told(gap: Gap) -> str:
    return (
        gap.sentence if gap.address is None or len(gap.unit.emails) < 2 else f"{gap.address}: {gap.sentence}"
    )


def _for_people(outcome: ContactsOutcome) -> str:
    whole, gaps = len(outcome.units), _by_unit(outcome)
    mark = f"{SAMPLE_MARK} – " if outcome.sample else ""
    if not gaps:
        return f"{mark}Cả {number_wording(whole)} đơn vị phải nộp đều có địa chỉ thư dùng được.\n"
    counted = f"{number_wording(len(gaps))} trên {number_wording(whole)} đơn vị phải nộp"
    lines = [f"{mark}{counted} có địa chỉ cần sửa.\n"]
    rows = tuple(
        (
            Cell(text=one.unit.short_name),
            Cell(text=one.address or "–"),
            Cell(text=one.sentence),
            Cell(text=f"{UNITS_FILE}, dòng {one.line}" if one.line is not None else UNITS_FILE),
        )
        for one in outcome.gaps
    )
    table = Table(title="Địa chỉ cần sửa", headings=("Đơn vị", "Địa chỉ", "Vì sao", "Sửa ở"), rows=rows)
    lines.append(marked_table(table, sample=outcome.sample))
    if not outcome.domains_checked:
        lines.append("Chưa soát tên miền: data/outreach.yaml chưa khai thu_di.\n")
    lines.append("Ghi địa chỉ vào thu_dien_tu của đơn vị, rồi chạy lại lệnh này.\n")
    return "\n".join(lines)
