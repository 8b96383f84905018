"""Runs the alternatives to this SDK that are written in Python; each call prints a line of JSON.

    peers.py PEER load CORPUS               the time to read and write specifications
    peers.py PEER refused CORPUS            the files that the peer refuses
    peers.py azureml-core script FILE FOLDER    a user's script: loads a file, makes an environment, saves it
    peers.py pyyaml-c packages CORPUS       the conda packages and pip requirements of real specifications
    peers.py PEER parse LINES               the time to parse packages
    peers.py PEER refused-lines LINES       the packages that the peer refuses
"""

import io
import json
import logging
import os
import sys
import time

logging.disable(logging.CRITICAL)


def azureml_core(path, text):
    from azureml.core.conda_dependencies import CondaDependencies

    return lambda: CondaDependencies(path).serialize_to_string()


def ruamel(path, text):
    from ruamel.yaml import YAML

    def work():
        yaml = YAML()
        yaml.preserve_quotes = True
        yaml.dump(yaml.load(text), io.BytesIO())

    return work


def pyyaml_c(path, text):
    import yaml

    return lambda: yaml.dump(yaml.load(text, Loader=yaml.CSafeLoader), Dumper=yaml.CSafeDumper)


def rapidyaml(path, text):
    import ryml

    return lambda: ryml.emit_yaml(ryml.parse_in_arena(text))


def works(peer, corpus):
    """Returns the peer's work on each file as a function, by file name."""
    found = {}
    for name in sorted(name for name in os.listdir(corpus) if name.endswith((".yml", ".yaml"))):
        path = os.path.join(corpus, name)
        with open(path, "rb") as file:
            found[name] = peer(path, file.read())
    return found


def load(peer, corpus):
    functions = list(works(peer, corpus).values())
    count = 0
    start = time.perf_counter()
    while (elapsed := time.perf_counter() - start) < 1:
        for work in functions:
            work()
        count += len(functions)
    return {"count": count, "seconds": elapsed}


def refused(peer, corpus):
    names = []
    for name, work in works(peer, corpus).items():
        try:
            work()
        except Exception:
            names.append(name)
    return {"refused": names}


def script(peer, specification, folder):
    from azureml.core import Environment

    environment = Environment.from_conda_specification("script", specification)
    environment.save_to_directory(os.path.join(folder, "environment"))
    return {}


def packages(peer, corpus):
    import yaml

    found = {"conda": [], "pip": []}
    for name in sorted(name for name in os.listdir(corpus) if name.endswith((".yml", ".yaml"))):
        with open(os.path.join(corpus, name), "rb") as file:
            for entry in (yaml.load(file, Loader=yaml.CSafeLoader) or {}).get("dependencies") or []:
                if isinstance(entry, str):
                    found["conda"].append(entry)
                elif isinstance(entry, dict) and isinstance(entry.get("pip"), list):
                    # packaging does not read pip options.
                    items = (item for item in entry["pip"] if isinstance(item, str))
                    found["pip"].extend(item for item in items if not item.startswith("-"))
    return {kind: [text for text in texts if text and "\n" not in text] for kind, texts in found.items()}


def py_rattler(text):
    from rattler import MatchSpec

    return MatchSpec(text, strict=False)


def packaging(text):
    from packaging.requirements import Requirement

    return Requirement(text)


def read_lines(path):
    with open(path) as file:
        return file.read().splitlines()


def accepts(peer, line):
    try:
        peer(line)
    except Exception:
        return False
    return True


def parse(peer, path):
    lines = read_lines(path)
    count = 0
    start = time.perf_counter()
    while (elapsed := time.perf_counter() - start) < 1:
        for line in lines:
            accepts(peer, line)
        count += len(lines)
    return {"count": count, "seconds": elapsed}


def refused_lines(peer, path):
    return {"refused": [line for line in read_lines(path) if not accepts(peer, line)]}


PEERS = {
    "azureml-core": azureml_core,
    "ruamel": ruamel,
    "pyyaml-c": pyyaml_c,
    "rapidyaml": rapidyaml,
    "py-rattler": py_rattler,
    "packaging": packaging,
}
FIGURES = {
    "load": load,
    "refused": refused,
    "script": script,
    "packages": packages,
    "parse": parse,
    "refused-lines": refused_lines,
}
if __name__ == "__main__":
    if len(sys.argv) < 4 or sys.argv[1] not in PEERS or sys.argv[2] not in FIGURES:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    print(json.dumps(FIGURES[sys.argv[2]](PEERS[sys.argv[1]], *sys.argv[3:])))
