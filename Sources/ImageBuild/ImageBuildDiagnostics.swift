internal import AzureMLSupport
internal import DockerSyntax

/// The diagnostics of this module.
package enum ImageBuildDiagnostics: String, DiagnosticCatalogue {
    case baseDockerfileCopiesFiles = "base-dockerfile-copies-files"
    case baseImageFloating = "base-image-floating"
    case baseImageUntagged = "base-image-untagged"
    case baseImageDigestUnknown = "base-image-digest-unknown"
    case contextTooLarge = "context-too-large"
    case recipeUnproven = "image-recipe-unproven"
}

extension ImageBuildDiagnostics {
    static func baseDockerfileCopiesFiles(_ keyword: String, at location: SourceLocation) -> Diagnostic {
        baseDockerfileCopiesFiles.diagnostic(
            .error,
            english: "'\(keyword)' copies files from a build context, "
                + "but Azure sends none with a Dockerfile that is part of a definition.",
            japanese: "「\(keyword)」はビルド コンテキストからファイルをコピーしますが、"
                + "環境定義に含まれる Dockerfile の場合、Azure はビルド コンテキストを送信しません。",
            at: location,
            hint: LocalizedText(
                english: "use a build context, or fetch the file in a RUN line",
                japanese: "ビルド コンテキストを使うか、RUN 行でファイルを取得してください"
            )
        )
    }

    static func baseImageFloating(_ tag: String, at location: SourceLocation) -> Diagnostic {
        baseImageFloating.diagnostic(
            .warning,
            english: "The tag '\(tag)' moves, so Azure may rebuild whenever a new image is published.",
            japanese: "タグ「\(tag)」の指すイメージは更新されるため、新しい版が公開されるたびにリビルドされる可能性があります。",
            at: location,
            hint: LocalizedText(
                english: "use a dated tag, or write the digest after the tag: @sha256:…",
                japanese: "日付の入ったタグを使うか、タグの後にダイジェスト（@sha256:…）を書いてください"
            )
        )
    }

    static func baseImageUntagged(_ image: ImageReference, at location: SourceLocation) -> Diagnostic {
        baseImageUntagged.diagnostic(
            .warning,
            english: "'\(image)' names neither a tag nor a digest, so a later build may start from a different image.",
            japanese: "「\(image)」にタグもダイジェストもないため、次回のビルドで別のイメージが使われる可能性があります。",
            at: location,
            hint: LocalizedText(
                english: "add a tag or, better, a digest: @sha256:…",
                japanese: "タグか、できればダイジェスト（@sha256:…）を追加してください"
            )
        )
    }

    static func baseImageDigestUnknown(_ image: ImageReference, at location: SourceLocation) -> Diagnostic {
        let pinned = "env.docker.baseImage = \"\(image)@sha256:…\""
        return baseImageDigestUnknown.diagnostic(
            .warning,
            english: "The digest of '\(image)' is not known here, so FROM names no digest, "
                + "and the image name differs from the one that Azure would give.",
            japanese: "「\(image)」のダイジェストが不明なため、FROM にダイジェストが付かず、"
                + "イメージ名が Azure で付けられるものと異なります。",
            at: location,
            hint: LocalizedText(
                english: "call env.resolveBaseImage(workspace: ws), or write the digest after the tag: \(pinned)",
                japanese: "env.resolveBaseImage(workspace: ws) を呼び出すか、タグの後にダイジェストを書いてください: \(pinned)"
            )
        )
    }

    /// A build context that azureml-core would not upload.
    static func contextTooLarge(
        fileCount: Int,
        byteCount: Int,
        limits: ContextLimits,
        at location: SourceLocation
    ) -> Diagnostic {
        contextTooLarge.diagnostic(
            .warning,
            english: "The build context has \(fileCount) files with \(byteCount) bytes; "
                + "azureml-core allows \(limits.entries) files and \(limits.bytes) bytes.",
            japanese: "ビルド コンテキストに \(fileCount) 個のファイル（\(byteCount) バイト）があり、"
                + "azureml-core の上限（\(limits.entries) 個、\(limits.bytes) バイト）を超えています。",
            at: location,
            hint: LocalizedText(
                english: "leave out files that the image does not need, with lines in .dockerignore",
                japanese: "イメージに不要なファイルを .dockerignore で除外してください"
            )
        )
    }

    static func recipeUnproven(_ reason: LocalizedText, at location: SourceLocation) -> Diagnostic {
        recipeUnproven.diagnostic(
            .warning,
            english: "No public build log proves this Dockerfile: \(reason.english).",
            japanese: "この Dockerfile を裏付ける公開ビルド ログがありません（\(reason.japanese)）。",
            at: location,
            hint: LocalizedText(
                english: "compare it with the log of a build in Azure ML, if you have one",
                japanese: "Azure ML でのビルド ログがあれば、それと比較してください"
            )
        )
    }
}
