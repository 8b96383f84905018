import AzureMLSupport
import CondaDependencies
import Environment
import Testing

@testable import ImageBuild

@Suite struct ImageSourceTests {
    private static func details(_ edit: (inout Environment) throws -> Void) async throws -> DockerImageDetails {
        var environment = Environment(name: "kind")
        environment.docker.baseImage = "mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:20200821.v1"
        try edit(&environment)
        return try await environment.imageDetails(digests: KnownBaseImages())
    }

    private struct Refusal: Sendable {
        let code: ErrorCode<ImageBuildError>
        let place: String
        let edit: @Sendable (inout Environment) -> Void
    }

    private static let context = DockerBuildContext(location: "context")

    private static let refusals = [
        Refusal(code: .sourceMissing, place: "docker.baseImage") { $0.docker.baseImage = nil },
        Refusal(code: .specificationMissing, place: "python.condaDependencies") {
            $0.python.condaDependencies = .empty
        },
        Refusal(code: .platformInvalid, place: "docker.platform.os") { $0.docker.platform.os = "Windows" },
        Refusal(code: .platformInvalid, place: "docker.platform.architecture") {
            $0.docker.platform.architecture = "--push"
        },
        Refusal(code: .contextSettingRefused, place: "environmentVariables") {
            $0.docker.buildContext = context
            $0.environmentVariables = ["A": "b"]
        },
        Refusal(code: .contextSettingRefused, place: "python.condaDependencies") {
            $0.docker.buildContext = context
            $0.python.condaDependencies = (try? CondaDependencies(yaml: "dependencies: [python=3.9]\n")) ?? .empty
        },
        Refusal(code: .contextSettingRefused, place: "r") {
            $0.docker.buildContext = context
            $0.r = RSection()
        },
        Refusal(code: .contextSettingRefused, place: "spark.repositories") {
            $0.docker.buildContext = context
            $0.spark.repositories = ["https://a"]
        },
        Refusal(code: .contextSettingRefused, place: "spark.packages") {
            $0.docker.buildContext = context
            $0.spark.packages = [SparkPackage(group: "a", artifact: "b", version: "1")]
        },
        Refusal(code: .contextNotLocal, place: "docker.buildContext.location") {
            $0.docker.buildContext = DockerBuildContext(locationType: .git, location: "https://host/a/b.git#main:c")
        },
        Refusal(code: .contextNotLocal, place: "docker.buildContext.location") {
            $0.docker.buildContext = DockerBuildContext(location: nil)
        },
        Refusal(code: .contextNotLocal, place: "docker.buildContext.location") {
            $0.docker.buildContext = DockerBuildContext(location: "/etc")
        },
        Refusal(code: .contextNotLocal, place: "docker.buildContext.location") {
            $0.docker.buildContext = DockerBuildContext(location: "..")
        },
    ]

    @Test(arguments: refusals.indices)
    func `an environment that cannot be built is refused with a location and a hint`(_ index: Int) async throws {
        let refusal = Self.refusals[index]
        let error = await #expect(throws: ImageBuildError.self) { _ = try await Self.details(refusal.edit) }
        #expect(error?.code == refusal.code)
        #expect(error?.location?.file == refusal.place)
        #expect(error?.message.contains("'kind'") == true)
        #expect(error?.hint != nil)
    }

    @Test func `two sources in one definition are refused`() async throws {
        let text =
            #"{"name": "kind", "docker": {"baseImage": "ubuntu:22.04", "baseDockerfile": "FROM ubuntu:22.04\n"}}"#
        let environment = try Environment(definition: JSONValue(parsing: Array(text.utf8)))
        let error = await #expect(throws: ImageBuildError.self) {
            try await environment.imageDetails(digests: KnownBaseImages())
        }
        #expect(error?.code == .sourceConflict)
        #expect(error?.location?.file == "docker.baseDockerfile")
        #expect(error?.message.contains("docker.baseImage, docker.baseDockerfile") == true)
    }

    @Test func `members that are in no build log make the recipe a derived one`() async throws {
        #expect(try await Self.details { _ in }.provenance == .verified)
        let details = try await Self.details {
            $0.docker.platform.architecture = "arm64"
            $0.inferencingStackVersion = "latest"
            $0.python.baseCondaEnvironment = "base"
            $0.r = RSection()
            $0.r?.userManaged = true
        }
        #expect(details.provenance == .derived)
        #expect(
            details.diagnostics.map { $0.location?.file } == [
                "docker.platform.architecture", "inferencingStackVersion", "python.baseCondaEnvironment", "r",
            ]
        )
    }

    private struct Kind: Sendable {
        let recipe: DockerImageDetails.Recipe
        let provenance: DockerImageDetails.Provenance
        let edit: @Sendable (inout Environment) -> Void
    }

    private static let kinds = [
        Kind(recipe: .conda, provenance: .verified) { _ in },
        Kind(recipe: .condaWithoutSparkCache, provenance: .verified) { $0.spark.precachePackages = false },
        Kind(recipe: .condaOnDockerfile, provenance: .derived) { $0.docker.baseDockerfile = "FROM ubuntu:22.04" },
        Kind(recipe: .condaOnDockerfile, provenance: .ours) {
            $0.docker.baseDockerfile = "FROM ubuntu:22.04\nSHELL [\"/bin/zsh\", \"-c\"]\n"
        },
        Kind(recipe: .userManagedOnDockerfile, provenance: .derived) {
            $0.docker.baseDockerfile = "FROM ubuntu:22.04"
            $0.python.userManagedDependencies = true
        },
        Kind(recipe: .userManaged, provenance: .ours) { $0.python.userManagedDependencies = true },
        Kind(recipe: .conda, provenance: .ours) {
            $0.spark.packages = [SparkPackage(group: "a", artifact: "b", version: "1")]
        },
        Kind(recipe: .conda, provenance: .ours) { $0.spark.repositories = ["https://a"] },
        Kind(recipe: .conda, provenance: .ours) { $0.r = RSection() },
    ]

    @Test(arguments: kinds.indices)
    func `each kind reports its recipe and how certain it is`(_ index: Int) async throws {
        let kind = Self.kinds[index]
        let details = try await Self.details(kind.edit)
        #expect(details.recipe == kind.recipe)
        #expect(details.provenance == kind.provenance)
        #expect(details.diagnostics.contains { $0.code == "image-recipe-unproven" } == (kind.provenance != .verified))
    }

    @Test func `a user-managed Python leaves out conda's lines and paths`() async throws {
        let details = try await Self.details {
            $0.docker.baseDockerfile = "FROM my.azurecr.io/python:3\n"
            $0.python.userManagedDependencies = true
            $0.python.interpreterPath = "/opt/python"
        }
        // The eight lines after the user's are those of the proven text that do not concern conda.
        #expect(
            details.dockerfile == """
                FROM my.azurecr.io/python:3
                USER root
                RUN mkdir -p $HOME/.cache
                WORKDIR /
                COPY azureml-environment-setup/99brokenproxy /etc/apt/apt.conf.d/
                COPY azureml-environment-setup/spark_cache.py azureml-environment-setup/log4j.properties \
                /azureml-environment-setup/
                RUN if [ $SPARK_HOME ]; then /bin/bash -c \
                '$SPARK_HOME/bin/spark-submit  /azureml-environment-setup/spark_cache.py'; fi
                ENV AZUREML_ENVIRONMENT_IMAGE True
                CMD ["bash"]

                """
        )
        #expect(details.interpreterPath == "/opt/python")
        #expect(details.environmentPath == nil)
    }

    @Test func `Spark's packages are between the two blanks of the proven text`() async throws {
        let details = try await Self.details {
            $0.spark.repositories = ["https://repo.one/maven2", "https://repo.two"]
            $0.spark.packages = [
                SparkPackage(group: "com.microsoft.azure", artifact: "azure-storage", version: "8.6.6"),
                SparkPackage(group: "a", artifact: "b_2.12", version: "1"),
            ]
        }
        #expect(
            details.dockerfile?.contains(
                "spark-submit --repositories https://repo.one/maven2,https://repo.two "
                    + "--packages com.microsoft.azure:azure-storage:8.6.6,a:b_2.12:1 /azureml-environment-setup/"
            ) == true
        )
    }

    @Test func `R's packages give the line of the public build log`() async throws {
        let details = try await Self.details {
            $0.r = RSection()
            $0.r?.cranPackages = [
                RCranPackage(name: "data.table", version: "1.12.8"), RCranPackage(name: "xgboost", version: "0.82.1"),
                RCranPackage(name: "e1071"),
            ]
            $0.r?.githubPackages = [RGitHubPackage(repository: "Azure/azureml-sdk-for-r")]
        }
        // Azure/azureml-sdk-for-r, issue 380, comment of 2020-09-18.
        let line =
            #"RUN R -e "library(checkpoint); snapshot_date <- tail(checkpoint::getValidSnapshots(), n = 1); "#
            + "setSnapshot(snapshot_date); install.packages(c('reticulate', 'remotes', 'e1071', 'optparse')); "
            + "library(remotes); remotes::install_cran('azuremlsdk', upgrade = FALSE); "
            + "remotes::install_version('data.table', version = '1.12.8'); "
            + "remotes::install_version('xgboost', version = '0.82.1'); remotes::install_version('e1071'); "
            + #"remotes::install_github('Azure/azureml-sdk-for-r')""#
        #expect(details.dockerfile?.split(separator: "\n").contains(line[...]) == true)
    }
}
