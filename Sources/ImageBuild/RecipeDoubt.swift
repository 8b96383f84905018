internal import AzureMLSupport
internal import Environment

/// Why a Dockerfile made by the proven recipe may differ from Azure's.
struct RecipeDoubt {
    let reason: LocalizedText
    let place: String

    var diagnostic: Diagnostic {
        Diagnostic(
            code: "image-recipe-unproven",
            severity: .warning,
            message: LocalizedText(
                english: "No public build log proves this Dockerfile: \(reason.english).",
                japanese: "この Dockerfile を裏付ける公開ビルド ログがありません（\(reason.japanese)）。"
            ),
            location: SourceLocation(file: place),
            hint: "read Dockerfile and image name as the recipe of 2020 and 2021, which may not be today's"
        )
    }
}

extension Environment {
    /// The doubts about the recipe for a conda environment; none means that the Dockerfile is verified.
    ///
    /// The build logs show Azure's own base images of 2019 to 2021, pinned by digest, and definitions without the
    /// members named here.
    func recipeDoubts(_ image: ImageReference) -> [RecipeDoubt] {
        let rules: [(holds: Bool, doubt: RecipeDoubt)] = [
            (!image.isProvenBase, .baseImage),
            (docker.platform.architecture != DockerImagePlatform().architecture, .architecture),
            (inferencingStackVersion != nil, .inferencingStack),
            (python.baseCondaEnvironment?.isEmpty == false, .baseCondaEnvironment),
        ]
        return rules.filter(\.holds).map(\.doubt)
    }
}

extension RecipeDoubt {
    fileprivate static let baseImage = RecipeDoubt(
        reason: LocalizedText(
            english: "the base image is not one of Azure's of 2019 to 2021, pinned by its digest",
            japanese: "基本イメージが、ダイジェストで固定された 2019 年から 2021 年の Azure のイメージではないため"
        ),
        place: "docker.baseImage"
    )

    fileprivate static let architecture = RecipeDoubt(
        reason: LocalizedText(
            english: "all of them are of images for amd64",
            japanese: "公開されているのは amd64 用のイメージのみのため"
        ),
        place: "docker.platform.architecture"
    )

    fileprivate static let inferencingStack = RecipeDoubt(
        reason: LocalizedText(
            english: "none shows what an inferencing stack adds",
            japanese: "推論スタックによる追加内容が不明なため"
        ),
        place: "inferencingStackVersion"
    )

    fileprivate static let baseCondaEnvironment = RecipeDoubt(
        reason: LocalizedText(
            english: "none shows what an existing conda environment changes",
            japanese: "既存の conda 環境による変更内容が不明なため"
        ),
        place: "python.baseCondaEnvironment"
    )
}

extension ImageReference {
    private static let provenYears = 2019...2021

    /// Whether this is one of Azure's base images of the years that build logs prove, pinned by digest: its tag is a
    /// date of those years, such as `20200821.v1`, or a log of those years shows it.
    fileprivate var isProvenBase: Bool {
        guard digest != nil, host == "mcr.microsoft.com", path.hasPrefix("azureml/") else { return false }
        return yearOfTag.map(Self.provenYears.contains) ?? KnownBaseImages.wasSeen(self, in: Self.provenYears)
    }

    /// The year of a tag such as `20200821.v1`; `nil` for a tag of another form.
    private var yearOfTag: Int? {
        guard let tag, let end = tag.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
        let date = tag.utf8[..<end]
        let version = tag.utf8[tag.utf8.index(after: end)...]
        guard date.count == 8, date.allSatisfy(ImageReferenceGrammar.isDigit), version.first == UInt8(ascii: "v"),
            version.count > 1, version.dropFirst().allSatisfy(ImageReferenceGrammar.isDigit)
        else { return nil }
        return Int(tag.prefix(4))
    }
}
