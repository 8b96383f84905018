#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The environment variables, home folder and working directory of this process: the only place that reads them.
package struct ProcessContext: Sendable {
    /// A context that tests set; `nil` everywhere else.
    @TaskLocal package static var injected: ProcessContext?

    /// The injected context, or else that of the process.
    package static var current: ProcessContext { injected ?? .process }

    private struct Values {
        let variables: [String: String]
        let homeDirectory: String
        let currentDirectory: String
    }

    /// `nil` for the process's own values, which are read at each use, because the host program may change them.
    private let values: Values?

    /// Makes a context for a test.
    package init(variables: [String: String], homeDirectory: String, currentDirectory: String) {
        self.init(
            values: Values(
                variables: variables,
                homeDirectory: homeDirectory,
                currentDirectory: currentDirectory
            )
        )
    }

    private init(values: Values?) {
        self.values = values
    }

    private static let process = ProcessContext(values: nil)

    /// All variables of an injected context; `nil` for the process's own, which child processes inherit unchanged.
    package var injectedVariables: [String: String]? { values?.variables }

    /// The absolute path of the user's home folder.
    package var homeDirectory: String {
        if let values { return values.homeDirectory }
        if let home = SystemCalls.environmentVariable("HOME"), LocalPath.isAbsolute(home) { return home }
        return FileManager.default.homeDirectoryForCurrentUser.path
    }

    /// The absolute path of the working directory; empty when it no longer exists.
    package var currentDirectory: String { values?.currentDirectory ?? FileManager.default.currentDirectoryPath }

    /// The numeric ID of the user that this process runs as; 0 is root.
    package static var userNumber: UInt32 { SystemCalls.userNumber }

    /// The value of an environment variable; `nil` when it is unset or empty.
    package subscript(variable name: String) -> String? {
        let value = values.map { $0.variables[name] } ?? SystemCalls.environmentVariable(name)
        return value?.isEmpty == false ? value : nil
    }

    /// Returns the absolute path: relative paths start at the working directory, `~/` is the home folder, and `.` and
    /// `..` are kept.
    ///
    /// If the working directory no longer exists, the path stays relative, and the system rejects it.
    package func absolutePath(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        if path == "~" { return homeDirectory }
        if path.hasPrefix("~/") { return homeDirectory + path.dropFirst(1) }
        let folder = currentDirectory
        if folder.isEmpty { return path.isEmpty ? "." : path }
        if path.isEmpty || path == "." { return folder }
        return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
    }
}
