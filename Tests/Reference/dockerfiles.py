"""Reads the Dockerfiles of all recipes with BuildKit's parser.

The arguments are the folder of the Dockerfiles and the program built from buildkit_lines.go.
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
print(f"BuildKit's parser refuses {refused} of the {len(files)} Dockerfiles of recipes")
sys.exit(refused > 0 or not files)
