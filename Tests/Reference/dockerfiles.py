"""Reads Dockerfiles with the parser of BuildKit and compares the instructions with those that we found."""

import pathlib
import sys

import dockerfile

failures = 0
files = sorted(pathlib.Path(sys.argv[1]).glob("*.Dockerfile"))
for file in files:
    ours = file.with_suffix(".keywords").read_text().split()
    theirs = [command.cmd.upper() for command in dockerfile.parse_file(str(file))]
    # We leave out what stands in front of the first FROM.
    theirs = theirs[theirs.index("FROM"):]
    if ours != theirs:
        failures += 1
        print(f"{file.name}: we read {ours}, BuildKit reads {theirs}")
print(f"{len(files)} Dockerfiles, {failures} read otherwise than by BuildKit")
sys.exit(failures > 0 or not files)
