"""Figures 5 and 6: Dockerfiles and names, and packages."""

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
