"""Writes schema/*.json for editors; ``--check`` only compares (exit 1 when stale)."""

from __future__ import annotations

import sys
from pathlib import Path

from truyenthong.operations.schema import KINDS, schema_text
from truyenthong.workspace.layout import Workspace

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "schema"


def main() -> int:
    """Writes or compares each of them."""
    workspace = Workspace(root=ROOT)
    stale = []
    for kind in KINDS:
        path = FOLDER / f"{kind}.json"
        text = schema_text(kind, workspace) + "\n"
        if "--check" not in sys.argv:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(path.name)
    print("schema/:", f"đã cũ: {', '.join(stale)}; chạy «make docs»" if stale else "đúng với chương trình")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
