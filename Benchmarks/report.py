"""Runs the programs of the comparison in turn and prints tables of medians and ratios, as Markdown.

    report.py --corpus FOLDER --ours BENCHMARK --yams YAMS --floor LIBYAML_FLOOR --python PYTHON [--passes 5]

A file that one of the programs refuses is left out for all of them, so that all do the same work.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = ["azureml-core", "ruamel", "pyyaml-c", "rapidyaml"]
OURS = "this SDK"
FROM_PATH = "this SDK, from a path"
GROWTH = [12_500, 25_000, 50_000, 100_000]


def run(command):
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"error: {' '.join(command)} ended with status {result.returncode}\n{result.stderr}")
    return json.loads(result.stdout.splitlines()[-1])


def medians(programs, passes):
    """Microseconds for each thing done: every program in turn, and again, so that a slow moment meets all of them."""
    times = {name: [] for name in programs}
    for _ in range(passes):
        for name, command in programs.items():
            row = run(command)
            times[name].append(row["seconds"] / row["count"] * 1e6)
    return {name: statistics.median(values) for name, values in times.items()}


def peer_command(options, peer, figure, folder):
    return [options.python, os.path.join(HERE, "Peers", "peers.py"), peer, figure, folder]


def copy_accepted(options, folder):
    """Copies the files that every peer reads, and says which ones refused how many."""
    names = sorted(name for name in os.listdir(options.corpus) if name.endswith((".yml", ".yaml")))
    left_out = set()
    for peer in PEERS:
        refused = run(peer_command(options, peer, "refused", options.corpus))["refused"]
        if refused:
            print(f"{peer} refuses {len(refused)} of {len(names)} files.")
        left_out.update(refused)
    for name in names:
        if name not in left_out:
            shutil.copy(os.path.join(options.corpus, name), folder)
    print(f"Compared on the {len(names) - len(left_out)} files that all accept.")


def print_loading(options, folder):
    programs = {"libyaml's events alone": [options.floor, "load", folder], OURS: [options.ours, "load", folder]}
    programs[FROM_PATH] = [options.ours, "load-path", folder]
    programs["Yams"] = [options.yams, "load", folder]
    for peer in PEERS:
        programs[peer] = peer_command(options, peer, "load", folder)
    times = medians(programs, options.passes)
    print("\n### Load and serialize real specifications\n")
    print("| | µs a file | time, relative to this SDK |\n| --- | ---: | ---: |")
    for name, time in sorted(times.items(), key=lambda item: item[1]):
        print(f"| {name} | {time:,.2f} | {time / times[OURS]:.2f} |")
    # azureml-core reads files only, so this is the same work on both sides.
    ratio = times["azureml-core"] / times[FROM_PATH]
    print(f"\nazureml-core takes {ratio:,.0f} times as long as this SDK from a path.")


def print_large(options):
    time = medians({OURS: [options.ours, "large", "20000"]}, options.passes)[OURS]
    print(f"\n### Load 20,000 packages, add one, save\n\n{time / 1000:.1f} ms, its fsyncs among them")


def print_growth(options):
    times = medians({n: [options.ours, "edits", str(n)] for n in GROWTH}, options.passes)
    print("\n### Edits of one document, and one save: adding, replacing, moving and removing in turn\n")
    print("| edits | µs an edit | time for all, relative to half as many edits |\n| ---: | ---: | ---: |")
    for n in GROWTH:
        ratio = f"{times[n] * n / (times[n // 2] * (n // 2)):.2f}" if n // 2 in times else ""
        print(f"| {n:,} | {times[n]:.2f} | {ratio} |")


def main():
    parser = argparse.ArgumentParser()
    for name in ["corpus", "ours", "yams", "floor", "python"]:
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--passes", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy_accepted(options, folder)
        print_loading(options, folder)
    print_large(options)
    print_growth(options)


main()
