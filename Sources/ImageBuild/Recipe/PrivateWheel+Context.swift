internal import AzureMLSupport
internal import AzureMLSystem
internal import CondaDependencies
internal import Environment
internal import Workspace

extension PrivateWheel {
    static let folder = "\(SetupFiles.folder)/wheels"

    /// The wheel's path in a build context.
    var path: String { "\(Self.folder)/\(name.sha256)/\(name.fileName)" }
    /// The address that pip gets when the image is built: the same path below `/`.
    fileprivate var addressInImage: String { "file:///\(path)" }

    /// The wheels that the image of a specification needs.
    ///
    /// - Throws: ``ImageBuildError`` with the code `wheelMissing` for an invalid reference.
    static func all(in specification: CondaDependencies) throws(ImageBuildError) -> [PrivateWheel] {
        do {
            return try all(in: specification, file: "python.condaDependencies").map(\.wheel)
        } catch {
            throw ImageBuildError(.wheelMissing, error.message, at: error.location, hint: error.hint)
        }
    }
}

extension CondaDependencies {
    /// Returns the text in which each wheel is named by its path in the image; nothing else changes.
    func naming(_ wheels: [PrivateWheel]) throws -> String {
        var text = serializeToString()
        guard !wheels.isEmpty else { return text }
        for wheel in wheels { text = text.replacing(wheel.reference, with: wheel.addressInImage) }
        let expected = pipPackages.map { requirement in
            wheels.reduce(requirement) { $0.replacing($1.reference, with: $1.addressInImage) }
        }
        // The file can spell a reference in another way than its value, such as with escapes.
        guard try CondaDependencies(yaml: text).pipPackages == expected else {
            throw ImageBuildError(
                .wheelMissing,
                "a reference to a private wheel is spelled in a way that cannot be replaced",
                at: SourceLocation(file: "python.condaDependencies"),
                hint: "write it in one line, without escapes"
            )
        }
        return text
    }
}
