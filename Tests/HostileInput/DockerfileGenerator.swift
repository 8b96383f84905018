internal import TestSupport
/// Generates Dockerfiles with everything that joins or separates lines: directives, comments, both escape characters,
/// empty lines, here-documents, and both kinds of line ends.
package struct DockerfileGenerator: Sendable {
    /// A URL in some texts, sometimes split by line breaks.
    package static let address = "https://user:canary@host.example/x"

    /// An image name in some texts.
    package static let imageWithToken = "token@host.example/x"

    private var random: SplitMix64
    private var lineEnd = "\n"
    private var escape = "\\"

    package init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    package mutating func dockerfile() -> String {
        lineEnd = chance(4) ? "\r\n" : "\n"
        escape = "\\"
        var text = chance(12) ? "\u{FEFF}" : ""
        text += header()
        text += "FROM a\(chance(3) ? " AS one" : "")\(lineEnd)"
        for _ in 0...random.next(below: 5) { text += instruction() }
        if chance(4), text.hasSuffix(lineEnd) { text.removeLast() }
        return text
    }

    private mutating func chance(_ count: Int) -> Bool { random.next(below: count) == 0 }

    private mutating func pick(_ texts: [String]) -> String { random.element(of: texts) ?? "" }

    /// Returns comments and directives in any order; only directives before the first other line count.
    private mutating func header() -> String {
        var text = ""
        for _ in 0..<random.next(below: 4) {
            let line = pick([
                "# escape=`", "# escape=\\", "#escape=`", "# Escape = ` ", "  # escape=`",
                "# syntax=docker/dockerfile:1",
                "# a comment", "#", "# other=1", "", "  ", "# escape=`x", "#\tescape\t=\t`", "# escape", "# escape =",
                "# escape=`\u{B}",
            ])
            text += line + lineEnd
        }
        // Often the character that applies, sometimes the other one.
        escape = chance(2) ? "`" : "\\"
        return text
    }

    private mutating func instruction() -> String {
        switch random.next(below: 8) {
        case 0: return pick(["", "  ", "# comment", "\t# https://host/x \\", "#`"]) + lineEnd
        case 1: return hereDocument()
        case 2: return pick([#"RUN ["id", "<<X"]"#, #"RUN [ "id" ] "#, #"CMD ["a"]"#, "USER a", "FROM b"]) + lineEnd
        case 3: return oddHereDocument()
        case 4 where chance(4):
            return broken(
                pick(["FROM ", "COPY --from=", "ONBUILD COPY --from=", "RUN --mount=from="]) + Self.imageWithToken
                    + " a b"
            ) + lineEnd
        default:
            let keyword = pick(["RUN", "run", "ENV", "LABEL", "COPY", "ONBUILD RUN", "CMD", "  RUN", "\u{3000}RUN"])
            let option = chance(6) ? pick(["--a=b ", "--a='b c' ", "--a=\"b\" ", "--a=b\\ c ", "-- ", "--a "]) : ""
            return broken(keyword + " " + option + words()) + lineEnd
        }
    }

    private mutating func words() -> String {
        let words = (0...random.next(below: 3)).map { _ in
            pick(["A=b", "x=y", "c=\\", "d=`", "e=\\\\", "f=#", "g='h i'"])
        }
        return chance(3) ? (words + ["k=\(Self.address)"]).joined(separator: " ") : words.joined(separator: " ")
    }

    /// Inserts line breaks anywhere in a text, each after an escape character or a similar character.
    private mutating func broken(_ text: String) -> String {
        var result = ""
        for (position, character) in text.enumerated() {
            result.append(character)
            if position > 4, chance(12) { result += lineBreak() }
        }
        if chance(20) { result += pick([escape, escape + escape, escape + " ", "\\\\\\"]) }
        return result
    }

    private mutating func lineBreak() -> String {
        let end = pick([
            escape, escape, escape, escape + "  ", escape + "\t", escape + escape, escape + escape + escape,
        ])
        var text = (chance(10) ? (escape == "`" ? "\\" : "`") : end) + lineEnd
        while chance(4) {
            text += pick(["# comment", "  # comment \\", "", "  ", "\t", "\u{3000}", "#\(escape)"]) + lineEnd
        }
        return text
    }

    private mutating func hereDocument() -> String {
        let names = chance(4) ? ["X", "Y"] : ["X"]
        let marks = names.map { name in
            pick(["<<\(name)", "<<-\(name)", "<<\"\(name)\"", "<<'\(name)'", "3<<\(name)", "<<-\"\(name)\""])
        }
        var text = pick(["RUN", "COPY", "ADD", "ONBUILD RUN", "run"]) + " "
        text += marks.joined(separator: " ") + pick(["", " cat", " a /b", " \(escape)\(lineEnd) c"]) + lineEnd
        for (name, mark) in zip(names, marks) {
            text += content(before: name)
            text += (mark.contains("<<-") && chance(2) ? "\t\t" : "") + name + lineEnd
        }
        return text
    }

    private mutating func content(before name: String) -> String {
        var text = ""
        for _ in 0..<random.next(below: 4) {
            text += pick([
                "id", "FROM b", "a \\", "b `", "# c", "", "\tX1", " \(name)", "curl \(Self.address)",
                "curl https://user:\\\(lineEnd)canary@host.example/x",
            ])
            text += lineEnd
        }
        return text
    }

    /// Returns a line in which quotes, escapes and variables decide whether it starts a here-document, and which one.
    private mutating func oddHereDocument() -> String {
        let pieces = [
            "<<", "<<", "<<", "<<-", "X", "X", " ", " ", "\t", "'", "\"", "\\", "$", "{", "}", "$x", "${x}", "${x:-",
            "${x", "${x/", "/", "${x#", "%", ":", "?", "1", "é", "\u{A0}", "<", "[\"a\"]", "''", "\u{B}", "\"X\"",
            "'X'", "$@",
            "${x:- <\\<", "\\<",
        ]
        let line = (0...random.next(below: 8)).map { _ in pick(pieces) }.joined()
        var text = pick(["RUN ", "COPY ", "RUN --a=b ", "RUN [\"id\"] ", "ONBUILD ADD ", "RUN --a='"]) + line + lineEnd
        text += content(before: "X")
        for _ in 0...random.next(below: 3) { text += pick(["X", "X ", "X$x", "$x", "XX", "X X", "${x}"]) + lineEnd }
        return text
    }
}
