internal import AzureMLSupport
internal import AzureMLSystem
internal import Workspace

/// Reads a folder into a build context, one folder at a time and without following symlinks.
struct ContextReader {
    private let root: Directory
    private let shownPath: String
    /// The Dockerfile's path as the user wrote it.
    private let dockerfilePath: String
    private let limits: ContextLimits
    private var rules = IgnoreRules.none
    private var neverIgnored: Set<ExactText> = []
    private var entries: [BuildContext.Entry] = []
    private var fileCount = 0
    private var byteCount = 0
    private var ignoreSearch = IgnoreSearch()

    init(root: Directory, shownPath: String, dockerfilePath: String, limits: ContextLimits) {
        self.root = root
        self.shownPath = shownPath
        self.dockerfilePath = dockerfilePath
        self.limits = limits
    }

    mutating func read() throws -> BuildContext {
        let dockerfile = try dockerfile()
        neverIgnored.insert(dockerfile.path.exact)
        try readRules()
        try read(root, root.unsortedEntries(), path: "", depth: 1, above: nil, inWorkspace: false)
        return try BuildContext(entries, dockerfilePath: dockerfile.path, diagnostics: sizeDiagnostics)
    }

    private func dockerfile() throws -> FollowedFile {
        guard let file = try FollowedFile(dockerfilePath, below: root) else {
            throw ImageBuildError.dockerfileMissing(
                dockerfilePath,
                of: "the build context '\(shownPath)'",
                at: SourceLocation(file: shownPath)
            )
        }
        return file
    }

    private mutating func readRules() throws {
        for path in ["\(dockerfilePath).dockerignore", ".dockerignore"] {
            guard let file = try FollowedFile(path, below: root) else { continue }
            let bytes = try file.folder.readFile(file.name, limit: 1 << 20)
            rules = try IgnoreRules(String(decoding: bytes, as: UTF8.self), file: "\(shownPath)/\(path)")
            neverIgnored.insert(file.path.exact)
            return
        }
    }

    private mutating func read(
        _ folder: Directory,
        _ entries: [DirectoryEntry],
        path: String,
        depth: Int,
        above: IgnoreRules.Matches?,
        inWorkspace: Bool
    ) throws {
        guard depth <= limits.depth else { throw tooLarge("has folders in more than \(limits.depth) levels") }
        let localName = FileWorkspaceStore.localFolder
        let isInWorkspace =
            inWorkspace || entries.contains { $0.name == localName } && WorkspaceRecord.isWorkspace(folder)
        // `.local` holds logs, locks and records of builds: with these, each build would have a different context.
        let usable = entries.lazy.filter { !isInWorkspace || $0.name != localName }
        for candidate in try candidates(usable, path: path, above: above) {
            try Task.checkCancellation()
            let (path, isIgnored) = (candidate.path, candidate.isIgnored)
            guard let kind = try kind(of: candidate.entry, in: folder) else {
                if isIgnored { continue }
                throw refused(path, "has a name that is not UTF-8, or no longer exists")
            }
            if kind == .folder {
                if !isIgnored { try append(path, .folder) }
                guard let (below, entries) = try open(candidate, in: folder) else { continue }
                try read(
                    below,
                    entries,
                    path: path,
                    depth: depth + 1,
                    above: candidate.matches,
                    inWorkspace: isInWorkspace
                )
            } else if !isIgnored {
                try append(path, try content(of: candidate.entry.name, in: folder, path: path, kind: kind))
            }
        }
    }

    /// An entry that is part of the context, or an ignored one that can be a folder with something that is.
    private struct Candidate {
        let entry: DirectoryEntry
        let path: String
        let matches: IgnoreRules.Matches
        let isIgnored: Bool
    }

    /// Applies the rules to the entries of a folder, and sorts only those that remain.
    private mutating func candidates(
        _ entries: some Sequence<DirectoryEntry>,
        path: String,
        above: IgnoreRules.Matches?
    ) throws -> [Candidate] {
        var candidates: [Candidate] = []
        for entry in entries {
            try Task.checkCancellation()
            let path = path.isEmpty ? entry.name : "\(path)/\(entry.name)"
            let matches = try matches(path, in: above)
            let isIgnored = matches.isIgnored && !neverIgnored.contains(path.exact)
            // Ignored files may be of any kind, even unreadable.
            if isIgnored, try !canHoldMore(entry, path, matches) { continue }
            candidates.append(Candidate(entry: entry, path: path, matches: matches, isIgnored: isIgnored))
        }
        // Positions are sorted, because moving a candidate takes longer than comparing two names.
        let order = candidates.indices.sorted { DirectoryEntry.isBefore(candidates[$0].entry, candidates[$1].entry) }
        return order.map { candidates[$0] }
    }

    /// Opens and lists a folder; `nil` for an ignored one that the user may not read, which BuildKit also passes over.
    private func open(
        _ candidate: Candidate,
        in folder: Directory
    ) throws(FileSystemError) -> (Directory, [DirectoryEntry])? {
        do {
            let folder = try folder.directory(candidate.entry.name)
            return (folder, try folder.unsortedEntries())
        } catch let error where candidate.isIgnored && error.isForbidden {
            return nil
        }
    }

    private mutating func matches(_ path: String, in folder: IgnoreRules.Matches?) throws -> IgnoreRules.Matches {
        let matches = rules.matches(path, in: folder, &ignoreSearch)
        try requireIgnoreWork()
        return matches
    }

    /// Gives up when the rules have become too expensive.
    private func requireIgnoreWork() throws {
        guard ignoreSearch.work <= ContextLimits.ignoreWork else {
            throw ImageBuildError(
                .contextTooLarge,
                "the rules of .dockerignore take too long for the files of the build context '\(shownPath)'",
                at: SourceLocation(file: shownPath),
                hint: "use fewer rules with wildcards"
            )
        }
    }

    private func kind(of entry: DirectoryEntry, in folder: Directory) throws(FileSystemError) -> FileKind? {
        guard entry.hasReadableName else { return nil }
        if let kind = entry.kind { return kind }
        return try folder.kind(entry.name)
    }

    /// Whether an ignored entry is a folder with something that can be part of the context.
    private mutating func canHoldMore(
        _ entry: DirectoryEntry,
        _ path: String,
        _ matches: IgnoreRules.Matches
    ) throws -> Bool {
        guard entry.kind == .folder || entry.kind == nil else { return false }
        let canKeepSomething = rules.canKeepSomething(below: path, matches, &ignoreSearch)
        try requireIgnoreWork()
        return canKeepSomething || neverIgnored.contains { $0.text.utf8.starts(with: "\(path)/".utf8) }
    }

    private mutating func append(_ path: String, _ content: BuildContext.Entry.Content) throws {
        guard entries.count < limits.entries else { throw tooLarge("has more than \(limits.entries) entries") }
        if content != .folder { fileCount += 1 }
        entries.append(BuildContext.Entry(path: path, content: content))
    }

    private mutating func content(
        of name: String,
        in folder: Directory,
        path: String,
        kind: FileKind
    ) throws -> BuildContext.Entry.Content {
        switch kind {
        case .regularFile:
            let (content, isExecutable) = try read(name, in: folder, path: path)
            byteCount += content.count
            return .file(content, isExecutable: isExecutable)
        case .link:
            guard let target = try folder.linkTarget(name) else {
                throw refused(path, "is a link to a name that is not UTF-8")
            }
            guard Self.staysInside(target, from: path) else {
                throw refused(path, "is a link to '\(target)', which can lead outside the context")
            }
            return .link(target)
        case .folder: return .folder
        case .other: throw refused(path, "is a FIFO, a socket or a device")
        }
    }
}

extension ContextReader {
    private func read(
        _ name: String,
        in folder: Directory,
        path: String
    ) throws -> (content: [UInt8], isExecutable: Bool) {
        do {
            return try folder.readFileAndExecutability(name, limit: limits.bytes - byteCount)
        } catch {
            guard error.isTooLarge else { throw error }
            throw tooLarge("has more than \(limits.bytes) bytes, counted up to '\(path)'")
        }
    }

    /// Whether a symlink stays inside the context, wherever other symlinks on its path lead.
    ///
    /// Each `..` has to come first: after the name of another symlink, it would lead to a different folder than the
    /// text suggests.
    static func staysInside(_ target: String, from path: String) -> Bool {
        let slash = UInt8(ascii: "/")
        guard !target.isEmpty, target.utf8.first != slash else { return false }
        let depth = path.utf8.count { $0 == slash }
        let names = target.utf8.split(separator: slash).filter { !$0.elementsEqual(".".utf8) }
        let upward = names.prefix { $0.elementsEqual("..".utf8) }.count
        return upward <= depth && !names.dropFirst(upward).contains { $0.elementsEqual("..".utf8) }
    }

    private func refused(_ path: String, _ reason: String) -> ImageBuildError {
        ImageBuildError(
            .contextEntryRefused,
            "'\(path)' in the build context '\(shownPath)' \(reason)",
            at: SourceLocation(file: "\(shownPath)/\(path)"),
            hint: "remove it, or leave it out with a line in .dockerignore"
        )
    }

    private func tooLarge(_ reason: String) -> ImageBuildError {
        ImageBuildError(
            .contextTooLarge,
            "the build context '\(shownPath)' \(reason)",
            at: SourceLocation(file: shownPath),
            hint: "leave out the files that the image does not need, with a .dockerignore file"
        )
    }

    private var sizeDiagnostics: [Diagnostic] {
        let limits = ContextLimits.recommended
        guard fileCount > limits.entries || byteCount > limits.bytes else { return [] }
        return [
            ImageBuildDiagnostics.contextTooLarge(
                fileCount: fileCount,
                byteCount: byteCount,
                limits: limits,
                at: SourceLocation(file: shownPath)
            )
        ]
    }
}
