"""Compares the lines that this SDK found in generated Dockerfiles with those of BuildKit's own parser.

Many of the texts contain a credential. This script also searches the lines for it, and compares the result with that of
this SDK's credential check. The arguments are the file with this SDK's lines and the output of buildkit_lines.go.
"""

import json
import re
import sys

ADDRESS = "https://user:canary@host.example/x"
IMAGE = "token@host.example/x"
# A text without a match contains no address with a credential.
ALMOST = re.compile(r"[/:][^/ ]*@")
# BuildKit accepts a text that ends this way. This SDK refuses it, because nothing can be appended to it.
UNFINISHED = "ends with the escape character"

counts = {
    "read by both": 0,
    "with here-documents": 0,
    "refused by BuildKit": 0,
    "refused by BuildKit for a here-document": 0,
    "with a credential": 0,
    "with a token in an image's name": 0,
    "without anything like a credential": 0,
}
failures = 0


def report(problem, *example):
    global failures
    failures += 1
    if failures <= 10:
        print(f"{problem}: {example!r}"[:1500])


def joined_as_shells_do(document):
    """Joins lines as shells do. The parser has already removed the tabs of a `<<-` document."""
    return re.sub(r"[\\`]\r?\n\t*", "", document)


def joined_as_by_any_builder(text):
    """Joins lines as any builder might, without the comments and empty lines between the parts of a line."""
    return re.sub(r"[\\`]+[ \t]*\r*\n(?:\s*(?:#[^\n]*)?\n)*", "", text)


def with_its_characters(option):
    """Decodes an option, of which BuildKit has turned each byte into a character."""
    return option.encode("latin-1").decode(errors="replace")


def compare_refusal(given, error):
    counts["refused by BuildKit"] += 1
    # Most other errors are about missing arguments, which this comparison of lines does not cover.
    if "heredoc" in error or "failed to process" in error:
        counts["refused by BuildKit for a here-document"] += 1
        if not any("here-document" in line["flaw"] for line in given["lines"]):
            report("a here-document that is not refused", given["text"], error)


def compare_lines(given, theirs):
    ours = given["lines"]
    if [(line["number"], line["text"]) for line in ours] != [(line["number"], line["text"]) for line in theirs]:
        report("different lines", given["text"], ours, theirs)
        return
    if any(line["flaw"] and UNFINISHED not in line["flaw"] for line in ours):
        report("refused by this SDK, but not by BuildKit", given["text"], ours)
    for mine, line in zip(ours, theirs):
        if mine["options"] != [with_its_characters(option) for option in line["options"]]:
            report("different options", given["text"], mine, line)
        if mine["documents"] != line["documents"]:
            report("different here-documents", given["text"], mine, line)
    counts["with here-documents"] += any(line["documents"] for line in theirs)


def names_image(line):
    options = {"--from=" + IMAGE, "--mount=from=" + IMAGE}
    return line["text"].startswith("FROM " + IMAGE) or not options.isdisjoint(line["options"])


def compare_credentials(given, theirs):
    texts = [given["text"]] + [line["text"] for line in theirs]
    texts += [joined_as_shells_do(document) for line in theirs for document in line["documents"]]
    has_image = any(names_image(line) for line in theirs)
    counts["with a token in an image's name"] += has_image
    if has_image or any(ADDRESS in text for text in texts):
        counts["with a credential"] += 1
        if not given["isRefused"]:
            report("a credential that the check misses", given["text"])
    elif not any(ALMOST.search(text) or "token@" in text for text in texts + [joined_as_by_any_builder(given["text"])]):
        counts["without anything like a credential"] += 1
        if given["isRefused"]:
            report("a text without a credential that is refused", given["text"])


with open(sys.argv[1], encoding="utf-8") as rows, open(sys.argv[2], encoding="utf-8") as answers:
    for row, answer in zip(rows, answers, strict=True):
        given, theirs = json.loads(row), json.loads(answer)
        if theirs["error"]:
            compare_refusal(given, theirs["error"])
            continue
        counts["read by both"] += 1
        compare_lines(given, theirs["lines"])
        compare_credentials(given, theirs["lines"])

print(f"{counts}, {failures} differences from BuildKit")
# Counts that the generator always reaches, so that a check that compares nothing fails.
least = {
    "read by both": 28_000,
    "with here-documents": 5_000,
    "refused by BuildKit for a here-document": 100,
    "with a credential": 1_000,
    "with a token in an image's name": 300,
    "without anything like a credential": 5_000,
}
sys.exit(failures > 0 or any(counts[name] < count for name, count in least.items()))
