internal import AzureMLSupport

/// The ways of writing an entry, and the advice for a text that is not such an entry.
enum PackageKind: String {
    case condaPackage = "conda package"
    case pipRequirement = "pip requirement"
    case pipOption = "pip option"

    var hint: LocalizedText {
        switch self {
        case .condaPackage: Self.nameAndVersion(example: "numpy=1.26")
        case .pipRequirement: Self.nameAndVersion(example: "numpy==1.26.4")
        case .pipOption:
            LocalizedText(
                english: "write the option with its value alone, and each package as an entry of its own",
                japanese: "オプションには値だけを付け、パッケージは別の項目として書いてください"
            )
        }
    }

    /// The advice for a line of a `pip:` list.
    static func hint(forPipLine text: String) -> LocalizedText {
        (text.hasPrefix("-") ? pipOption : pipRequirement).hint
    }

    private static func nameAndVersion(example: String) -> LocalizedText {
        LocalizedText(
            english: "write a name, optionally followed by a version, such as '\(example)'",
            japanese: "「\(example)」のように、パッケージ名を書き、必要に応じてその後にバージョンを指定してください"
        )
    }
}
