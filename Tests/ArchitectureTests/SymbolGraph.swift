import Foundation

/// The declarations that users of a module see, as the compiler lists them.
struct SymbolGraph: Decodable {
    struct Symbol: Decodable {
        struct Kind: Decodable { var identifier: String }
        struct Fragment: Decodable { var spelling: String }
        struct Location: Decodable { var uri: String }
        struct Identifier: Decodable { var precise: String }

        var kind: Kind
        var identifier: Identifier
        var pathComponents: [String]
        var declarationFragments: [Fragment]
        /// `nil` for members that the compiler or the standard library adds.
        var location: Location?

        var isType: Bool {
            ["swift.struct", "swift.class", "swift.enum", "swift.protocol"].contains(kind.identifier)
        }
    }

    struct Relationship: Decodable {
        var kind: String
        var source: String
        /// The name of the target, for one of another module.
        var targetFallback: String?
        var target: String
    }

    var symbols: [Symbol]
    var relationships: [Relationship]

    /// Returns the declarations of a module and of its extensions of other modules' types.
    static func graph(of module: String) throws -> SymbolGraph {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try extract(module, into: folder)
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let graphs = try files.map { try JSONDecoder().decode(SymbolGraph.self, from: Data(contentsOf: $0)) }
        return SymbolGraph(
            symbols: graphs.flatMap(\.symbols).filter { $0.location != nil },
            relationships: graphs.flatMap(\.relationships)
        )
    }

    /// Returns the protocols that a type conforms to, except those that every type has.
    func conformances(of type: Symbol) -> [String] {
        let names = relationships.filter { $0.kind == "conformsTo" && $0.source == type.identifier.precise }
            .map { $0.targetFallback.map { String($0.split(separator: ".").last ?? "") } ?? $0.target }
        return Set(names).subtracting(["SendableMetatype", "Copyable", "Escapable"]).sorted()
    }

    private static func extract(_ module: String, into folder: URL) throws {
        let products = Self.productsFolder
        let checkouts = products.deletingLastPathComponent().deletingLastPathComponent().appending(path: "checkouts")
        let cModules = try FileManager.default.subpathsOfDirectory(atPath: checkouts.path)
            .filter { $0.hasSuffix("include/module.modulemap") }
            .map { checkouts.appending(path: $0).deletingLastPathComponent().path }
        let systemModules = ["CLibYAML", "CNettle"].map { SourceFile.root.appending(path: "Sources/\($0)").path }
        let included = [products.appending(path: "Modules").path] + systemModules + cModules.sorted()
        var arguments = ["symbolgraph-extract", "-module-name", module, "-target", try targetTriple()]
        arguments += ["-minimum-access-level", "public", "-skip-synthesized-members", "-output-dir", folder.path]
        arguments += included.flatMap { ["-I", $0] }
        #if os(macOS)
        arguments += ["-sdk", try run("xcrun", ["--show-sdk-path"]).trimmingCharacters(in: .whitespacesAndNewlines)]
        #endif
        _ = try run("swift", arguments)
    }

    private static func targetTriple() throws -> String {
        struct Information: Decodable {
            struct Target: Decodable { var triple: String }
            var target: Target
        }
        let text = try run("swift", ["-print-target-info"])
        return try JSONDecoder().decode(Information.self, from: Data(text.utf8)).target.triple
    }

    private static func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CocoaError(.executableLoad, userInfo: [NSLocalizedDescriptionKey: "\(program) \(arguments)"])
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static var productsFolder: URL {
        let bundles = ProcessInfo.processInfo.arguments.filter { $0.contains(".xctest") }
        let path = bundles.last.flatMap { $0.components(separatedBy: ".xctest").first } ?? CommandLine.arguments[0]
        return URL(filePath: path).deletingLastPathComponent()
    }
}
