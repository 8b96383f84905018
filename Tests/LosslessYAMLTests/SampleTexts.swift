/// Texts with every feature that has to survive: line ends, marks, comments, quotes, flow and block styles.
enum SampleTexts {
    static let all: [String] = [
        "name: pytorch\nchannels:\n    - defaults\n    - pytorch\ndependencies:\n    - python=3.7\n",
        "# head\n\nname: a # tail\n\n# about channels\nchannels:\n- b # one\n# - c\n\ndependencies:\n- d\n",
        "---\nchannels:\r\n  - a\r\n  - b\r\ndependencies:\r\n  - c\r\n",
        "\u{FEFF}name: x\ndependencies:\n  - é\n  - 日本=1 # ü\n",
        "name: 'x'\nchannels: [a, \"b\", c,]\ndependencies: [d, {pip: [e, f]}]",
        "{name: x, channels: [a], dependencies: [b, c]}",
        "dependencies:\n  - python\n  - pip:\n    - a\n    # about b\n    - b\n    # - c\n  # - d\n",
        "dependencies:\n  - pip:\n      - a\n\n      - b\n\n  - c\n\n# foot\n",
        "name:\nchannels:\n  -\n  - a\ndependencies:   \n  - b   \n\n",
        "%YAML 1.1\n---\nname: |\n  two\n  lines\n\nchannels: [\n  a, # one\n  b\n]\n...\n# end\n",
        "variables:\n  A: \"1\\n2\"\n  B: >-\n    folded\n    text\n  C: plain\n    on two lines\nname: x\n",
        "? name\n: x\n? [a, b]\n: y\n",
        "? name\ndependencies:\n- a\n",
        "? name\n\n# c: d\n? dependencies\n",
        "? dependencies\n: - python\n",
        "- ? pip\n  x: y\n- {a, b: , c: d}\n",
        "a: &a [x]\nb: &b [*a, y]\n? c\n: *b\n",
        "list: [\n  a, # about a\n  b # about b\n]\nother: [c, # c\n]\n",
        "channels: &c\n  - a\nother: *c\nname: !!str x\n",
        "- - a\n  - b\n- c: d\n  e: f\n-\n  g: h\n",
        "",
        "# only comments\n",
        "a: 1\u{85}b: 2\u{2028}c: 3\n",
    ]
}
