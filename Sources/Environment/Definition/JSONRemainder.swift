internal import AzureMLSupport

/// The parts of a section's JSON object that its typed properties cannot hold: members that this SDK does not know, and
/// the exact form of values, such as `null` for a property that is never `nil`.
struct JSONRemainder: Sendable, Equatable {
    private struct UnknownMember: Sendable, Equatable {
        let name: JSONString
        let value: JSONValue
        /// The known member that it follows; `nil` when it comes before all known members.
        let predecessor: String?
    }

    private struct ExactValue: Sendable, Equatable {
        let original: JSONValue
        /// The value that the typed property writes as long as it is unchanged.
        let written: JSONValue
    }

    private var unknownMembers: [UnknownMember] = []
    private var exactValues: [String: ExactValue] = [:]

    init() {}

    /// Whether a typed property may lose the exact form of the value. Sections and lists keep that of their members.
    static func propertyMayLoseForm(of value: JSONValue) -> Bool {
        value.isNull || value.string != nil
    }

    mutating func recordExactValue(_ value: JSONValue, of name: String, readAs written: JSONValue?) {
        guard let written, written != value else { return }
        exactValues[name] = ExactValue(original: value, written: written)
    }

    func exactValue(of name: String, writtenAs written: JSONValue) -> JSONValue {
        guard let exact = exactValues[name], exact.written == written else { return written }
        return exact.original
    }

    mutating func keepUnknownMembers(of object: JSONObject, known: Set<JSONString>) {
        var predecessor: String?
        for member in object.exactMembers {
            if known.contains(member.name) {
                predecessor = member.name.text
            } else {
                unknownMembers.append(
                    UnknownMember(name: member.name, value: member.value, predecessor: predecessor)
                )
            }
        }
    }

    var hasUnknownMembers: Bool { !unknownMembers.isEmpty }
    var unknownNames: [String] { unknownMembers.map(\.name.text) }

    func appendUnknownMembers(
        after predecessor: String?,
        to members: inout [(JSONString, JSONValue)],
        secrets: SecretTreatment
    ) {
        for member in unknownMembers where member.predecessor == predecessor {
            // Only what is shown is masked: a member that this SDK does not know is stored as it is.
            let value = secrets == .masked ? member.value.maskingSecrets(named: member.name) : member.value
            members.append((member.name, value))
        }
    }
}
