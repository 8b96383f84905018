/// The text of an entry, parsed once: its name, and the package that it asks for or the error that prevented reading.
struct ParsedEntry<Package: Sendable>: Sendable {
    let text: String
    /// The name as the package manager compares it, even if the rest is malformed; `nil` when there is no recognizable
    /// name.
    let name: String?
    let package: Result<Package, PackageSyntaxError>
}

extension ParsedEntry<CondaMatchSpec> {
    init(conda text: String) {
        var parser = CondaMatchSpecParser(text)
        let package: Result<CondaMatchSpec, PackageSyntaxError>
        do throws(PackageSyntaxError) {
            try parser.parse()
            package = .success(parser.spec(text))
        } catch {
            package = .failure(error)
        }
        self.init(text: text, name: parser.lowercasedName, package: package)
    }
}

extension ParsedEntry<PipRequirement> {
    init(pip text: String) {
        var parser = PipRequirementParser(text)
        do throws(PackageSyntaxError) {
            try parser.parse()
            let requirement = parser.requirement(text)
            self.init(text: text, name: requirement.normalizedName, package: .success(requirement))
        } catch {
            self.init(text: text, name: parser.normalizedName(isWhole: false), package: .failure(error))
        }
    }
}
