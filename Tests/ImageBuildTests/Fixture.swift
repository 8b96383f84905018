import AzureMLSupport
import Foundation
import Testing

/// Six images from public build logs, and the texts that the guide shows.
enum Fixture {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    static let images: [PublicImage] = {
        let bytes = (try? Data(contentsOf: folder.appending(path: "azure-images.json"))).map(Array.init) ?? []
        return (try? JSONValue(parsing: bytes))?.array?.compactMap(PublicImage.init) ?? []
    }()

    /// The guide's Dockerfile was copied from a terminal of 120 columns: a full line continues on the next one.
    static func guideDockerfile() throws -> String {
        try text("guide-Dockerfile").split(separator: "\n").map { line in
            line.count == 120 ? String(line) : "\(line)\n"
        }.joined()
    }
}

/// An image whose build log is public.
struct PublicImage: Sendable, CustomTestStringConvertible {
    let name: String
    let base: String
    let condaHash: String
    let conda: JSONValue
    let precachePackages: Bool
    let dockerfile: String

    init?(_ json: JSONValue) {
        guard let name = json["image"].string, let base = json["base"].string,
            let condaHash = json["condaHash"].string, let precachePackages = json["precachePackages"].bool,
            let dockerfile = json["dockerfile"].string
        else { return nil }
        self.name = name
        self.base = base
        self.condaHash = condaHash
        self.precachePackages = precachePackages
        self.dockerfile = dockerfile
        conda = json["conda"]
    }

    var testDescription: String { name }
}
