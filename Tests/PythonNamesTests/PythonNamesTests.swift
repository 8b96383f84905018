import AzureMLSupport
import Foundation
import Testing

/// Compares Documentation/PythonNames.md with azureml-core's own names and with the declarations in Sources.
@Suite struct PythonNamesTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    struct Row: Hashable, CustomStringConvertible {
        var type: String
        var name: String
        /// `Type.member(labels:)` in backticks, or `later: …`, or `out of scope: …`.
        var here: String

        var description: String { "\(type).\(name)" }
    }

    private let rows: [Row]
    private let pythonNames: [String: [String]]
    private let declarations = SwiftDeclarations.ofSources

    init() throws {
        let page = try String(contentsOf: Self.root.appending(path: "Documentation/PythonNames.md"), encoding: .utf8)
        rows = Self.rows(of: page)
        let fixture = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/python_names.json")
        let names = try JSONValue(parsing: [UInt8](Data(contentsOf: fixture))).object ?? JSONObject()
        pythonNames = Dictionary(
            uniqueKeysWithValues: names.map { ($0.name, $0.value.array?.compactMap(\.string) ?? []) }
        )
    }

    @Test func `every public Python name has exactly one row`() {
        for (type, names) in pythonNames.sorted(by: { $0.key < $1.key }) {
            for name in names {
                let count = rows.count { $0.type == type && $0.name == name }
                #expect(count == 1, "Documentation/PythonNames.md: '\(type).\(name)' has \(count) rows; give it one")
            }
        }
        for row in rows {
            let isKnown = pythonNames[row.type]?.contains(row.name) ?? false
            #expect(isKnown, "Documentation/PythonNames.md: azureml-core has no '\(row)'; remove the row")
        }
        #expect(rows.count > 150)
    }

    @Test func `every Swift name in the table is declared`() {
        for row in rows where row.here.hasPrefix("`") {
            let name = row.here.replacing("`", with: "")
            #expect(
                declarations.names.contains(name),
                "'\(name)', for Python's '\(row)', is not declared public in Sources; declare it or correct the row"
            )
        }
    }

    @Test func `a Python spelling that differs is declared as an unavailable member that names the Swift one`() {
        for row in rows where row.here.hasPrefix("`") {
            let swiftName = row.here.replacing("`", with: "")
            let member = swiftName.split(separator: ".", maxSplits: 1).last ?? ""
            guard member.prefix(while: { $0 != "(" }) != row.name else { continue }
            let isConstant = row.type == "environment"
            let renamings = declarations.renamings[isConstant ? row.name : "\(row)"] ?? []
            // Parameters that azureml-core does not have come last and have defaults.
            #expect(
                renamings.contains {
                    (isConstant ? swiftName : String(member)).hasPrefix($0.hasSuffix(")") ? String($0.dropLast()) : $0)
                },
                "declare '\(row)' in '\(row.type)+PythonNames.swift', unavailable and renamed: \"\(member)\""
            )
        }
    }

    @Test func `a Python name without a Swift one has a reason, and is really not declared`() {
        let declared = Dictionary(grouping: declarations.names) { $0.prefix { $0 != "(" }.lowercased() }
        for row in rows where !row.here.hasPrefix("`") {
            let reason = row.here.split(separator: ": ", maxSplits: 1)
            let isReason = reason.count == 2 && ["later", "out of scope"].contains(reason[0])
            #expect(isReason, "'\(row)': write a Swift name in backticks, 'later: reason' or 'out of scope: reason'")
            let declared = declared["\(row)".replacing("_", with: "").lowercased()] ?? []
            #expect(declared.isEmpty, "'\(row)' is declared now, as \(declared.sorted()); write that into its row")
        }
    }

    private static func rows(of page: String) -> [Row] {
        var type = ""
        return page.split(separator: "\n").compactMap { line in
            if line.hasPrefix("## ") { type = line.split { $0 == " " || $0 == "." }.last.map(String.init) ?? "" }
            guard let match = line.wholeMatch(of: /\| `([A-Za-z_]+)` \| (.*) \|/) else { return nil }
            return Row(type: type, name: String(match.1), here: String(match.2))
        }
    }
}
