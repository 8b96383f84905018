"""Compares the programs of the benchmark, and prints tables of medians and ratios as Markdown.

    report.py --corpus FOLDER --programs FOLDER --swift-programs FOLDER --python PYTHON [--plots FOLDER] [--passes 5]
              [--figures 1,2,3,4,5,6,7] [--memory FOLDER]
"""

import argparse
import os
import tempfile

import contexts
import images
import plot
import specifications
import workspaces

HERE = os.path.dirname(os.path.abspath(__file__))


class Options:
    """The paths of the programs, and how often they run."""

    def __init__(self, given):
        self.corpus = given.corpus
        self.passes = given.passes
        self.python = given.python
        self.ours = os.path.join(given.swift_programs, "Benchmark")
        self.script = os.path.join(given.swift_programs, "Script")
        self.yams = os.path.join(given.swift_programs, "YamsBenchmark")
        self.libyaml_floor = os.path.join(given.programs, "libyaml_floor")
        self.durable_floor = os.path.join(given.programs, "durable_floor")
        self.context_floor = os.path.join(given.programs, "context_floor")
        self.data_floor = os.path.join(given.programs, "data_floor")
        self.fsync_timer = os.path.join(given.programs, "fsync_timer.so")

    def peer(self, name, figure, *arguments):
        return [self.python, os.path.join(HERE, "..", "Peers", "peers.py"), name, figure, *arguments]


def save(plots, name, drawing):
    if plots:
        with open(os.path.join(plots, f"{name}.svg"), "w") as file:
            file.write(drawing)


def main():
    parser = argparse.ArgumentParser()
    for name in ["corpus", "programs", "swift-programs", "python"]:
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--plots", help="the folder for the curves, as SVG files")
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--figures", default="1,2,3,4,5,6,7")
    # In memory, because writing so many environments to a disk takes most of an hour, and because a disk that still
    # writes what the previous program gave it delays the next one.
    parser.add_argument("--memory", help="a folder in memory, for 100,000 environments and 2 GiB of data")
    given = parser.parse_args()
    options = Options(given)
    figures = {int(number) for number in given.figures.split(",")}
    # Created before measuring, so that a missing folder does not lose the figures.
    if given.plots:
        os.makedirs(given.plots, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory(dir=given.memory) as memory:
        if 1 in figures:
            with tempfile.TemporaryDirectory() as accepted:
                specifications.print_loading(options, accepted)
        if 2 in figures:
            specifications.print_large(options, folder)
            edits = {"all edits, and one save": specifications.print_growth(options)}
            save(given.plots, "edits", plot.draw("Edits of one document", "edits", "µs", edits))
        if 3 in figures:
            workspaces.print_script(options, folder)
        if 4 in figures:
            workspaces.print_registering(options, folder)
            curves = workspaces.print_finding(options, memory)
            save(given.plots, "get", plot.draw("Getting the latest version", "registered", "µs", curves))
        if 5 in figures:
            images.print_details(options)
        if 6 in figures:
            images.print_packages(options, folder)
        if 7 in figures:
            contexts.print_files(options, folder)
            curves = contexts.print_ignored(options, folder)
            save(given.plots, "ignored", plot.draw("A context, nine tenths ignored", "files", "µs", curves))
            curves = contexts.print_data(options, memory)
            save(given.plots, "data", plot.draw("The data of a context", "MiB", "µs", curves))


main()
