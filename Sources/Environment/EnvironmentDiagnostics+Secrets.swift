internal import AzureMLSupport

/// The diagnostics about secrets.
extension EnvironmentDiagnostics {
    static func passwordInline(at path: String) -> Diagnostic {
        passwordInline.diagnostic(
            .error,
            english: "The registry password is in the definition in clear text; "
                + "refer to an environment variable or a file instead.",
            japanese: "レジストリのパスワードが定義に平文で書かれているため、"
                + "環境変数またはファイルへの参照に置き換えてください。",
            at: SourceLocation(file: path),
            hint: givingReference
        )
    }

    static func tokenInline(at path: String) -> Diagnostic {
        tokenInline.diagnostic(
            .error,
            english: "A GitHub token is in the definition in clear text.",
            japanese: "GitHub のトークンが定義に平文で書かれています。",
            at: SourceLocation(file: path),
            hint: givingReference
        )
    }

    /// A variable whose value has the form of a token, or whose name says that it holds a secret.
    static func secretInVariables(_ name: String, isKnownForm: Bool, at path: String) -> Diagnostic {
        secretInVariables.diagnostic(
            isKnownForm ? .error : .warning,
            english: "The variable '\(name)' seems to hold a secret in clear text.",
            japanese: "変数「\(name)」に秘密情報が平文で設定されている可能性があります。",
            at: SourceLocation(file: path),
            hint: LocalizedText(
                english: "remove the variable and set it where the environment runs",
                japanese: "変数を定義から削除し、環境を実行する側で設定してください"
            )
        )
    }

    /// An instruction that sets a variable like a secret, copies a file of passwords, or contains a token.
    static func secretInDockerfile(isKnownForm: Bool, at location: SourceLocation) -> Diagnostic {
        secretInDockerfile.diagnostic(
            isKnownForm ? .error : .warning,
            english: "This instruction writes a secret into a layer of the image.",
            japanese: "この命令により、秘密情報がイメージのレイヤーに書き込まれます。",
            at: location,
            hint: LocalizedText(
                english: "use a secret mount: RUN --mount=type=secret,id=NAME",
                japanese: "シークレット マウント（RUN --mount=type=secret,id=NAME）を使用してください"
            )
        )
    }

    /// A token of a known form in any other string of the definition, or a text in a member called like a secret.
    static func secretInDefinition(isKnownForm: Bool, at path: String) -> Diagnostic {
        secretInDefinition.diagnostic(
            isKnownForm ? .error : .warning,
            english: isKnownForm
                ? "The value of '\(path)' contains a token or key in clear text."
                : "The value of '\(path)' seems to be a secret in clear text.",
            japanese: isKnownForm
                ? "「\(path)」の値にトークンまたはキーが平文で含まれています。"
                : "「\(path)」の値は平文の秘密情報である可能性があります。",
            at: SourceLocation(file: path),
            hint: removingFromDefinition
        )
    }

    /// A token of a known form in a conda file that is not in a value: in a comment, an anchor, a tag or a directive.
    static func secretInCondaFile(at location: SourceLocation) -> Diagnostic {
        secretInDefinition.diagnostic(
            .error,
            english: "This line contains a token or key in clear text, in a comment, an anchor or a tag.",
            japanese: "この行のコメント、アンカーまたはタグに、トークンまたはキーが平文で含まれています。",
            at: location,
            hint: removingFromDefinition
        )
    }

    /// A reference to a secret, which azureml-core's format of folders cannot hold.
    static func secretReferenceNotSaved(at path: String) -> Diagnostic {
        secretReferenceNotSaved.diagnostic(
            .warning,
            english: "The reference in '\(path)' is not saved, because azureml-core's format has no place for it.",
            japanese: "azureml-core の形式では表現できないため、「\(path)」の参照は保存されません。",
            at: SourceLocation(file: path),
            hint: LocalizedText(
                english: "set it again after loading, such as with .environmentVariable(\"NAME\")",
                japanese: "読み込んだ後に .environmentVariable(\"NAME\") などで設定し直してください"
            )
        )
    }

    /// A plain secret, which azureml-core's format of folders holds in clear text.
    static func secretInClearText(of path: String, in file: String) -> Diagnostic {
        secretInClearText.diagnostic(
            .warning,
            english: "The file holds the value of '\(path)' in clear text, as azureml-core's format does.",
            japanese: "azureml-core の形式に従い、「\(path)」の値がファイルに平文で保存されました。",
            at: SourceLocation(file: file),
            hint: LocalizedText(
                english: "give a reference such as .environmentVariable(\"NAME\") before saving, "
                    + "and set it again after loading",
                japanese: "保存する前に .environmentVariable(\"NAME\") のような参照に置き換え、読み込んだ後に設定し直してください"
            )
        )
    }

    private static let removingFromDefinition = LocalizedText(
        english: "remove it from the definition and set it where the environment runs",
        japanese: "定義から削除し、環境を実行する側で設定してください"
    )

    private static let givingReference = LocalizedText(
        english: "the workspace keeps no plain secret; give a reference: .environmentVariable(\"NAME\")",
        japanese: "ワークスペースには平文の秘密情報が保存されないため、.environmentVariable(\"NAME\") のような参照を指定してください"
    )
}
