"""Reads generated Dockerfiles with the parser of BuildKit, and compares its lines with those that we found.

It also looks into these lines for the credential that is in many of the texts, and compares that with our check's answer.
"""

import json
import re
import sys

import dockerfile

ADDRESS = "https://user:canary@host.example/x"
# Without anything like this no address holds a credential.
ALMOST = re.compile(r"[/:][^/ ]*@")

counts = {"read by both": 0, "refused by BuildKit": 0, "with a credential": 0, "without anything like one": 0}
failures = 0


def report(problem, example):
    global failures
    failures += 1
    if failures <= 10:
        print(f"{problem}: {example!r}"[:1000])


def logical_line(command):
    """The text of here-documents follows it there."""
    return (command.original or "").partition("\n")[0]


def joined_as_shells_do(document):
    return re.sub(r"[\\`]\r?\n", "", document)


for row in open(sys.argv[1]):
    given = json.loads(row)
    try:
        theirs = dockerfile.parse_string(given["text"])
    except dockerfile.GoParseError:
        # Most of these have an instruction that lacks arguments, which is no matter of lines.
        counts["refused by BuildKit"] += 1
        continue
    counts["read by both"] += 1
    ours = given["lines"]
    if [(line["number"], line["text"]) for line in ours] != [(line.start_line, logical_line(line)) for line in theirs]:
        report("other lines", (given["text"], ours, theirs))
        continue
    texts = [given["text"]]
    for mine, line in zip(ours, theirs):
        if mine["text"].isascii() and tuple(mine["options"]) != line.flags:
            report("other options", (given["text"], mine["options"], line.flags))
        # The parser passes over the documents of ONBUILD, and does not show them.
        if (line.cmd or "").upper() != "ONBUILD":
            documents = [document.content for document in line.heredocs]
            if mine["documents"] != documents:
                report("other here-documents", (given["text"], mine["documents"], documents))
        texts.append(logical_line(line))
        texts += [joined_as_shells_do(document) for document in mine["documents"]]
    if any(ADDRESS in text for text in texts):
        counts["with a credential"] += 1
        if not given["isRefused"]:
            report("a credential that the check does not see", given["text"])
    elif not any(ALMOST.search(text) for text in texts):
        counts["without anything like one"] += 1
        if given["isRefused"]:
            report("a text without a credential that is refused", given["text"])

print(f"{counts}, {failures} otherwise than by BuildKit")
sys.exit(failures > 0 or counts["read by both"] < 20_000 or counts["with a credential"] < 1_000)
