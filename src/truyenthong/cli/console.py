"""Writes to the two streams: results to stdout, trouble to stderr; decides nothing."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from truyenthong.cli.cleaning import clean, one_line
from truyenthong.errors import CannotContinueError, TruyenthongError
from truyenthong.findings import Finding
from truyenthong.workspace.layout import SUBMISSIONS_FOLDER
from truyenthong.workspace.memory import Answer
from truyenthong.workspace.reasons import reason_of


def prepare_streams() -> None:
    """UTF-8 whatever the locale, and line ends as they are written; a character that is lacking is replaced.

    A stream that the caller has closed (``>&-``) leads nowhere.
    """
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace", newline="")


def _nowhere() -> TextIO:
    try:
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - to the end
    except OSError:  # a place without devices
        return io.StringIO()


def result(text: str, *, end: str = "\n") -> None:
    """Writes a result; a reader that has gone (``| head``) is no fault and changes no exit code.

    Raises:
        CannotContinueError: where the result cannot be written (``> /dev/full``).
    """
    try:
        sys.stdout.write(clean(text + end, colours=has_colour(sys.stdout)))
        sys.stdout.flush()
    except BrokenPipeError:
        reader_has_gone(sys.stdout)
    except OSError as error:
        reader_has_gone(sys.stdout)
        raise CannotContinueError(
            f"Không in được kết quả: {reason_of(error)}.",
            hint="kiểm tra chỗ trống và quyền ghi ở nơi nhận kết quả.",
        ) from error


def reader_has_gone(stream: TextIO) -> None:
    """Lets what is still buffered go nowhere: it must not fail once more when the program ends."""
    with contextlib.suppress(OSError, ValueError):  # a stream without a number, or closed
        try:
            sink = os.open(os.devnull, os.O_WRONLY)
        except OSError:  # a place without devices
            _, sink = os.pipe()
        os.dup2(sink, stream.fileno())


def finish() -> OSError | None:
    """Writes what is still buffered; what the system says where that fails."""
    failed: OSError | None = None
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as error:
            reader_has_gone(stream)
            if stream is sys.stdout and not isinstance(error, BrokenPipeError):
                failed = error
    return failed


def trouble(text: str, *, end: str = "\n") -> None:
    """Writes a line about something that went wrong, after what was already shown.

    That nobody reads it (``2>&1 >/dev/null | true``) is no fault and changes no exit code.
    """
    with contextlib.suppress(OSError):  # ``finish`` tells it
        sys.stdout.flush()
    try:
        sys.stderr.write(clean(text + end, colours=has_colour(sys.stderr)))
        sys.stderr.flush()
    except OSError:  # nobody is left who could be told
        reader_has_gone(sys.stderr)


def has_colour(stream: TextIO) -> bool:
    """Whether a person looks at ``stream`` on a terminal with colours (NO_COLOR is honoured)."""
    return stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def paint(text: str, code: str, stream: TextIO) -> str:
    """``text`` in a colour where the stream shows colours."""
    return f"\x1b[{code}m{text}\x1b[0m" if has_colour(stream) else text


def stop(error: TruyenthongError) -> None:
    """Says why the command cannot go on, and what to do."""
    trouble(f"{paint('truyenthong:', '31;1', sys.stderr)} {error}")
    if error.hint is not None:
        trouble(f"  sửa: {error.hint}")


def tell(answer: Answer) -> int:
    """Says what a command has to say and returns its exit code."""
    result(answer.out, end="")
    trouble(answer.err, end="")
    return answer.code


def fault_lines(faults: Sequence[Finding], command: str) -> str:
    """The lines that name the errors in the data; the result was made all the same."""
    if not faults:
        return ""
    files = list(dict.fromkeys(one.ref.file for one in faults))
    received = any(file.startswith(f"{SUBMISSIONS_FOLDER}/") for file in files)
    counted = "; lần nhận có lỗi chỉ được tính khi đã chấp nhận" if received else ""
    lines = [f"{command}: dữ liệu có {len(faults)} lỗi ở {len(files)} tệp{counted}:"]
    lines += [f"  {one_line(file)}: {', '.join(_codes(faults, file))}" for file in files[:10]]
    if len(files) > 10:
        lines.append(f"  … và {len(files) - 10} tệp nữa")
    lines.append("  chạy «truyenthong validate» để xem từng lỗi và cách sửa.\n")
    return "\n".join(lines)


def _codes(faults: Iterable[Finding], file: str) -> list[str]:
    return sorted({one.code for one in faults if one.ref.file == file})
