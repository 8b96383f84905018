internal import AzureMLSupport

extension DockerfileLines {
    /// The names of images in each line: those of ``DockerfileLine/imageNames``, and the values of `ARG` and `ENV` for
    /// the variables in them.
    var imageNames: [[String]] {
        var variables: Set<String> = []
        var names: [[String]] = []
        // Backwards, because a value can have variables that are set before it.
        for line in lines.reversed() {
            var found = line.imageNames
            for name in found { variables.formUnion(Self.variables(in: name)) }
            let assignments = variables.isEmpty ? [] : line.instruction.assignments
            for (name, value) in assignments.reversed() where variables.contains(name) {
                found.append(value)
                variables.formUnion(Self.variables(in: value))
            }
            names.append(found)
        }
        return names.reversed()
    }

    /// The names after `$` or `${` in a text.
    private static func variables(in text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: "$"), omittingEmptySubsequences: false).dropFirst().map { rest in
            let name = rest.first == UInt8(ascii: "{") ? rest.dropFirst() : rest
            return String(decoding: name.prefix(while: \.isWordCharacter), as: UTF8.self)
        }
    }
}
