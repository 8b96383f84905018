internal import AzureMLSupport
internal import AzureMLSystem

/// The content of a version's `registration.json`: its name and version before encoding, its position in the order of
/// registration, and the hashes of its files.
struct RegistrationRecord: Hashable {
    static let fileName = "registration.json"
    /// The maximum size in bytes: the record is read whenever its version is looked at.
    static let limit = 1 << 20
    /// The maximum number of files of a version besides this one; every reader of the version reads all of them.
    static let greatestFileCount = 16
    /// The greatest sequence: many JSON readers do not represent greater integers exactly.
    static let maximumSequence = 1 << 53

    var name: String
    var version: String
    var sequence: Int
    var contentHash: String
    /// The SHA-256 of each file, keyed by file name.
    var files: [String: String]
    var secretReferences: [String: String]
    /// Whether the version was removed; only its record is kept then, so that its number is not assigned again.
    var isRemoved = false
    /// Whether the record was read with its hash. Those that were written before the hash was introduced have none.
    var hasHash = true

    var bytes: [UInt8] {
        var members = membersWithoutHash
        members[Self.hashMember] = JSONValue(Self.hash(of: members))
        return JSONValue(members).fileBytes
    }

    private var membersWithoutHash: JSONObject {
        var members: JSONObject = [
            "name": JSONValue(name),
            "version": JSONValue(version),
            "sequence": JSONValue(sequence),
            "content_hash": JSONValue(contentHash),
            "files": Self.object(files),
            "secret_references": Self.object(secretReferences),
        ]
        if isRemoved { members["removed"] = true }
        return members
    }

    private static let members: Set<String> = [
        "name", "version", "sequence", "content_hash", "files", "secret_references", "removed", hashMember,
    ]

    /// The member with the hash of the record, which reveals edits of the record itself, such as of the sequence.
    private static let hashMember = "record_hash"

    /// The SHA-256 of the other members as they are written to the file.
    private static func hash(of members: JSONObject) -> String {
        ContentHash.sha256Hex(JSONValue(members).pythonBytes(indent: 4))
    }

    /// The record that remains when the version is removed.
    var removed: RegistrationRecord {
        var record = self
        record.files = [:]
        record.secretReferences = [:]
        record.isRemoved = true
        return record
    }

    private static func object(_ texts: [String: String]) -> JSONValue {
        let members = texts.sorted { $0.key.exact < $1.key.exact }
        return JSONValue(JSONObject(members.map { ($0.key, JSONValue($0.value)) }))
    }
}

extension RegistrationRecord {
    /// Reads the record of a version folder and checks that it belongs there.
    init(in folder: Directory, entryName: String, versionName: String) throws {
        let path = "\(folder.path)/\(Self.fileName)"
        do {
            try self.init(parsing: folder.readFile(Self.fileName, limit: Self.limit), path: path)
        } catch let error as FileSystemError where error.isDamage {
            throw WorkspaceError.damaged(path, error.reasonText, underlying: error)
        } catch let error as JSONError {
            throw WorkspaceError(
                .damaged,
                "'\(path)' is damaged: \(error.message)",
                at: error.location,
                hint: WorkspaceError.restoringOrMerging.english,
                underlying: error
            )
        }
        guard try Self.folderNames(name, "name", path).contains(entryName),
            try Self.folderNames(version, "version", path).contains(versionName)
        else {
            throw WorkspaceError.damaged(path, "version '\(version)' of '\(name)' belongs in another folder")
        }
    }

    private static func folderNames(_ text: String, _ kind: String, _ path: String) throws -> [String] {
        do {
            return EncodedName.forms(of: try DocumentName(text, kind: kind))
        } catch let error as WorkspaceError {
            throw WorkspaceError.damaged(path, error.message, underlying: error)
        }
    }

    private init(parsing bytes: [UInt8], path: String) throws {
        let value = try JSONValue(parsing: bytes, file: path)
        if let unknown = value.object?.lazy.map(\.name).first(where: { !Self.members.contains($0) }) {
            throw WorkspaceError.damaged(path, "it has the unknown member '\(unknown)'")
        }
        func text(_ name: String) throws -> String {
            guard let text = value[name].string else { throw Self.malformed(path, name) }
            return text
        }
        func texts(_ name: String) throws -> [String: String] {
            guard let members = value[name].object else { throw Self.malformed(path, name) }
            var texts: [String: String] = [:]
            for (key, value) in members {
                guard let text = value.string else { throw Self.malformed(path, name) }
                texts[key] = text
            }
            return texts
        }
        guard let sequence = value["sequence"].int, (1...Self.maximumSequence).contains(sequence) else {
            throw Self.malformed(path, "sequence")
        }
        let files = try texts("files")
        let removed = value["removed"]
        guard removed.isNull || removed.bool == true else { throw Self.malformed(path, "removed") }
        guard files.count <= Self.greatestFileCount else {
            throw WorkspaceError.damaged(
                path,
                "it names \(files.count) files; \(Self.greatestFileCount) are allowed"
            )
        }
        self.init(
            name: try text("name"),
            version: try text("version"),
            sequence: sequence,
            contentHash: try text("content_hash"),
            files: files,
            secretReferences: try texts("secret_references"),
            isRemoved: removed.bool == true,
            hasHash: value.object?[Self.hashMember] != nil
        )
        // After the checks above: nested lists in place of texts would make the text to hash very long.
        guard !hasHash || value[Self.hashMember].string == Self.hash(of: membersWithoutHash) else {
            throw WorkspaceError.damaged(path, "its content is not what was stored")
        }
    }

    private static func malformed(_ path: String, _ member: String) -> WorkspaceError {
        WorkspaceError.damaged(path, "the member '\(member)' is missing or invalid")
    }
}
