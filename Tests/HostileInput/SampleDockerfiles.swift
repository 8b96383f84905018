/// Dockerfiles, with the keywords of their instructions starting with the first `FROM`.
///
/// `Scripts/test-dockerfiles` compares them with BuildKit's parser.
package enum SampleDockerfiles {
    package static let all: [(text: String, keywords: [String])] = [
        ("FROM ubuntu:22.04", ["FROM"]),
        ("from ubuntu:22.04 as base\nrun id\n", ["FROM", "RUN"]),
        ("\u{FEFF}FROM a\r\nRUN id\r\n", ["FROM", "RUN"]),
        ("# a comment\n\n  FROM a\n\t# another\n  RUN id", ["FROM", "RUN"]),
        ("FROM a\nRUN one \\\n  two \\  \n\n # comment \\\n  three\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nRUN one \\\r\n  two\r\nUSER x\r\n", ["FROM", "RUN", "USER"]),
        ("# escape=`\nFROM a\nRUN one `\n  two\nRUN dir c:\\\nUSER x", ["FROM", "RUN", "RUN", "USER"]),
        ("#syntax=docker/dockerfile:1\n# Escape = `\nFROM a\nRUN b `\nc", ["FROM", "RUN"]),
        ("# a comment\n# escape=`\nFROM a\nRUN one \\\n two", ["FROM", "RUN"]),
        ("FROM a\nRUN <<EOF\nFROM b\nEOF\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nRUN <<-\"E F\" cat\n\tUSER y\n\t\tE F\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nCOPY <<one <<two /\n1\none\n2\ntwo\nUSER x", ["FROM", "COPY", "USER"]),
        ("FROM a\nRUN 3<<X \\\n cat\nCMD\nX\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nONBUILD RUN <<X\nCMD\nX\nUSER x", ["FROM", "ONBUILD", "USER"]),
        ("FROM a\nRUN echo '<<X'\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nRUN [\"echo\", \"<<X\"]\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nRUN [ -f x ] && cat <<X\nUSER y\nX\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nRUN cat <<<X\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nENV A <<X\nUSER x", ["FROM", "ENV", "USER"]),
        ("FROM a\nRUN cat << X\nUSER y\nX\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nRUN [\"id\"] <<X$x\nUSER y\nX$x\nUSER x", ["FROM", "RUN", "USER"]),
        ("#\u{A0}escape=`\nFROM a\nRUN one `\n two", ["FROM", "RUN"]),
        ("FROM a AS one\nRUN 1\nFROM one\nRUN 2\n", ["FROM", "RUN", "FROM", "RUN"]),
        // Unicode whitespace counts at the ends of lines and of shell words, but not between words.
        (
            "\u{3000}\n\u{A0}FROM a\u{2003}\n\u{85} # why\nRUN id \\\n\u{3000}\n \u{A0}# why\n  x\nUSER x",
            ["FROM", "RUN", "USER"]
        ),
        ("FROM a\nRUN\u{B}\u{3000}id\u{A0}\nUSER\u{C}x", ["FROM", "RUN", "USER"]),
        ("FROM a\nRUN cat <<X\u{3000}-\nUSER y\nX\nUSER x", ["FROM", "RUN", "USER"]),
        ("# escape\u{A0}=`\nFROM a\nRUN one \\\n two", ["FROM", "RUN"]),
        ("FROM a\nRUN one \\\u{A0}\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\r\r\nRUN one \\\r\r\n two\nUSER x", ["FROM", "RUN", "USER"]),
        // An escaped escape character does not continue a line, and neither do three of them.
        ("FROM a\nRUN dir c:\\\\\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nRUN one \\\\ \t\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nRUN one \\\\\\\nUSER x", ["FROM", "RUN", "USER"]),
        ("FROM a\nRUN one \\ \\\n two\nUSER x", ["FROM", "RUN", "USER"]),
        ("# escape=`\nFROM a\nRUN one ``\nRUN two \\`\n x\nUSER x", ["FROM", "RUN", "RUN", "USER"]),
        ("\\\nFROM a\nRUN one\\\n\\\ntwo\nUSER x", ["FROM", "RUN", "USER"]),
        ("ARG V=1\nFROM --platform=$P a:${V} AS x\nRUN --mount=type=cache,target=/c id", ["FROM", "RUN"]),
    ]
}
