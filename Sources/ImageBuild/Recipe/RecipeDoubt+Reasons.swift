internal import AzureMLSupport

extension RecipeDoubt {
    static let baseImage = RecipeDoubt(
        .derived,
        at: "docker.baseImage",
        english: "the base image is not one of Azure's of 2019 to 2021, pinned by its digest",
        japanese: "基本イメージが、ダイジェストで固定された 2019 年から 2021 年の Azure のイメージではないため"
    )

    static let dockerfile = RecipeDoubt(
        .derived,
        at: "docker.baseDockerfile",
        english: "none shows the end of a build upon a user's Dockerfile",
        japanese: "ユーザーの Dockerfile に基づくビルドの末尾が不明なため"
    )

    static let shell = RecipeDoubt(
        .ours,
        at: "docker.baseDockerfile",
        english: "the Dockerfile sets a shell of its own, which is set back for the lines behind it",
        japanese: "Dockerfile が独自のシェルを設定しており、以降の行のために元に戻すため"
    )

    static let userManaged = RecipeDoubt(
        .derived,
        at: "python.userManagedDependencies",
        english: "only the number of lines is known that follow a Dockerfile with a Python of its own",
        japanese: "Python を自前で用意する Dockerfile については、後に続く行数しか判明していないため"
    )

    static let userManagedOnBaseImage = RecipeDoubt(
        .ours,
        at: "python.userManagedDependencies",
        english: "none shows whether Azure builds anything upon a base image with a Python of its own",
        japanese: "Python を自前で用意する基本イメージに対して Azure が何を行うか不明なため"
    )

    static let architecture = RecipeDoubt(
        .derived,
        at: "docker.platform.architecture",
        english: "all of them are of images for amd64",
        japanese: "公開されているのは amd64 用のイメージのみのため"
    )

    static let inferencingStack = RecipeDoubt(
        .derived,
        at: "inferencingStackVersion",
        english: "none shows what an inferencing stack adds",
        japanese: "推論スタックによる追加内容が不明なため"
    )

    static let baseCondaEnvironment = RecipeDoubt(
        .derived,
        at: "python.baseCondaEnvironment",
        english: "none shows what an existing conda environment changes",
        japanese: "既存の conda 環境による変更内容が不明なため"
    )

    static let privateWheels = RecipeDoubt(
        .ours,
        at: "python.condaDependencies",
        english: "none shows how private wheels get into the image",
        japanese: "プライベート wheel がイメージに入る方法が不明なため"
    )

    static let sparkPackages = RecipeDoubt(
        .ours,
        at: "spark.packages",
        english: "none shows an environment with Spark packages",
        japanese: "Spark パッケージを含む環境の例がないため"
    )

    static let sparkRepositories = RecipeDoubt(
        .ours,
        at: "spark.repositories",
        english: "none shows an environment with repositories of Spark packages",
        japanese: "Spark パッケージのリポジトリを含む環境の例がないため"
    )

    static let r = RecipeDoubt(
        .ours,
        at: "r",
        english: "one shows a line for R, none where it stands; the dated CRAN snapshots that it "
            + "needs are no longer offered",
        japanese: "R の行の位置が不明で、必要な CRAN スナップショットも提供が終了しているため"
    )

    static let userManagedR = RecipeDoubt(
        .derived,
        at: "r",
        english: "none shows an R that its user manages",
        japanese: "R をユーザーが管理する環境の例がないため"
    )

    static let buildContext = RecipeDoubt(
        .ours,
        at: "docker.buildContext",
        english: "Azure's rule for the name of an image from a build context is not public",
        japanese: "ビルド コンテキストから作られるイメージの命名規則が公開されていないため"
    )

    private init(
        _ provenance: DockerImageDetails.Provenance,
        at place: String,
        english: String,
        japanese: String
    ) {
        self.init(
            provenance: provenance,
            reason: LocalizedText(english: english, japanese: japanese),
            place: place
        )
    }
}
