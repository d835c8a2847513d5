"""``python -m truyenthong`` and the installed command."""

from __future__ import annotations

import gc
import sys

INTERRUPTED = 130
"""The exit code of ^C (see docs/architecture.md)."""


OBJECTS_BEFORE_COLLECTING = 200_000
"""What is read lives to the end: looking for rubbish among it as often as usual takes a tenth of the time."""


def run() -> None:
    """Runs the program and exits with its code; being stopped while it is still loaded is no crash either."""
    gc.set_threshold(OBJECTS_BEFORE_COLLECTING)
    try:
        code = _run()
    except KeyboardInterrupt:
        code = _stopped("Đã dừng theo yêu cầu.", INTERRUPTED)
    sys.exit(code)


def _run() -> int:
    # What is imported may be interrupted; the signals come before all that takes long.
    from truyenthong.cli.signals import Stopped, listen  # noqa: PLC0415

    try:
        listen()
        from truyenthong.cli.main import main  # noqa: PLC0415

        return main(sys.argv[1:])
    except Stopped as stopped:
        return _stopped(stopped.sentence, stopped.exit_code)


def _stopped(sentence: str, code: int) -> int:
    from truyenthong.cli import console  # noqa: PLC0415 - perhaps nothing is loaded yet

    console.prepare_streams()
    console.trouble(sentence)
    console.finish()
    return code


if __name__ == "__main__":
    run()
