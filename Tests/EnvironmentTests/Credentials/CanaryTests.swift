import AzureMLSupport
import CondaDependencies
import Foundation
import TestSupport
import Testing
import Workspace

@testable import Environment

/// Puts a canary in every place where a secret can be, and checks that it does not appear where it must not.
@Suite struct CanaryTests {
    private static let canary = "canary0123456789canary"

    enum Place: CaseIterable {
        case registryPassword, gitHubToken, image, dockerfile, contextLocation, sparkRepository, cranRepository
        case customPackage, mavenRepository, pythonLibrary, condaChannel, pipOption, pipPackage, imageWithoutScheme
        case variable, pipOptionWithoutScheme, fragment, signature, signatureBehindPassword, name

        /// Whether the property's type marks it as a secret.
        var isSecret: Bool { self == .registryPassword || self == .gitHubToken }

        var environment: Environment {
            get throws {
                var environment = Environment(name: "x")
                let url = "https://user:\(canary)@host.io/a"
                switch self {
                case .registryPassword: environment.docker.baseImageRegistry.password = Secret(canary)
                case .gitHubToken:
                    environment.r = RSection()
                    environment.r?.githubPackages = [RGitHubPackage(repository: "a/b", authToken: Secret(canary))]
                case .image: environment.docker.baseImage = url
                case .imageWithoutScheme: environment.docker.baseImage = "user:\(canary)@host/a"
                case .dockerfile: environment.docker.baseDockerfile = "FROM a\nRUN pip install -i \(url)\n"
                case .contextLocation:
                    environment.docker.buildContext = DockerBuildContext(locationType: .git, location: url)
                case .sparkRepository: environment.spark.repositories = [url]
                case .cranRepository:
                    environment.r = RSection()
                    environment.r?.cranPackages = [RCranPackage(name: "a", repository: url)]
                case .customPackage:
                    environment.r = RSection()
                    environment.r?.customURLPackages = [url]
                case .mavenRepository:
                    environment.databricks.mavenLibraries = [MavenLibrary(coordinates: "a:b:1", repo: url)]
                case .pythonLibrary:
                    environment.databricks.pypiLibraries = [PyPiLibrary(package: "a", repo: url)]
                case .condaChannel: try environment.python.condaDependencies.addChannel(url)
                case .pipOption: try environment.python.condaDependencies.setPipOption("--index-url \(url)")
                case .pipPackage: try environment.python.condaDependencies.addPipPackage("a @ \(url)")
                case .variable: environment.environmentVariables = ["PIP_EXTRA_INDEX_URL": url]
                case .pipOptionWithoutScheme:
                    try environment.python.condaDependencies.setPipOption("--extra-index-url=//user:\(canary)@h/simple")
                case .fragment:
                    try environment.python.condaDependencies.addPipPackage("a @ https://h/a.whl#token=\(canary)")
                case .signature: environment.spark.repositories = ["wasbs://box@h/r.jar?sig=\(canary)\(canary)"]
                case .signatureBehindPassword:
                    environment.spark.repositories = ["wasbs://u:\(canary)@h/r.jar?sig=\(canary)\(canary)"]
                case .name: environment.name = url
                }
                return environment
            }
        }
    }

    private static func holdsCanary(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).contains(canary)
    }

    @Test(arguments: Place.allCases)
    func `no description shows the secret`(place: Place) throws {
        let environment = try place.environment
        for text in [
            String(describing: environment), String(reflecting: environment), "\([environment])",
            String(describing: Optional(environment)), "\(environment.docker)", "\(environment.spark)",
            "\(environment.databricks)",
            String(reflecting: environment.r), "\(environment.python)", "\(environment.python.condaDependencies)",
            String(reflecting: environment.python), "\(environment.diagnostics)",
        ] {
            #expect(!text.contains(Self.canary), "\(text)")
        }
    }

    @Test(arguments: Place.allCases, Backing.allCases)
    func `no error and no workspace contains the secret`(place: Place, backing: Backing) async throws {
        let folder = try ScratchFolder()
        let workspace = try await backing.workspace(in: folder)
        do {
            let registered = try await place.environment.register(workspace: workspace)
            #expect(place.isSecret)
            #expect(!"\(registered.diagnostics)".contains(Self.canary))
            let stored = try await workspace.store.document(named: "x", version: nil, in: .environments)
            for file in try #require(stored).files { #expect(!Self.holdsCanary(file.bytes)) }
        } catch {
            #expect(!place.isSecret)
            #expect(!"\(error) \(String(reflecting: error))".contains(Self.canary))
        }
        let enumerator = try #require(FileManager.default.enumerator(atPath: folder.path))
        for case let name as String in enumerator {
            guard let data = FileManager.default.contents(atPath: "\(folder.path)/\(name)") else { continue }
            #expect(!Self.holdsCanary(Array(data)), "\(name)")
        }
    }

    @Test(arguments: Place.allCases)
    func `a saved folder contains the secret, readable only by its owner`(place: Place) throws {
        let folder = try ScratchFolder()
        let environment = try place.environment
        try environment.saveToDirectory(path: "\(folder.path)/saved")
        for name in try folder.names(in: "saved") { #expect(try folder.permissions("saved/\(name)") == 0o600) }
        #expect(try Environment.loadFromDirectory(path: "\(folder.path)/saved") == environment)
    }
}
