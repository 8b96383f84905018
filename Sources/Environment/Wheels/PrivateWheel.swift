package import AzureMLSupport
package import CondaDependencies
package import Workspace

/// A wheel or source distribution that a workspace stores and a specification names as
/// `azureml-workspace://wheels/<sha256>/<name>`.
package struct PrivateWheel: Sendable, Hashable {
    private static let scheme = "azureml-workspace://"

    /// The advice when a workspace does not have a wheel.
    static let adding = LocalizedText(
        english: "add it with Environment.addPrivatePipWheel(workspace:filePath:) and use the reference it returns",
        japanese: "Environment.addPrivatePipWheel(workspace:filePath:) でホイールを追加し、返された参照を使ってください"
    )

    /// The name under which the workspace stores the wheel.
    package let name: BlobName

    /// The reference to the wheel, as a specification has it.
    package var reference: String { "\(Self.scheme)\(name.path)" }

    init(sha256: String, fileName: DistributionFileName) {
        name = BlobName(collection: .wheels, sha256: sha256, fileName: fileName.text)
    }

    /// Makes the wheel that a pip requirement names, or returns `nil` when it does not name a private wheel.
    ///
    /// - Throws: ``EnvironmentError`` with the code `wheelMissing` for an invalid reference.
    package init?(requirement: String) throws(EnvironmentError) {
        guard Self.canBeNamed(by: requirement) else { return nil }
        let bytes = Array(requirement.utf8)
        guard let scheme = bytes.firstRange(of: Array(Self.scheme.utf8)) else { return nil }
        let reference = bytes[scheme.upperBound...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") }
        let parts = String(decoding: reference, as: UTF8.self).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == BlobCollection.wheels.name, BlobName.isSHA256(String(parts[1])),
            let fileName = DistributionFileName(String(parts[2]))
        else {
            throw .wheelMissing("the pip requirement '\(requirement)' is not a valid reference to a private wheel")
        }
        self.init(sha256: String(parts[1]), fileName: fileName)
    }

    /// Few requirements contain a URL, and searching for one is the most expensive step.
    private static func canBeNamed(by requirement: String) -> Bool {
        requirement.utf8.contains(UInt8(ascii: ":"))
    }

    /// Returns the wheels that a specification names, each once with the place of its first requirement, in the
    /// specification's order.
    ///
    /// - Throws: ``EnvironmentError`` with the code `wheelMissing` and the place of an invalid reference.
    package static func all(
        in specification: CondaDependencies,
        file: String
    ) throws(EnvironmentError) -> [(wheel: PrivateWheel, place: SourceLocation)] {
        var known: Set<PrivateWheel> = []
        var wheels: [(wheel: PrivateWheel, place: SourceLocation)] = []
        for (line, location) in specification.pipLines(where: { !$0.hasPrefix("-") && canBeNamed(by: $0) }) {
            let place = location.inFile(file)
            do {
                guard let wheel = try PrivateWheel(requirement: line) else { continue }
                if known.insert(wheel).inserted { wheels.append((wheel, place)) }
            } catch {
                throw .wheelMissing(error.message, at: place)
            }
        }
        return wheels
    }
}

extension EnvironmentError {
    static func wheelMissing(_ message: String, at place: SourceLocation? = nil) -> EnvironmentError {
        EnvironmentError(
            .wheelMissing,
            message,
            at: place,
            hint: PrivateWheel.adding.english
        )
    }
}
