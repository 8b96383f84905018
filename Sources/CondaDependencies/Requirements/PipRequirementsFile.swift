package import AzureMLSupport
internal import AzureMLSystem

/// What a requirements file asks pip for, with the files that it names read as pip reads them.
package struct PipRequirementsFile {
    /// The lines of the file and of those that `-r` names, in order, without comments.
    package var requirements: [String] { lines.map(\.text) }
    /// The same lines, each read once.
    private(set) var lines: [ParsedEntry<PipRequirement>] = []
    /// What was odd but kept, and what could not be kept.
    package internal(set) var diagnostics: [Diagnostic] = []
    /// The lines of the files behind `-c`.
    var constraints: [PipConstraint] = []

    /// How deep files may name each other.
    private static let greatestDepth = 16
    /// How many bytes all files may have together.
    private static let greatestSize = 16 << 20

    private let allowsFilesOutside: Bool
    /// The folder of the first file, without links.
    private let folder: String
    private var size = 0
    /// The files that are being read, each named by the one before.
    private var openPaths: [String] = []
    /// What was read already; a second time it says nothing new.
    private var readPaths: [Set<String>] = [[], []]

    /// Reads a requirements file.
    ///
    /// - Parameters:
    ///   - path: The file's path, relative to the current folder.
    ///   - allowingFilesOutside: Whether `-r` and `-c` may name files that lie outside the file's folder.
    /// - Throws: ``CondaDependenciesError`` with the code `unreadableFile`, `tooLarge` or `requirementsFileRefused`,
    ///   with file and line. It shows no content of a file.
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
            let place = SourceLocation(file: path, line: line.number)
            if let (name, namesConstraints) = Self.namedFile(entry) {
                try refuseURL(name, at: place)
                let next = name.hasPrefix("/") ? name : LocalPath.sibling(of: path, named: name)
                try read(next, isConstraint: namesConstraints, namedAt: place)
            } else if isConstraint {
                constraints.append(PipConstraint(entry: entry, location: place))
            } else {
                lines.append(entry)
            }
        }
        openPaths.removeLast()
    }

    /// The file that a line names, and whether it holds constraints.
    private static func namedFile(_ line: ParsedEntry<PipRequirement>) -> (name: String, isConstraint: Bool)? {
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
            bytes = try LocalFile.read(path: resolved, limit: Self.greatestSize - size)
        } catch {
            throw CondaDependenciesError(error, reading: path, as: .requirementsFile)
        }
        size += bytes.count
        let mark = ByteOrderMark.utf8
        let content = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
        guard let text = String(validating: content, as: UTF8.self) else {
            throw CondaDependenciesError(
                .unreadableFile,
                "'\(path)' is not UTF-8",
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
            throw refusal("the file '\(path)' lies outside '\(folder)'", at: place, "pass allowingFilesOutside: true")
        }
        if openPaths.contains(where: { $0.exact == resolved.exact }) {
            throw refusal("the file '\(path)' names itself", at: place, "remove this line")
        }
        if openPaths.count > Self.greatestDepth {
            throw refusal(
                "the file '\(path)' is named by \(Self.greatestDepth) files in a row",
                at: place,
                "write the requirements into fewer files"
            )
        }
    }

    private func refuseURL(_ name: String, at place: SourceLocation) throws(CondaDependenciesError) {
        let schemes = ["http:", "https:", "file:"]
        guard schemes.contains(where: name.lowercased().hasPrefix) else { return }
        throw refusal("'\(name)' is a URL, which is not read", at: place, "save it to a file and name that")
    }

    private func refusal(_ message: String, at place: SourceLocation?, _ hint: FixHint) -> CondaDependenciesError {
        CondaDependenciesError(.requirementsFileRefused, message, at: place, hint: hint)
    }
}

extension PipRequirementsFile {
    /// Replaces the line at a position, which constraints make narrower.
    mutating func replaceRequirement(at position: Int, with text: String) {
        lines[position] = ParsedEntry(pip: text)
    }
}

extension LocalPath {
    /// The path of a file beside another one, as far as possible in the other one's spelling.
    fileprivate static func sibling(of path: String, named name: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return name }
        return String(path[...slash]) + name
    }
}
