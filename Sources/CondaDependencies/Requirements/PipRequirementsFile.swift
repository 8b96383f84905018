package import AzureMLSupport
internal import AzureMLSystem

/// The requirements in a requirements file and in the files that it includes, as pip reads them.
package struct PipRequirementsFile {
    /// The lines of the file and of the files included by `-r`, in order, without comments.
    package var requirements: [String] { lines.map(\.entry.text) }
    /// The findings about the lines, each at its file and line, and about constraints that cannot be kept.
    package var diagnostics: [Diagnostic] { lines.flatMap(\.diagnostics) + lostConstraints }
    /// The same lines, each parsed once.
    private(set) var lines: [RequirementsFileLine] = []
    var lostConstraints: [Diagnostic] = []
    /// The lines of the files included by `-c`.
    var constraints: [RequirementsFileLine] = []

    /// The maximum depth of nested files.
    private static let maximumDepth = 16
    /// The maximum number of bytes in all files together.
    private static let maximumSize = 16 << 20

    private let allowsFilesOutside: Bool
    /// The folder of the first file, with symlinks resolved.
    private let folder: String
    private var size = 0
    /// The files that are being read, each included by the one before it.
    private var openPaths: [String] = []
    /// The files already read as requirements and as constraints; reading one again would add nothing.
    private var readPaths: [Set<String>] = [[], []]

    /// Reads a requirements file.
    ///
    /// - Parameters:
    ///   - path: The file's path, relative to the working directory.
    ///   - allowingFilesOutside: Whether `-r` and `-c` may name files outside the file's folder.
    /// - Throws: ``CondaDependenciesError`` with the code `fileUnreadable`, `tooLarge` or `requirementsFileRefused`,
    ///   with file and line. The error shows no content of any file.
    package init(path: String, allowingFilesOutside: Bool) throws(CondaDependenciesError) {
        allowsFilesOutside = allowingFilesOutside
        folder = LocalPath.parent(of: try Self.resolved(path))
        try read(path, isConstraint: false, namedAt: nil)
        applyConstraints()
    }

    private mutating func read(
        _ path: String,
        isConstraint: Bool,
        namedAt place: SourceLocation?
    ) throws(CondaDependenciesError) {
        let resolved = try Self.resolved(path, namedAt: place)
        try refuse(resolved, path, namedAt: place)
        guard readPaths[isConstraint ? 1 : 0].insert(resolved).inserted else { return }
        openPaths.append(resolved)
        for line in try textLines(of: resolved, path) {
            let entry = ParsedEntry(pip: line.text)
            let place = SourceLocation(file: path, line: line.number, column: line.column)
            guard !line.text.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
                throw CondaDependenciesError(
                    .valueInvalid,
                    "'\(line.text)' contains a tab or another control character",
                    at: place,
                    hint: "replace it with a space, or remove it"
                )
            }
            if let (name, namesConstraints) = Self.includedFile(entry) {
                try refuseURL(name, at: place)
                let next = name.hasPrefix("/") ? name : LocalPath.sibling(of: path, named: name)
                try read(next, isConstraint: namesConstraints, namedAt: place)
            } else if isConstraint {
                constraints.append(RequirementsFileLine(entry: entry, location: place))
            } else {
                lines.append(RequirementsFileLine(entry: entry, location: place))
            }
        }
        openPaths.removeLast()
    }

    /// Returns the file that a line includes, and whether it contains constraints.
    private static func includedFile(_ line: ParsedEntry<PipRequirement>) -> (name: String, isConstraint: Bool)? {
        guard case .success(let requirement) = line.package, let option = requirement.option, let value = option.value
        else { return nil }
        let isConstraint = option.name == "-c" || option.name == "--constraint"
        guard isConstraint || option.name == "-r" || option.name == "--requirement" else { return nil }
        let isQuoted = value.count > 1 && (value.first == "\"" || value.first == "'") && value.last == value.first
        return (isQuoted ? String(value.dropFirst().dropLast()) : value, isConstraint)
    }

    private mutating func textLines(
        of resolved: String,
        _ path: String
    ) throws(CondaDependenciesError) -> [PipRequirementsText.Line] {
        let bytes: [UInt8]
        do {
            bytes = try LocalFile.read(path: resolved, limit: Self.maximumSize - size)
        } catch {
            throw CondaDependenciesError(error, reading: path, as: .requirementsFile)
        }
        size += bytes.count
        let (encoding, text) = RequirementsFileEncoding.decode(bytes)
        guard let text else {
            throw CondaDependenciesError(
                .fileUnreadable,
                encoding.isReadable
                    ? "'\(path)' is not \(encoding.name)" : "'\(path)' is in \(encoding.name), which is not read here",
                at: SourceLocation(file: path),
                hint: "save the file as UTF-8"
            )
        }
        return PipRequirementsText(text).lines
    }

    private static func resolved(
        _ path: String,
        namedAt place: SourceLocation? = nil
    ) throws(CondaDependenciesError) -> String {
        do {
            return try LocalFile.resolved(ProcessContext.current.absolutePath(path))
        } catch {
            throw CondaDependenciesError(error, reading: path, as: .requirementsFile, namedAt: place)
        }
    }

    private func refuse(
        _ resolved: String,
        _ path: String,
        namedAt place: SourceLocation?
    ) throws(CondaDependenciesError) {
        let isInside = resolved.utf8.starts(with: (folder == "/" ? "/" : "\(folder)/").utf8)
        if !isInside, !allowsFilesOutside {
            throw refusal("the file '\(path)' is outside '\(folder)'", at: place, "pass allowingFilesOutside: true")
        }
        if openPaths.contains(where: { $0.exact == resolved.exact }) {
            throw refusal("the file '\(path)' includes itself", at: place, "remove this line")
        }
        if openPaths.count > Self.maximumDepth {
            throw refusal(
                "the file '\(path)' is nested more than \(Self.maximumDepth) files deep",
                at: place,
                "write the requirements in fewer files"
            )
        }
    }

    private func refuseURL(_ name: String, at place: SourceLocation) throws(CondaDependenciesError) {
        let schemes = ["http:", "https:", "file:"]
        guard schemes.contains(where: name.lowercased().hasPrefix) else { return }
        throw refusal("'\(name)' is a URL, and URLs are not read", at: place, "save it to a file and name the file")
    }

    private func refusal(_ message: String, at place: SourceLocation?, _ hint: String) -> CondaDependenciesError {
        CondaDependenciesError(.requirementsFileRefused, message, at: place, hint: hint)
    }
}

extension PipRequirementsFile {
    /// Replaces the line at a position with one that constraints have narrowed.
    mutating func replaceRequirement(at position: Int, with text: String) {
        lines[position] = RequirementsFileLine(entry: ParsedEntry(pip: text), location: lines[position].location)
    }
}

extension LocalPath {
    /// Returns the path of a file in the folder of another file, spelled like the other path as far as possible.
    fileprivate static func sibling(of path: String, named name: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return name }
        return String(path[...slash]) + name
    }
}
