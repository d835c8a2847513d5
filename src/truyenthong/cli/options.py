"""The options that commands share, and the workspace and day that they name."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import typer
from typer.core import TyperOption

from truyenthong.cli import console
from truyenthong.errors import UsageError, WorkspaceNotFoundError
from truyenthong.text import VIETNAM_TIME
from truyenthong.workspace import storage
from truyenthong.workspace.layout import Workspace, find_workspace, named_workspace

WORKSPACE_VARIABLE = "TRUYENTHONG_WORKSPACE"
AS_OF_VARIABLE = "TRUYENTHONG_AS_OF"
CACHE_VARIABLE = "TRUYENTHONG_CACHE"

FINDINGS_FORMATS = ("text", "json", "github")
STATUS_FORMATS = ("table", "json", "csv")
"""What ``--format`` takes; named here so that a wrong word costs no import."""

_TOLD = "truyenthong.ngay_xem"
"""Where a call notes that the day of its sample workspace was told."""

_SECONDS = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Shared:
    """What was typed before the command or after it; what is typed after it wins."""

    workspace: str | None = None
    as_of: str | None = None


def where_and_when() -> tuple[TyperOption, ...]:
    """``-C`` and ``--as-of``, which the program takes before a command and after it."""
    return (
        TyperOption(
            param_decls=["-C", "--workspace"],
            metavar="THƯ_MỤC",
            help="Không gian làm việc; mặc định tìm từ thư mục hiện tại trở lên "
            f"(hoặc {WORKSPACE_VARIABLE}).",
            expose_value=False,
            callback=_keep_workspace,
        ),
        TyperOption(
            param_decls=["--as-of"],
            metavar="NGÀY",
            help="Tính đến hết ngày này (31/5/2021 hoặc 2021-05-31); "
            f"mặc định hôm nay (hoặc {AS_OF_VARIABLE}).",
            expose_value=False,
            callback=_keep_day,
        ),
    )


def _keep_workspace(ctx: typer.Context, _param: object, typed: str | None) -> None:
    if typed:
        ctx.obj = replace(_shared(ctx), workspace=typed)


def _keep_day(ctx: typer.Context, _param: object, typed: str | None) -> None:
    if typed is not None:
        ctx.obj = replace(_shared(ctx), as_of=typed)


def _shared(ctx: typer.Context) -> Shared:
    return ctx.find_object(Shared) or Shared()


def wait() -> TyperOption:
    """``--wait`` of the commands that write, and so may have to wait for another run."""
    return TyperOption(
        param_decls=["--wait"],
        metavar="GIÂY",
        help="Lần chạy khác đang ghi thì đợi nhiều nhất bấy nhiêu giây; mặc định 60.",
        expose_value=False,
        callback=_set_patience,
    )


def _set_patience(_ctx: typer.Context, _param: object, typed: str | None) -> None:
    if typed is None:
        return
    if not _SECONDS.fullmatch(typed):
        raise UsageError(f"--wait cần một số giây, không phải «{typed}».", hint="ví dụ: --wait 300.")
    usual = storage.patience.get()
    storage.patience.set(replace(usual, seconds=float(typed)))


def today() -> date:
    """Today in Vietnam."""
    return now().date()


def now() -> datetime:
    """This moment in Vietnam: the one place where the clock is read."""
    return datetime.now(VIETNAM_TIME)


def workspace_of(ctx: typer.Context) -> Workspace:
    """The workspace that the command works on: typed after it, before it, in the environment, or found."""
    folder = _named_folder(ctx)
    cache = _cache_folder()
    return named_workspace(Path(folder), cache=cache) if folder else find_workspace(Path.cwd(), cache=cache)


def _named_folder(ctx: typer.Context) -> str | None:
    return _shared(ctx).workspace or os.environ.get(WORKSPACE_VARIABLE)


def _cache_folder() -> Path | None:
    """Where answers are remembered: as the environment says, else where the system keeps such things."""
    said = os.environ.get(CACHE_VARIABLE)
    if said is not None:
        return None if said in ("", "off") else Path(said).absolute()
    named = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or ""
    with contextlib.suppress(RuntimeError):  # nobody's home: a service account of cron
        home = Path(named) if Path(named).is_absolute() else Path.home() / ".cache"
        return home / "truyenthong" if home.is_absolute() else None
    return None


def workspace_if_any(ctx: typer.Context) -> Workspace | None:
    """The workspace as above, or None where none is named and none is found."""
    try:
        return workspace_of(ctx)
    except WorkspaceNotFoundError:
        if _named_folder(ctx):
            raise
        return None


def as_of_of(ctx: typer.Context) -> date:
    """The day of the board: typed after the command, before it, in the environment, or the office's today.

    Raises:
        UsageError: where it is no date of the calendar.
    """
    typed, where = _typed_day(ctx)
    return office_day(ctx) if typed is None else _parsed(typed, where)


def refuse_other_day(ctx: typer.Context) -> None:
    """Stops what goes out today where another day was typed.

    Raises:
        UsageError: one was, or it is no date of the calendar.
    """
    typed, where = _typed_day(ctx)
    if typed is not None and _parsed(typed, where) != today():
        raise UsageError("--send chỉ gửi theo ngày hôm nay.", hint=f"bỏ {where} khi gửi.")


def asked_day(ctx: typer.Context) -> str:
    """What the day of the board depends on besides the workspace: what was typed, or today."""
    typed, _ = _typed_day(ctx)
    return today().isoformat() if typed is None else typed


def day_and_notice(ctx: typer.Context) -> tuple[date, str]:
    """The day of the board, and a line for stderr where it is the sample's own.

    Raises:
        UsageError: where it is no date of the calendar.
    """
    typed, where = _typed_day(ctx)
    if typed is not None:
        return _parsed(typed, where), ""
    day = _view_day(ctx)
    return (today(), "") if day is None else (day, _view_notice(day))


def _typed_day(ctx: typer.Context) -> tuple[str | None, str]:
    typed = _shared(ctx).as_of
    if typed is not None:
        return typed, "--as-of"
    return os.environ.get(AS_OF_VARIABLE), AS_OF_VARIABLE


def _parsed(typed: str, where: str) -> date:
    from truyenthong.cli.typed import parse_day  # noqa: PLC0415 - today costs no parser

    return parse_day(typed, where)


def office_day(ctx: typer.Context) -> date:
    """Today; in a sample workspace that has a day of its own (``ngay_xem``) that day, which is told."""
    day = _view_day(ctx)
    if day is None:
        return today()
    if not ctx.meta.get(_TOLD):
        ctx.meta[_TOLD] = True
        console.trouble(_view_notice(day), end="")
    return day


def _view_day(ctx: typer.Context) -> date | None:
    settings = workspace_of(ctx).settings
    if not settings.is_file():
        return None
    from truyenthong.workspace.repository import read_settings  # noqa: PLC0415 - only where there is one

    return read_settings(settings).view_day


def _view_notice(day: date) -> str:
    from truyenthong.text import day_wording  # noqa: PLC0415 - the same

    return f"Dữ liệu mẫu, tính đến hết ngày {day_wording(day)}; ngày khác: --as-of NGÀY.\n"


def one_of(word: str, choices: Iterable[str], where: str) -> str:
    """``word`` where it is one of the choices.

    Raises:
        UsageError: where it is not.
    """
    known = tuple(choices)
    if word not in known:
        raise UsageError(f"{where} không nhận «{word}».", hint=f"chọn một trong: {', '.join(known)}.")
    return word
