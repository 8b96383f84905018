"""Figures 3 and 4: a script from its start to its end, and the registry."""

import os
import statistics
import tempfile

from measuring import OURS, medians, run, run_process, table

SIZES = [10, 1_000, 100_000]


def print_script(options, folder):
    specification = os.path.join(folder, "script.yml")
    with open(specification, "w") as file:
        file.write("name: script\nchannels:\n  - conda-forge\ndependencies:\n  - python=3.10\n  - numpy=1.26\n")
    programs = {
        OURS: lambda place: [options.script, specification, place],
        "azureml-core": lambda place: options.peer("azureml-core", "script", specification, place),
    }
    runs = {name: [] for name in programs}
    for _ in range(options.passes * 3):
        for name, command in programs.items():
            with tempfile.TemporaryDirectory(dir=folder) as place:
                runs[name].append(run_process(command(place), options.fsync_timer, place))
    rows = []
    for name, processes in runs.items():
        without = statistics.median(p.milliseconds - p.fsync_milliseconds for p in processes)
        fsync = statistics.median(p.fsync_milliseconds for p in processes)
        memory = statistics.median(p.megabytes for p in processes)
        rows.append([name, f"{without:,.1f}", f"{fsync:,.1f}", f"{processes[0].fsyncs}", f"{memory:,.1f}"])
    table(
        "3. A script as a process: load a specification, register or save it, print its Dockerfile",
        ["", "ms without fsync", "ms in fsync", "fsyncs", "peak MB"],
        rows,
    )
    print("\nazureml-core saves a folder; it does not generate a Dockerfile and does not call fsync.")


def print_registering(options, folder):
    count = 300
    places = iter(range(1_000_000))

    def floor():
        place = os.path.join(folder, f"floor-{next(places)}")
        os.mkdir(place)
        return [options.durable_floor, str(count), place]

    programs = {"the same writes in C": floor, OURS: [options.ours, "register", str(count)]}
    times = medians(programs, options.passes, {"BENCHMARK_FOLDER": folder})
    row = run(floor())
    table(
        "4. Durable registrations",
        ["", "a second", "relative to C"],
        [
            [name, f"{1e6 / time:,.0f}", f"{times['the same writes in C'] / time:.2f}"]
            for name, time in times.items()
        ],
    )
    print(f"\nEach writes 5 files, with {row['fsyncs'] // count} fsyncs and {row['renames'] // count} renames.")


def print_finding(options, folder):
    """Returns the curves for names and versions: how many there are, and the microseconds to get one."""
    curves = {}
    for shape in ["names", "versions"]:
        programs = {}
        for size in SIZES:
            place = os.path.join(folder, f"{shape}-{size}")
            os.mkdir(place)
            run([options.ours, "fill", shape, str(size), place])
            for figure in ["get", "list", "search"]:
                programs[figure, size] = [options.ours, figure, place]
            # Last, because it adds environments to those that the other figures read.
            programs["register-more", size] = [options.ours, "register-more", shape, place]
        times = medians(programs, options.passes)
        table(
            f"4. Registering and finding environments: µs by the number of {shape}, in memory",
            ["", *(f"{size:,}" for size in SIZES), "largest / smallest"],
            [
                [title, *(f"{times[figure, size]:,.0f}" for size in SIZES)]
                + [f"{times[figure, SIZES[-1]] / times[figure, SIZES[0]]:.2f}"]
                for figure, title in [
                    ("register-more", "register one more"),
                    ("get", "get the latest version"),
                    ("list", "list, per environment"),
                    ("search", "search, per version"),
                ]
            ],
        )
        curves[shape] = [(size, times["get", size]) for size in SIZES]
    return curves
