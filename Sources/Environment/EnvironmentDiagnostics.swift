internal import AzureMLSupport
internal import CondaDependencies
internal import Workspace

/// The diagnostics of this module.
package enum EnvironmentDiagnostics: String, DiagnosticCatalogue {
    case condaFileMissing = "conda-file-missing"
    case condaIgnored = "conda-ignored-user-managed"
    case pythonVersionMissing = "python-version-missing"
    case passwordInline = "registry-credentials-inline"
    case tokenInline = "github-token-inline"
    case secretInVariables = "secret-in-variables"
    case secretInDockerfile = "secret-in-dockerfile"
    case secretInDefinition = "secret-in-definition"
    case secretReferenceNotSaved = "secret-reference-not-saved"
    case secretInClearText = "secret-in-clear-text"
    case memberMisspelled = "json-member-case"
    case memberUnknown = "json-member-unknown"
    case definitionDamaged = "definition-damaged"
    case wheelMissing = "wheel-missing"
    case versionNotCompared = "version-not-compared"
    case requirementsNotSeen = "requirements-not-seen"
}

extension EnvironmentDiagnostics {
    static func condaFileMissing(at path: String) -> Diagnostic {
        condaFileMissing.diagnostic(
            .warning,
            english: "Neither the definition nor its folder has a conda specification, "
                + "so the environment has no packages.",
            japanese: "conda 仕様が環境定義にもそのフォルダーにもないため、この環境にはパッケージが 1 つも含まれません。",
            at: SourceLocation(file: path),
            hint: LocalizedText(
                english: "put the file back, or set userManagedDependencies if the image already has the packages",
                japanese: "ファイルを元に戻すか、パッケージがイメージに含まれている場合は userManagedDependencies を設定してください"
            )
        )
    }

    /// A specification that is not used, because Python is user-managed.
    static func condaIgnored() -> Diagnostic {
        condaIgnored.diagnostic(
            .warning,
            english: "Python is user-managed, so the conda dependencies given here are not installed.",
            japanese: "Python がユーザー管理のため、ここに書かれた conda の依存関係はインストールされません。",
            at: SourceLocation(file: "python.condaDependencies"),
            hint: LocalizedText(
                english: "set env.python.userManagedDependencies = false, or install the packages in the Dockerfile",
                japanese: "env.python.userManagedDependencies = false を設定するか、Dockerfile でパッケージをインストールしてください"
            )
        )
    }

    /// The conda file does not name Python, and the default version was added.
    static func pythonVersionMissing(in file: String) -> Diagnostic {
        let entry = "- python=\(CondaDependencies.defaultPythonVersion)"
        return pythonVersionMissing.diagnostic(
            .warning,
            english: "No Python version is given, so the solver or the SDK picks one and the result can change.",
            japanese: "Python のバージョンが指定されていないため、ビルドのたびに異なるバージョンが選ばれる可能性があります。",
            at: SourceLocation(file: file),
            hint: LocalizedText(
                english: "write '\(entry)', which was added here, into the file",
                japanese: "読み込み時に追加された「\(entry)」をファイルにも書いてください"
            )
        )
    }

    /// A definition that is not an environment, although its files match its record.
    static func definitionDamaged(_ stored: StoredDocument, _ error: any Error) -> Diagnostic {
        let known = error as? any AzureMLError
        let reason = known?.message ?? "\(error)"
        return definitionDamaged.diagnostic(
            .error,
            english: "Version '\(stored.version)' of '\(stored.name)' cannot be used: \(reason).",
            japanese: "「\(stored.name)」のバージョン「\(stored.version)」は使用できません（\(reason)）。",
            at: known?.location,
            hint: LocalizedText(
                english: "restore it from a backup or from version control",
                japanese: "バックアップまたはバージョン管理から復元してください"
            )
        )
    }

    static func wheelMissing(_ name: String, _ version: String, _ error: EnvironmentError) -> Diagnostic {
        wheelMissing.diagnostic(
            .error,
            english: "The image of version '\(version)' of '\(name)' cannot be built: \(error.message).",
            japanese: "「\(name)」のバージョン「\(version)」のイメージをビルドできません（\(error.message)）。",
            at: error.location.map { $0.inFile("\(name):\(version)/\($0.file ?? "")") },
            hint: PrivateWheel.adding
        )
    }

    /// A member whose name differs from a known one only in letter case and underscores.
    static func memberMisspelled(_ name: String, known: String, at path: String) -> Diagnostic {
        memberMisspelled.diagnostic(
            .warning,
            english: "'\(name)' is ignored; the member is called '\(known)'.",
            japanese: "「\(name)」は無視されます（正しい名前は「\(known)」です）。",
            at: SourceLocation(file: path),
            hint: LocalizedText(
                english: "write '\(known)' in place of '\(name)'",
                japanese: "「\(name)」を「\(known)」に書き換えてください"
            )
        )
    }

    /// A member that azureml-core does not have, perhaps a misspelled one.
    static func memberUnknown(_ name: String, similar: String?, at path: String) -> Diagnostic {
        memberUnknown.diagnostic(
            similar == nil ? .info : .warning,
            english: "'\(name)' is not a member of azureml-core's definitions: it is kept, but has no effect.",
            japanese: "「\(name)」は azureml-core の環境定義にないメンバーのため、保持されますが効果はありません。",
            at: SourceLocation(file: path),
            hint: similar.map { similar in
                LocalizedText(
                    english: "write '\(similar)' if that is what it means",
                    japanese: "「\(similar)」の誤りであれば、名前を修正してください"
                )
            }
        )
    }

    static func versionNotCompared(_ entry: String, at location: SourceLocation) -> Diagnostic {
        versionNotCompared.diagnostic(
            .warning,
            english: "The version of '\(entry)' cannot be compared with the conditions of the search.",
            japanese: "「\(entry)」のバージョンは検索条件と比較できません。",
            at: location
        )
    }

    static func requirementsNotSeen(_ line: String, at location: SourceLocation) -> Diagnostic {
        requirementsNotSeen.diagnostic(
            .warning,
            english: "The file of '\(line)' is not part of the environment, so its packages are not searched.",
            japanese: "「\(line)」が参照するファイルは環境に含まれていないため、その中のパッケージは検索されません。",
            at: location
        )
    }
}
