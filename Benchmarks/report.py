"""Runs the programs of the comparison in turn and prints one table of medians and ratios, as Markdown.

    report.py --corpus FOLDER --ours BENCHMARK --yams YAMS --floor LIBYAML_FLOOR --python PYTHON [--passes 5]
"""

import argparse
import json
import os
import statistics
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = ["azureml-core", "ruamel", "pyyaml-c", "rapidyaml"]
GROWTH = [1_000, 10_000, 50_000, 100_000]


def run(command):
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(result.stdout.splitlines()[-1])


def medians(programs, passes):
    """Microseconds for each thing done: every program in turn, and again, so that a slow moment meets all of them."""
    times = {name: [] for name in programs}
    last = {}
    for _ in range(passes):
        for name, command in programs.items():
            last[name] = run(command)
            times[name].append(last[name]["seconds"] / last[name]["count"] * 1e6)
    return {name: statistics.median(values) for name, values in times.items()}, last


def table(title, unit, times, ours, remarks):
    print(f"\n### {title}\n\n| | {unit} | this SDK is faster by |\n| --- | ---: | ---: |")
    for name, time in sorted(times.items(), key=lambda item: item[1]):
        ratio = "" if name == ours else f"{time / times[ours]:.2f} ×"
        print(f"| {name}{remarks.get(name, '')} | {time:,.2f} | {ratio} |")


def main():
    parser = argparse.ArgumentParser()
    for name in ["corpus", "ours", "yams", "floor", "python"]:
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--passes", type=int, default=5)
    options = parser.parse_args()
    ours = "this SDK"

    programs = {"libyaml's events alone": [options.floor, "load", options.corpus], ours: [options.ours, "load", options.corpus]}
    programs["this SDK, from a path"] = [options.ours, "load-path", options.corpus]
    programs["Yams"] = [options.yams, "load", options.corpus]
    for peer in PEERS:
        programs[peer] = [options.python, os.path.join(HERE, "Peers", "peers.py"), peer, "load", options.corpus]
    times, last = medians(programs, options.passes)
    remarks = {name: f" (refuses {row['refused']} files)" for name, row in last.items() if row.get("refused")}
    table("Load and serialize real specifications", "µs a file", times, ours, remarks)

    large, _ = medians({ours: [options.ours, "large", "20000"]}, options.passes)
    print(f"\n### Load 20,000 packages, add one, save\n\n{large[ours] / 1000:.1f} ms, its fsyncs among them")

    growth, _ = medians({str(n): [options.ours, "edits", str(n)] for n in GROWTH}, options.passes)
    print("\n### Edits of one document, and one save\n\n| edits | µs an edit |\n| ---: | ---: |")
    for n in GROWTH:
        print(f"| {n:,} | {growth[str(n)]:.2f} |")


main()
