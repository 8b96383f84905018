"""Compares pairs of versions, and versions with constraints, as rattler and packaging do.

    python package_versions.py < pairs.json > answers.json

Takes {"conda": [[left, right]], "pip": [[left, right]], "condaSpecs": [[spec, version]], "pipSpecs": [[spec, version]]}
and returns -1, 0 or 1 for each pair, a truth value for each constraint, and null where a text is refused.
"""

import json
import sys

from packaging.specifiers import SpecifierSet
from packaging.version import Version as PipVersion
from rattler import Version as CondaVersion
from rattler import VersionSpec


def compared(kind):
    def compare(pair):
        try:
            left, right = (kind(text) for text in pair)
        except Exception:
            return None
        return (left > right) - (left < right)

    return compare


def conda_fulfils(pair):
    try:
        return VersionSpec(pair[0]).matches(CondaVersion(pair[1]))
    except Exception:
        return None


def pip_fulfils(pair):
    try:
        return SpecifierSet(pair[0]).contains(PipVersion(pair[1]), prereleases=True)
    except Exception:
        return None


questions = json.load(sys.stdin)
asked = {"conda": compared(CondaVersion), "pip": compared(PipVersion), "condaSpecs": conda_fulfils, "pipSpecs": pip_fulfils}
json.dump({name: [ask(pair) for pair in questions[name]] for name, ask in asked.items()}, sys.stdout)
