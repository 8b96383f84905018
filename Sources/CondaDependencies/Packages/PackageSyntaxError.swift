public import AzureMLSupport

/// Why a text is no conda match spec or no pip requirement, and the column where reading stopped.
///
/// > Python: `conda.exceptions.InvalidMatchSpec`, `packaging.requirements.InvalidRequirement`
public struct PackageSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Why the text cannot be read; later versions may add reasons, so a `switch` over them needs a `default`.
    public let reason: Reason
    /// The place in the text in UTF-8 code units, from 1.
    public let column: Int

    /// Makes an error from its parts.
    ///
    /// - Parameters:
    ///   - reason: Why the text cannot be read.
    ///   - column: The place in the text in UTF-8 code units, from 1.
    public init(reason: Reason, column: Int) {
        self.reason = reason
        self.column = column
    }

    /// `column 7: reason`, in English.
    public var description: String { "column \(column): \(reason.text.english)" }
}

extension PackageSyntaxError {
    /// A reason, with a stable spelling.
    public struct Reason: Sendable, Hashable, CustomStringConvertible {
        /// The stable spelling, words joined by hyphens.
        public let name: String
        /// The reason in English and in Japanese, without a full stop.
        public let text: LocalizedText

        private init(_ name: String, _ english: String, _ japanese: String) {
            self.name = name
            text = LocalizedText(english: english, japanese: japanese)
        }

        /// Whether both have the same stable spelling.
        public static func == (left: Reason, right: Reason) -> Bool {
            left.name == right.name
        }

        /// Feeds the stable spelling.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(name)
        }

        /// The stable spelling.
        public var description: String { name }
    }
}

extension PackageSyntaxError.Reason {
    /// Nothing stands there, or a comment alone.
    public static let empty = Self("empty", "nothing stands there", "内容がありません")
    /// No package name stands in front.
    public static let nameMissing = Self("name-missing", "the name of a package is missing", "パッケージ名がありません")
    /// The name has a character that names do not have, such as a wildcard.
    public static let invalidName = Self(
        "invalid-name",
        "the name of a package has only letters, digits, '_', '-' and '.', and for pip no mark at its ends",
        "パッケージ名に使えるのは英数字と「_」「-」「.」だけで、pip では先頭と末尾は英数字に限られます"
    )
    /// The text goes on where it should end, or a separator is missing.
    public static let unexpectedCharacter = Self(
        "unexpected-character",
        "this character does not belong there",
        "この位置では使えない文字があります"
    )
    /// An operator that the grammar does not have, such as `=>`, or `=` in a pip requirement.
    public static let unknownOperator = Self("unknown-operator", "there is no such operator", "存在しない演算子です")
    /// No version stands behind an operator, a comma or `|`.
    public static let versionMissing = Self("version-missing", "a version is missing", "バージョンがありません")
    /// The version has an empty part, or a wildcard that is not at its end.
    public static let invalidVersion = Self(
        "invalid-version",
        "the version is not well formed",
        "バージョンの形式が正しくありません"
    )
    /// A parenthesis is not closed.
    public static let unclosedParenthesis = Self(
        "unclosed-parenthesis",
        "a parenthesis is not closed",
        "括弧が閉じられていません"
    )
    /// What stands in brackets is no list of extras, or no list of `key=value`.
    public static let invalidBrackets = Self(
        "invalid-brackets",
        "what stands in brackets is not well formed",
        "角括弧の中の形式が正しくありません"
    )
    /// A key in brackets that conda does not have.
    public static let unknownKey = Self("unknown-key", "conda has no such key", "conda にないキーです")
    /// A value in brackets that does not fit its key.
    public static let invalidValue = Self("invalid-value", "the value does not fit its key", "キーに合わない値です")
    /// The text in front of `::` is no channel.
    public static let invalidChannel = Self(
        "invalid-channel",
        "what stands in front of the name is not a channel",
        "名前の前にあるものはチャンネルではありません"
    )
    /// The file of a package is not called `name-version-build`.
    public static let invalidFileName = Self(
        "invalid-file-name",
        "the file of a package is called name-version-build",
        "パッケージファイルの名前は「名前-バージョン-ビルド」の形式です"
    )
    /// A marker behind `;`, which only pip requirements have.
    public static let markerInMatchSpec = Self(
        "marker-in-match-spec",
        "';' and what follows it belong to pip requirements",
        "「;」とその後の部分は pip の要件でのみ使えます"
    )
    /// The text behind `;` is no marker.
    public static let invalidMarker = Self(
        "invalid-marker",
        "the marker behind ';' is not well formed",
        "「;」の後のマーカーの形式が正しくありません"
    )
    /// The URL is missing or has blanks in it.
    public static let invalidURL = Self("invalid-url", "the URL is not well formed", "URL の形式が正しくありません")
    /// The text starts with `-` and is no option, or an option that a requirement does not have.
    public static let invalidOption = Self(
        "invalid-option",
        "this is not an option that can stand there",
        "この位置で使えるオプションではありません"
    )
    /// An option without the value that it needs.
    public static let valueMissing = Self("value-missing", "the option has no value", "オプションの値がありません")
}
