internal import AzureMLSupport
internal import CondaDependencies

/// A wheel that a workspace keeps, as a specification names it: `azureml-workspace://wheels/<sha256>/<name>`.
struct PrivateWheel: Sendable, Hashable {
    static let folder = "\(SetupFiles.folder)/wheels"
    private static let scheme = "azureml-workspace://wheels/"

    /// 64 hexadecimal digits.
    let sha256: String
    /// The file's name as PEP 427 has it.
    let fileName: String

    /// What stands in a specification.
    var reference: String { "\(Self.scheme)\(sha256)/\(fileName)" }
    /// Where it lies in a build context.
    var path: String { "\(Self.folder)/\(sha256)/\(fileName)" }
    /// What pip is told when the image is built: the same path below `/`.
    fileprivate var addressInImage: String { "file:///\(path)" }
}

extension PrivateWheel {
    /// The wheel that a pip requirement names; `nil` when it names none.
    ///
    /// - Throws: ``ImageBuildError`` with the code `wheelMissing` for a reference that is none.
    init?(requirement: String) throws(ImageBuildError) {
        let bytes = Array(requirement.utf8)
        let scheme = Array(Self.scheme.utf8)
        guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: scheme) }) else { return nil }
        let reference = bytes[(start + scheme.count)...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") }
        let parts = String(decoding: reference, as: UTF8.self).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isDigest(parts[0]), Self.isWheelName(parts[1]) else {
            throw ImageBuildError(
                .wheelMissing,
                "the pip requirement '\(requirement)' is no reference to a private wheel",
                at: SourceLocation(file: "python.condaDependencies"),
                hint: "write what addPrivatePipWheel returned: \(Self.scheme)<sha256>/<file name>"
            )
        }
        sha256 = String(parts[0])
        fileName = String(parts[1])
    }

    private static func isDigest(_ text: Substring) -> Bool {
        text.utf8.count == 64 && FieldGrammar.isMadeOf(text, "0123456789abcdef")
    }

    /// Five or six parts joined by hyphens, and no character that a path, a URL or a shell gives a meaning.
    private static func isWheelName(_ name: Substring) -> Bool {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        return name.hasSuffix(".whl") && (5...6).contains(parts.count) && !parts.contains("")
            && name.utf8.first != UInt8(ascii: ".")
            && FieldGrammar.isMadeOf(name, FieldGrammar.lettersAndDigits + "._+!-")
    }

    /// The wheels that a specification names, each once, in its order.
    static func all(in specification: CondaDependencies) throws(ImageBuildError) -> [PrivateWheel] {
        var wheels: [PrivateWheel] = []
        for requirement in specification.pipPackages {
            guard let wheel = try PrivateWheel(requirement: requirement), !wheels.contains(wheel) else { continue }
            wheels.append(wheel)
        }
        return wheels
    }
}

extension CondaDependencies {
    /// The text in which each wheel is named by its path in the image; nothing else changes.
    func naming(_ wheels: [PrivateWheel]) throws -> String {
        var text = serializeToString()
        guard !wheels.isEmpty else { return text }
        for wheel in wheels { text = text.replacing(wheel.reference, with: wheel.addressInImage) }
        let expected = pipPackages.map { requirement in
            wheels.reduce(requirement) { $0.replacing($1.reference, with: $1.addressInImage) }
        }
        // A reference can be spelled in the file in a way that the text does not show, such as with escapes.
        guard try CondaDependencies(yaml: text).pipPackages == expected else {
            throw ImageBuildError(
                .wheelMissing,
                "a reference to a private wheel is spelled so that it cannot be replaced",
                at: SourceLocation(file: "python.condaDependencies"),
                hint: "write it in one line, without escapes"
            )
        }
        return text
    }
}

/// Where the bytes of private wheels come from.
protocol PrivateWheels: Sendable {
    /// The bytes of a wheel, not verified; `nil` when there is none.
    func bytes(of wheel: PrivateWheel) async throws -> [UInt8]?
}

extension PrivateWheels {
    /// The wheel as a file of a build context, once it is what its reference says.
    func entry(of wheel: PrivateWheel) async throws -> BuildContext.Entry {
        let place = SourceLocation(file: "python.condaDependencies")
        guard let bytes = try await bytes(of: wheel) else {
            throw ImageBuildError(
                .wheelMissing,
                "the workspace does not have the private wheel '\(wheel.fileName)' of '\(wheel.reference)'",
                at: place,
                hint: "add it: try await Environment.addPrivatePipWheel(workspace: ws, filePath: \"…\")"
            )
        }
        let found = ContentHash.sha256Hex(bytes)
        guard found == wheel.sha256 else {
            throw ImageBuildError(
                .wheelDamaged,
                "the private wheel '\(wheel.fileName)' is damaged: its SHA-256 is \(found), not \(wheel.sha256)",
                at: place,
                hint: "remove it from the workspace's folder and add the wheel again"
            )
        }
        return BuildContext.Entry(path: wheel.path, content: .file(bytes, isExecutable: false))
    }
}
