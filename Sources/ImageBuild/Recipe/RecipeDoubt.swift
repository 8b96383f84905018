internal import AzureMLSupport
internal import DockerSyntax
internal import Environment

/// A reason why the recipe's Dockerfile may differ from Azure's.
struct RecipeDoubt {
    /// How certain the recipe still is.
    let provenance: DockerImageDetails.Provenance
    let diagnostic: Diagnostic
}

extension ImageRecipe {
    /// Returns the doubts about the recipe of an environment; if there are none, the Dockerfile is verified.
    ///
    /// The build logs show only conda environments on Azure's own base images from 2019 to 2021, pinned by digest, and
    /// only definitions without the members that are checked here.
    ///
    /// - Parameters:
    ///   - environment: The environment.
    ///   - base: The Dockerfile that the recipe follows.
    ///   - image: The base image; `nil` when the user wrote the Dockerfile.
    /// - Returns: The doubts.
    func doubts(about environment: Environment, base: Dockerfile, image: ImageReference?) -> [RecipeDoubt] {
        let isManaged = condaEnvironmentName != nil
        let rules: [(holds: Bool, doubt: RecipeDoubt)] = [
            (image.map { !$0.isProvenBase } ?? false, .baseImage),
            (image == nil, .dockerfile),
            (!base.endsInPlainShell, .shell),
            (!isManaged && image == nil, .userManaged),
            (!isManaged && image != nil, .userManagedOnBaseImage),
            (environment.docker.platform.architecture != DockerImagePlatform().architecture, .architecture),
            (environment.inferencingStackVersion != nil, .inferencingStack),
            (environment.python.baseCondaEnvironment?.isEmpty == false, .baseCondaEnvironment),
            (hasPrivateWheels, .privateWheels),
            (!environment.spark.packages.isEmpty, .sparkPackages),
            (!environment.spark.repositories.isEmpty, .sparkRepositories),
            (!rCommands.isEmpty, .r),
            (environment.r?.userManaged == true, .userManagedR),
        ]
        return rules.filter(\.holds).map(\.doubt)
    }
}

extension ImageReference {
    private static let provenYears = 2019...2021

    /// Whether this is one of Azure's base images from the years that build logs prove, pinned by digest.
    ///
    /// Its tag is a date in those years, such as `20200821.v1`, or a log of those years shows the image.
    fileprivate var isProvenBase: Bool {
        guard digest != nil, host == "mcr.microsoft.com", path.hasPrefix("azureml/") else { return false }
        return yearOfTag.map(Self.provenYears.contains) ?? KnownBaseImages.wasSeen(self, in: Self.provenYears)
    }

    /// The year in a tag such as `20200821.v1`; `nil` for a tag of another form.
    private var yearOfTag: Int? {
        guard let tag, let end = tag.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
        let date = tag.utf8[..<end]
        let version = tag.utf8[tag.utf8.index(after: end)...]
        guard date.count == 8, date.allSatisfy(\.isASCIIDigit), version.first == UInt8(ascii: "v"),
            version.count > 1, version.dropFirst().allSatisfy(\.isASCIIDigit)
        else { return nil }
        return Int(tag.prefix(4))
    }
}
