internal import AzureMLSupport
internal import AzureMLSystem

/// A machine's cached overview of the versions of one name, and the state of their folder for which it is valid.
struct LatestHint: Hashable {
    static let fileName = "latest.json"
    private static let limit = 1 << 16
    /// Hints without this format were also written when a later change might not show in the folder's stamp.
    private static let format = 2

    var overview: VersionOverview
    var stamp: DirectoryStamp

    var bytes: [UInt8] {
        let value: JSONValue = [
            "format": JSONValue(Self.format),
            "latest": overview.latest.map { JSONValue($0) } ?? .null,
            "sequence": JSONValue(overview.sequence),
            "highest_number": JSONValue(overview.highestNumber),
            "archived_since": JSONValue(overview.archivedSince.map { JSONValue($0) }),
            "seconds": JSONValue(stamp.seconds),
            "nanoseconds": JSONValue(stamp.nanoseconds),
            "links": JSONValue(stamp.links),
            "size": JSONValue(stamp.size),
        ]
        return value.fileBytes
    }

    /// Returns the hint in the local folder of a name; `nil` when there is no readable one.
    static func read(in local: Directory) -> LatestHint? {
        guard
            let bytes = try? local.readFile(fileName, limit: limit),
            let value = try? JSONValue(parsing: bytes),
            value["format"].int == format,
            let latest = value["latest"].string,
            let sequence = value["sequence"].int, (1...RegistrationRecord.maximumSequence).contains(sequence),
            let highestNumber = value["highest_number"].int, highestNumber >= 0,
            let archivedSince = value["archived_since"].array,
            let seconds = value["seconds"].int, let nanoseconds = value["nanoseconds"].int,
            let links = value["links"].int, let size = value["size"].int
        else { return nil }
        return LatestHint(
            overview: VersionOverview(
                latest: latest,
                sequence: sequence,
                highestNumber: highestNumber,
                archivedSince: archivedSince.map { $0.string ?? "" }
            ),
            stamp: DirectoryStamp(seconds: seconds, nanoseconds: nanoseconds, links: links, size: size)
        )
    }

    /// Writes the hint for the next reader; if that fails, the next reader reads the versions.
    func store(in local: Directory) {
        try? local.replaceCache(Self.fileName, with: bytes)
    }
}
