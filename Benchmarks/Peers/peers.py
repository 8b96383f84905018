"""What a user would take instead, in Python: peers.py PEER FIGURE CORPUS prints {"count": ..., "seconds": ...}."""

import io
import json
import logging
import os
import sys
import tempfile
import time

logging.disable(logging.CRITICAL)


def azureml_core(files):
    from azureml.core.conda_dependencies import CondaDependencies

    folder = tempfile.mkdtemp()
    paths = []
    for number, text in enumerate(files):
        path = os.path.join(folder, f"{number}.yml")
        with open(path, "wb") as file:
            file.write(text)
        paths.append(path)

    def work(number):
        CondaDependencies(paths[number]).serialize_to_string()

    return work


def ruamel(files):
    from ruamel.yaml import YAML

    def work(number):
        yaml = YAML()
        yaml.preserve_quotes = True
        yaml.dump(yaml.load(files[number]), io.BytesIO())

    return work


def pyyaml_c(files):
    import yaml

    def work(number):
        yaml.dump(yaml.load(files[number], Loader=yaml.CSafeLoader), Dumper=yaml.CSafeDumper)

    return work


def rapidyaml(files):
    import ryml

    def work(number):
        ryml.emit_yaml(ryml.parse_in_arena(files[number]))

    return work


def load(peer, corpus):
    names = sorted(name for name in os.listdir(corpus) if name.endswith((".yml", ".yaml")))
    files = []
    for name in names:
        with open(os.path.join(corpus, name), "rb") as file:
            files.append(file.read())
    work = peer(files)
    count, accepted = 0, []
    for number in range(len(files)):
        try:
            work(number)
            accepted.append(number)
        except Exception:
            pass
    start = time.perf_counter()
    while (elapsed := time.perf_counter() - start) < 1:
        for number in accepted:
            work(number)
        count += len(accepted)
    return {"count": count, "seconds": elapsed, "refused": len(files) - len(accepted)}


PEERS = {"azureml-core": azureml_core, "ruamel": ruamel, "pyyaml-c": pyyaml_c, "rapidyaml": rapidyaml}
if __name__ == "__main__":
    peer, figure, corpus = sys.argv[1:]
    print(json.dumps({"load": load}[figure](PEERS[peer], corpus)))
