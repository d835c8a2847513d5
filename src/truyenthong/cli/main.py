"""The one error boundary: runs the app and turns whatever happens into an exit code and a sentence."""

from __future__ import annotations

import contextvars
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
from truyenthong.workspace.refusals import no_scratch_folder, reason_of

EXIT_USAGE = 2
EXIT_BUG = 70
EXIT_INTERRUPTED = 130
_COMPLETION_VARIABLE = "_TRUYENTHONG_COMPLETE"


def main(args: Sequence[str]) -> int:
    """Runs the program with ``args`` and returns the exit code of the table in docs/architecture.md."""
    console.prepare_streams()
    code = contextvars.copy_context().run(_run, list(args))
    lost = console.finish()
    if lost is not None and code in (0, 1):
        console.trouble(f"truyenthong: Không in được kết quả: {reason_of(lost)}.")
        return CannotContinueError.exit_code
    return code


def _run(args: list[str]) -> int:
    storage.patience.set(storage.Patience(tell=console.trouble))
    try:
        code = _call(args)
    except TruyenthongError as error:
        console.stop(error)
        return error.exit_code
    except (KeyboardInterrupt, Abort):
        return _interrupted()
    except BrokenPipeError:
        console.reader_has_gone(sys.stdout)
        return 0
    except Exception as error:  # noqa: BLE001 - the last boundary: a bug is told in one line, with its log
        refused = _refusal(error)
        if refused is None:
            return _bug(args)
        console.stop(refused)
        return refused.exit_code
    # Typer turns ^C inside of a command into its exit code without a word.
    return _interrupted() if code == EXIT_INTERRUPTED else code


def _refusal(error: Exception) -> CannotContinueError | None:
    """The sentence for what the system refuses; None where the program is at fault."""
    if isinstance(error, MemoryError):
        return CannotContinueError("Máy hết bộ nhớ.", hint="đóng bớt chương trình rồi chạy lại.")
    if not isinstance(error, OSError) or error.errno is None:
        return None
    if error.filename is None and _current_folder_is_gone():
        return CannotContinueError("Thư mục hiện tại không còn nữa.", hint="chuyển sang thư mục khác.")
    if "temporary directory" in str(
        error.strerror
    ):  # Python's own words, where Word and Excel files are made
        return no_scratch_folder()
    where = f"{error.filename}: " if error.filename is not None else ""
    hint = "kiểm tra quyền, chỗ trống trên đĩa và ổ đĩa mạng rồi chạy lại."
    return CannotContinueError(f"Máy không cho làm tiếp: {where}{reason_of(error)}.", hint=hint)


def _current_folder_is_gone() -> bool:
    try:
        os.getcwd()  # noqa: PTH109 - Path.cwd() asks the same
    except OSError:
        return True
    return False


def _bug(args: Sequence[str]) -> int:
    told = traceback.format_exc()
    try:
        log = storage.write_log(f"truyenthong {' '.join(args)}\n\n{told}")
        place = f"chi tiết ở {log}"
    except OSError as error:  # no temporary folder, or no room in it
        place = f"không ghi được chi tiết ra tệp ({reason_of(error)}): {told.splitlines()[-1]}"
    console.trouble(f"truyenthong: chương trình có lỗi bên trong; {place}")
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
        console.reader_has_gone(sys.stdout)
        return 0
    return code if isinstance(code, int) else 0


def _usage(error: ClickException) -> int:
    console.trouble(f"truyenthong: {vietnamese.usage_sentence(error)}")
    help_line = vietnamese.usage_help(error)
    if help_line is not None:
        console.trouble(f"  {help_line}")
    return EXIT_USAGE
