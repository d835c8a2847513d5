"""``make fuzz``: the campaign for as long as asked; prints what it tried and each find.

python tests/robust/campaign.py --minutes 30 --seed 1
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from robust.faults import fault_trial
from robust.running import Bench, quiet_place
from robust.trials import TRIALS

KINDS = {**TRIALS, "fault": fault_trial}


def run(bench: Bench, *, seed: int, kinds: tuple[str, ...], each: int = 0, seconds: float = 0) -> None:
    """Trials of all kinds in turn: ``each`` of a kind, or as many as there is time for."""
    until = time.monotonic() + seconds
    number = 0
    with quiet_place(bench.folder):
        while number < each or time.monotonic() < until:
            for kind in kinds:
                KINDS[kind](random.Random(f"{seed} {kind} {number}"), bench)  # noqa: S311 - chance, no secret
            number += 1


def told(bench: Bench) -> str:
    """How many of each kind were tried, and what was found."""
    tried = ", ".join(f"{count} {kind}" for kind, count in sorted(bench.tried.items()))
    lines = [f"tried: {tried}", f"finds: {len(bench.finds)}"]
    for what, how in bench.finds.items():
        lines += [f"- {what}", f"    {how}"]
    return "\n".join(lines)


def main() -> int:
    """The command line of ``make fuzz``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", nargs="*", default=[*KINDS], choices=[*KINDS])
    asked = parser.parse_args()
    bench = Bench(folder=Path(tempfile.mkdtemp(prefix="robust-")))
    try:
        run(bench, seed=asked.seed, kinds=tuple(asked.kinds), seconds=asked.minutes * 60)
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")
    sys.stdout.write(f"seed {asked.seed}; {told(bench)}\n")
    if not bench.finds:
        shutil.rmtree(bench.folder, ignore_errors=True)
    return int(bool(bench.finds))


if __name__ == "__main__":
    sys.exit(main())
