import Foundation

/// A folder, in memory if the machine has such a place, for the texts that are read from files.
struct InputFolder {
    let path: String

    static let requirements = InputFolder()

    /// A build context of 4,000 files.
    static let context: InputFolder = {
        let folder = InputFolder()
        for number in 0..<4000 { try? folder.write("", to: "aXbYc\(number)") }
        try? folder.write("FROM a\n", to: "Dockerfile")
        return folder
    }()

    private static let parent: String = {
        let isInMemory = FileManager.default.isWritableFile(atPath: "/dev/shm")
        return (isInMemory ? "/dev/shm" : NSTemporaryDirectory()) + "/azureml-bounds-\(UUID().uuidString)"
    }()

    private init() {
        path = "\(Self.parent)/\(UUID().uuidString)"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
    }

    static func removeAll() {
        try? FileManager.default.removeItem(atPath: parent)
    }
}
