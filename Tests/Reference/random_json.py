"""Writes random JSON texts, and the output of Python's own json module for each.

    python3 Tests/Reference/random_json.py COUNT SEED

Three lines for each: the text, json.dumps(json.loads(text)), and the same with indent=4 and a tab for each line break.
"""

import json
import random
import struct
import sys

ALPHABETS = ["abcXYZ019 _-/", "\"\\/\b\f\n\r\t", "\0\x01\x1f\x7f\x80\x9f", "éßñ日本語ａ", "\u2028\u2029\ufeff\uffff\ufffd",
             "😀𝒳🇯🇵", "e\u0301é", "\ud800\udbff\udc00\udfff"]


def spelled_string(source):
    characters = "".join(source.choice(source.choice(ALPHABETS)) for _ in range(source.choice([0, 1, 3, 8, 30])))
    parts = []
    for character in characters:
        code = ord(character)
        must_escape = code < 0x20 or character in '"\\' or 0xD800 <= code <= 0xDFFF
        if not must_escape and source.random() < 0.8:
            parts.append(character)
        elif character in '"\\/' and source.random() < 0.5:
            parts.append("\\" + character)
        else:
            units = character.encode("utf-16-be", "surrogatepass")
            spelling = source.choice(["\\u{:04x}", "\\u{:04X}"])
            parts += [spelling.format(units[at] << 8 | units[at + 1]) for at in range(0, len(units), 2)]
    return '"' + "".join(parts) + '"'


def spelled_number(source):
    kind = source.randrange(6)
    if kind == 0:
        return str(source.randint(-10, 1000))
    if kind == 1:
        return str(source.randint(-(10 ** 40), 10 ** 40))
    if kind == 2:
        return json.dumps(struct.unpack(">d", source.randbytes(8))[0])
    if kind == 3:
        return f"{source.randint(-99, 99)}.{source.randint(0, 99999)}{source.choice('eE')}{source.choice(['', '+', '-'])}{source.randint(0, 330)}"
    if kind == 4:
        return f"{source.uniform(-1000, 1000):.{source.randrange(25)}f}"
    return source.choice(["-0", "-0.0", "0e5", "1E400", "-1e999", "NaN", "Infinity", "-Infinity", "1e16", "1e-5", "5e-324"])


def blank(source):
    return source.choice(["", "", " ", "  "])


def spelled_value(source, depth):
    kind = source.randrange(8 if depth else 5)
    if kind < 2:
        return spelled_string(source)
    if kind < 4:
        return spelled_number(source)
    if kind == 4:
        return source.choice(["null", "true", "false"])
    items = [spelled_value(source, depth - 1) for _ in range(source.randrange(5))]
    if kind == 5:
        inner = ",".join(blank(source) + item + blank(source) for item in items)
        return f"[{inner or blank(source)}]"
    names = [spelled_string(source) for _ in items]
    if names and source.random() < 0.3:
        names[-1] = names[0]
    inner = ",".join(f"{blank(source)}{name}{blank(source)}:{blank(source)}{item}" for name, item in zip(names, items))
    return "{" + (inner or blank(source)) + "}"


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    source = random.Random(seed)
    output = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="\n")
    for _ in range(count):
        text = spelled_value(source, 5)
        value = json.loads(text)
        output.write(f"{text}\n{json.dumps(value)}\n")
        output.write(json.dumps(value, indent=4).replace("\n", "\t") + "\n")


main()
