import AzureMLSupport
import HostileInput
import TestSupport

@testable import CondaDependencies

/// Specifications in many styles, and edits of them.
///
/// It avoids input that is deliberately treated differently: the same package twice, pip names in two spellings,
/// options with `=`, Python as anything but `python=3.8`, and one-letter names, which azureml-core pins to a version.
struct EditGenerator {
    private var random: SplitMix64

    private static let channels = [
        "defaults", "conda-forge", "https://conda.example.org/é", "pytorch", "3.10", "yes", "null", "a: b", "#x",
        "it's", "1e3", "2020-01-01", "日本", "-", "[x]", "~",
    ]
    private static let condaPackages = [
        "numpy", "numpy=1.26", "numpy>=1.2,<2", "scipy", "scipy=1.10.1=py39_0", "pytorch::torchvision", "pip",
        "pip=23.0", "ruby[version='>=3']", "_libgcc_mutex=0.1", "pandas <2", "cudatoolkit 11.*", "1password", "3.10",
        "tensorflow", "tensorflow-gpu=1.15", "tensorflow-hub",
    ]
    private static let pipPackages = [
        "numpy", "numpy==1.26.0", "numpy>=1.2,<2", "azureml-core", "azureml-core~=1.61.0", "torch[extra]", "torch!=2",
        "tqdm; python_version > '3.6'", "scikit-learn", "scikit-learn<1", "requests[security,socks]>=2",
        "git+https://git.example.org/x.git#egg=wholename", "ruamel.yaml===0.17",
        "https://files.example.org/wheel_name-2.0-py3-none-any.whl", "tensorflow>=2", "tensorflow-gpu",
        "tensorflow-hub", "cntk==2.5", "cntk-gpu", "cntk-extras",
    ]
    private static let options = [
        "--pre", "--index-url https://pip.example.org/simple", "--index-url https://other.example.org",
        "--extra-index-url https://pip.example.org", "-r requirements.txt", "-e ./folder", "--find-links wheels",
        "--no-binary :all:",
    ]
    private static let versions = ["3.8", "3.9", "3.10", "3.10.18", "3.8.13"]

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    mutating func editCase() -> EditCase {
        switch random.next(below: 12) {
        case 0: EditCase(text: nil, calls: [createCall()] + calls(from: []))
        case 1: EditCase(text: nil, calls: [mergeCall()])
        case 2: EditCase(text: nil, calls: calls(from: ["azureml-defaults"]))
        default: editCase(of: text())
        }
    }

    /// Returns edits of a text, some of which name its entries.
    mutating func editCase(of text: String) -> EditCase {
        let dependencies = try? CondaDependencies(yaml: text)
        let entries = (dependencies?.condaPackages ?? []) + (dependencies?.condaChannels ?? [])
        return EditCase(text: text, calls: calls(from: unique(entries)))
    }

    private func unique(_ entries: [String]) -> [String] {
        entries.filter { entry in entries.count { $0 == entry } == 1 }
    }

    private mutating func calls(from entries: [String]) -> [[JSONValue]] {
        (0...random.next(below: 8)).map { _ in call(from: entries) }
    }

    private mutating func call(from entries: [String]) -> [JSONValue] {
        switch random.next(below: 18) {
        case 0, 1: call("add_channel", any(Self.channels))
        case 2: call("remove_channel", any(Self.channels + entries))
        case 3, 4, 5: call("add_conda_package", any(Self.condaPackages))
        case 6: call("add_conda_package", "python=\(any(Self.versions))")
        case 7, 8: call("remove_conda_package", any(Self.condaPackages + entries))
        case 9, 10: call("add_pip_package", any(Self.pipPackages))
        case 11: call("remove_pip_package", any(Self.pipPackages))
        case 12:
            random.next(below: 3) == 0
                ? call("remove_pip_option", any(Self.options)) : call("set_pip_option", any(Self.options))
        case 13: call("set_python_version", any(Self.versions))
        case 14: call("add_tensorflow_pip_package", any(["cpu", "gpu"]))
        case 15: call("add_tensorflow_conda_package", any(["cpu", "gpu"]))
        case 16: call("add_cntk_package", any(["cpu", "gpu"]))
        default: call("set_pip_requirements", random.next(below: 4) == 0 ? [] : requirements())
        }
    }

    private func call(_ name: String, _ argument: String) -> [JSONValue] {
        [JSONValue(name), JSONValue(argument)]
    }

    private func call(_ name: String, _ argument: [String]) -> [JSONValue] {
        [JSONValue(name), list(argument)]
    }

    private mutating func requirements() -> [String] {
        [any(Self.options)] + distinct(Self.pipPackages, named: true)
    }

    private mutating func createCall() -> [JSONValue] {
        let pip = random.next(below: 2) == 0 ? JSONValue.null : list(distinct(Self.pipPackages, named: true))
        let conda = random.next(below: 2) == 0 ? JSONValue.null : list(distinct(Self.condaPackages))
        return [JSONValue("create"), pip, conda, JSONValue(any(Self.versions))]
    }

    private mutating func mergeCall() -> [JSONValue] {
        // azureml-core splits URLs, extras and markers when it joins them; here they stay separate lines.
        let packages = Self.pipPackages.filter {
            !$0.contains { ":[;".contains($0) } && $0.utf8.allSatisfy { $0 < 0x80 }
        }
        return [JSONValue("merge_requirements"), list((0...random.next(below: 5)).map { _ in any(packages) })]
    }

    private func flow(_ texts: [String]) -> String {
        texts.map(quoted).joined(separator: ", ")
    }

    private func list(_ texts: [String]) -> JSONValue {
        JSONValue(texts.map { JSONValue($0) })
    }

    private mutating func any(_ texts: [String]) -> String {
        texts[random.next(below: texts.count)]
    }

    /// Returns some of the texts without duplicates, by their first words or by the package that they name.
    private mutating func distinct(_ texts: [String], named: Bool = false) -> [String] {
        var chosen: [String: String] = [:]
        for _ in 0..<random.next(below: 5) {
            let text = any(texts)
            let name =
                named ? PipRequirement.normalizedName(in: text) ?? text : String(text.prefix { !" =<>[".contains($0) })
            chosen[name] = text
        }
        return chosen.sorted { $0.key < $1.key }.map(\.value)
    }
}

extension EditGenerator {
    /// Returns a specification with distinct entries in one of many styles.
    private mutating func text() -> String {
        let lineEnd = random.next(below: 5) == 0 ? "\r\n" : "\n"
        let python = random.next(below: 4) == 0 ? [] : ["python=\(any(Self.versions))"]
        let indentation = String(repeating: " ", count: random.next(below: 3) * 2)
        var sections: [[String]] = []
        if random.next(below: 2) == 0 { sections.append(["name: \(any(["x", "'y'", "\"z\"", "3.10"]))\(comment())"]) }
        if random.next(below: 3) > 0 { sections.append(section("channels", distinct(Self.channels), indentation)) }
        if random.next(below: 8) > 0 {
            var lines = section("dependencies", python + distinct(Self.condaPackages), indentation)
            if !lines[0].hasSuffix("]"), random.next(below: 2) == 0 {
                let items = distinct(Self.pipPackages, named: true) + distinct(Self.options)
                lines += section("- pip", items, indentation + "  ").enumerated().map {
                    $0 == 0 ? indentation + $1 : $1
                }
            }
            sections.append(lines)
        }
        if random.next(below: 4) == 0 { sections.append(["variables:", "  A: b\(comment())", "  C: '1'"]) }
        if random.next(below: 3) == 0 { sections.reverse() }
        if sections.isEmpty { sections = [["name: x"]] }
        let blank = random.next(below: 2) == 0 ? [""] : []
        let lines = Array(sections.map { $0 }.joined(separator: blank))
        let mark = random.next(below: 10) == 0 ? "\u{FEFF}" : ""
        let start = random.next(below: 10) == 0 ? "---\(lineEnd)" : ""
        return mark + start + lines.joined(separator: lineEnd) + (random.next(below: 6) == 0 ? "" : lineEnd)
    }

    /// Returns `key:` with its items in block or flow style.
    private mutating func section(_ key: String, _ items: [String], _ indentation: String) -> [String] {
        guard !items.isEmpty, random.next(below: 6) > 0 else {
            return ["\(key): [\(flow(items))]"]
        }
        var lines = ["\(key):\(comment())"]
        for item in items {
            if random.next(below: 8) == 0 { lines.append("\(indentation)# about it") }
            lines.append("\(indentation)- \(spelled(item))\(comment())")
        }
        if random.next(below: 8) == 0 { lines.append("\(indentation)# - commented-out") }
        return lines
    }

    private mutating func comment() -> String {
        random.next(below: 8) == 0 ? "  # é" : ""
    }

    /// Returns the text as a plain scalar where that is read as a text, else in quotes.
    private mutating func spelled(_ text: String) -> String {
        let isPlain = text.first.map { $0.isLetter || $0 == "_" } ?? false
        let isWord = ["yes", "null"].contains(text) || text.contains(": ") || text.contains(" #")
        return isPlain && !isWord && random.next(below: 3) > 0 ? text : quoted(text)
    }

    private func quoted(_ text: String) -> String {
        "'\(text.replacing("'", with: "''"))'"
    }
}
