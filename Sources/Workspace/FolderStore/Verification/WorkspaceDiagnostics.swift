internal import AzureMLSupport
internal import AzureMLSystem

/// The diagnostics of this module: the findings of `verify`.
package enum WorkspaceDiagnostics: String, DiagnosticCatalogue {
    case versionDamaged = "version-damaged"
    case versionUnreadable = "version-unreadable"
    case fileForeign = "file-foreign"
    case sequenceShared = "sequence-shared"
    case nameDiffersInCase = "name-differs-in-case"
    case nameStoredTwice = "name-stored-twice"
    case versionStoredTwice = "version-stored-twice"
    case labelStoredTwice = "label-stored-twice"
    case deletionUnfinished = "deletion-unfinished"
    case configurationElsewhere = "configuration-elsewhere"
    case archiveWithoutVersion = "archive-without-version"
    case labelDamaged = "label-damaged"
    case labelWithoutVersion = "label-without-version"
    case archiveDamaged = "archive-damaged"
    case recordWithoutHash = "record-without-hash"
    case fileDamaged = "file-damaged"
    case fileUnreadable = "file-unreadable"
    case gitFileDiffers = "git-file-differs"
}

extension WorkspaceDiagnostics {
    /// Returns the first error among findings, and whether it is only that something cannot be read at the moment.
    ///
    /// Damage comes first, because trying again does not help against it.
    static func firstError(in findings: [Diagnostic]) -> (finding: Diagnostic, isUnreadable: Bool)? {
        let errors = findings.filter { $0.severity == .error }
        let unreadable = [versionUnreadable.rawValue, fileUnreadable.rawValue]
        if let damage = errors.first(where: { !unreadable.contains($0.code.name) }) { return (damage, false) }
        return errors.first.map { ($0, true) }
    }

    /// Returns the first finding that names something whose content nothing verifies: no version or blob refers to it.
    static func firstUnverified(in findings: [Diagnostic]) -> Diagnostic? {
        let unverified = [fileForeign.rawValue, archiveWithoutVersion.rawValue, deletionUnfinished.rawValue]
        return findings.first { unverified.contains($0.code.name) }
    }

    /// A version that is damaged, or that this user cannot read.
    static func unusable(_ error: WorkspaceError, _ path: String) -> Diagnostic {
        let isDamaged = error.code == .damaged
        let japanese = isDamaged ? "が破損しています" : "を読み取れません"
        return (isDamaged ? versionDamaged : versionUnreadable).diagnostic(
            .error,
            english: "\(error.message).",
            japanese: "「\(path)」\(japanese)（\(error.message)）。",
            at: error.location ?? SourceLocation(file: path),
            hint: hint(for: error)
        )
    }

    static func foreignFile(_ path: String) -> Diagnostic {
        fileForeign.diagnostic(
            .warning,
            english: "'\(path)' is not part of the workspace.",
            japanese: "「\(path)」はワークスペースの一部ではありません。",
            at: SourceLocation(file: path),
            hint: removing
        )
    }

    static func sharedSequence(_ version: String, _ other: String, _ path: String) -> Diagnostic {
        sequenceShared.diagnostic(
            .info,
            english: "The versions '\(other)' and '\(version)' were stored at the same time, "
                + "so the higher one counts as the later one.",
            japanese: "バージョン「\(other)」と「\(version)」は同時に登録されたため、大きい方を新しいバージョンとして扱います。",
            at: SourceLocation(file: path)
        )
    }

    static func differsInCase(_ name: String, _ other: String, _ path: String) -> Diagnostic {
        nameDiffersInCase.diagnostic(
            .warning,
            english: "'\(name)' and '\(other)' differ in letter case only.",
            japanese: "「\(name)」と「\(other)」は大文字と小文字が異なるだけです。",
            at: SourceLocation(file: path),
            hint: LocalizedText(english: "choose another name", japanese: "別の名前を選んでください")
        )
    }

    static func storedTwice(_ name: String, _ path: String) -> Diagnostic {
        nameStoredTwice.diagnostic(
            .warning,
            english: "'\(path)' holds versions of '\(name)', which also has another folder, so that only those in the "
                + "folder with the longer name are found.",
            japanese: "「\(path)」には「\(name)」のバージョンがありますが、同じ名前のフォルダーがもう 1 つあるため、"
                + "フォルダー名が長い方のバージョンだけが使われます。",
            at: SourceLocation(file: path),
            hint: LocalizedText(
                english: "move all its versions into the folder with the longer name",
                japanese: "すべてのバージョンを、フォルダー名が長い方に移動してください"
            )
        )
    }

    static func versionStoredTwice(_ version: String, _ path: String) -> Diagnostic {
        versionStoredTwice.diagnostic(
            .warning,
            english:
                "'\(path)' is the version '\(version)', which also has another folder, so that only the one in the "
                + "folder with the longer name is found.",
            japanese: "「\(path)」はバージョン「\(version)」ですが、同じバージョンのフォルダーがもう 1 つあるため、"
                + "フォルダー名が長い方だけが使われます。",
            at: SourceLocation(file: path),
            hint: LocalizedText(
                english: "compare the two folders, and remove one of them",
                japanese: "2 つのフォルダーを比較し、一方を削除してください"
            )
        )
    }

    static func labelStoredTwice(_ record: LabelRecord, _ path: String) -> Diagnostic {
        labelStoredTwice.diagnostic(
            .warning,
            english:
                "'\(path)' gives the label '\(record.label)' to version '\(record.version)', but the label also has "
                + "another file, and only the one with the longer name counts.",
            japanese: "「\(path)」はラベル「\(record.label)」をバージョン「\(record.version)」に付けていますが、"
                + "同じラベルのファイルがもう 1 つあるため、ファイル名が長い方だけが有効です。",
            at: SourceLocation(file: path),
            hint: LocalizedText(
                english: "remove it, after setting the label again if it belongs to that version",
                japanese: "ラベルがそのバージョンのものであれば設定し直してから、このファイルを削除してください"
            )
        )
    }

    static func removalUnfinished(_ error: WorkspaceError, _ path: String) -> Diagnostic {
        deletionUnfinished.diagnostic(
            .warning,
            english: "\(error.message), but some of its files are left.",
            japanese: "バージョン「\(path)」は削除されましたが、一部のファイルが残っています。",
            at: SourceLocation(file: path),
            hint: LocalizedText(english: "delete it again", japanese: "もう一度削除してください")
        )
    }

    static func configurationElsewhere(_ path: String, _ reason: LocalizedText) -> Diagnostic {
        configurationElsewhere.diagnostic(
            .warning,
            english: "The configuration '\(path)' does not lead to the workspace that it is in: \(reason.english)",
            japanese: "構成ファイル「\(path)」は、それが置かれているワークスペースを指していません（\(reason.japanese)）。",
            at: SourceLocation(file: path),
            hint: LocalizedText(
                english: "remove it, or write it again with writeConfig",
                japanese: "削除するか、writeConfig で書き直してください"
            )
        )
    }

    static func archivedWithoutVersion(_ path: String) -> Diagnostic {
        archiveWithoutVersion.diagnostic(
            .warning,
            english: "'\(path)' archives a version that does not exist.",
            japanese: "「\(path)」がアーカイブの対象としているバージョンは存在しません。",
            at: SourceLocation(file: path),
            hint: removing
        )
    }

    static func archiveDamaged(_ error: WorkspaceError, _ path: String) -> Diagnostic {
        archiveDamaged.diagnostic(
            .error,
            english: "\(error.message).",
            japanese: "アーカイブの印「\(path)」が破損しています（\(error.message)）。",
            at: error.location ?? SourceLocation(file: path),
            hint: LocalizedText(
                english: "remove it, then archive the version again",
                japanese: "削除してから、バージョンをもう一度アーカイブしてください"
            )
        )
    }

    static func recordWithoutHash(_ path: String) -> Diagnostic {
        recordWithoutHash.diagnostic(
            .warning,
            english: "'\(path)' has no hash of itself, so that a change to it, such as to the order of the versions, "
                + "would not be noticed.",
            japanese: "「\(path)」には自身のハッシュがないため、バージョンの順序などが変更されても検出できません。",
            at: SourceLocation(file: path),
            hint: LocalizedText(
                english: "check the order of the versions, and copy them to a new workspace",
                japanese: "バージョンの順序を確認し、新しいワークスペースにコピーしてください"
            )
        )
    }

    static func labelDamaged(_ error: WorkspaceError, _ path: String) -> Diagnostic {
        labelDamaged.diagnostic(
            .error,
            english: "\(error.message).",
            japanese: "ラベル「\(path)」が破損しています（\(error.message)）。",
            at: error.location ?? SourceLocation(file: path),
            hint: settingLabel
        )
    }

    static func labelWithoutVersion(_ record: LabelRecord, _ path: String) -> Diagnostic {
        labelWithoutVersion.diagnostic(
            .error,
            english: "The label '\(record.label)' names version '\(record.version)', which does not exist.",
            japanese: "ラベル「\(record.label)」が指すバージョン「\(record.version)」は存在しません。",
            at: SourceLocation(file: path),
            hint: removingLabel
        )
    }

    /// A private wheel, the lockfile of image digests, a label or an archive mark that this user cannot read; also one
    /// of the first two that is damaged.
    static func fileUnusable(_ error: WorkspaceError, _ path: String) -> Diagnostic {
        let isDamaged = error.code == .damaged
        let japanese = isDamaged ? "が破損しています" : "を読み取れません"
        return (isDamaged ? fileDamaged : fileUnreadable).diagnostic(
            .error,
            english: "\(error.message).",
            japanese: "ワークスペースのファイル「\(path)」\(japanese)（\(error.message)）。",
            at: error.location ?? SourceLocation(file: path),
            hint: hint(for: error)
        )
    }

    static func gitFileDiffers(_ path: String, _ name: String, _ text: String) -> Diagnostic {
        let lines = text.split(separator: "\n")
        return gitFileDiffers.diagnostic(
            .warning,
            english: "'\(path)/\(name)' is missing or differs from that of a new workspace, "
                + "so git can change files or commit files that belong to one machine.",
            japanese: "「\(path)/\(name)」が存在しないか、内容が新しいワークスペースのものと異なるため、"
                + "git がファイルを変更したり、特定のマシン専用のファイルをコミットしたりする可能性があります。",
            at: SourceLocation(file: "\(path)/\(name)"),
            hint: LocalizedText(
                english: "write it again with these lines: \(lines.joined(separator: ", "))",
                japanese: "次の内容で書き直してください: \(lines.joined(separator: "、"))"
            )
        )
    }
}

extension WorkspaceDiagnostics {
    private static let removing = LocalizedText(english: "remove it", japanese: "削除してください")
    private static let settingLabel = LocalizedText(
        english: "set the label again",
        japanese: "ラベルを設定し直してください"
    )
    private static let removingLabel = LocalizedText(
        english: "set the label on another version, or label this version with an empty list to remove it",
        japanese: "ラベルを別のバージョンに設定するか、空のリストを指定してこのバージョンからラベルを外してください"
    )

    /// Returns the hint of an error in both languages.
    private static func hint(for error: WorkspaceError) -> LocalizedText? {
        let known = [
            WorkspaceError.restoring, WorkspaceError.restoringOrMerging, WorkspaceError.replacingLink,
        ].first { $0.english == error.hint }
        return known ?? (error.underlying as? FileSystemError)?.localizedHint
    }
}
