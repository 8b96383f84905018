#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Environment variables, home folder and current folder of this process: the only place that reads them.
package struct ProcessContext: Sendable {
    /// Tests put a context here; everything else runs with the process's own.
    @TaskLocal package static var injected: ProcessContext?

    /// The context in force.
    package static var current: ProcessContext { injected ?? .process }

    private let lookUp: @Sendable (String) -> String?
    /// All variables of an injected context; `nil` for the process's own, which programs inherit as they are.
    package let injectedVariables: [String: String]?
    /// The absolute path of the user's home folder.
    package let homeDirectory: String
    /// The absolute path of the current folder.
    package let currentDirectory: String

    /// Makes a context of its own, for a test.
    package init(variables: [String: String], homeDirectory: String, currentDirectory: String) {
        self.init(
            lookUp: { variables[$0] },
            injectedVariables: variables,
            homeDirectory: homeDirectory,
            currentDirectory: currentDirectory
        )
    }

    private init(
        lookUp: @escaping @Sendable (String) -> String?,
        injectedVariables: [String: String]?,
        homeDirectory: String,
        currentDirectory: String
    ) {
        self.lookUp = lookUp
        self.injectedVariables = injectedVariables
        self.homeDirectory = homeDirectory
        self.currentDirectory = currentDirectory
    }

    private static var process: ProcessContext {
        let variables = ProcessInfo.processInfo.environment
        let fileManager = FileManager.default
        return ProcessContext(
            lookUp: { variables[$0] },
            injectedVariables: nil,
            homeDirectory: variables["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
                ?? fileManager.homeDirectoryForCurrentUser.path,
            currentDirectory: fileManager.currentDirectoryPath
        )
    }

    /// The number of the user that this process runs as; 0 is the system's administrator.
    package static var userNumber: UInt32 { SystemCalls.userNumber }

    /// The value of an environment variable; `nil` when it is unset or empty.
    package subscript(variable name: String) -> String? {
        lookUp(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The path made absolute against the current folder, `~/` against the home folder; `.` and `..` stay.
    ///
    /// Where the current folder is gone, the path stays relative, and the system refuses it.
    package func absolutePath(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        if path == "~" { return homeDirectory }
        if path.hasPrefix("~/") { return homeDirectory + path.dropFirst(1) }
        if currentDirectory.isEmpty { return path.isEmpty ? "." : path }
        if path.isEmpty || path == "." { return currentDirectory }
        return currentDirectory.hasSuffix("/") ? currentDirectory + path : "\(currentDirectory)/\(path)"
    }
}
