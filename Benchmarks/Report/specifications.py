"""Figures 1 and 2: conda specifications, real ones and large ones."""

import os
import shutil

from measuring import OURS, medians, run, table

PEERS = ["azureml-core", "ruamel", "pyyaml-c", "rapidyaml"]
FROM_PATH = "this SDK, from a path"
EDITS = [1_000, 12_500, 25_000, 50_000, 100_000]


def copy_accepted(options, folder):
    """Copies the files that every peer accepts, so that all do the same work; prints how many each peer refuses."""
    names = sorted(name for name in os.listdir(options.corpus) if name.endswith((".yml", ".yaml")))
    left_out = set()
    for peer in PEERS:
        refused = run(options.peer(peer, "refused", options.corpus))["refused"]
        if refused:
            print(f"{peer} refuses {len(refused)} of {len(names)} files.")
        left_out.update(refused)
    accepted = [name for name in names if name not in left_out]
    for name in accepted:
        shutil.copy(os.path.join(options.corpus, name), folder)
    size = sum(os.path.getsize(os.path.join(folder, name)) for name in accepted)
    print(f"Compared on the {len(accepted)} files that all accept, {size:,} bytes.")
    return size / len(accepted)


def print_loading(options, folder):
    bytes_a_file = copy_accepted(options, folder)
    programs = {
        "libyaml's events alone": [options.libyaml_floor, "load", folder],
        OURS: [options.ours, "load", folder],
        FROM_PATH: [options.ours, "load-path", folder],
        "Yams": [options.yams, "load", folder],
    }
    for peer in PEERS:
        programs[peer] = options.peer(peer, "load", folder)
    times = medians(programs, options.passes)
    table(
        "1. Load and serialize real specifications",
        ["", "files/s", "MB/s", "time, relative to this SDK"],
        [
            [name, f"{1e6 / time:,.0f}", f"{bytes_a_file / time:,.2f}", f"{time / times[OURS]:.2f}"]
            for name, time in sorted(times.items(), key=lambda item: item[1])
        ],
    )
    # azureml-core reads files only, so this is the same work on both sides.
    ratio = times["azureml-core"] / times[FROM_PATH]
    floor = times[OURS] / times["libyaml's events alone"]
    print(f"\nThis SDK takes {floor:.2f} times as long as libyaml's events alone; azureml-core takes {ratio:,.0f} times")
    print("as long as this SDK from a path.")


def print_large(options, folder):
    path = os.path.join(folder, "large")
    os.mkdir(path)
    with open(os.path.join(path, "env.yml"), "w") as file:
        file.write("dependencies:\n  - python=3.10\n")
        file.writelines(f"  - package-{number}=1.{number}\n" for number in range(20_000))
    programs = {OURS: [options.ours, "large", "20000"], "events": [options.libyaml_floor, "load", path]}
    times = medians(programs, options.passes)
    print("\n### 2. Load 20,000 packages, add one, save\n")
    print(f"{times[OURS] / 1e3:.1f} ms, including its fsyncs. libyaml's events alone take", end=" ")
    print(f"{times['events'] / 1e3:.1f} ms;")
    print("this SDK parses the whole text when it is loaded, and an excerpt of it when the edit is checked.")


def print_growth(options):
    """Returns the points of the curve: the number of edits, and the microseconds for all of them."""
    times = medians({n: [options.ours, "edits", str(n)] for n in EDITS}, options.passes)
    rows = []
    for n in EDITS:
        half = times.get(n // 2)
        rows.append([f"{n:,}", f"{times[n]:.2f}", f"{times[n] * n / (half * (n // 2)):.2f}" if half else ""])
    table(
        "2. Edits of one document, and one save: adding, replacing, moving and removing in turn",
        ["edits", "µs an edit", "time for all, relative to half as many edits"],
        rows,
    )
    return [(n, times[n] * n) for n in EDITS]
