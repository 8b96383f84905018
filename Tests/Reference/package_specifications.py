"""Reads conda match specs and pip requirements as rattler and packaging do: a JSON object of two lists in and out.

    python package_specifications.py < texts.json > parts.json

Reads with py-rattler 0.28 in its lenient mode and with packaging 26. The result for a text that the reader
refuses is null.
"""

import json
import sys

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from rattler import MatchSpec


def conda(text):
    try:
        spec = MatchSpec(text)
    except Exception:
        return None
    return {"name": spec.name.normalized, "build": spec.build, "subdirectory": spec.subdir}


def pip(text):
    try:
        requirement = Requirement(text)
    except Exception:
        return None
    return {
        "name": canonicalize_name(requirement.name),
        "extras": sorted(requirement.extras),
        "url": requirement.url,
        "hasVersion": bool(str(requirement.specifier)),
        "hasMarker": requirement.marker is not None,
    }


texts = json.load(sys.stdin)
json.dump({"conda": [conda(text) for text in texts["conda"]], "pip": [pip(text) for text in texts["pip"]]}, sys.stdout)
