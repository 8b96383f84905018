internal import AzureMLSupport
package import CondaDependencies
package import Workspace

/// A wheel that a workspace keeps, as a specification names it: `azureml-workspace://wheels/<sha256>/<name>`.
package struct PrivateWheel: Sendable, Hashable {
    private static let scheme = "azureml-workspace://"

    /// What the workspace keeps it under.
    package let name: BlobName

    /// What stands in a specification.
    package var reference: String { "\(Self.scheme)\(name.path)" }

    init(sha256: String, fileName: WheelFileName) {
        name = BlobName(collection: .wheels, sha256: sha256, fileName: fileName.text)
    }

    /// The wheel that a pip requirement names; `nil` when it names none.
    ///
    /// - Throws: ``EnvironmentError`` with the code `wheelMissing` for a reference that is none.
    package init?(requirement: String) throws(EnvironmentError) {
        // Hardly any requirement holds an address, and looking for one costs more than all else here.
        guard requirement.utf8.contains(UInt8(ascii: ":")) else { return nil }
        let bytes = Array(requirement.utf8)
        guard let scheme = bytes.firstRange(of: Array(Self.scheme.utf8)) else { return nil }
        let reference = bytes[scheme.upperBound...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") }
        let parts = String(decoding: reference, as: UTF8.self).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == BlobCollection.wheels.name, BlobName.isSHA256(String(parts[1])),
            let fileName = WheelFileName(String(parts[2]))
        else {
            throw .wheelMissing("the pip requirement '\(requirement)' is no reference to a private wheel")
        }
        self.init(sha256: String(parts[1]), fileName: fileName)
    }

    /// The wheels that a specification names, each once, in its order.
    ///
    /// - Throws: ``EnvironmentError`` with the code `wheelMissing` and the place of a reference that is none.
    package static func all(
        in specification: CondaDependencies,
        file: String
    ) throws(EnvironmentError) -> [PrivateWheel] {
        var known: Set<PrivateWheel> = []
        var wheels: [PrivateWheel] = []
        for requirement in specification.pipPackages {
            do {
                guard let wheel = try PrivateWheel(requirement: requirement) else { continue }
                if known.insert(wheel).inserted { wheels.append(wheel) }
            } catch {
                throw .wheelMissing(error.message, at: place(of: requirement, in: specification, file: file))
            }
        }
        return wheels
    }

    /// Where the text first stands; the file alone when it is spelled otherwise there, such as with escapes.
    static func place(of text: String, in specification: CondaDependencies, file: String) -> SourceLocation {
        let bytes = Array(specification.serializeToString().utf8)
        guard let range = bytes.firstRange(of: Array(text.utf8)) else { return SourceLocation(file: file) }
        return SourceLocation(file: file, bytes: bytes, offset: range.lowerBound)
    }
}

extension EnvironmentError {
    static func wheelMissing(_ message: String, at place: SourceLocation? = nil) -> EnvironmentError {
        EnvironmentError(
            .wheelMissing,
            message,
            at: place,
            hint: "add it with Environment.addPrivatePipWheel(workspace:filePath:) and write what that returns"
        )
    }
}
