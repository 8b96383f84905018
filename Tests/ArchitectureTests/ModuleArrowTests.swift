import Foundation
import Testing

/// Checks the dependencies between the modules, in the manifest and in the imports. A new one has to be added here and
/// in `Documentation/Architecture.md` as well.
@Suite struct ModuleArrowTests {
    private static let arrows: [String: Set<String>] = [
        "AzureMLSupport": ["OrderedCollections"],
        "AzureMLSystem": ["AzureMLSupport", "CNettle", "Subprocess", "SystemPackage"],
        "DockerSyntax": ["AzureMLSupport"],
        "LosslessYAML": ["AzureMLSupport", "CLibYAML"],
        "CondaDependencies": ["AzureMLSupport", "AzureMLSystem", "LosslessYAML"],
        "Workspace": ["AzureMLSupport", "AzureMLSystem", "DockerSyntax"],
        "Environment": ["AzureMLSupport", "AzureMLSystem", "CondaDependencies", "DockerSyntax", "Workspace"],
        "ImageBuild": [
            "AzureMLSupport", "AzureMLSystem", "CondaDependencies", "DockerSyntax", "Environment", "Workspace",
        ],
        "AzureMLCore": ["AzureMLSupport", "CondaDependencies", "Environment", "ImageBuild", "Workspace"],
    ]

    /// The modules of the system and of the language, with the only modules that may use them.
    private static let systemModules: [String: Set<String>] = [
        "Glibc": ["AzureMLSystem"], "Musl": ["AzureMLSystem"], "Darwin": ["AzureMLSystem"],
        "System": ["AzureMLSystem"], "CryptoKit": ["AzureMLSystem"],
        "FoundationEssentials": ["AzureMLSystem", "Workspace"],
        // Only on Apple's systems: Foundation makes a process start in 6.6 instead of 4 milliseconds.
        "Foundation": ["AzureMLSystem", "Workspace"],
        "Swift": ["Workspace"], "Synchronization": ["Environment", "Workspace"],
    ]

    @Test func `each module imports exactly the modules that it may depend on`() throws {
        let files = try SourceFile.all()
        #expect(Set(files.map(\.module)) == Set(Self.arrows.keys))
        for (module, allowed) in Self.arrows {
            var used: Set<String> = []
            for file in files where file.module == module {
                for name in file.imports {
                    if let users = Self.systemModules[name] {
                        #expect(users.contains(module), "\(module)/\(file.name) imports \(name)")
                    } else {
                        used.insert(name)
                        #expect(allowed.contains(name), "\(module)/\(file.name) imports \(name)")
                    }
                }
            }
            #expect(used == allowed, "\(module) does not use all modules that it may depend on")
        }
    }

    @Test func `the manifest gives each module exactly the dependencies that it may have`() throws {
        let manifest = try String(contentsOf: SourceFile.root.appending(path: "Package.swift"), encoding: .utf8)
        for (module, arrows) in Self.arrows {
            let start = try #require(manifest.firstRange(of: Regex("\\.target\\(\\s*name: \"\(module)\"")), "\(module)")
            let list = try #require(
                manifest[start.upperBound...].firstMatch(of: /dependencies: \[((?:[^\[\]]|\[[^\[\]]*\])*)\]/)
            )
            let products = list.1.matches(of: /\.product\(\s*name: "(\w+)"/).map { String($0.1) }
            let targets = list.1.replacing(/\.product\([^)]*(?:\([^)]*\)[^)]*)*\)/, with: "")
                .matches(of: /"(\w+)"/).map { String($0.1) }
            #expect(Set(products + targets) == arrows, "\(module)")
        }
    }
}
