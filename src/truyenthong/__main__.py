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
    from truyenthong.cli.stopping import Stopped, listen  # noqa: PLC0415 - before all that takes long

    try:
        listen()
        from truyenthong.cli.main import main  # noqa: PLC0415 - what is imported may be interrupted

        code = main(sys.argv[1:])
    except KeyboardInterrupt:
        code = _stopped("Đã dừng theo yêu cầu.", INTERRUPTED)
    except Stopped as stopped:
        code = _stopped(stopped.sentence, stopped.exit_code)
    sys.exit(code)


def _stopped(sentence: str, code: int) -> int:
    from truyenthong.cli import console  # noqa: PLC0415 - perhaps nothing is loaded yet

    console.prepare_streams()
    console.trouble(sentence)
    console.finish()
    return code


if __name__ == "__main__":
    run()
