internal import AzureMLSupport
internal import CondaDependencies

extension HostileInput {
    /// Returns the advice about a specification, or about an entry for it, that proposes what this SDK refuses.
    static func adviceViolations(of dependencies: CondaDependencies) -> [String] {
        dependencies.diagnostics.flatMap { diagnostic in
            let grammar = Grammar(of: diagnostic.code)
            return [diagnostic.message.english, diagnostic.hint?.english ?? ""].compactMap { advice in
                violation(of: advice, grammar)
            }
        }
    }

    /// Returns the advice in the errors for an entry that proposes what this SDK refuses.
    package static func adviceViolations(ofEntry entry: String) -> [String] {
        let edits: [(Grammar, (inout CondaDependencies) throws -> Void)] = [
            (.conda, { try $0.addCondaPackage(entry) }), (.pip, { try $0.addPipPackage(entry) }),
            (.pip, { try $0.setPipOption(entry) }), (.pip, { try $0.removePipOption(entry) }),
            (.pip, { try $0.setPipRequirements([entry]) }), (.pip, { try $0.setPipIndexURL(entry) }),
            (.channel, { try $0.addChannel(entry) }), (.conda, { try $0.setPythonVersion(entry) }),
        ]
        return edits.compactMap { grammar, edit in
            var dependencies = CondaDependencies()
            do {
                try edit(&dependencies)
                return nil
            } catch let error as CondaDependenciesError {
                return error.hint.flatMap { violation(of: $0, grammar) }
            } catch {
                return "'\(entry)' causes an error of another type: \(error)"
            }
        }
    }

    /// The grammar of the text that an advice proposes.
    private enum Grammar {
        case conda, pip, condaOrPip, channel

        init(of code: Diagnostic.Code) {
            switch code {
            case "conda-spec-invalid", "dependency-stray-colon": self = .conda
            case "pip-requirement-invalid", "pip-variable-not-replaced": self = .pip
            case "channel-not-reachable": self = .channel
            default: self = .condaOrPip
            }
        }

        func accepts(_ text: String) -> Bool {
            switch self {
            case .conda: (try? CondaMatchSpec(text)) != nil
            case .pip: (try? PipRequirement(text)) != nil
            case .condaOrPip: Self.conda.accepts(text) || Self.pip.accepts(text)
            // Any text in quotes can be the name of a channel.
            case .channel: true
            }
        }
    }

    private static func violation(of advice: String, _ grammar: Grammar) -> String? {
        if let option = advice.firstMatch(of: /^use setPipOption\("(.+)"\)$/)?.1 {
            var dependencies = CondaDependencies()
            let isTaken = (try? dependencies.setPipOption(String(option))) != nil
            return isTaken ? nil : "the advice proposes an option that is refused: \(advice)"
        }
        guard let entry = proposal(in: advice), !grammar.accepts(entry) else { return nil }
        // A channel can have any name, and the diagnostic about one does not differ in its code.
        if advice.hasPrefix("put it in quotes"), grammar == .condaOrPip { return nil }
        return "the advice proposes '\(entry)', which is refused: \(advice)"
    }

    /// The text that an advice says to write. Texts with escapes were not shown as they are.
    private static func proposal(in advice: String) -> String? {
        let match =
            advice.firstMatch(of: /; write '(.+)'\.$/) ?? advice.firstMatch(of: /^put it in quotes: '(.+)'$/)
            ?? advice.firstMatch(of: /^write '([^']+)'$/)
        return match.map { String($0.1) }.flatMap { $0.contains("\\") ? nil : $0 }
    }
}
