"""Reads the Dockerfiles of all recipes with the parser of BuildKit.

The arguments are their folder and the program that buildkit_lines.go is built into.
"""

import json
import pathlib
import subprocess
import sys

files = sorted(pathlib.Path(sys.argv[1]).glob("*.Dockerfile"))
rows = "\n".join(json.dumps({"text": file.read_bytes().decode()}) for file in files)
answers = subprocess.run([sys.argv[2]], input=rows.encode(), stdout=subprocess.PIPE, check=True).stdout.splitlines()
refused = 0
for file, answer in zip(files, answers, strict=True):
    if error := json.loads(answer)["error"]:
        print(f"{file.name}: {error}")
        refused += 1
print(f"{len(files)} Dockerfiles of recipes are read by BuildKit's parser, {refused} refused")
sys.exit(refused > 0 or not files)
