"""Names conda specifications as Azure ML does: a JSON list of YAML texts in, a JSON list of names out.

    python environment_names.py < texts.json > names.json

Reads with the YAML reader of azureml-core 1.61.0.post4 and writes with PyYAML 6. The name of a text that azureml-core
cannot read or send is null.
"""

import hashlib
import json
import sys

import yaml
from azureml._vendor.ruamel import yaml as ruamel


def name_of_data(data):
    canonical = yaml.safe_dump({**data, "name": ""}, default_flow_style=False, sort_keys=True, width=10**9)
    return "azureml_" + hashlib.sha256(canonical.encode()).hexdigest()[:32]


def name(text):
    try:
        return name_of_data(json.loads(json.dumps(ruamel.round_trip_load(text), allow_nan=False)))
    except Exception:
        return None


if __name__ == "__main__":
    json.dump([name(text) for text in json.load(sys.stdin)], sys.stdout)
