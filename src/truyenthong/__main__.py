"""``python -m truyenthong`` and the installed command."""

from __future__ import annotations

import sys


def run() -> None:
    """Runs the program and exits with its code."""
    from truyenthong.cli.main import main  # noqa: PLC0415 - keeps the import of this module free

    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
