internal import TestSupport
internal import CondaDependencies

/// A call that edits a specification, with a check of its effect on the lists.
enum SpecificationEdit {
    case addChannel(String)
    case removeChannel(String)
    case addCondaPackage(String)
    case removeCondaPackage(String)
    case addPipPackage(String)
    case removePipPackage(String)
    case setPipOption(String)
    case removePipOption(String)
    case setPythonVersion(String)
    case setPipRequirements([String])

    private static let packages = [
        "numpy", "numpy=1.2", "python=3.9", "conda-forge::python>=3.8", "é=1", "a # b", "3.10", "pip", "a: b", "'",
        "*x",
    ]
    private static let requirements = [
        "numpy", "Foo_Bar>=1", "foo-bar", "a @ https://b.example/c.whl", "git+https://d.example/e#egg=f", "3.10", "[x]",
        "a ; python_version > '3.6'", "# x", "\"",
    ]
    private static let options = ["--pre", "--index-url https://x.example", "--index-url=y", "-r a.txt", "-", "--a: b"]

    /// Creates a random edit, which often names an existing entry.
    init(of dependencies: CondaDependencies, _ random: inout SplitMix64) {
        let package = Self.packages[random.next(below: Self.packages.count)]
        let requirement = Self.requirements[random.next(below: Self.requirements.count)]
        let option = Self.options[random.next(below: Self.options.count)]
        self =
            switch random.next(below: 10) {
            case 0: .addChannel(package)
            case 1: .removeChannel(random.element(of: dependencies.condaChannels) ?? package)
            case 2: .addCondaPackage(package)
            case 3: .removeCondaPackage(random.element(of: dependencies.condaPackages) ?? package)
            case 4: .addPipPackage(random.element(of: dependencies.pipPackages + [requirement]) ?? requirement)
            case 5: .removePipPackage(random.element(of: dependencies.pipPackages) ?? requirement)
            case 6: .setPipOption(option)
            case 7: .removePipOption(random.element(of: dependencies.pipOptions) ?? option)
            case 8: .setPythonVersion("3.9")
            default: .setPipRequirements([requirement, "--pre"])
            }
    }

    func make(in dependencies: inout CondaDependencies) throws {
        switch self {
        case .addChannel(let channel): try dependencies.addChannel(channel)
        case .removeChannel(let channel): try dependencies.removeChannel(channel)
        case .addCondaPackage(let package): try dependencies.addCondaPackage(package)
        case .removeCondaPackage(let package): try dependencies.removeCondaPackage(package)
        case .addPipPackage(let package): try dependencies.addPipPackage(package)
        case .removePipPackage(let package): try dependencies.removePipPackage(package)
        case .setPipOption(let option): try dependencies.setPipOption(option)
        case .removePipOption(let option): try dependencies.removePipOption(option)
        case .setPythonVersion(let version): try dependencies.setPythonVersion(version)
        case .setPipRequirements(let lines): try dependencies.setPipRequirements(lines)
        }
    }

    /// Whether the call had its effect on the lists and changed nothing else.
    func isDone(from before: CondaDependencies, to after: CondaDependencies) -> Bool {
        let channels = ListChange(before.condaChannels, after.condaChannels)
        let packages = ListChange(before.condaPackages, after.condaPackages)
        let requirements = ListChange(before.pipPackages, after.pipPackages)
        let options = ListChange(before.pipOptions, after.pipOptions)
        let changes = [channels, packages, requirements, options]
        let isElsewhereUnchanged: (Int) -> Bool = { changed in
            changes.indices.allSatisfy { $0 == changed || changes[$0].isNone }
                && Self.members(of: before) == Self.members(of: after)
        }
        switch self {
        case .addChannel(let channel):
            return channels.isAddition(of: channel) && isElsewhereUnchanged(0)
        case .removeChannel(let channel):
            return channels.isRemoval { $0.hasBytes(of: channel) } && isElsewhereUnchanged(0)
        case .addCondaPackage(let package):
            return packages.isAdditionOfCondaPackage(package) && isElsewhereUnchanged(1)
        case .removeCondaPackage(let package):
            return packages.isRemovalOfCondaPackage(package) && isElsewhereUnchanged(1)
        case .setPythonVersion(let version):
            return packages.isPinningOfPython(to: version) && isElsewhereUnchanged(1)
        case .addPipPackage(let package):
            return requirements.isReplacement(by: package, of: EntryName.pip(package)) && isElsewhereUnchanged(2)
        case .removePipPackage(let package):
            return requirements.isRemoval(EntryName.pip(package)) && isElsewhereUnchanged(2)
        case .setPipOption(let option):
            return options.isReplacement(by: option, of: EntryName.option(option)) && isElsewhereUnchanged(3)
        case .removePipOption(let option):
            return options.isRemoval(EntryName.option(option, anyValue: true)) && isElsewhereUnchanged(3)
        case .setPipRequirements(let lines):
            return channels.isNone && packages.isNone
                && requirements.after.elementsEqual(lines.filter { !$0.hasPrefix("-") }, by: { $0.hasBytes(of: $1) })
                && options.after.elementsEqual(lines.filter { $0.hasPrefix("-") }, by: { $0.hasBytes(of: $1) })
        }
    }

    /// Returns all members except those that contain the lists.
    private static func members(of dependencies: CondaDependencies) -> [String] {
        dependencies.sortedMembers(without: ["channels", "dependencies"])
    }
}
