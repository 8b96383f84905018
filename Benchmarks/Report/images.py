"""Figures 5, 6 and 7: Dockerfiles and names, packages, and build contexts."""

import json
import os

from measuring import OURS, medians, run, table


def print_details(options):
    time = medians({OURS: [options.ours, "details"]}, options.passes)[OURS]
    print("\n### 5. Dockerfile and name of a registered environment, in memory\n")
    print(f"{1e6 / time:,.0f} a second, {time:.1f} µs each")


def print_packages(options, folder):
    texts = run(options.peer("pyyaml-c", "packages", options.corpus))
    for kind, figure, peer in [("conda", "match-specs", "py-rattler"), ("pip", "requirements", "packaging")]:
        lines = os.path.join(folder, f"{kind}.txt")
        with open(lines, "w") as file:
            file.writelines(f"{text}\n" for text in texts[kind])
        times = medians(
            {OURS: [options.ours, figure, lines], peer: options.peer(peer, "parse", lines)}, options.passes
        )
        table(
            f"6. Parsing {len(texts[kind]):,} real {kind} packages",
            ["", "a second", "time, relative to this SDK"],
            [[name, f"{1e6 / time:,.0f}", f"{time / times[OURS]:.2f}"] for name, time in times.items()],
        )
        ours = set(run([options.ours, f"refused-{figure}", lines])["refused"])
        theirs = set(run(options.peer(peer, "refused-lines", lines))["refused"])
        print(f"\n{len(ours & theirs)} are refused by both, {len(ours - theirs)} by this SDK alone and")
        print(f"{len(theirs - ours)} by {peer} alone.")
        for heading, alone in [("this SDK", ours - theirs), (peer, theirs - ours)]:
            for text in sorted(alone):
                print(f"\n- {heading} alone refuses `{json.dumps(text, ensure_ascii=False)[1:-1]}`", end="")
        print()


def print_context(options, folder):
    count = 10_000
    context = os.path.join(folder, "context")
    for number in range(count):
        place = os.path.join(context, f"folder-{number // 100}")
        os.makedirs(place, exist_ok=True)
        with open(os.path.join(place, f"file-{number}.txt"), "w") as file:
            file.write(f"{number}\n" * 100)
    with open(os.path.join(context, "Dockerfile"), "w") as file:
        file.write("FROM scratch\nCOPY . /\n")
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
