"""Writes to the two streams: results to stdout, trouble to stderr; what a terminal would obey is cleaned."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from truyenthong.errors import CannotContinueError, TruyenthongError, UsageError
from truyenthong.findings import Finding
from truyenthong.text import fold
from truyenthong.workspace.layout import SUBMISSIONS_FOLDER
from truyenthong.workspace.memory import Answer
from truyenthong.workspace.refusals import reason_of

REPLACEMENT = "\ufffd"
"""One for one, so that columns and marks below a line stay where they are."""

_OBEYED = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
"""C0 but for tab and line ends, DEL, C1."""
_TURNED = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks, embeddings, overrides and isolates of direction (Unicode UAX 9)."""
_BROKEN = "\u2028\u2029"
"""Ends of lines that only some programs know."""

_SHADES = r"4[1-7]|10[0-7]|48;5;(?:1\d\d|2[0-2]\d|25[0-5])|48;2(?:;\d{1,3}){3}"
_OWN_COLOURS = rf"0|1|3|(?:[13];)?3[1236](?:;1)?|30;(?:{_SHADES})"
"""The colours that ``console.paint`` and our tables use; none hides what it colours on a usual terminal."""

_COLOURED = re.compile(rf"(\x1b\[(?:{_OWN_COLOURS})m)|\r(?!\n)|[{_OBEYED}{_TURNED}{_BROKEN}]")
_PLAIN = re.compile(rf"\r(?!\n)|[{_OBEYED}{_TURNED}{_BROKEN}]")
_LINE_ENDS = str.maketrans("\n\r\t", "   ")
_IN_DATA = re.compile(rf"[\x7f-\x9f{_TURNED}{_BROKEN}]")


def clean(text: str, *, colours: bool) -> str:
    """``text`` as it may be written; only the program's own colours get through, where there are any."""
    if not colours:
        return _PLAIN.sub(REPLACEMENT, text)
    return _COLOURED.sub(lambda found: found[1] or REPLACEMENT, text)


def one_line(text: str) -> str:
    """A name or a cell, which somebody else has chosen, as a part of a line."""
    return _PLAIN.sub(REPLACEMENT, text.translate(_LINE_ENDS))


def fitted(text: str, indent: int) -> str:
    """``text`` with lines that a terminal has no room for broken between words; as it is without a terminal.

    Args:
        text: lines.
        indent: how far what is carried over stands in.
    """
    if not sys.stdout.isatty():
        return text
    import shutil  # noqa: PLC0415 - of these lines alone
    import textwrap  # noqa: PLC0415 - the same

    broken = textwrap.TextWrapper(
        width=shutil.get_terminal_size().columns,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join("\n".join(broken.wrap(line)) for line in text.split("\n"))


def escaped(text: str) -> str:
    """JSON in which such characters are written as escapes: the data stay as they are."""
    return _IN_DATA.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def short_path(path: Path) -> str:
    """A path as seen from the current folder where it lies below it."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def json_text(document: object, *, indent: int) -> str:
    """A document as JSON for programs, letters of Vietnamese as themselves."""
    return escaped(json.dumps(document, ensure_ascii=False, indent=indent))


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
    trouble(stop_lines(error), end="")


def stop_lines(error: TruyenthongError) -> str:
    """Why the command cannot go on, and what to do."""
    hint = f"  sửa: {error.hint}\n" if error.hint is not None else ""
    return f"{paint('truyenthong:', '31;1', sys.stderr)} {error}\n{hint}"


def tell(answer: Answer) -> int:
    """Says what a command has to say and returns its exit code."""
    result(answer.out, end="")
    trouble(answer.err, end="")
    return answer.code


def kept_lines(kept: Mapping[Path, Path]) -> str:
    """A line for each file that a person had changed: where it is now."""
    return "".join(
        f"{short_path(path)} không còn như lúc chương trình làm ra (có người sửa): "
        f"bản ấy giữ ở {short_path(target)}.\n"
        for path, target in kept.items()
    )


def fault_lines(faults: Sequence[Finding], command: str, *, brief: bool = False) -> str:
    """The lines that name the errors in the data; the result was made all the same.

    ``brief`` is one line: what was shown before must not scroll away.
    """
    if not faults:
        return ""
    if brief:
        codes = sorted({one.code for one in faults})
        named = ", ".join(codes[:3]) + (", …" if len(codes) > 3 else "")
        return f"Dữ liệu có {len(faults)} lỗi ({named}), xem và sửa: truyenthong validate\n"
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


def is_watched() -> bool:
    """Whether a person sits at the terminal, who sees a question and can answer it."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


_YES = frozenset({fold("có"), fold("co"), "y", "yes", "c"})


def agreed(question: str, *, yes: bool) -> bool:
    """Whether to go on: ``--yes``, or «có» typed at the terminal; anything else is no.

    Args:
        question: a whole question, such as «Ghi vào data/plan.yaml?».
        yes: the user said so on the command line.

    Raises:
        UsageError: nobody sits at the terminal and ``--yes`` was not given.
    """
    if yes:
        return True
    if not is_watched():
        raise UsageError("Chưa ghi gì: lệnh này cần một người trả lời.", hint="xem kỹ rồi thêm --yes.")
    trouble(f"{question} Gõ «có» để ghi, Enter để thôi:")
    return fold(sys.stdin.readline().strip()) in _YES
