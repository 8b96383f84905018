internal import AzureMLSupport
internal import CondaDependencies
internal import Environment

/// How the image of one environment is made by this SDK's recipe, and how sure that is.
struct ImageRecipe: Sendable {
    let dockerfile: Dockerfile
    let recipe: DockerImageDetails.Recipe
    let provenance: DockerImageDetails.Provenance
    let diagnostics: [Diagnostic]
    /// The name of the conda environment and its specification; `nil` when the user manages Python.
    let conda: (name: String, specification: CondaDependencies)?
    let wheels: [PrivateWheel]
}

extension Environment {
    /// Makes the Dockerfile of an environment that is no build context.
    func imageRecipe(from source: ImageSource, digests: some BaseImageDigests) async throws -> ImageRecipe {
        _ = try imagePlatform()
        let specification = try managedSpecification()
        let conda = try specification.map { (name: try $0.environmentName, specification: $0) }
        let wheels = try specification.map { specification throws(ImageBuildError) in
            try PrivateWheel.all(in: specification)
        }
        let (base, image, baseDiagnostics) = try await base(from: source, digests: digests)
        let parts = Dockerfile.RecipeParts(
            condaEnvironmentName: conda?.name,
            hasPrivateWheels: wheels?.isEmpty == false,
            rCommands: try rCommands(),
            cachesSparkPackages: spark.precachePackages,
            sparkOptions: try sparkOptions()
        )
        let doubts = recipeDoubts(parts, base: base, image: image)
        return ImageRecipe(
            dockerfile: try Dockerfile.recipe(parts, on: base),
            recipe: recipeName(source, isConda: conda != nil),
            provenance: doubts.map(\.provenance).max() ?? .verified,
            diagnostics: baseDiagnostics + doubts.map(\.diagnostic),
            conda: conda,
            wheels: wheels ?? []
        )
    }

    private func base(
        from source: ImageSource,
        digests: some BaseImageDigests
    ) async throws -> (base: Dockerfile.Base, image: ImageReference?, diagnostics: [Diagnostic]) {
        guard case .dockerfile(let text) = source else {
            let named = try baseImageReference()
            let image = try await pinned(named, digests: digests)
            return (.image(image), image, baseImageDiagnostics(named, pinned: image))
        }
        let dockerfile = try UserDockerfile(parsing: text, file: "docker.baseDockerfile")
        return (.dockerfile(dockerfile), nil, dockerfile.copiesFromContext.map(dockerfile.copyDiagnostic))
    }

    private func pinned(_ image: ImageReference, digests: some BaseImageDigests) async throws -> ImageReference {
        guard image.digest == nil, let digest = try await digests.digest(of: image) else { return image }
        return image.pinned(to: digest)
    }

    private func recipeName(_ source: ImageSource, isConda: Bool) -> DockerImageDetails.Recipe {
        switch (source, isConda) {
        case (.dockerfile, true): .condaOnDockerfile
        case (.dockerfile, false): .userManagedOnDockerfile
        case (.baseImage, true): spark.precachePackages ? .conda : .condaWithoutSparkCache
        case (.baseImage, false): .userManaged
        case (.buildContext, _): .buildContext
        }
    }
}

extension UserDockerfile {
    fileprivate func copyDiagnostic(_ instruction: Instruction) -> Diagnostic {
        Diagnostic(
            code: "base-dockerfile-copies-files",
            severity: .error,
            message: LocalizedText(
                english: "'\(instruction.keyword)' copies files from a build context, "
                    + "but Azure sends none with a Dockerfile that is part of a definition.",
                japanese: "「\(instruction.keyword)」はビルド コンテキストのファイルをコピーしますが、"
                    + "定義に含まれる Dockerfile にはコンテキストが送られません。"
            ),
            location: location(instruction.offset),
            hint: "use a build context, or fetch the file in a RUN line"
        )
    }
}
