import Foundation
import Testing

@Suite struct PublicDeclarationTests {
    @Test func `the umbrella module exports the others and declares nothing`() throws {
        #expect(try SymbolGraph.graph(of: PublicDeclarationList.umbrella).symbols.map(\.pathComponents) == [])
    }

    @Test func `the documentation lists every public declaration, with the users who need it`() throws {
        let listed = try PublicDeclarationList(contentsOf: PublicDeclarationList.file)
        let declared = try PublicDeclarationList(ofModulesWithReasonsOf: listed)
        if ProcessInfo.processInfo.environment["RECORD_PUBLIC_DECLARATIONS"] != nil {
            try declared.text.write(to: PublicDeclarationList.file, atomically: true, encoding: .utf8)
        }
        let recorded = try PublicDeclarationList(contentsOf: PublicDeclarationList.file)
        let difference = declared.text.split(separator: "\n").difference(from: recorded.text.split(separator: "\n"))
        let changes = difference.map { change in
            switch change {
            case .insert(_, let line, _): "+ \(line)"
            case .remove(_, let line, _): "- \(line)"
            }
        }
        #expect(
            changes == [],
            """
            Documentation/PublicDeclarations.md differs from the code: run Scripts/list-public-declarations, and read the \
            change of the public surface
            """
        )
        #expect(
            !recorded.reasons.values.contains(PublicDeclarationList.missingReason),
            "Documentation/PublicDeclarations.md: say who needs each type, or make it package or internal"
        )
    }
}
