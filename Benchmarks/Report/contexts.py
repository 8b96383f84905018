"""Figure 7: build contexts of many files, of files that are mostly ignored, and of much data."""

import os
import shutil

from measuring import OURS, medians, table

COUNTS = [1_000, 10_000, 100_000]
MEBIBYTES = [64, 256, 1_024]
# Without a rule that can match something in node_modules, and with one.
NOT_LISTED = "not listed"
LISTED = "listed"
RULES = {NOT_LISTED: "node_modules\n*.md\n!README*.md\n", LISTED: "node_modules\n*.md\n!**/keep.md\n"}


def write(folder, name, content):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "wb") as file:
        file.write(content)


def print_files(options, folder):
    count = 10_000
    context = os.path.join(folder, "context")
    for number in range(count):
        place = os.path.join(context, f"folder-{number // 100}")
        write(place, f"file-{number}.txt", f"{number}\n".encode() * 100)
    write(context, "Dockerfile", b"FROM scratch\nCOPY . /\n")
    archive = os.path.join(folder, "context.tar")
    times = medians(
        {
            "reading and writing the bytes in C": [options.context_floor, context, archive],
            OURS: [options.ours, "context", context, archive],
        },
        options.passes,
    )
    floor, ours = times.values()
    print(f"\n### 7. A build context of {count:,} files, read, hashed and written as a tar file\n")
    print(f"{ours:.1f} µs a file; reading and writing the bytes alone takes {floor:.1f} µs, so the rest takes")
    print(f"{ours - floor:.1f} µs.")


def print_ignored(options, folder):
    """Returns the curves: the number of files, and the microseconds to read the tenth that is not ignored."""
    programs = {}
    for count in COUNTS:
        context = os.path.join(folder, f"ignored-{count}")
        kept = os.path.join(context, "src")
        for number in range(count):
            place = os.path.join(context, "node_modules", f"package-{number // 100}") if number % 10 else kept
            write(place, f"file-{number}.txt", b"text\n" * 40)
        write(context, "Dockerfile", b"FROM scratch\nCOPY . /\n")
        for name in RULES:
            programs[name, count] = reading(options, context, RULES[name])
        programs["floor", count] = [options.data_floor, "read", kept, "-"]
    times = medians(programs, options.passes)
    table(
        "7. Reading a build context of which nine tenths are ignored, in ms",
        ["files", f"the ignored folder {NOT_LISTED}", LISTED, "reading the kept files in C"],
        [
            [f"{count:,}", *(f"{times[name, count] / 1e3:.1f}" for name in [NOT_LISTED, LISTED, "floor"])]
            for count in COUNTS
        ],
    )
    titles = {NOT_LISTED: f"{OURS}, ignored folder {NOT_LISTED}", LISTED: f"{OURS}, {LISTED}", "floor": "kept files, in C"}
    return {title: [(count, times[name, count]) for count in COUNTS] for name, title in titles.items()}


def reading(options, context, rules):
    """Returns the function that writes the rules and returns the command."""

    def command():
        write(context, ".dockerignore", rules.encode())
        return [options.ours, "context-part", "read", context, "-"]

    return command


def print_data(options, folder):
    """Returns the curves: the number of MiB, and the microseconds to read, hash and write them."""
    parts = ["read", "hash", "write"]
    times = {}
    copy = os.path.join(folder, "copy")
    for size in MEBIBYTES:
        context = os.path.join(folder, f"data-{size}")
        for number in range(size):
            write(os.path.join(context, f"folder-{number // 64}"), f"file-{number}", os.urandom(1 << 20))
        write(context, "Dockerfile", b"FROM scratch\nCOPY . /\n")
        for part in parts:
            # Apart, because a virtual machine is slow to provide the memory that the previous programs did not need.
            programs = {
                (name, part, size): copying([*program, part, context, copy], copy)
                for name, program in [(OURS, [options.ours, "context-part"]), ("C", [options.data_floor])]
            }
            times |= medians(programs, options.passes)
        shutil.rmtree(context)
    shutil.rmtree(copy, ignore_errors=True)
    table(
        "7. The data of a build context in files of 1 MiB, in memory: ms, and relative to C",
        ["MiB", "read into memory", "SHA-256", "written to a folder"],
        [
            [f"{size:,}"]
            + [
                f"{times[OURS, part, size] / 1e3:,.0f} ({times[OURS, part, size] / times['C', part, size]:.2f})"
                for part in parts
            ]
            for size in MEBIBYTES
        ],
    )
    return {
        f"{part}, {name}": [(size, times[name, part, size]) for size in MEBIBYTES]
        for part in ["read", "hash"]
        for name in [OURS, "C"]
    }


def copying(command, copy):
    """Returns the function that removes the copy of the previous program and returns the command."""

    def removing():
        shutil.rmtree(copy, ignore_errors=True)
        return command

    return removing
