"""What ``report`` and ``init`` show: files made, reports left out and why; decides nothing."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

from truyenthong.cli import console
from truyenthong.operations.reporting import ReportOutcome, Tick
from truyenthong.operations.starting import InitOutcome


@contextlib.contextmanager
def progress_bar() -> Iterator[Tick]:
    """A bar on stderr while reports are made, on a terminal only."""
    if not console.has_colour(sys.stderr):
        yield lambda _made, _total: None
        return
    from rich.console import Console  # noqa: PLC0415 - only on a terminal
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (TextColumn("Đang làm báo cáo"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda made, total: bar.update(task, completed=made, total=total)


def show_report(outcome: ReportOutcome) -> None:
    """The files on stdout; what was left out and what is wrong on stderr."""
    for path in outcome.made:
        console.result(_short(path))
    for left in outcome.left_out:
        console.trouble(f"không làm «{left.code}»: {left.reason}")
        if left.moved is not None:
            console.trouble(f"  bản cũ đã chuyển thành {_short(left.moved)}")
    for problem in outcome.warnings:
        console.trouble(f"cảnh báo {problem.code}: {problem.spot}: {problem.message}")
    console.trouble(f"Đã làm {len(outcome.made)} tệp.")
    sys.stderr.write(console.fault_lines(outcome.faults, "report"))


def _short(path: Path) -> str:
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def init_text(outcome: InitOutcome) -> str:
    """What was made and what to do next."""
    lines = [f"Đã tạo không gian làm việc ở {_short(outcome.root)}:"]
    lines.extend(f"  {name}" for name in outcome.made)
    lines.append("Việc tiếp theo: sửa data/plan.yaml và data/units.yaml cho đúng, rồi chạy")
    lines.append(f"  truyenthong -C {_short(outcome.root)} validate")
    return "\n".join(lines)
