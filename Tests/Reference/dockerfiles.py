"""Reads the Dockerfiles of all recipes with the parser of BuildKit."""

import pathlib
import sys

import dockerfile

files = sorted(pathlib.Path(sys.argv[1]).glob("*.Dockerfile"))
for file in files:
    dockerfile.parse_file(str(file))
print(f"{len(files)} Dockerfiles of recipes are read by BuildKit's parser")
sys.exit(not files)
