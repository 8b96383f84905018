internal import AzureMLSupport
internal import CondaDependencies

extension HostileInput {
    private static let packages = [
        "numpy", "numpy=1.2", "python=3.9", "conda-forge::python>=3.8", "é=1", "a # b", "3.10", "pip", "a: b", "'",
        "*x",
    ]
    private static let requirements = [
        "numpy", "Foo_Bar>=1", "foo-bar", "a @ https://b.example/c.whl", "git+https://d.example/e#egg=f", "3.10", "[x]",
        "a ; python_version > '3.6'", "# x", "\"",
    ]
    private static let options = ["--pre", "--index-url https://x.example", "--index-url=y", "-r a.txt", "-", "--a: b"]

    /// What a text breaks as a conda specification: read, named, mutated, edited and read again.
    static func specificationViolations(of bytes: [UInt8]) -> [String] {
        do throws(CondaDependenciesError) {
            let dependencies = try CondaDependencies(parsing: bytes, file: nil)
            guard dependencies.bytes == bytes else { return ["an unedited specification does not come back"] }
            _ = dependencies.diagnostics
            _ = dependencies.getPythonVersion()
            var random = SplitMix64(seededBy: bytes)
            return violationsOfMutating(dependencies) + violationsOfEdits(of: dependencies, &random)
        } catch {
            return violations(of: error, in: bytes)
        }
    }

    private static func violationsOfMutating(_ dependencies: CondaDependencies) -> [String] {
        do {
            let name = try dependencies.environmentName
            let mutated = try dependencies.mutated()
            guard mutated.asDict()["name"].string == name else { return ["a mutated text has another name"] }
            guard sortedData(of: mutated, without: "name") == sortedData(of: dependencies, without: "name") else {
                return ["mutating changes data"]
            }
            let twice = try mutated.mutated()
            return twice.bytes == mutated.bytes ? [] : ["mutating twice changes \(mutated) to \(twice)"]
        } catch let error as CondaDependenciesError {
            return violations(of: error, in: dependencies.bytes)
        } catch {
            return ["an error of another type: \(error)"]
        }
    }

    private static func sortedData(of dependencies: CondaDependencies, without name: String) -> [String] {
        (dependencies.asDict().object ?? JSONObject()).filter { $0.name != name }
            .map { "\($0.name): \($0.value)" }.sorted()
    }

    private static func violationsOfEdits(
        of original: CondaDependencies,
        _ random: inout SplitMix64
    ) -> [String] {
        var edited = original
        for _ in 0..<4 {
            let before = edited
            do {
                try edit(&edited, &random)
            } catch let error as CondaDependenciesError {
                guard edited.bytes == before.bytes else { return ["a refused edit changes the text: \(error)"] }
                continue
            } catch {
                return ["an error of another type: \(error)"]
            }
            do throws(CondaDependenciesError) {
                let reread = try CondaDependencies(parsing: edited.bytes, file: nil)
                guard reread.asDict() == edited.asDict() else {
                    return ["an edited text reads back as other data: \(edited.serializeToString().debugDescription)"]
                }
            } catch {
                if error.code == .tooLarge { continue }
                return ["an edited text does not read back: \(error)\n\(edited.serializeToString().debugDescription)"]
            }
        }
        return []
    }

    private static func edit(_ dependencies: inout CondaDependencies, _ random: inout SplitMix64) throws {
        let package = packages[random.next(below: packages.count)]
        let requirement = requirements[random.next(below: requirements.count)]
        let option = options[random.next(below: options.count)]
        switch random.next(below: 10) {
        case 0: try dependencies.addChannel(package)
        case 1: try dependencies.removeChannel(random.element(of: dependencies.condaChannels) ?? package)
        case 2: try dependencies.addCondaPackage(package)
        case 3: try dependencies.removeCondaPackage(random.element(of: dependencies.condaPackages) ?? package)
        case 4:
            try dependencies.addPipPackage(random.element(of: dependencies.pipPackages + [requirement]) ?? requirement)
        case 5: try dependencies.removePipPackage(random.element(of: dependencies.pipPackages) ?? requirement)
        case 6: try dependencies.setPipOption(option)
        case 7: try dependencies.removePipOption(random.element(of: dependencies.pipOptions) ?? option)
        case 8: try dependencies.setPythonVersion("3.9")
        default: try dependencies.setPipRequirements([requirement, "--pre"])
        }
    }
}
