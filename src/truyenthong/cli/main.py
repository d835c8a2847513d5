"""The one error boundary: runs the app and turns whatever happens into an exit code and a sentence."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Sequence

from typer import Exit
from typer._click.exceptions import ClickException, NoArgsIsHelpError
from typer.exceptions import Abort

from truyenthong.cli import console, vietnamese
from truyenthong.errors import CannotContinueError, TruyenthongError
from truyenthong.workspace import storage

EXIT_USAGE = 2
EXIT_BUG = 70
EXIT_INTERRUPTED = 130
_COMPLETION_VARIABLE = "_TRUYENTHONG_COMPLETE"


def main(args: Sequence[str]) -> int:
    """Runs the program with ``args`` and returns the exit code of the table in docs/architecture.md."""
    console.prepare_streams()
    try:
        return _run(list(args))
    except BrokenPipeError:
        console.reader_has_gone()
        return 0


def _run(args: list[str]) -> int:
    try:
        code = _call(args)
        sys.stdout.flush()
    except TruyenthongError as error:
        console.stop(error)
        return error.exit_code
    except (KeyboardInterrupt, Abort):
        return _interrupted()
    except BrokenPipeError:
        raise
    except OSError as error:
        return _refused(error, args)
    except Exception:  # noqa: BLE001 - the last boundary: a bug is told in one line, with the log beside it
        return _bug(args)
    # Typer turns ^C inside of a command into its exit code without a word.
    return _interrupted() if code == EXIT_INTERRUPTED else code


def _refused(error: OSError, args: Sequence[str]) -> int:
    """What the system refuses where no sentence of its own stands: a full disk, a locked folder."""
    if error.errno not in (errno.ENOSPC, errno.EACCES, errno.EPERM):
        return _bug(args)
    console.reader_has_gone()
    full = error.errno == errno.ENOSPC
    why = "ổ đĩa đã đầy nên không in được kết quả" if full else f"không được phép đọc {error.filename}"
    console.trouble(f"truyenthong: {why}.")
    return CannotContinueError.exit_code


def _bug(args: Sequence[str]) -> int:
    log = storage.write_log(f"truyenthong {' '.join(args)}\n\n{traceback.format_exc()}")
    console.trouble(f"truyenthong: chương trình có lỗi bên trong; chi tiết ở {log}")
    return EXIT_BUG


def _interrupted() -> int:
    console.trouble("Đã dừng theo yêu cầu.")
    return EXIT_INTERRUPTED


def _call(args: list[str]) -> int:
    if _COMPLETION_VARIABLE in os.environ:
        from typer._completion_classes import completion_init  # noqa: PLC0415 - only while completing

        completion_init()
    from truyenthong.cli.app import command  # noqa: PLC0415 - a fault in it is caught by the boundary

    try:
        code = command()(args, prog_name="truyenthong", standalone_mode=False)
    except NoArgsIsHelpError as error:
        console.result(error.message)
        return EXIT_USAGE
    except ClickException as error:
        return _usage(error)
    except Exit as error:
        return error.exit_code
    except SystemExit:
        # Typer leaves this way only where the reader of its own help has gone (``--help | true``).
        console.reader_has_gone()
        return 0
    return code if isinstance(code, int) else 0


def _usage(error: ClickException) -> int:
    console.trouble(f"truyenthong: {vietnamese.usage_sentence(error)}")
    help_line = vietnamese.usage_help(error)
    if help_line is not None:
        console.trouble(f"  {help_line}")
    return EXIT_USAGE
