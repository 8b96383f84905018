internal import AzureMLSupport
internal import AzureMLSystem

/// The content of a label's file: the label before encoding, and the version that has it.
struct LabelRecord: Hashable {
    static let folderName = ".labels"
    static let limit = 1 << 16

    let label: String
    let version: String

    var bytes: [UInt8] {
        let value: JSONValue = ["label": JSONValue(label), "version": JSONValue(version)]
        return value.fileBytes
    }

    /// Returns the name of the folder of the version that has the label.
    func versionFolder(in entry: Directory) throws -> String { try EncodedName.encode(version: version, in: entry) }
}

extension LabelRecord {
    /// Reads a label's file and checks that it belongs there.
    init(in folder: Directory, fileName: String) throws {
        let path = "\(folder.path)/\(fileName)"
        self = try WorkspaceError.explainingDamage(of: path) {
            let value = try JSONValue(parsing: folder.readFile(fileName, limit: Self.limit), file: path)
            guard let label = value["label"].string, let version = value["version"].string else {
                throw WorkspaceError.damaged(path, "the member 'label' or 'version' is missing or not a string")
            }
            guard EncodedName.forms(of: try DocumentName(label: label)).contains(fileName) else {
                throw WorkspaceError.damaged(path, "the label '\(label)' belongs in another file")
            }
            _ = try DocumentName(version, kind: "version")
            return LabelRecord(label: label, version: version)
        }
    }
}
