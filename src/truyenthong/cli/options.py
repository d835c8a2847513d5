"""The options that commands share: their names, help and how a typed day becomes a date."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from truyenthong.errors import UsageError, WorkspaceNotFoundError
from truyenthong.text import VIETNAM_TIME
from truyenthong.workspace.layout import Workspace, find_workspace, named_workspace

if TYPE_CHECKING:
    from truyenthong.model.moments import Moment

WORKSPACE_VARIABLE = "TRUYENTHONG_WORKSPACE"
AS_OF_VARIABLE = "TRUYENTHONG_AS_OF"
CACHE_VARIABLE = "TRUYENTHONG_CACHE"

FINDINGS_FORMATS = ("text", "json", "github")
STATUS_FORMATS = ("table", "json", "csv")
"""What ``--format`` takes; named here so that a wrong word costs no import."""

WorkspaceOption = Annotated[
    str | None,
    typer.Option(
        "-C",
        "--workspace",
        metavar="THƯ_MỤC",
        help=f"Không gian làm việc; mặc định tìm từ thư mục hiện tại trở lên (hoặc {WORKSPACE_VARIABLE}).",
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="NGÀY",
        help=f"Tính đến hết ngày này (31/5/2021 hoặc 2021-05-31); mặc định hôm nay (hoặc {AS_OF_VARIABLE}).",
    ),
]


@dataclass(frozen=True, slots=True)
class Shared:
    """What was typed before the command; what is typed after it wins."""

    workspace: str | None = None
    as_of: str | None = None


def today() -> date:
    """Today in Vietnam."""
    return now().date()


def now() -> datetime:
    """This moment in Vietnam: the one place where the clock is read."""
    return datetime.now(VIETNAM_TIME)


def workspace_of(ctx: typer.Context, typed: str | None) -> Workspace:
    """The workspace that the command works on: typed after it, before it, in the environment, or found."""
    shared = ctx.find_object(Shared) or Shared()
    folder = typed or shared.workspace or os.environ.get(WORKSPACE_VARIABLE)
    cache = _cache_folder()
    return named_workspace(Path(folder), cache=cache) if folder else find_workspace(Path.cwd(), cache=cache)


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


def workspace_if_any(ctx: typer.Context, typed: str | None) -> Workspace | None:
    """The workspace as above, or None where none is named and none is found."""
    try:
        return workspace_of(ctx, typed)
    except WorkspaceNotFoundError:
        shared = ctx.find_object(Shared) or Shared()
        if typed or shared.workspace or os.environ.get(WORKSPACE_VARIABLE):
            raise
        return None


def as_of_of(ctx: typer.Context, typed: str | None) -> date:
    """The day of the board: typed after the command, before it, in the environment, or today.

    Raises:
        UsageError: where it is no date of the calendar.
    """
    shared = ctx.find_object(Shared) or Shared()
    text = typed if typed is not None else shared.as_of
    if text is not None:
        return parse_day(text, "--as-of")
    text = os.environ.get(AS_OF_VARIABLE)
    return parse_day(text, AS_OF_VARIABLE) if text is not None else today()


def parse_day(text: str, where: str) -> date:
    """A day as people type it.

    Raises:
        UsageError: where it is no date of the calendar.
    """
    from truyenthong.yamltext.days import parse_date  # noqa: PLC0415 - not needed without a day
    from truyenthong.yamltext.scalars import Fault  # noqa: PLC0415 - the same

    day = parse_date(text.strip())
    if isinstance(day, Fault):
        raise UsageError(f"{where}: {day.message}", hint=day.hint or "viết 31/5/2021 hoặc 2021-05-31.")
    return day


def parse_number(text: str, where: str) -> str:
    """The number of a paper, in digits.

    Raises:
        UsageError: where it is something else, a symbol with it for instance.
    """
    from truyenthong.yamltext.scalars import Fault, parse_paper_number  # noqa: PLC0415

    number = parse_paper_number(text)
    if isinstance(number, Fault):
        raise UsageError(f"{where}: {number.message}", hint=number.hint)
    return number


def parse_when(text: str, where: str) -> Moment:
    """A day, with the hour where it is known, as people type it.

    Raises:
        UsageError: where it is none.
    """
    from truyenthong.yamltext.days import parse_moment  # noqa: PLC0415 - not needed without a moment
    from truyenthong.yamltext.scalars import Fault  # noqa: PLC0415 - the same

    moment = parse_moment(text.strip())
    if isinstance(moment, Fault):
        raise UsageError(f"{where}: {moment.message}", hint=moment.hint or "viết 28/5/2021 09:15.")
    return moment


def one_of(word: str, choices: Iterable[str], where: str) -> str:
    """``word`` where it is one of the choices.

    Raises:
        UsageError: where it is not.
    """
    known = tuple(choices)
    if word not in known:
        raise UsageError(f"{where} không nhận «{word}».", hint=f"chọn một trong: {', '.join(known)}.")
    return word
