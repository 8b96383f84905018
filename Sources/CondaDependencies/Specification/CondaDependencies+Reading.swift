internal import LosslessYAML

extension CondaDependencies {
    /// The channels in order, highest priority first.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.conda_channels`
    public var condaChannels: [String] {
        texts(of: value(forKey: "channels"))
    }

    /// The conda packages in order, each as the file spells it.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.conda_packages`
    public var condaPackages: [String] {
        guard let document else { return [] }
        return condaPackageNodes.map(document.string)
    }

    /// The pip requirements in order, without options; those of all `pip:` lists.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.pip_packages`
    public var pipPackages: [String] {
        pipItems.filter { !$0.hasPrefix("-") }
    }

    /// The pip options in order, such as `--index-url https://…`; those of all `pip:` lists.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.pip_options`
    public var pipOptions: [String] {
        pipItems.filter { $0.hasPrefix("-") }
    }

    /// The version that the Python entry names, such as `3.10.18`; `nil` without one, or when it only bounds versions.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.get_python_version()`
    public func getPythonVersion() -> String? {
        guard let document, let python = pythonNode else { return nil }
        return (try? CondaMatchSpec(document.string(of: python)))?.pinnedVersion
    }

    /// Whether any entry of `dependencies` names Python, with or without a version.
    package var namesPython: Bool { pythonNode != nil }

    /// The entry of `dependencies` that names Python.
    var pythonNode: YAMLNode? {
        guard let document else { return nil }
        return dependencyItems.first {
            isCondaPackage($0, in: document) && CondaMatchSpec.packageName(in: document.string(of: $0)) == "python"
        }
    }

    var channelNodes: [YAMLNode] {
        guard let document, let channels = value(forKey: "channels") else { return [] }
        return document.itemsOfList(channels).filter { !document.isNull($0) }
    }

    var condaPackageNodes: [YAMLNode] {
        guard let document else { return [] }
        return dependencyItems.filter { isCondaPackage($0, in: document) }
    }

    private func isCondaPackage(_ item: YAMLNode, in document: YAMLDocument) -> Bool {
        document.kind(of: item) == .scalar && !document.isNull(item)
    }

    /// The lists below `pip:`, in order; null where nothing stands below it.
    var pipLists: [YAMLNode] {
        guard let document else { return [] }
        return dependencyItems.filter { document.kind(of: $0) == .mapping }.flatMap { mapping in
            document.pairs(of: mapping).filter { document.string(of: $0.key) == "pip" }.map(\.value)
        }
    }

    var dependencyItems: [YAMLNode] {
        guard let document, let dependencies = value(forKey: "dependencies") else { return [] }
        return document.itemsOfList(dependencies)
    }

    func value(forKey key: String) -> YAMLNode? {
        guard let document, let root = document.root else { return nil }
        return document.value(forKey: key, in: root)
    }

    private var pipItems: [String] {
        pipLists.flatMap(texts)
    }

    private func texts(of list: YAMLNode?) -> [String] {
        guard let document, let list else { return [] }
        return document.itemsOfList(list).filter { !document.isNull($0) }.map(document.string)
    }
}
