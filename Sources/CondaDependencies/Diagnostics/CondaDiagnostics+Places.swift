internal import AzureMLSupport

/// The diagnostics about files and folders that an image build does not have.
extension CondaDiagnostics {
    /// The entries that can name a local path.
    enum LocalPathKind {
        case distribution, source, option
    }

    /// A `-r` or `-c` line: the image build gets the conda file alone.
    static func includedFile(_ value: String, isConstraint: Bool, at location: SourceLocation) -> Diagnostic {
        let isURL = !LocalPlace.isLocal(value)
        return includedFile.diagnostic(
            isURL ? .warning : .error,
            english: isURL
                ? "The content of '\(value)' can change before the image is built."
                : "'\(value)' refers to a file that is not sent to the image build.",
            japanese: isURL
                ? "「\(value)」の内容は、イメージのビルドまでに変わる可能性があります。"
                : "「\(value)」が参照するファイルは、イメージのビルドに送られません。",
            at: location,
            hint: isConstraint ? requiringConstraints : includingLines
        )
    }

    private static let includingLines = LocalizedText(
        english: "write its lines here, or read the file with Environment.fromPipRequirements(name:filePath:)",
        japanese: "ファイルの内容をここに書くか、Environment.fromPipRequirements(name:filePath:) でファイルを読み込んでください"
    )

    static func localPath(_ value: String, of kind: LocalPathKind, at location: SourceLocation) -> Diagnostic {
        localPath.diagnostic(
            .error,
            english: "'\(value)' is a path on this computer, which the image build cannot see.",
            japanese: "「\(value)」はこのコンピューター上のパスであり、イメージのビルドからは参照できません。",
            at: location,
            hint: hint(for: kind)
        )
    }

    private static func hint(for kind: LocalPathKind) -> LocalizedText {
        switch kind {
        case .distribution:
            LocalizedText(
                english: "add the file with Environment.addPrivatePipWheel(workspace:filePath:) and use the reference "
                    + "it returns",
                japanese: "Environment.addPrivatePipWheel(workspace:filePath:) でファイルを追加し、返された参照を使ってください"
            )
        case .source:
            LocalizedText(
                english: "build a wheel, add it with Environment.addPrivatePipWheel(workspace:filePath:), and use the "
                    + "reference it returns",
                japanese: "ホイールをビルドして Environment.addPrivatePipWheel(workspace:filePath:) で追加し、返された参照を使ってください"
            )
        case .option:
            LocalizedText(
                english: "give a URL that the image build can reach",
                japanese: "イメージのビルドからアクセスできる URL を指定してください"
            )
        }
    }

    /// A conda package file on this computer.
    static func localPackage(_ value: String, at location: SourceLocation) -> Diagnostic {
        localPackage.diagnostic(
            .error,
            english: "'\(value)' is a package file on this computer, which the image build cannot see.",
            japanese: "「\(value)」はこのコンピューター上のパッケージ ファイルであり、イメージのビルドからは参照できません。",
            at: location,
            hint: LocalizedText(
                english: "publish the package in a channel, and name the package and the channel",
                japanese: "パッケージをチャネルで公開し、パッケージ名とチャネルを指定してください"
            )
        )
    }

    static func channelNotReachable(_ channel: String, at location: SourceLocation) -> Diagnostic {
        channelNotReachable.diagnostic(
            .error,
            english: "The channel '\(channel)' is a folder on this computer, which the image build cannot see.",
            japanese: "チャネル「\(channel)」はこのコンピューター上のフォルダーであり、イメージのビルドからは参照できません。",
            at: location,
            hint: LocalizedText(
                english: "publish the channel at a URL that the image build can reach",
                japanese: "イメージのビルドからアクセスできる URL でチャネルを公開してください"
            )
        )
    }
}
