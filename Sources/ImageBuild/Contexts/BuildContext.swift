public import AzureMLSupport
internal import AzureMLSystem

/// The files that an image is built from: a value with the same bytes on every machine.
///
/// Any engine can build a context that was written to a folder: `docker build -f <folder>/<dockerfilePath> <folder>`.
///
/// > Python: the "setup content" that `azureml.core.environment.Environment.build_local` downloads
public struct BuildContext: Sendable, Equatable {
    /// A file, a folder or a link of a context.
    public struct Entry: Sendable, Hashable {
        /// The kind of an entry, with its data.
        public enum Content: Sendable, Hashable {
            /// A file's bytes, and whether it is executable.
            case file([UInt8], isExecutable: Bool)
            /// A folder; the files in it are separate entries.
            case folder
            /// A symlink with its target.
            case link(String)
        }

        /// The path below the context's folder, with slashes.
        public let path: String
        /// The kind of the entry, with its data.
        public let content: Content
    }

    /// The entries in the byte order of their paths: each folder before the entries in it.
    public let entries: [Entry]
    /// The path of the Dockerfile below the context's folder.
    public let dockerfilePath: String
    /// Warnings about the context, such as one about its size.
    public let diagnostics: [Diagnostic]

    /// Makes a context from entries; missing folders above them are added.
    ///
    /// - Throws: ``ImageBuildError`` with the code `contextPathInvalid` for a path that occurs twice, leaves the
    ///   context, or is below a file.
    init(
        _ entries: [Entry],
        dockerfilePath: String,
        diagnostics: [Diagnostic] = []
    ) throws(ImageBuildError) {
        for entry in entries where !LocalPath.isBelow(entry.path) {
            throw Self.pathError(entry.path, "does not stay inside the context")
        }
        // Entries that were read from a folder are sorted already.
        let isInOrder = entries.indices.dropFirst().allSatisfy { Entry.isBefore(entries[$0 - 1], entries[$0]) }
        var sorted = isInOrder ? entries : entries.sorted(by: Entry.isBefore)
        if !isInOrder {
            for (entry, next) in zip(sorted, sorted.dropFirst()) where !Entry.isBefore(entry, next) {
                throw Self.pathError(entry.path, "occurs twice")
            }
        }
        let missing = try Self.missingFolders(of: sorted)
        if !missing.isEmpty { sorted = (sorted + missing).sorted(by: Entry.isBefore) }
        self.entries = sorted
        self.dockerfilePath = dockerfilePath
        self.diagnostics = diagnostics
    }

    /// The entry at a path; `nil` when there is none.
    subscript(path: String) -> Entry.Content? {
        Self.content(at: Array(path.utf8), in: entries)
    }

    /// Returns the folders above entries that are not entries themselves.
    private static func missingFolders(of sorted: [Entry]) throws(ImageBuildError) -> [Entry] {
        var missing: [Entry] = []
        var known: Set<[UInt8]> = []
        var last = Substring().utf8
        for entry in sorted {
            guard let slash = entry.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { continue }
            let folder = entry.path.utf8[..<slash]
            // Most entries are in the same folder as the previous one.
            if folder.elementsEqual(last) { continue }
            last = folder
            var path = Array(folder)[...]
            while !path.isEmpty, known.insert(Array(path)).inserted {
                switch content(at: Array(path), in: sorted) {
                case nil: missing.append(Entry(path: String(decoding: path, as: UTF8.self), content: .folder))
                case .folder: break
                case .file, .link: throw pathError(entry.path, "is below an entry that is not a folder")
                }
                path = path[..<(path.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)]
            }
        }
        return missing
    }

    /// Looks up a path in sorted entries.
    private static func content(at path: [UInt8], in sorted: [Entry]) -> Entry.Content? {
        var range = sorted.indices
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if sorted[middle].path.utf8.lexicographicallyPrecedes(path) {
                range = (middle + 1)..<range.upperBound
            } else {
                range = range.lowerBound..<middle
            }
        }
        guard range.lowerBound < sorted.count, sorted[range.lowerBound].path.utf8.elementsEqual(path) else {
            return nil
        }
        return sorted[range.lowerBound].content
    }

    private static func pathError(_ path: String, _ reason: String) -> ImageBuildError {
        ImageBuildError(
            .contextPathInvalid,
            "the path '\(path)' of the build context \(reason)",
            hint: "write it relative to the context's folder, without '.' and '..'"
        )
    }
}

extension BuildContext.Entry {
    /// Orders entries by the bytes of their paths.
    fileprivate static func isBefore(_ left: Self, _ right: Self) -> Bool {
        left.path.exact < right.path.exact
    }
}

extension BuildContext {
    /// The Dockerfile's text.
    var dockerfileText: String {
        get throws(ImageBuildError) {
            guard case .file(let bytes, _) = self[dockerfilePath] else {
                throw .dockerfileMissing(
                    dockerfilePath,
                    of: "the build context",
                    at: SourceLocation(file: dockerfilePath)
                )
            }
            guard let text = ByteOrderMark.utf8Text(of: bytes) else {
                throw ImageBuildError(
                    .dockerfileInvalid,
                    "the Dockerfile '\(dockerfilePath)' of the build context is \(ByteOrderMark.notUTF8(bytes))",
                    at: SourceLocation(file: dockerfilePath),
                    hint: "save it as UTF-8"
                )
            }
            if let offset = CombiningMarks.firstExcess(in: bytes[...]) {
                throw ImageBuildError(
                    .dockerfileInvalid,
                    "the Dockerfile '\(dockerfilePath)' of the build context \(CombiningMarks.excess)",
                    at: SourceLocation(file: dockerfilePath, bytes: bytes, offset: offset),
                    hint: "check that this is the right file"
                )
            }
            return text
        }
    }
}

extension ImageBuildError {
    static func dockerfileMissing(_ path: String, of context: String, at location: SourceLocation) -> ImageBuildError {
        ImageBuildError(
            .contextDockerfileMissing,
            "\(context) has no Dockerfile '\(path)'",
            at: location,
            hint: "give its path in the context's folder (letter case matters); no '..' or link may lead outside"
        )
    }
}
