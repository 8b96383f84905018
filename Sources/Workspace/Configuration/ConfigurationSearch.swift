internal import AzureMLSupport
internal import AzureMLSystem

/// Finds the configuration file of a project as azureml-core does.
enum ConfigurationSearch {
    static let azuremlFolder = ".azureml"
    static let legacyFolder = "aml_config"
    static let fileName = "config.json"
    static let legacyFileName = "project.json"

    struct Match: Hashable {
        var file: String
        /// The project's folder, to which `workspace_directory` is relative: the folder that contains the file, or the
        /// parent of the `.azureml` or `aml_config` folder that contains it.
        var project: String
    }

    /// Returns the file itself, or the first match of a search from a folder upwards.
    ///
    /// Each location is searched up to the root before the next one, so that a distant `.azureml/config.json` takes
    /// precedence over a nearby `config.json`.
    static func match(from path: String) throws -> Match? {
        if try LocalFile.kind(path: path) == .regularFile {
            let folder = LocalPath.parent(of: path)
            let isInside = [azuremlFolder, legacyFolder].contains(LocalPath.lastComponent(of: folder))
            return Match(file: path, project: isInside ? LocalPath.parent(of: folder) : folder)
        }
        for place in ["\(azuremlFolder)/", "\(legacyFolder)/", ""] {
            for name in [fileName, legacyFileName] {
                if let match = try firstMatch(of: place + name, upwardsFrom: path) { return match }
            }
        }
        return nil
    }

    private static func firstMatch(of place: String, upwardsFrom start: String) throws -> Match? {
        var folder = start
        while true {
            let file = folder == "/" ? "/\(place)" : "\(folder)/\(place)"
            if try kind(of: file, isAbove: folder != start) == .regularFile {
                return Match(file: file, project: folder)
            }
            if folder == "/" { return nil }
            folder = LocalPath.parent(of: folder)
        }
    }

    /// Returns the kind of a file; above the start folder, also `nil` if this user has no access, as in azureml-core.
    private static func kind(of file: String, isAbove: Bool) throws -> FileKind? {
        do throws(FileSystemError) {
            return try LocalFile.kind(path: file)
        } catch {
            if error.isForbidden && isAbove { return nil }
            throw error
        }
    }
}
