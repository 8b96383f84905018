public import AzureMLSupport
internal import AzureMLSystem

/// The files that an image is built from: a value that is the same bytes on every machine.
///
/// Written to a folder, any engine builds it: `docker build -f <folder>/<dockerfilePath> <folder>`.
///
/// > Python: the "setup content" that `azureml.core.environment.Environment.build_local` downloads
public struct BuildContext: Sendable, Equatable {
    /// A file, a folder or a link of a context.
    public struct Entry: Sendable, Hashable {
        /// What an entry is.
        public enum Content: Sendable, Hashable {
            /// A file's bytes, and whether it may be run.
            case file([UInt8], isExecutable: Bool)
            /// A folder; what it holds are entries of their own.
            case folder
            /// A symbolic link and what it says.
            case link(String)
        }

        /// The path below the context's folder, with slashes.
        public let path: String
        /// What it is.
        public let content: Content

        /// Makes an entry.
        public init(path: String, content: Content) {
            self.path = path
            self.content = content
        }
    }

    /// The entries in the order of their paths' bytes: each folder in front of what it holds.
    public let entries: [Entry]
    /// The path of the Dockerfile below the context's folder.
    public let dockerfilePath: String
    /// What is odd about the context, such as its size.
    public let diagnostics: [Diagnostic]

    /// Makes a context of entries; folders above them are added.
    ///
    /// - Throws: ``ImageBuildError`` with the code `contextPathInvalid` for a path that is taken twice, leaves the
    ///   context, or lies below a file.
    init(
        _ entries: [Entry],
        dockerfilePath: String,
        diagnostics: [Diagnostic] = []
    ) throws(ImageBuildError) {
        for entry in entries where !LocalPath.isBelow(entry.path) {
            throw Self.pathError(entry.path, "does not stay inside the context")
        }
        // What is read from a folder is in order already.
        let isInOrder = entries.indices.dropFirst().allSatisfy { Entry.isBefore(entries[$0 - 1], entries[$0]) }
        var sorted = isInOrder ? entries : entries.sorted(by: Entry.isBefore)
        if !isInOrder {
            for (entry, next) in zip(sorted, sorted.dropFirst()) where !Entry.isBefore(entry, next) {
                throw Self.pathError(entry.path, "is taken twice")
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

    /// The folders above entries that are none themselves.
    private static func missingFolders(of sorted: [Entry]) throws(ImageBuildError) -> [Entry] {
        var missing: [Entry] = []
        var known: Set<[UInt8]> = []
        var last = Substring().utf8
        for entry in sorted {
            guard let slash = entry.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { continue }
            let folder = entry.path.utf8[..<slash]
            // Most entries lie in the folder of the one before.
            if folder.elementsEqual(last) { continue }
            last = folder
            var path = Array(folder)[...]
            while !path.isEmpty, known.insert(Array(path)).inserted {
                switch content(at: Array(path), in: sorted) {
                case nil: missing.append(Entry(path: String(decoding: path, as: UTF8.self), content: .folder))
                case .folder: break
                case .file, .link: throw pathError(entry.path, "lies below what is no folder")
                }
                path = path[..<(path.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)]
            }
        }
        return missing
    }

    /// Looks a path up in entries that are sorted.
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
    /// By the bytes of the paths.
    fileprivate static func isBefore(_ left: Self, _ right: Self) -> Bool {
        left.path.exact < right.path.exact
    }
}

extension BuildContext {
    /// The Dockerfile's text.
    var dockerfileText: String {
        get throws(ImageBuildError) {
            guard case .file(let bytes, _) = self[dockerfilePath],
                let text = String(validating: bytes, as: UTF8.self)
            else {
                throw ImageBuildError(
                    .dockerfileInvalid,
                    "the Dockerfile '\(dockerfilePath)' of the build context is no text in UTF-8",
                    at: SourceLocation(file: dockerfilePath),
                    hint: "save it as UTF-8"
                )
            }
            return text
        }
    }
}
