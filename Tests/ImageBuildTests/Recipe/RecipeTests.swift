import AzureMLSupport
import CondaDependencies
import DockerSyntax
import Environment
import Testing

@testable import ImageBuild

@Suite struct RecipeTests {
    private static func dockerfile(
        named name: String,
        on image: ImageReference,
        cachesSparkPackages: Bool
    ) throws -> Dockerfile {
        let recipe = ImageRecipe(condaEnvironmentName: name, cachesSparkPackages: cachesSparkPackages)
        return try recipe.dockerfile(on: Dockerfile(from: image))
    }

    @Test func `all six public images are read`() {
        #expect(Fixture.images.count == 6)
        #expect(Fixture.images.filter { !$0.precachePackages }.count == 1)
        #expect(Fixture.images.filter { !$0.conda.isNull }.count == 4)
    }

    @Test(arguments: Fixture.images)
    func `base image and conda hash give the public Dockerfile and image name`(_ image: PublicImage) throws {
        let dockerfile = try Self.dockerfile(
            named: "azureml_\(image.condaHash)",
            on: ImageReference(parsing: image.base),
            cachesSparkPackages: image.precachePackages
        )
        #expect(dockerfile.text == image.dockerfile)
        #expect(ImageDefinition.imageName(of: dockerfile.text) == image.name)
    }

    @Test(arguments: Fixture.images.filter { !$0.conda.isNull })
    func `a registered environment gives the public Dockerfile and image name`(_ image: PublicImage) async throws {
        let scratch = try await TemporaryWorkspace()
        var environment = Environment(name: "public")
        environment.python.condaDependencies = try CondaDependencies(data: image.conda)
        // Without the digest, which comes from the known images.
        environment.docker.baseImage = String(image.base.prefix { $0 != "@" })
        environment.spark.precachePackages = image.precachePackages
        environment = try await environment.register(workspace: scratch.workspace)

        let details = try await environment.getImageDetails(workspace: scratch.workspace)
        #expect(details.dockerfile == image.dockerfile)
        #expect(details.image == image.name)
        #expect(details.environmentPath == "/azureml-envs/azureml_\(image.condaHash)")
        #expect(details.provenance == .verified)
        #expect(details.recipe == (image.precachePackages ? .conda : .condaWithoutSparkCache))
        #expect(details.diagnostics.isEmpty)
    }

    @Test func `the guide's Dockerfile is reproduced byte for byte`() throws {
        let dockerfile = try Self.dockerfile(
            named: "azureml_7459a71437df47401c6a369f49fbbdb6",
            on: ImageReference(
                parsing: "mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:20200821.v1"
                    + "@sha256:8cee6f674276dddb23068d2710da7f7f95b119412cc482675ac79ba45a4acf99"
            ),
            cachesSparkPackages: true
        )
        let expected = try Fixture.guideDockerfile()
        #expect(expected.utf8.count == 1492)
        #expect(dockerfile.text == expected)
        #expect(ImageDefinition.imageName(of: dockerfile.text) == "azureml/azureml_ae31c6ab58033c4e44c7369910eea717")
    }

    @Test func `without Spark's cache, one line is left out and its files are still copied`() throws {
        let image = try ImageReference(parsing: "ubuntu:22.04")
        let name = "azureml_00000000000000000000000000000000"
        let with = try Self.dockerfile(named: name, on: image, cachesSparkPackages: true)
        let without = try Self.dockerfile(named: name, on: image, cachesSparkPackages: false)
        let lines = with.text.split(separator: "\n").map(String.init)
        let gone = Set(lines).subtracting(without.text.split(separator: "\n").map(String.init))
        #expect(lines.count == 16)
        #expect(
            gone == [
                "RUN if [ $SPARK_HOME ]; then /bin/bash -c "
                    + "'$SPARK_HOME/bin/spark-submit  /azureml-environment-setup/spark_cache.py'; fi"
            ]
        )
        #expect(without.text.contains("spark_cache.py"))
    }
}
