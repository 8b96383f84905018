internal import AzureMLSupport

extension Diagnostic {
    static func unusable(_ error: WorkspaceError, _ path: String) -> Diagnostic {
        let isDamaged = error.code == .damaged
        let japanese = isDamaged ? "が破損しています" : "を読み取れません"
        return Diagnostic(
            code: isDamaged ? "version-damaged" : "version-unreadable",
            severity: .error,
            message: LocalizedText(
                english: error.message,
                japanese: "登録されたバージョン「\(path)」\(japanese)（\(error.message)）。"
            ),
            location: error.location ?? SourceLocation(file: path),
            hint: error.hint
        )
    }

    static func foreignFile(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "file-foreign",
            severity: .warning,
            message: LocalizedText(
                english: "'\(path)' is no part of what was stored.",
                japanese: "「\(path)」は登録された内容に含まれていません。"
            ),
            location: SourceLocation(file: path),
            hint: "remove it"
        )
    }

    static func sharedSequence(_ version: String, _ other: String, _ path: String) -> Diagnostic {
        Diagnostic(
            code: "sequence-shared",
            severity: .info,
            message: LocalizedText(
                english: "The versions '\(other)' and '\(version)' were stored at the same time, so that the higher "
                    + "one counts as the later one.",
                japanese: "バージョン「\(other)」と「\(version)」は同時に登録されたため、大きい方を新しいものとして扱います。"
            ),
            location: SourceLocation(file: path)
        )
    }

    static func differsInCase(_ name: String, _ other: String, _ path: String) -> Diagnostic {
        Diagnostic(
            code: "name-differs-in-case",
            severity: .warning,
            message: LocalizedText(
                english: "'\(name)' and '\(other)' differ in letter case only.",
                japanese: "「\(name)」と「\(other)」は大文字と小文字が異なるだけです。"
            ),
            location: SourceLocation(file: path),
            hint: "choose another name"
        )
    }

    static func removalUnfinished(_ error: WorkspaceError, _ path: String) -> Diagnostic {
        Diagnostic(
            code: "deletion-unfinished",
            severity: .warning,
            message: LocalizedText(
                english: "\(error.message), but files of it are left.",
                japanese: "削除されたバージョン「\(path)」のファイルが残っています。"
            ),
            location: SourceLocation(file: path),
            hint: "delete it again"
        )
    }

    static func configurationElsewhere(_ path: String, _ reason: String) -> Diagnostic {
        Diagnostic(
            code: "configuration-elsewhere",
            severity: .warning,
            message: LocalizedText(
                english: "The configuration '\(path)' does not lead to the workspace that it lies in: \(reason)",
                japanese: "設定ファイル「\(path)」は、それが置かれているワークスペースを指していません（\(reason)）。"
            ),
            location: SourceLocation(file: path),
            hint: "remove it, or write it again with writeConfig"
        )
    }

    static func archivedWithoutVersion(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "archive-without-version",
            severity: .warning,
            message: LocalizedText(
                english: "'\(path)' archives a version that is not there.",
                japanese: "「\(path)」がアーカイブしているバージョンはありません。"
            ),
            location: SourceLocation(file: path),
            hint: "remove it"
        )
    }

    static func labelDamaged(_ error: WorkspaceError, _ path: String) -> Diagnostic {
        Diagnostic(
            code: "label-damaged",
            severity: .error,
            message: LocalizedText(
                english: error.message,
                japanese: "ラベル「\(path)」が破損しています（\(error.message)）。"
            ),
            location: error.location ?? SourceLocation(file: path),
            hint: "set the label again"
        )
    }

    static func labelWithoutVersion(_ record: LabelRecord, _ path: String) -> Diagnostic {
        Diagnostic(
            code: "label-without-version",
            severity: .error,
            message: LocalizedText(
                english: "The label '\(record.label)' names version '\(record.version)', which is not there.",
                japanese: "ラベル「\(record.label)」が指すバージョン「\(record.version)」はありません。"
            ),
            location: SourceLocation(file: path),
            hint: "set the label again"
        )
    }

    static func blobDamaged(_ error: WorkspaceError, _ path: String) -> Diagnostic {
        Diagnostic(
            code: "file-damaged",
            severity: .error,
            message: LocalizedText(
                english: error.message,
                japanese: "ワークスペースのファイル「\(path)」が破損しているか、読み取れません（\(error.message)）。"
            ),
            location: error.location ?? SourceLocation(file: path),
            hint: error.hint
        )
    }

    static func gitFileDiffers(_ path: String, _ name: String, _ text: String) -> Diagnostic {
        Diagnostic(
            code: "git-file-differs",
            severity: .warning,
            message: LocalizedText(
                english: "'\(path)/\(name)' is missing or says something else than in a new workspace, so that git can "
                    + "change files or keep what is one machine's own.",
                japanese: "「\(path)/\(name)」がないか、新しいワークスペースの内容と異なるため、git がファイルを変更したり、不要なファイルを管理したりする可能性があります。"
            ),
            location: SourceLocation(file: "\(path)/\(name)"),
            hint: FixHint("write it again: \(text.split(separator: "\n").joined(separator: ", then "))")
        )
    }
}
