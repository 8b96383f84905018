package import AzureMLSupport

/// The reason why a text is not a conda match spec or a pip requirement, and the column where reading stopped.
package struct PackageSyntaxError: Error, Sendable, Equatable {
    package let reason: Reason
    /// The 1-based position in the text, in UTF-8 code units.
    package let column: Int
}

extension PackageSyntaxError {
    package struct Reason: Sendable, Equatable {
        /// The reason in both languages, without a full stop.
        package let text: LocalizedText

        private init(_ english: String, _ japanese: String) {
            text = LocalizedText(english: english, japanese: japanese)
        }
    }
}

extension PackageSyntaxError.Reason {
    /// The text is empty or only a comment.
    static let empty = Self("the text is empty", "内容がありません")
    /// The text does not begin with a package name.
    static let nameMissing = Self("the name of a package is missing", "パッケージ名がありません")
    /// The name has a character that is not allowed in names, such as a wildcard.
    static let invalidName = Self(
        "a package name has only letters, digits, '_', '-' and '.', and for pip a letter or digit at both ends",
        "パッケージ名に使えるのは英数字と「_」「-」「.」だけで、pip ではさらに先頭と末尾が英数字に限られます"
    )
    /// The text continues where it should end, or a separator is missing.
    static let unexpectedCharacter = Self(
        "this character is not allowed here",
        "この位置では使えない文字があります"
    )
    /// An operator is not in the grammar, such as `=>`, or `=` in a pip requirement.
    static let unknownOperator = Self("there is no such operator", "存在しない演算子です")
    /// No version follows an operator, a comma or `|`.
    static let versionMissing = Self("a version is missing", "バージョンがありません")
    /// The version has an empty part, or a wildcard that is not at its end.
    static let invalidVersion = Self(
        "the version is not well formed",
        "バージョンの形式が正しくありません"
    )
    /// A parenthesis is not closed.
    static let unclosedParenthesis = Self(
        "a parenthesis is not closed",
        "括弧が閉じられていません"
    )
    /// The text in brackets is not a list of extras or of `key=value` pairs.
    static let invalidBrackets = Self(
        "the text in brackets is not well formed",
        "角括弧内の形式が正しくありません"
    )
    /// A key in brackets is unknown to conda.
    static let unknownKey = Self("conda has no such key", "conda にはないキーです")
    /// A value in brackets does not fit its key.
    static let invalidValue = Self("the value does not fit its key", "キーに合わない値です")
    /// The text before `::` is not a channel.
    static let invalidChannel = Self(
        "the text before the name is not a channel",
        "パッケージ名の前の部分がチャネルではありません"
    )
    /// The name of a package file does not have the form `name-version-build`.
    static let invalidFileName = Self(
        "a package file must be named name-version-build",
        "パッケージ ファイルの名前は「名前-バージョン-ビルド」の形式でなければなりません"
    )
    /// A marker follows `;`, which is only allowed in pip requirements.
    static let markerInMatchSpec = Self(
        "';' and what follows it belong to pip requirements",
        "「;」以降の部分は pip の要件でのみ使えます"
    )
    /// The text after `;` is not a marker.
    static let invalidMarker = Self(
        "the marker after ';' is not well formed",
        "「;」に続くマーカーの形式が正しくありません"
    )
    /// The URL is missing or contains blanks.
    static let invalidURL = Self("the URL is not well formed", "URL の形式が正しくありません")
    /// ssh's short form of an address, `user@host:path`.
    static let shortAddress = Self(
        "pip does not read an address of this form; 'git+ssh://user@host/path' is the one for git",
        "pip はこの形式のアドレスを読み取れません。git では「git+ssh://user@host/path」と書きます"
    )
    /// The text starts with `-` but is not an option, or is an option that is not allowed in a requirement.
    static let invalidOption = Self(
        "this option is not allowed here",
        "この位置では使えないオプションです"
    )
    /// pip does not read the option in a list of requirements, only on its command line or not at all.
    static let unknownOption = Self(
        "pip does not read this option in a list of requirements",
        "pip が要件の一覧で受け付けないオプションです"
    )
    /// A word follows the value of an option.
    static let ignoredWord = Self(
        "pip ignores words after the value of an option",
        "オプションの値の後の語は pip に無視されます"
    )
    /// An option lacks a required value.
    static let valueMissing = Self("the option has no value", "オプションの値がありません")
}
