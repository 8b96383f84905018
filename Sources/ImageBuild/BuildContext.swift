public import AzureMLSupport

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
        var byPath: [[UInt8]: Entry] = [:]
        for entry in entries {
            let path = Array(entry.path.utf8)
            try Self.requirePlainPath(entry.path)
            guard byPath.updateValue(entry, forKey: path) == nil else {
                throw Self.pathError(entry.path, "is taken twice")
            }
        }
        for entry in entries {
            var path = Array(entry.path.utf8)[...]
            while let slash = path.lastIndex(of: UInt8(ascii: "/")) {
                path = path[..<slash]
                switch byPath[Array(path)]?.content {
                case nil:
                    let folder = String(decoding: path, as: UTF8.self)
                    byPath[Array(path)] = Entry(path: folder, content: .folder)
                case .folder: continue
                case .file, .link: throw Self.pathError(entry.path, "lies below what is no folder")
                }
            }
        }
        self.entries = byPath.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
        self.dockerfilePath = dockerfilePath
        self.diagnostics = diagnostics
    }

    /// The entry at a path; `nil` when there is none.
    subscript(path: String) -> Entry.Content? {
        entries.first { $0.path.utf8.elementsEqual(path.utf8) }?.content
    }

    private static func requirePlainPath(_ path: String) throws(ImageBuildError) {
        let names = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard names.allSatisfy({ LocalPath.isFileName(String(decoding: $0, as: UTF8.self)) }) else {
            throw pathError(path, "does not stay inside the context")
        }
    }

    private static func pathError(_ path: String, _ reason: String) -> ImageBuildError {
        ImageBuildError(
            .contextPathInvalid,
            "the path '\(path)' of the build context \(reason)",
            hint: "write it relative to the context's folder, without '.' and '..'"
        )
    }
}
