"""``python -m truyenthong`` and the installed command."""

from __future__ import annotations

import gc
import sys

INTERRUPTED = 130
"""The exit code of ^C (see docs/architecture.md)."""


OBJECTS_BEFORE_COLLECTING = 200_000
"""What is read lives to the end: looking for rubbish among it as often as usual takes a tenth of the time."""


def run() -> None:
    """Runs the program and exits with its code; ^C while it is still being loaded is no crash either."""
    gc.set_threshold(OBJECTS_BEFORE_COLLECTING)
    try:
        from truyenthong.cli.main import main  # noqa: PLC0415 - what is imported may be interrupted

        code = main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("Đã dừng theo yêu cầu.\n")
        code = INTERRUPTED
    sys.exit(code)


if __name__ == "__main__":
    run()
