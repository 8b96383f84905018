"""Reads a JSON list of requirements files and writes the lines that pip reads from each: [[number, text], ...].

    python3 Tests/Reference/pip_lines.py < texts.json
"""

import json
import sys

from pip._internal.req.req_file import preprocess

print(json.dumps([list(preprocess(text)) for text in json.load(sys.stdin)]))
