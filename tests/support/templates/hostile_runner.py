"""Loads and fills hostile files one after another and says what each did; a program, run under limits.

Arguments: a folder of files, the file with a secret, and how much memory the process may take. A line of JSON
a file on standard output.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from support.templates.hostile_packages import lines_package
from support.templates.hostile_tags import DATA
from truyenthong.word.render import DocProperties, render
from truyenthong.word.template import load_template

_WATCHED = ("open", "os.", "subprocess.", "socket.", "shutil.", "tempfile.", "urllib.", "ctypes.", "import")
_PROPERTIES = DocProperties(title="T", created=datetime(2021, 6, 1, tzinfo=UTC))
_watching: list[list[str]] = []


def _hook(event: str, args: tuple[object, ...]) -> None:
    if _watching and event.startswith(_WATCHED):
        _watching[-1].append(f"{event} {args[:1]!r}")


def fill(data: bytes) -> tuple[list[str], bytes]:
    """The codes that are told, and the document where one is made."""
    template = load_template(data, name="hại.docx")
    done = render(template, DATA, properties=_PROPERTIES)  # type: ignore[arg-type] # plain data, as it is
    return sorted({one.code for one in done.problems}), done.data or b""


def _peak() -> int:
    """Megabytes."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) // 1024


def main() -> None:
    """Goes through the folder."""
    folder, secret, memory = Path(sys.argv[1]), Path(sys.argv[2]).read_bytes(), int(sys.argv[3])
    # What is imported only when it is needed is imported now.
    fill(lines_package(["{{ n }}", "a{% for y in x %}{{ y | upper ~ '\\x41' }}{% endfor %}"]))
    fill(lines_package(["{{ n n }}"]))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    sys.addaudithook(_hook)
    for file in sorted(folder.iterdir()):
        data = file.read_bytes()
        events: list[str] = []
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak counts from here
        _watching.append(events)
        begin = time.process_time()
        codes, made = fill(data)
        taken = time.process_time() - begin
        _watching.pop()
        peak = _peak()
        leaked = secret in made
        line = {"file": file.name, "codes": codes, "seconds": taken, "peak": peak, "events": events}
        print(json.dumps({**line, "leaked": leaked, "made": bool(made)}), flush=True)  # noqa: T201 - its answer


if __name__ == "__main__":
    main()
