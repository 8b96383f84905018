/// The work of one process in a storm of kills.
package enum StormWork: String, CaseIterable, Sendable {
    /// Registers versions, and labels, archives, restores and deletes them.
    case versions
    /// Labels versions that other processes delete, and deletes versions that other processes label.
    case label, delete
    case export, `import`, wheel, build
}

/// The folders and names that the processes of a storm share with the test that kills them.
package struct StormPlace: Sendable {
    package static let versionsName = "env"
    package static let contestedName = "contested"

    package let path: String

    package init(path: String) {
        self.path = path
    }

    package var workspace: String { "\(path)/ws" }
    package var exports: String { "\(path)/exports" }
    package var imports: String { "\(path)/imports" }
    package var wheels: String { "\(path)/wheels" }
    /// The folder for the temporary files of builds.
    package var temporary: String { "\(path)/tmp" }
    /// An export file that does not change.
    package var source: String { "\(path)/source.tar" }
    /// The export file that every exporter replaces.
    package var latestExport: String { "\(exports)/latest.tar" }

    /// Returns the content that a writer stores in a round, which no other writer and no other round stores.
    package static func content(_ writer: String, _ round: Int) -> String { "\(writer).\(round)" }
}
