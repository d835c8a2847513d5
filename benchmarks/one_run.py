"""Runs one command and prints its seconds, those of the processors, and the most bytes of one process.

A process of its own and a small one: what the system tells of a child's memory is never less than that of
the process that started it.
"""

import os
import subprocess
import sys
import time

start = time.perf_counter()
silent = subprocess.DEVNULL
process = subprocess.Popen(sys.argv[1:], stdout=silent, stderr=silent, stdin=silent)
_, _, usage = os.wait4(process.pid, 0)
seconds = time.perf_counter() - start
process.returncode = 0  # it has ended; what it returned does not matter here
print(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)
