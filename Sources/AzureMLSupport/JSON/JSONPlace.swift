/// The place of a value in a JSON value. Its text is made only when it is shown: the texts of all places together can
/// be as long as the square of the value's size.
package indirect enum JSONPlace: Sendable {
    case root(String)
    case member(String, of: JSONPlace)
    case element(Int, of: JSONPlace)

    /// The path, such as `spark.repositories[0]`.
    package var path: String {
        var path = ""
        write(to: &path)
        return path
    }

    /// Adds the place to the text of the place around it: asking for that text once to compare and once to add to it
    /// would double the time with each level.
    private func write(to path: inout String) {
        switch self {
        case .root(let root): path = root
        case .member(let name, let parent):
            parent.write(to: &path)
            path += path.isEmpty ? name : ".\(name)"
        case .element(let position, let parent):
            parent.write(to: &path)
            path += "[\(position)]"
        }
    }
}

/// A string or the name of a member in a JSON value.
package struct JSONText {
    package let text: String
    /// The place of the string; for a name, the place of the object.
    package let place: JSONPlace
    package let isName: Bool
}

extension JSONValue {
    /// Calls a closure with each string and each name of a member, in the order of the value.
    package func forEachText<Failure: Error>(
        at place: JSONPlace = .root(""),
        _ body: (JSONText) throws(Failure) -> Void
    ) throws(Failure) {
        switch storage {
        case .string(let text): try body(JSONText(text: text.text, place: place, isName: false))
        case .array(let elements):
            for (position, element) in elements.enumerated() {
                try element.forEachText(at: .element(position, of: place), body)
            }
        case .object(let members):
            for member in members.exactMembers {
                let name = member.name.text
                try body(JSONText(text: name, place: place, isName: true))
                try member.value.forEachText(at: .member(name, of: place), body)
            }
        case .null, .bool, .number: return
        }
    }
}
