"""Loads saved environments with azureml-core 1.61.0.post4 and prints the JSON that it writes for each, one per line.

    python load_environments.py folder...
"""

import json
import logging
import sys

from azureml.core import Environment

logging.disable(logging.CRITICAL)
for folder in sys.argv[1:]:
    environment = Environment.load_from_directory(folder)
    print(json.dumps(Environment._serialize_to_dict(environment)))
