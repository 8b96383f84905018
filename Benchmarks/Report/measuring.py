"""Runs programs in turn and takes medians."""

import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

OURS = "this SDK"


def run(command, **options):
    result = subprocess.run(command, capture_output=True, text=True, **options)
    if result.returncode != 0:
        sys.exit(f"error: {' '.join(command)} ended with status {result.returncode}\n{result.stderr}")
    return json.loads(result.stdout.splitlines()[-1])


def medians(programs, passes, environment=None):
    """Returns the median microseconds per operation. The programs take turns, so that a slow moment affects all."""
    times = {name: [] for name in programs}
    for _ in range(passes):
        for name, command in programs.items():
            row = run(command() if callable(command) else command, env={**os.environ, **(environment or {})})
            times[name].append(row["seconds"] / row["count"] * 1e6)
    return {name: statistics.median(values) for name, values in times.items()}


@dataclass
class Process:
    """The time and memory that a process used, from its start to its end."""

    milliseconds: float
    megabytes: float
    fsync_milliseconds: float
    fsyncs: int


def run_process(command, fsync_timer, folder):
    """Runs a program, and measures separately the time that it spends in fsync."""
    record = os.path.join(folder, "fsync.json")
    environment = {**os.environ, "LD_PRELOAD": fsync_timer, "FSYNC_RECORD": record}
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"error: {' '.join(command)} ended with status {process.returncode}")
    with open(record) as file:
        fsync = json.load(file)
    return Process(elapsed * 1e3, usage.ru_maxrss / 1e3, fsync["seconds"] * 1e3, fsync["count"])


def table(heading, columns, rows):
    """Prints a Markdown table; the first column contains text, the others numbers."""
    print(f"\n### {heading}\n")
    print(f"| {' | '.join(columns)} |")
    print(f"| --- |{' ---: |' * (len(columns) - 1)}")
    for row in rows:
        print(f"| {' | '.join(row)} |")
