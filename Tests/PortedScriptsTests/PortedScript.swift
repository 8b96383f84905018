import AzureMLCore
import Foundation
import Testing

/// A script of azureml-core in Swift: the kinds of calls in a public repository, with small inputs of our own. The
/// function of the same name in `Tests/Reference/ported_scripts.py` has the Python calls.
struct PortedScript: Sendable, CustomTestStringConvertible {
    /// The input of a script beside the files in its working directory.
    struct Inputs: Sendable {
        let workspace: Workspace
        /// The pip options that azureml-core's `create` adds. They name a host, so only azureml-core itself says them.
        let sdkPipOptions: [String]
    }

    let name: String
    /// The public code that has these calls.
    let source: String
    /// Makes the environments of the script as they are before they are registered.
    let environments: @Sendable (Inputs) async throws -> [Environment]

    var testDescription: String { "\(name) (\(source))" }

    /// The folder of the input files.
    static let files = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Files")

    static let all: [PortedScript] = environmentScripts + imageScripts + specificationScripts

    init(name: String, source: String, _ environments: @escaping @Sendable (Inputs) async throws -> [Environment]) {
        self.name = name
        self.source = source
        self.environments = environments
    }
}
