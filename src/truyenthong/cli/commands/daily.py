"""``daily``: all that is done each day, one command after the other, as cron runs it."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from truyenthong.cli import console
from truyenthong.cli.commands.calendar import CALENDARS_FOLDER
from truyenthong.cli.commands.page import PAGE_NAME
from truyenthong.cli.main import EXIT_INTERRUPTED, main
from truyenthong.cli.options import as_of_of, now, refuse_other_day, workspace_of
from truyenthong.errors import CannotContinueError
from truyenthong.text import day_and_hour
from truyenthong.workspace.layout import OUTREACH_FILE, Workspace
from truyenthong.workspace.repository import read_outreach
from truyenthong.workspace.snapshot import look_at

WORST_FIRST = (70, 3, 2, 1, 0)
"""The exit code of the whole run is the first of these that a part gave."""

_STOPPED = (129, EXIT_INTERRUPTED, 143)
_TOLD = 6
"""Lines of a part that fit into one page of log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyPart:
    """A command of the day's run.

    Attributes:
        name: what it does, for people.
        words: as they are typed.
        first, last: how many lines of its result the log has, from its beginning and from its end.
        files: each line of its result is a file: they are only counted.
        left_out: why it is not run, or None.
    """

    name: str
    words: Sequence[str] = ()
    first: int = 0
    last: int = 0
    files: bool = False
    left_out: str | None = None


def daily(
    ctx: typer.Context,
    send: Annotated[
        bool, typer.Option("--send", help="Gửi thư nhắc, và thư tóm tắt đầu tuần; không có thì không gửi gì.")
    ] = False,
    no_mailbox: Annotated[
        bool, typer.Option("--no-mailbox", help="Đã tự xem hộp thư: nhắc mà không chờ đọc hộp thư.")
    ] = False,
    out: Annotated[
        str | None, typer.Option(metavar="THƯ_MỤC", help="Nơi để trang, lịch, báo cáo; mặc định out/.")
    ] = None,
) -> None:
    """Làm mọi việc hằng ngày: hộp thư, kiểm tra, nhắc hạn, trang, lịch, báo cáo; in một trang nhật ký.

    Một việc không làm được không cản việc khác. Mã trả về là mã nặng nhất: 70, rồi 3, 1, 0. Không có --send
    thì không gửi thư nào.
    """
    place, day = workspace_of(ctx), as_of_of(ctx)
    if send:
        refuse_other_day(ctx)
    folder = Path(out).absolute() if out is not None else place.out
    _log(f"bắt đầu việc hằng ngày ở {place.root}")
    codes = []
    for part in parts(place, folder, send=send, no_mailbox=no_mailbox):
        codes.append(_run(part, place, day))
        if codes[-1] in _STOPPED:
            raise typer.Exit(codes[-1])
    worst = worst_of(codes)
    _log(f"xong, mã {worst}: {_MEANINGS[worst]}")
    raise typer.Exit(worst)


_MEANINGS = {
    70: "chương trình có lỗi bên trong, xem dòng nói nơi ghi chi tiết",
    3: "có việc không làm được trọn, xem lý do ở trên",
    2: "có việc gọi sai",
    1: "có điều chờ người xem",
    0: "mọi việc đã xong",
}


def worst_of(codes: Sequence[int]) -> int:
    """The first of ``WORST_FIRST`` that occurred; a code that is not among them weighs like 3."""
    known = [code if code in WORST_FIRST else CannotContinueError.exit_code for code in codes]
    return next((code for code in WORST_FIRST if code in known), 0)


def parts(place: Workspace, folder: Path, *, send: bool, no_mailbox: bool) -> Iterator[DailyPart]:
    """What is run, in its order: what comes in is there before anybody is reminded."""
    reads, writes, told = _declared(place)
    undeclared = f"chưa khai ở {OUTREACH_FILE}"
    yield DailyPart(
        name="đọc hộp thư",
        words=("intake", "--mailbox"),
        left_out=None if reads else f"{undeclared} (thu_den)",
    )
    yield DailyPart(name="kiểm tra dữ liệu", words=("validate",), last=1)
    reminding = ["remind", *(["--send"] if send else []), *(["--no-mailbox"] if no_mailbox else [])]
    yield DailyPart(
        name="nhắc hạn" if send else "xem ai cần nhắc (không gửi)",
        words=reminding,
        first=2 * _TOLD,
        left_out=None if writes else undeclared,
    )
    yield DailyPart(
        name="tóm tắt tuần",
        words=("mail", "summary", *(["--send"] if send else [])),
        first=_TOLD,
        left_out=f"{undeclared} (nguoi_nhan_tom_tat)" if not told else (None if send else "không có --send"),
    )
    yield DailyPart(name="trang tiến độ", words=("page", "--out", str(folder / PAGE_NAME)), files=True)
    yield DailyPart(
        name="lịch", words=("calendar", "--all", "--out", str(folder / CALENDARS_FOLDER)), files=True
    )
    yield DailyPart(name="báo cáo", words=("report", "--out", str(folder)), files=True)


def _declared(place: Workspace) -> tuple[bool, bool, bool]:
    """Whether a mailbox is declared, whether anything about mail is, whether readers of a summary are.

    A file that cannot be read is declared: the commands that need it say what is wrong.
    """
    snapshot = look_at(place)
    if OUTREACH_FILE not in snapshot.files:
        refused = OUTREACH_FILE in snapshot.refused
        return refused, refused, refused
    outreach, _ = read_outreach(snapshot)
    if outreach is None:
        return True, True, True
    return outreach.incoming is not None, True, bool(outreach.readers)


def _run(part: DailyPart, place: Workspace, day: date) -> int:
    """Runs a part behind its own error boundary and writes into the log what it said."""
    if part.left_out is not None:
        _log(f"{part.name}: bỏ qua, {part.left_out}")
        return 0
    said, trouble = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(trouble):
        code = main(["-C", str(place.root), "--as-of", day.isoformat(), *part.words])
    out, err = _lines(said), _lines(trouble)
    count = f", {len(out)} tệp" if part.files and out else ""
    _log(f"{part.name}: {'xong' if code == 0 else f'mã {code}'}{count}")
    told = [*err[:_TOLD]] if code > 1 else []
    if not part.files:
        told += out[: part.first] + out[max(part.first, len(out) - part.last) :]
    for line in told:
        _log(f"  {line}")
    if code and not part.files and len(out) > part.first + part.last:
        _log(f"  còn {len(out) - part.first - part.last} dòng, xem bằng: truyenthong {part.words[0]}")
    return code


def _lines(stream: io.StringIO) -> list[str]:
    return [line for line in stream.getvalue().splitlines() if line.strip()]


def _log(line: str) -> None:
    moment = now()
    console.result(f"{day_and_hour(moment.date(), moment.time().replace(microsecond=0))}  {line}")
