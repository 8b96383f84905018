package import AzureMLSupport
internal import AzureMLSystem
internal import LosslessYAML

/// The requirements in a requirements file and in the files that it includes, as pip reads them.
package struct PipRequirementsFile {
    /// The lines of the file and of the files included by `-r`, in order, without comments.
    package var requirements: [String] { lines.map(\.entry.text) }
    /// The first findings about the lines, each at its file and line, and about constraints that cannot be kept.
    package var diagnostics: [Diagnostic] {
        Array(lines.lazy.flatMap(\.diagnostics).prefix(CondaDependencies.maximumDiagnostics)) + lostConstraints
    }
    /// The same lines, each parsed once.
    private(set) var lines: [RequirementsFileLine] = []
    var lostConstraints: [Diagnostic] = []
    /// The lines of the files included by `-c`.
    var constraints: [RequirementsFileLine] = []

    /// The maximum depth of nested files.
    private static let maximumDepth = 16
    /// The maximum number of bytes in all files together.
    private static let maximumSize = 16 << 20
    /// The maximum number of lines with requirements, options and constraints.
    private static let maximumCount = YAMLLimits.condaSpecification.nodeCount

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
    /// - Throws: ``CondaDependenciesError`` with the code `fileUnreadable`, `tooLarge`, `valueInvalid` or
    ///   `requirementsFileRefused`, with file and line. The error shows no content of any file but the name of a file.
    package init(path: String, allowingFilesOutside: Bool) throws(CondaDependenciesError) {
        allowsFilesOutside = allowingFilesOutside
        folder = LocalPath.parent(of: try Self.resolved(path))
        try read(path, isConstraint: false, namedAt: nil)
        try applyConstraints()
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
            // pip reads a tab as a blank, but an entry of a specification has none.
            let text = line.text.utf8.contains(UInt8(ascii: "\t")) ? line.text.replacing("\t", with: " ") : line.text
            let place = SourceLocation(file: path, line: line.number, column: line.column)
            guard !text.hasControlCharacter else {
                throw CondaDependenciesError(
                    .valueInvalid,
                    "the line contains a control character",
                    at: place,
                    hint: "replace it with a space, or remove it"
                )
            }
            let entry = ParsedEntry(pip: text)
            if let options = Self.optionsWithFiles(entry) {
                for option in options { try read(option, of: path, isConstraint: isConstraint, at: place) }
            } else {
                try keep(entry, isConstraint: isConstraint, at: place)
            }
        }
        openPaths.removeLast()
    }

    private mutating func keep(
        _ entry: ParsedEntry<PipRequirement>,
        isConstraint: Bool,
        at place: SourceLocation
    ) throws(CondaDependenciesError) {
        guard lines.count + constraints.count < Self.maximumCount else {
            throw CondaDependenciesError(
                .tooLarge,
                "the requirements files have more than \(Self.maximumCount) requirements and constraints",
                at: place,
                hint: "check that this is the right file"
            )
        }
        let line = RequirementsFileLine(entry: entry, location: place)
        if isConstraint {
            constraints.append(line)
        } else {
            lines.append(line)
        }
    }

    /// Reads the file that an option names, or keeps another option of the same line as a line of its own.
    private mutating func read(
        _ option: PipRequirement.Option,
        of path: String,
        isConstraint: Bool,
        at place: SourceLocation
    ) throws(CondaDependenciesError) {
        guard let name = option.value, Self.namesFile(option) else {
            return try keep(ParsedEntry(pip: option.text), isConstraint: isConstraint, at: place)
        }
        try refuseURL(name, at: place)
        let next = name.hasPrefix("/") ? name : LocalPath.sibling(of: path, named: name)
        let namesConstraints = PipOption.longName(option.name) == "--constraint"
        try read(next, isConstraint: namesConstraints, namedAt: place)
    }

    /// The options of a line of which one names a file to read; `nil` for every other line.
    private static func optionsWithFiles(_ line: ParsedEntry<PipRequirement>) -> [PipRequirement.Option]? {
        guard case .success(let requirement) = line.package, requirement.options.contains(where: namesFile) else {
            return nil
        }
        return requirement.options
    }

    private static func namesFile(_ option: PipRequirement.Option) -> Bool {
        ["--requirement", "--constraint"].contains(PipOption.longName(option.name)) && option.value != nil
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
        if let offset = CombiningMarks.firstExcess(in: bytes[...]) {
            throw CondaDependenciesError(
                .tooLarge,
                "the file '\(path)' \(CombiningMarks.excess)",
                at: SourceLocation(file: path, bytes: bytes, offset: offset),
                hint: "check that this is the right file"
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
