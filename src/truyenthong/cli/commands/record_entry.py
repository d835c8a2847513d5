"""``record entry``: adds an entry to a register after showing and checking it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from truyenthong.cli import completion, console
from truyenthong.cli.findings import SEVERITY_WORDS
from truyenthong.cli.options import today, workspace_of
from truyenthong.cli.typed import parse_day
from truyenthong.errors import UsageError
from truyenthong.findings import Finding
from truyenthong.operations.record.entry import EntryOrder, propose_entry, record_entry
from truyenthong.operations.record.ledger import OUT_OF_ORDER, Weighed
from truyenthong.text import cut

_SHOWN = 100


def entry(
    ctx: typer.Context,
    register: Annotated[
        str, typer.Argument(metavar="SỔ", help="Mã sổ theo dõi.", autocompletion=completion.registers)
    ],
    values: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="TRƯỜNG=GIÁ_TRỊ", help="Một trường của mục, theo mã hoặc nhãn; ghi nhiều lần."
        ),
    ] = None,
    source: Annotated[
        str | None, typer.Option("--from", metavar="TỆP", help="Tệp YAML có các trường của mục.")
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option(metavar="ĐƠN_VỊ", help="Đơn vị của mục, mã hoặc tên.", autocompletion=completion.units),
    ] = None,
    date: Annotated[str | None, typer.Option(metavar="NGÀY", help="Ngày của mục.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Không hỏi lại.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ nói sẽ ghi gì, không ghi.")] = False,
) -> None:
    """Ghi một mục vào sổ theo dõi.

    Không ghi số thì mục lấy số tiếp theo của sổ. Mục được kiểm tra theo biểu mẫu của sổ trước; có lỗi thì
    không ghi gì. Ghi chú và thứ tự trong tệp của sổ được giữ nguyên; mục đã có đúng như thế thì không ghi
    thêm.
    """
    order = EntryOrder(
        register=register,
        values=dict(_pair(one) for one in values or ()),
        source=Path(source).absolute() if source is not None else None,
        unit=unit,
        day=parse_day(date, "--date") if date is not None else None,
    )
    if not (order.values or order.source):
        raise UsageError("Chưa có trường nào.", hint="ghi bằng --set TRƯỜNG=GIÁ_TRỊ, hoặc --from TỆP.yaml.")
    place, day = workspace_of(ctx), today()
    weighed = propose_entry(place, order, today=day)
    _tell(weighed)
    if not weighed.added:
        console.result(f"Đã có từ trước, không ghi gì thêm: mục {weighed.known[0]} ({weighed.name}).")
        return
    console.result("\n".join(_lines(weighed)))
    if dry_run:
        console.trouble("Không ghi gì (--dry-run).")
        return
    if not console.agreed(f"Ghi vào {weighed.name}?", yes=yes):
        console.trouble("Chưa ghi gì.")
        raise typer.Exit(1)
    # Somebody may have written in between: what counts is said under the lock.
    written = record_entry(place, order, today=day)
    if written.refusals:
        _tell(written)
    console.result(f"Đã ghi mục {weighed.keys[0]} vào {weighed.name}.")


def _pair(text: str) -> tuple[str, str]:
    code, equals, value = text.partition("=")
    if not equals or not code.strip():
        raise UsageError(f"--set không nhận «{text}».", hint="viết TRƯỜNG=GIÁ_TRỊ, ví dụ so_hieu=TB-001.")
    return code.strip(), value


def _tell(weighed: Weighed) -> None:
    """What the rules say; stops where they refuse the entry.

    Raises:
        typer.Exit: 1 where the entry has errors of its own.
    """
    for line in _told(weighed.findings, weighed):
        console.trouble(line)
    if weighed.refusals:
        console.trouble(f"Chưa ghi gì vào {weighed.name}: sửa các lỗi trên rồi ghi lại.")
        raise typer.Exit(1)
    if any(one.code in OUT_OF_ORDER for one in weighed.findings):
        console.trouble("Việc làm sai thứ tự vẫn được ghi, và «truyenthong validate» còn nêu lỗi ấy.")


def _told(findings: Iterable[Finding], weighed: Weighed) -> Iterator[str]:
    for one in findings:
        code = next((step for step in one.ref.path[2:] if isinstance(step, str)), None)
        field = weighed.form.field(code) if code is not None else None
        where = f" ({field.label}, trường {code})" if field is not None else ""
        yield f"{SEVERITY_WORDS[one.severity]} {one.code}: {one.message}{where}"
        if one.hint is not None:
            yield f"  sửa: {one.hint}"


def _lines(weighed: Weighed) -> Iterator[str]:
    yield f"{weighed.register.name} ({weighed.name}):"
    for code, value in weighed.added[0].items():
        field = weighed.form.field(code)
        shown = cut(" ".join(str(value).split()), _SHOWN)
        yield f"  {field.label if field is not None else code}: {shown}"
