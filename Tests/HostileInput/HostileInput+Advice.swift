internal import AzureMLSupport
internal import CondaDependencies

extension HostileInput {
    /// Returns the advice of a specification's diagnostics that proposes an entry that this SDK refuses.
    static func adviceViolations(of dependencies: CondaDependencies) -> [String] {
        // Any text in quotes can be the name of a channel.
        let packages = dependencies.diagnostics.filter { !$0.message.english.hasSuffix("name of a channel.") }
        return packages.flatMap { diagnostic in
            [diagnostic.message.english, diagnostic.hint?.english ?? ""].compactMap { advice in
                guard let entry = proposal(in: advice), !isEntry(entry) else { return nil }
                return "the advice proposes '\(entry)', which is refused: \(advice)"
            }
        }
    }

    /// The text that an advice says to write. Texts with escapes were not shown as they are.
    private static func proposal(in advice: String) -> String? {
        let match = advice.firstMatch(of: /; write '(.+)'\.$/) ?? advice.firstMatch(of: /^put it in quotes: '(.+)'$/)
        return match.map { String($0.1) }.flatMap { $0.contains("\\") ? nil : $0 }
    }

    private static func isEntry(_ text: String) -> Bool {
        (try? CondaMatchSpec(text)) != nil || (try? PipRequirement(text)) != nil
    }
}
