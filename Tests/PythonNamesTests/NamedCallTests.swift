import Foundation
import Testing

/// Messages and hints name calls and properties of the SDK, and a user can write each of them.
@Suite struct NamedCallTests {
    /// A call in a message, such as `Environment.get(workspace: ws, name: "…")` or `addChannel(_:)`.
    struct NamedCall {
        let message: String
        let name: String
        /// The labels; `nil` for a name without parentheses.
        let labels: [String]?
    }

    /// Whether a declared member has that name and these labels, perhaps with default arguments between them.
    private func isDeclared(_ call: NamedCall) -> Bool {
        SwiftDeclarations.ofSources.names.contains { declared in
            let parts = declared.split(separator: "(")
            guard parts[0].split(separator: ".").last.map(String.init) == call.name else { return false }
            guard let labels = call.labels else { return true }
            guard parts.count == 2 else { return labels.isEmpty }
            var rest = parts[1].dropLast().split(separator: ":")[...]
            return labels.allSatisfy { label in
                while let next = rest.popFirst() { if next == label { return true } }
                return false
            }
        }
    }

    /// The calls and properties that a message names.
    private static func calls(in message: String) -> [NamedCall] {
        let withParentheses = message.matches(of: /\b([a-z]\w+)\(([^()]*)\)/.wordBoundaryKind(.simple)).compactMap {
            match in
            // A workspace is described as Python describes it.
            guard !match.2.contains("='") else { return nil as NamedCall? }
            let isReference = match.2.hasSuffix(":")
            let arguments = match.2.split(separator: isReference ? ":" : ",").filter { !$0.allSatisfy(\.isWhitespace) }
            return NamedCall(
                message: message,
                name: String(match.1),
                labels: arguments.map { isReference ? String($0) : label(of: $0) }
            )
        }
        let members = message.matches(
            of: /\b(?:env|environment|ws|build)\.(?:\w+\.)*([a-z]\w+)\b(?!\()/.wordBoundaryKind(.simple)
        )
        let bare = message.matches(
            of: /\b((?:add|set|remove|from|save|load|write|export|import)[A-Z]\w+)\b(?!\()/.wordBoundaryKind(.simple)
        )
        let names = members.map { String($0.1) }.filter { $0 != "yml" } + bare.map { String($0.1) }
        return withParentheses + names.map { NamedCall(message: message, name: $0, labels: nil) }
    }

    /// The string literals in a line, without the code that is interpolated in them.
    private static func literals(in line: Substring) -> [String] {
        var literals: [String] = []
        var current: String?
        var depth = 0
        var isEscaped = false
        for character in line {
            defer { isEscaped = character == "\\" && !isEscaped }
            if depth > 0 {
                depth += character == "(" ? 1 : character == ")" ? -1 : 0
            } else if isEscaped, character == "(" {
                depth = 1
            } else if character == "\"", !isEscaped {
                if let text = current { literals.append(text) }
                current = current == nil ? "" : nil
            } else if character != "\\" {
                current?.append(character)
            }
        }
        return literals
    }

    /// The label of an argument such as `name: "…"`; `_` for one without a label.
    private static func label(of argument: Substring) -> String {
        argument.prefixMatch(of: /\s*(\w+):/).map { String($0.1) } ?? "_"
    }

    @Test func `every call and property that a message names is declared`() {
        var found = 0
        // The literals of this file are code in R.
        for file in SourceFile.all where !file.isPythonNames && file.name != "Environment+R.swift" {
            let lines = file.text.split(separator: "\n").filter { $0.contains("\"") }
            for call in lines.flatMap(Self.literals).flatMap(Self.calls) {
                found += 1
                #expect(isDeclared(call), "\(file.name): \(call.name) in \(call.message)")
            }
        }
        #expect(found > 50)
    }
}
