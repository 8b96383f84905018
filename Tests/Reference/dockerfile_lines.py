"""Compares the lines that we found in generated Dockerfiles with those of BuildKit's own parser.

It also looks into these lines for the credential that is in many of the texts, and compares that with our check's answer.
The arguments are the file of our lines, and that of the answers of buildkit_lines.go.
"""

import json
import re
import sys

ADDRESS = "https://user:canary@host.example/x"
IMAGE = "token@host.example/x"
# Without anything like this no address holds a credential.
ALMOST = re.compile(r"[/:][^/ ]*@")
# BuildKit reads a text that ends so; nothing can be appended to it, so we refuse it.
UNFINISHED = "to be continued"

counts = {
    "read by both": 0,
    "with here-documents": 0,
    "refused by BuildKit": 0,
    "of these for a here-document": 0,
    "with a credential": 0,
    "with a token in an image's name": 0,
    "without anything like one": 0,
}
failures = 0


def report(problem, *example):
    global failures
    failures += 1
    if failures <= 10:
        print(f"{problem}: {example!r}"[:1500])


def joined_as_shells_do(document):
    """A document of `<<-` has lost the tabs by then."""
    return re.sub(r"[\\`]\r?\n\t*", "", document)


def joined_as_by_any_builder(text):
    """Comments and empty lines between the parts of a line do not count."""
    return re.sub(r"[\\`]+[ \t]*\r*\n(?:\s*(?:#[^\n]*)?\n)*", "", text)


def with_its_characters(option):
    """BuildKit makes a character of each byte of an option."""
    return option.encode("latin-1").decode(errors="replace")


def compare_refusal(given, error):
    counts["refused by BuildKit"] += 1
    # Most of the others have an instruction that lacks arguments, which is no matter of lines.
    if "heredoc" in error or "failed to process" in error:
        counts["of these for a here-document"] += 1
        if not any("here-document" in line["flaw"] for line in given["lines"]):
            report("a here-document that is not refused", given["text"], error)


def compare_lines(given, theirs):
    ours = given["lines"]
    if [(line["number"], line["text"]) for line in ours] != [(line["number"], line["text"]) for line in theirs]:
        report("other lines", given["text"], ours, theirs)
        return
    if any(line["flaw"] and UNFINISHED not in line["flaw"] for line in ours):
        report("a refusal that BuildKit does not know", given["text"], ours)
    for mine, line in zip(ours, theirs):
        if mine["options"] != [with_its_characters(option) for option in line["options"]]:
            report("other options", given["text"], mine, line)
        if mine["documents"] != line["documents"]:
            report("other here-documents", given["text"], mine, line)
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
            report("a credential that the check does not see", given["text"])
    elif not any(ALMOST.search(text) or "token@" in text for text in texts + [joined_as_by_any_builder(given["text"])]):
        counts["without anything like one"] += 1
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

print(f"{counts}, {failures} otherwise than by BuildKit")
# What the generator makes for certain, so that a check that compares nothing fails.
least = {
    "read by both": 28_000,
    "with here-documents": 5_000,
    "of these for a here-document": 100,
    "with a credential": 1_000,
    "with a token in an image's name": 300,
    "without anything like one": 5_000,
}
sys.exit(failures > 0 or any(counts[name] < count for name, count in least.items()))
