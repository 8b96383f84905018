"""What a user would take instead, in Python.

    peers.py PEER load CORPUS       prints {"count": ..., "seconds": ...}
    peers.py PEER refused CORPUS    prints {"refused": [the names of the files that the peer does not read]}
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
    """What the peer does with each file, by the file's name."""
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


PEERS = {"azureml-core": azureml_core, "ruamel": ruamel, "pyyaml-c": pyyaml_c, "rapidyaml": rapidyaml}
FIGURES = {"load": load, "refused": refused}
if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in PEERS or sys.argv[2] not in FIGURES:
        print(f"usage: peers.py {'|'.join(PEERS)} {'|'.join(FIGURES)} CORPUS", file=sys.stderr)
        sys.exit(2)
    print(json.dumps(FIGURES[sys.argv[2]](PEERS[sys.argv[1]], sys.argv[3])))
