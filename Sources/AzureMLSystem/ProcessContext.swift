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

    private struct Values {
        let variables: [String: String]
        let homeDirectory: String
        let currentDirectory: String
    }

    /// `nil` for the process's own, which are read at each use: the program around this package may change them.
    private let values: Values?

    /// Makes a context of its own, for a test.
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

    /// All variables of an injected context; `nil` for the process's own, which programs inherit as they are.
    package var injectedVariables: [String: String]? { values?.variables }

    /// The absolute path of the user's home folder.
    package var homeDirectory: String {
        if let values { return values.homeDirectory }
        if let home = SystemCalls.environmentVariable("HOME"), LocalPath.isAbsolute(home) { return home }
        return FileManager.default.homeDirectoryForCurrentUser.path
    }

    /// The absolute path of the current folder; empty when it is gone.
    package var currentDirectory: String { values?.currentDirectory ?? FileManager.default.currentDirectoryPath }

    /// The number of the user that this process runs as; 0 is the system's administrator.
    package static var userNumber: UInt32 { SystemCalls.userNumber }

    /// The value of an environment variable; `nil` when it is unset or empty.
    package subscript(variable name: String) -> String? {
        let value = values.map { $0.variables[name] } ?? SystemCalls.environmentVariable(name)
        return value?.isEmpty == false ? value : nil
    }

    /// The path made absolute against the current folder, `~/` against the home folder; `.` and `..` stay.
    ///
    /// Where the current folder is gone, the path stays relative, and the system refuses it.
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
