import Foundation

/// A folder in memory, if the machine has one, with the requirements file that is read.
final class RequirementsFolder: Sendable {
    static let shared = RequirementsFolder()

    let file: String

    private init() {
        let isInMemory = FileManager.default.isWritableFile(atPath: "/dev/shm")
        let folder = (isInMemory ? "/dev/shm" : NSTemporaryDirectory()) + "/azureml-bounds-\(UUID().uuidString)"
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        file = folder + "/requirements.txt"
    }

    func write(_ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: file))
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: (file as NSString).deletingLastPathComponent)
    }
}
