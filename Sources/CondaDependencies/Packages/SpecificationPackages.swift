internal import LosslessYAML

/// The entries of a specification that name packages, each parsed once.
package struct SpecificationPackages: Sendable {
    /// An item of `dependencies`; a mapping or null has no entry.
    struct Dependency: Sendable {
        let node: YAMLNode
        let entry: ParsedEntry<CondaMatchSpec>?
    }

    /// An item of a `pip:` list.
    struct PipItem: Sendable {
        let node: YAMLNode
        let entry: ParsedEntry<PipRequirement>

        var isOption: Bool { entry.text.hasPrefix("-") }
    }

    let dependencies: [Dependency]
    let pipItems: [PipItem]

    init(of document: YAMLDocument) {
        dependencies = document.dependencyItems.map { item in
            Dependency(
                node: item,
                entry: document.isEntry(item) ? ParsedEntry(conda: document.string(of: item)) : nil
            )
        }
        pipItems = document.pipEntries.map { item in
            PipItem(node: item, entry: ParsedEntry(pip: document.string(of: item)))
        }
    }

    fileprivate init() {
        dependencies = []
        pipItems = []
    }

    /// The packages that the entries ask for, conda's first.
    package var references: [PackageReference] {
        // The options are included because `-e` also names a package.
        let pip = pipItems.filter { !$0.isOption } + pipItems.filter(\.isOption)
        return dependencies.compactMap { $0.entry.flatMap(PackageReference.init) }
            + pip.compactMap { PackageReference($0.entry) }
    }

    /// The lines that name a file with more requirements, which is not part of the specification.
    package var requirementsFileLines: [String] {
        pipItems.filter { item in
            guard item.isOption, case .success(let requirement) = item.entry.package else { return false }
            return requirement.options.contains { PipOption.longName($0.name) == "--requirement" }
        }.map(\.entry.text)
    }
}

extension CondaDependencies {
    /// The packages of the specification, parsed on each access.
    package var packages: SpecificationPackages {
        document.map(SpecificationPackages.init) ?? SpecificationPackages()
    }
}
