"""Writes to the two streams: results to stdout, trouble to stderr; decides nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from truyenthong.errors import TruyenthongError
from truyenthong.findings import Finding
from truyenthong.workspace.layout import SUBMISSIONS_FOLDER
from truyenthong.workspace.memory import Answer


def prepare_streams() -> None:
    """UTF-8 whatever the locale, and plain line ends; a character that a terminal lacks is replaced.

    A stream that the caller has closed (``>&-``) leads nowhere.
    """
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - to the end
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - to the end
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def result(text: str, *, end: str = "\n") -> None:
    """Writes a result; a reader that has gone (``| head``) is no fault and changes no exit code."""
    try:
        sys.stdout.write(text + end)
        sys.stdout.flush()
    except BrokenPipeError:
        reader_has_gone()


def reader_has_gone(stream: TextIO | None = None) -> None:
    """Lets what is still buffered (of stdout unless told otherwise) go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), (stream or sys.stdout).fileno())


def trouble(text: str, *, end: str = "\n") -> None:
    """Writes a line about something that went wrong, after what was already shown.

    That nobody reads it (``2>&1 >/dev/null | true``) is no fault and changes no exit code.
    """
    result("", end="")
    try:
        sys.stderr.write(text + end)
        sys.stderr.flush()
    except BrokenPipeError:
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
    lines += [f"  {file}: {', '.join(_codes(faults, file))}" for file in files[:10]]
    if len(files) > 10:
        lines.append(f"  … và {len(files) - 10} tệp nữa")
    lines.append("  chạy «truyenthong validate» để xem từng lỗi và cách sửa.\n")
    return "\n".join(lines)


def _codes(faults: Iterable[Finding], file: str) -> list[str]:
    return sorted({one.code for one in faults if one.ref.file == file})
