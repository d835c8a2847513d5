"""``python -m truyenthong`` and the installed command."""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""The exit code of ^C (see docs/architecture.md)."""


def run() -> None:
    """Runs the program and exits with its code; ^C while it is still being loaded is no crash either."""
    try:
        from truyenthong.cli.main import main  # noqa: PLC0415 - what is imported may be interrupted

        code = main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("Đã dừng theo yêu cầu.\n")
        code = INTERRUPTED
    sys.exit(code)


if __name__ == "__main__":
    run()
