internal import AzureMLSupport

/// A member of a definition that azureml-core does not have: a later addition, or a misspelled name.
struct UnknownJSONMember: Sendable {
    let name: String
    /// The path from the outermost object, such as `docker.base_image`.
    private var path: String
    /// The names of the members that azureml-core has in the same object.
    private let knownNames: [String]

    init(name: String, knownNames: [String]) {
        self.name = name
        self.knownNames = knownNames
        path = name
    }

    /// The same member in the object or list that has it at that step, such as `docker` or `[2]`.
    func within(_ step: String) -> UnknownJSONMember {
        var outer = self
        outer.path = path.hasPrefix("[") ? step + path : "\(step).\(path)"
        return outer
    }

    var diagnostic: Diagnostic {
        let letters = Self.letters(of: name)
        if let known = knownNames.first(where: { Self.letters(of: $0) == letters }) {
            return EnvironmentDiagnostics.memberMisspelled(name, known: known, at: path)
        }
        let similar = knownNames.first { Self.areSimilar(Self.letters(of: $0), letters) }
        return EnvironmentDiagnostics.memberUnknown(name, similar: similar, at: path)
    }

    /// The name without letter case and underscores, because Python's names are in snake case.
    private static func letters(of name: String) -> [UInt8] {
        name.utf8.filter { $0 != UInt8(ascii: "_") }.map(\.lowercasedASCII)
    }

    /// Whether both differ in one place only, of at most two letters and less than half of a name: a typing error.
    private static func areSimilar(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        let (shorter, longer) = left.count < right.count ? (left, right) : (right, left)
        let start = zip(shorter, longer).prefix { $0 == $1 }.count
        let end = zip(shorter.reversed(), longer.reversed()).prefix { $0 == $1 }.count
        let difference = longer.count - min(start + end, shorter.count)
        return difference <= 2 && difference * 2 < longer.count
    }
}
