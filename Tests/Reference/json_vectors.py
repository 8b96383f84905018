"""Makes Tests/AzureMLSupportTests/Fixtures/json_vectors.json and json_floats.txt with Python's own json module.

    python3 Tests/Reference/json_vectors.py

json_vectors.json: texts with the result of json.dumps(json.loads(text)), without and with indent=4; null where Python
refuses the text. json_floats.txt: the bits of random doubles, and the text that json.dumps writes for them.
"""

import json
import pathlib
import random
import struct

FOLDER = pathlib.Path(__file__).parent.parent / "AzureMLSupportTests" / "Fixtures"

TEXTS = [
    "null", "true", "false", "0", "-0", "-0.0", "1", "-1", "1.0", "1.10", "1e3", "1E3", "1e+3", "1e-3", "0.0001",
    "0.00001", "0.00012345", "1e15", "1e16", "123456789012345678", "12345678901234567.0", "1.5e300", "1e400", "-1e400",
    "1e-400", "5e-324", "1.7976931348623157e308", "9007199254740993.0", "0.1", "0.30000000000000004", "100.0",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "1" * 300,
    "NaN", "Infinity", "-Infinity", "[NaN, -Infinity, Infinity]", "[]", "{}", "[ ]", "{ }", "[[]]", "[{}]",
    '{"a": []}', '{"a": {}}', "[1,2]", '{"a":1,"b":[true,null]}', ' \t\r\n{ "a" : [ 1 , 2 ] } \t\r\n',
    '{"a":1,"b":2,"a":3}', '{"":0}', '""', '"a"', '"a/b"', r'"a\/b"', r'"\"\\\b\f\n\r\t"', r'"\u0000\u001f\u007f"',
    '"\x7f"', '"\u00e9"', '"e\u0301"', '{"\u00e9":1,"e\u0301":2}', '"\u65e5\u672c"', '"\U0001f600"',
    r'"\ud83d\ude00"', r'"\uD83D\uDE00"', r'"\ud83d"', r'"\ude00"', r'"\ude00\ud83d"', r'"\ud83d\ud83d\ude00"',
    r'"a\ud83db"', r'{"\ud800":1,"\ud801":2}', '"\u2028\u2029\ufeff"', '"\u0085"', '"\uffff"', r'"\uffff"',
    # Refused by Python.
    "", " ", "nul", "nulll", "True", "None", "'a'", "01", "-", "-a", "+1", ".5", "1.", "1.e3", "1e", "1e+", "0x10",
    "-NaN", "nan", "infinity", "[", "]", "{", "}", "[1", "[1,", "[1,]", "[,]", "[1 2]", '{"a"', '{"a":', '{"a":1',
    '{"a":1,', '{"a":1,}', "{1:2}", "{a:1}", '{"a" 1}', '"', '"a', r'"\"', r'"\x"', r'"\u12"', r'"\u12g4"', r'"\U0041"',
    '"a\nb"', '"a\tb"', '"\x00"', '"\x1f"', "1 2", "[] []", "// a\n1", "\ufeff1", "\u00a01", "\x0c1", "1\x00",
]


def vector(text):
    try:
        value = json.loads(text)
    except ValueError:
        return {"text": text, "compact": None, "indented": None}
    return {"text": text, "compact": json.dumps(value), "indented": json.dumps(value, indent=4)}


def floats():
    source = random.Random(2)
    near_powers = [float(f"{mantissa}e{exponent}") for mantissa in ("1", "9.5", "1.25") for exponent in range(-8, 20)]
    random_bits = [struct.unpack(">d", source.randbytes(8))[0] for _ in range(700)]
    short = [round(source.uniform(-1000, 1000), source.randrange(6)) for _ in range(200)]
    for value in near_powers + random_bits + short:
        yield f"{struct.pack('>d', value).hex()} {json.dumps(value)}\n"


(FOLDER / "json_vectors.json").write_text(json.dumps([vector(text) for text in TEXTS], indent=1) + "\n")
(FOLDER / "json_floats.txt").write_text("".join(floats()))
