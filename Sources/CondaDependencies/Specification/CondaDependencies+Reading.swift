internal import LosslessYAML

extension CondaDependencies {
    /// The channels in order, highest priority first.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.conda_channels`
    public var condaChannels: [String] {
        texts(of: .channels)
    }

    /// The conda packages in order, each as the file spells it.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.conda_packages`
    public var condaPackages: [String] {
        texts(of: .condaPackages)
    }

    /// The pip requirements of all `pip:` lists, in order, without options.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.pip_packages`
    public var pipPackages: [String] {
        texts(of: .pipItems).filter { !$0.hasPrefix("-") }
    }

    /// The pip options of all `pip:` lists, in order, such as `--index-url https://…`.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.pip_options`
    public var pipOptions: [String] {
        texts(of: .pipItems).filter { $0.hasPrefix("-") }
    }

    /// Returns the version that the Python entry pins, such as `3.10.18`; `nil` without an entry or a pinned version.
    ///
    /// > Python: `azureml.core.conda_dependencies.CondaDependencies.get_python_version()`
    public func getPythonVersion() -> String? {
        guard let document else { return nil }
        for node in document.condaEntries {
            let entry = ParsedEntry(conda: document.string(of: node))
            if entry.name == "python" { return (try? entry.package.get())?.pinnedVersion }
        }
        return nil
    }

    /// Whether any entry of `dependencies` names Python, with or without a version.
    package var namesPython: Bool {
        guard let document else { return false }
        return document.dependencyItems.contains { item in
            document.isEntry(item) && CondaMatchSpec.packageName(in: document.string(of: item)) == "python"
        }
    }

    private func texts(of list: EntryList) -> [String] {
        guard let document else { return [] }
        return list.entries(in: document).map(document.string)
    }
}
