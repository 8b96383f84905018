internal import AzureMLSupport

/// The two ways of writing a package, and the advice for a text that is neither.
enum PackageKind: String {
    case condaPackage = "conda package"
    case pipRequirement = "pip requirement"

    var hint: LocalizedText {
        let example =
            switch self {
            case .condaPackage: "numpy=1.26"
            case .pipRequirement: "numpy==1.26.4"
            }
        return LocalizedText(
            english: "write a name, optionally followed by a version, such as '\(example)'",
            japanese: "「\(example)」のように、パッケージ名を書き、必要に応じてその後にバージョンを指定してください"
        )
    }
}
