import AzureMLSupport
import CondaDependencies
import Environment
import Testing

@testable import ImageBuild

/// The value of a field affects only that field of the Dockerfile.
@Suite struct FieldTests {
    private static let attacks = [
        "\nRUN id", "a\nRUN id", "a\r\nRUN id", "a\rRUN id", "a\\", "a\\\nb", "a'b", "a\"b", "a$b", "a${b}", "a$(id)",
        "a`id`", "a <<EOF", "<<EOF", "a#b c", "# a", "a\u{0}b", "-o", "--push", "a;id", "a&&id", "a|id", "a>b", "a b",
        " a", "a\t", "a\u{2028}RUN id", "é", "a)", "../../a", "a, b", "",
    ]

    private struct Field: Sendable, CustomTestStringConvertible {
        let place: String
        /// The attacks that the field's grammar allows, because they are harmless there.
        var allowed: Set<String> = []
        let edit: @Sendable (inout Environment, String) -> Void
        var testDescription: String { place }
    }

    private static let fields = [
        Field(place: "docker.baseImage") { $0.docker.baseImage = "ubuntu:\($1)" },
        Field(place: "docker.platform.architecture") { $0.docker.platform.architecture = $1 },
        Field(place: "docker.platform.os") { $0.docker.platform.os = $1 },
        Field(place: "spark.repositories[0]") {
            $0.spark.packages = [SparkPackage(group: "a", artifact: "b", version: "1")]
            $0.spark.repositories = [$1]
        },
        Field(place: "spark.repositories[0]", allowed: ["-o", "--push", "../../a", ""]) {
            $0.spark.packages = [SparkPackage(group: "a", artifact: "b", version: "1")]
            $0.spark.repositories = ["https://host/\($1)"]
        },
        Field(place: "spark.packages[0].group") {
            $0.spark.packages = [SparkPackage(group: $1, artifact: "b", version: "1")]
        },
        Field(place: "spark.packages[0].artifact") {
            $0.spark.packages = [SparkPackage(group: "a", artifact: $1, version: "1")]
        },
        Field(place: "spark.packages[0].version") {
            $0.spark.packages = [SparkPackage(group: "a", artifact: "b", version: $1)]
        },
        Field(place: "r.rVersion") {
            $0.r = RSection(); $0.r?.rVersion = $1
        },
        Field(place: "r.snapshotDate") {
            $0.r = RSection(); $0.r?.snapshotDate = $1
        },
        Field(place: "r.cranPackages[0].name") {
            $0.r = RSection(); $0.r?.cranPackages = [RCranPackage(name: $1)]
        },
        Field(place: "r.cranPackages[0].version") {
            $0.r = RSection()
            $0.r?.cranPackages = [RCranPackage(name: "a", version: $1)]
        },
        Field(place: "r.cranPackages[0].repository") {
            $0.r = RSection()
            $0.r?.cranPackages = [RCranPackage(name: "a", repository: $1)]
        },
        Field(place: "r.githubPackages[0].repository") {
            $0.r = RSection()
            $0.r?.githubPackages = [RGitHubPackage(repository: $1)]
        },
        Field(place: "r.githubPackages[0].repository", allowed: ["a#b c"]) {
            $0.r = RSection()
            $0.r?.githubPackages = [RGitHubPackage(repository: "owner/repo@\($1)")]
        },
        Field(place: "r.customURLPackages[0]") {
            $0.r = RSection(); $0.r?.customURLPackages = [$1]
        },
        Field(place: "r.bioconductorPackages[0]") {
            $0.r = RSection(); $0.r?.bioconductorPackages = [$1]
        },
    ]

    private static func environment() -> Environment {
        var environment = Environment(name: "fields")
        environment.docker.baseImage = "mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:20200821.v1"
        return environment
    }

    @Test(arguments: fields.indices)
    func `a field of a Dockerfile refuses every text that its grammar does not allow`(_ index: Int) async throws {
        let field = Self.fields[index]
        for attack in Self.attacks where !field.allowed.contains(attack) {
            var environment = Self.environment()
            field.edit(&environment, attack)
            if attack.isEmpty, field.place == "docker.baseImage" { continue }
            let refused = environment
            let error = await #expect(throws: ImageBuildError.self, "\(field.place): \(attack.debugDescription)") {
                try await refused.imageDetails(digests: KnownBaseImages())
            }
            #expect(error?.location?.file == field.place)
            #expect(error?.hint != nil)
            // A value cannot add lines to the message.
            #expect(error?.description.split(separator: "\n").contains { $0.hasPrefix("RUN") } == false)
        }
    }

    private static let elsewhere: [(name: String, edit: @Sendable (inout Environment, String) throws -> Void)] = [
        ("name", { $0.name = $1 }),
        ("version", { $0.version = $1 }),
        ("variable's name", { $0.environmentVariables[$1] = "a" }),
        ("variable's value", { $0.environmentVariables["A"] = $1 }),
        ("interpreter", { $0.python.interpreterPath = $1 }),
        ("conda environment", { $0.python.baseCondaEnvironment = $1 }),
        ("shared memory", { $0.docker.shmSize = $1 }),
        ("arguments", { $0.docker.arguments = [$1] }),
        ("user name", { $0.docker.baseImageRegistry.username = $1 }),
        ("password", { $0.docker.baseImageRegistry.password = Secret($1) }),
        ("inferencing stack", { $0.inferencingStackVersion = $1 }),
        (
            "R's script",
            {
                $0.r = RSection(); $0.r?.userManaged = true; $0.r?.rscriptPath = $1
            }
        ),
    ]

    @Test(arguments: elsewhere.indices)
    func `a field that is not part of the Dockerfile does not change it`(_ index: Int) async throws {
        let plain = try await Self.environment().imageDetails(digests: KnownBaseImages()).dockerfile
        for attack in Self.attacks {
            var environment = Self.environment()
            try Self.elsewhere[index].edit(&environment, attack)
            let details = try await environment.imageDetails(digests: KnownBaseImages())
            #expect(details.dockerfile == plain)
        }
    }

    private static let condaFields: [(name: String, edit: @Sendable (inout CondaDependencies, String) throws -> Void)] =
        [
            ("channel", { try $0.addChannel($1) }),
            ("conda package", { try $0.addCondaPackage($1) }),
            ("pip package", { try $0.addPipPackage($1) }),
            ("pip option", { try $0.setPipOption("--trusted-host \($1)") }),
            ("index", { try $0.setPipIndexURL($1) }),
        ]

    @Test(arguments: condaFields.indices)
    func `the entries for conda and pip change only the name in the Dockerfile`(_ index: Int) async throws {
        let plain = try await Self.environment().imageDetails(digests: KnownBaseImages())
        let plainName = try Self.environment().python.condaDependencies.environmentName
        var accepted = 0
        for attack in Self.attacks {
            var environment = Self.environment()
            // An attack that conda's or pip's own grammar refuses does not get this far.
            guard (try? Self.condaFields[index].edit(&environment.python.condaDependencies, attack)) != nil else {
                continue
            }
            accepted += 1
            let details = try await environment.imageDetails(digests: KnownBaseImages())
            let name = try environment.python.condaDependencies.environmentName
            #expect(details.dockerfile == plain.dockerfile?.replacing(plainName, with: name))
            #expect(name.wholeMatch(of: /azureml_[0-9a-f]{32}/) != nil)
        }
        #expect(accepted > 0)
    }

    @Test(arguments: [
        "a/b", "Azure/azureml-sdk-for-r", "a/b/sub.dir", "a/b@v1.0", "a/b@feature/x", "a/b#12", "a/_b",
    ])
    func `a GitHub repository is read as R reads it`(_ place: String) {
        #expect(FieldGrammar.isGitHubRepository(place))
    }

    @Test(arguments: [
        "a", "a/", "/b", "a/b/", "a/b@", "a/b#", "a/b#x", "a/..", "a/b/../c", "a/-b", "-a/b", "a/b@-x", "a/b@..",
        "https://github.com/a/b", "a/b@x#1", "a.b/c",
    ])
    func `an invalid GitHub repository is refused`(_ place: String) {
        #expect(!FieldGrammar.isGitHubRepository(place))
    }

    @Test func `a token is never part of a Dockerfile`() async throws {
        var environment = Self.environment()
        environment.r = RSection()
        environment.r?.githubPackages = [RGitHubPackage(repository: "a/b", authToken: "canary-4711")]
        let refused = environment
        let error = await #expect(throws: ImageBuildError.self) {
            try await refused.imageDetails(digests: KnownBaseImages())
        }
        #expect(error?.location?.file == "r.githubPackages[0].authToken")
        #expect(error?.description.contains("canary-4711") == false)
    }
}
