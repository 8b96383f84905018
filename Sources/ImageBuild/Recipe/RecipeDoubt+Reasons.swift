internal import AzureMLSupport

extension RecipeDoubt {
    static let baseImage = RecipeDoubt(
        .derived,
        at: "docker.baseImage",
        english: "the base image is not an Azure image from 2019 to 2021 that is pinned by its digest",
        japanese: "基本イメージが、2019 年から 2021 年の Azure のイメージをダイジェストで固定したものではないため"
    )

    static let dockerfile = RecipeDoubt(
        .derived,
        at: "docker.baseDockerfile",
        english: "no public log shows how a build on a user's own Dockerfile ends",
        japanese: "ユーザー独自の Dockerfile を使うビルドの最後の部分を示す公開ログがないため"
    )

    static let shell = RecipeDoubt(
        .ours,
        at: "docker.baseDockerfile",
        english: "the Dockerfile sets its own shell, so a line that restores the default shell was added",
        japanese: "Dockerfile で独自のシェルが設定されており、既定のシェルに戻す行を追加したため"
    )

    static let userManaged = RecipeDoubt(
        .derived,
        at: "python.userManagedDependencies",
        english: "for user-managed Python, public logs show only how many lines Azure adds to the user's Dockerfile",
        japanese: "Python がユーザー管理の場合に Azure がユーザーの Dockerfile に追加する行について、公開ログからは行数しかわからないため"
    )

    static let userManagedOnBaseImage = RecipeDoubt(
        .ours,
        at: "python.userManagedDependencies",
        english: "no public log shows whether Azure builds anything on a base image with user-managed Python",
        japanese: "ユーザー管理の Python を含む基本イメージの場合に、Azure がビルドを行うかどうかを示す公開ログがないため"
    )

    static let architecture = RecipeDoubt(
        .derived,
        at: "docker.platform.architecture",
        english: "all public logs are of images for amd64",
        japanese: "公開ログがすべて amd64 用のイメージのものであるため"
    )

    static let inferencingStack = RecipeDoubt(
        .derived,
        at: "inferencingStackVersion",
        english: "no public log shows what an inferencing stack adds",
        japanese: "推論スタックによって何が追加されるかを示す公開ログがないため"
    )

    static let baseCondaEnvironment = RecipeDoubt(
        .derived,
        at: "python.baseCondaEnvironment",
        english: "no public log shows what an existing conda environment changes",
        japanese: "既存の conda 環境によって何が変わるかを示す公開ログがないため"
    )

    static let privateWheels = RecipeDoubt(
        .ours,
        at: "python.condaDependencies",
        english: "no public log shows how private wheels get into the image",
        japanese: "プライベート ホイールをイメージに取り込む方法を示す公開ログがないため"
    )

    static let sparkPackages = RecipeDoubt(
        .ours,
        at: "spark.packages",
        english: "no public log shows an environment with Spark packages",
        japanese: "Spark パッケージを含む環境の公開ログがないため"
    )

    static let sparkRepositories = RecipeDoubt(
        .ours,
        at: "spark.repositories",
        english: "no public log shows an environment with repositories for Spark packages",
        japanese: "Spark パッケージのリポジトリを指定した環境の公開ログがないため"
    )

    static let r = RecipeDoubt(
        .ours,
        at: "r",
        english: "a public log shows a line for R but not its position, and the dated CRAN snapshots that it "
            + "needs are no longer offered",
        japanese: "公開ログに R 用の行はあるものの位置がわからず、必要な日付別の CRAN スナップショットも提供が終了しているため"
    )

    static let userManagedR = RecipeDoubt(
        .derived,
        at: "r",
        english: "no public log shows an environment with user-managed R",
        japanese: "R をユーザー管理とする環境の公開ログがないため"
    )

    static let buildContext = RecipeDoubt(
        .ours,
        at: "docker.buildContext",
        english: "Azure's rule for the name of an image from a build context is not public",
        japanese: "ビルド コンテキストから作成されるイメージの Azure での命名規則が公開されていないため"
    )

    private init(
        _ provenance: DockerImageDetails.Provenance,
        at place: String,
        english: String,
        japanese: String
    ) {
        self.init(
            provenance: provenance,
            diagnostic: ImageBuildDiagnostics.recipeUnproven(
                LocalizedText(english: english, japanese: japanese),
                at: SourceLocation(file: place)
            )
        )
    }
}
