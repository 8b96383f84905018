internal import AzureMLSupport
package import AzureMLSystem

/// The content of `workspace.json`: the identity of a workspace and the format of its folder.
package struct WorkspaceRecord: Sendable, Hashable {
    static let fileName = "workspace.json"
    /// The newest format that this version of the SDK reads and writes.
    static let currentFormat = 1
    static let limit = 1 << 20

    package let id: String
    package let name: String
    package let subscriptionID: String
    package let resourceGroup: String
    package let location: String

    var bytes: [UInt8] {
        let value: JSONValue = [
            "format": JSONValue(Self.currentFormat),
            "id": JSONValue(id),
            "name": JSONValue(name),
            "subscription_id": JSONValue(subscriptionID),
            "resource_group": JSONValue(resourceGroup),
            "location": JSONValue(location),
        ]
        return value.fileBytes
    }

    /// Whether a folder is a workspace that this version of the SDK can open.
    package static func isWorkspace(_ folder: Directory) -> Bool { (try? read(in: folder)) != nil }

    /// Reads the record of a workspace; returns `nil` when the folder is not a workspace.
    static func read(in root: Directory) throws -> WorkspaceRecord? {
        let path = "\(root.path)/\(fileName)"
        let bytes: [UInt8]
        do throws(FileSystemError) {
            bytes = try root.readFile(fileName, limit: limit)
        } catch {
            if error.isMissing { return nil }
            throw WorkspaceError(error, doing: "open the workspace in '\(root.path)'")
        }
        return try WorkspaceRecord(parsing: bytes, path: path)
    }
}

extension WorkspaceRecord {
    fileprivate init(parsing bytes: [UInt8], path: String) throws {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: bytes, file: path)
        } catch {
            throw WorkspaceError(
                .damaged,
                "'\(path)' is damaged: \(error.message)",
                at: error.location,
                hint: WorkspaceError.restoring.english,
                underlying: error
            )
        }
        guard let format = value["format"].int, format > 0 else {
            throw WorkspaceError.damaged(path, "the member 'format' is missing or not a positive number")
        }
        guard format <= Self.currentFormat else {
            throw WorkspaceError(
                .formatUnknown,
                "'\(path)' has format \(format); this version of the SDK knows formats up to \(Self.currentFormat)",
                at: SourceLocation(file: path),
                hint: "use a newer version of the SDK"
            )
        }
        func member(_ name: String) throws -> String {
            guard let text = value[name].string, !text.isEmpty else {
                throw WorkspaceError.damaged(path, "the member '\(name)' is missing or not a string")
            }
            return text
        }
        let name: DocumentName
        do {
            name = try DocumentName(member("name"), kind: "workspace name")
        } catch let error as WorkspaceError where error.code == .nameInvalid {
            throw WorkspaceError.damaged(path, error.message, underlying: error)
        }
        self.init(
            id: try member("id"),
            name: name.text,
            subscriptionID: try member("subscription_id"),
            resourceGroup: try member("resource_group"),
            location: try member("location")
        )
    }
}
