internal import TestSupport
internal import AzureMLSupport
internal import CondaDependencies

extension HostileInput {
    /// Returns the properties that a text violates as a conda specification that is read, named, mutated, edited and
    /// read again.
    static func specificationViolations(of bytes: [UInt8]) -> [String] {
        do throws(CondaDependenciesError) {
            let dependencies = try CondaDependencies(parsing: bytes, file: nil)
            guard dependencies.bytes == bytes else { return ["an unedited specification changes"] }
            _ = dependencies.getPythonVersion()
            var random = SplitMix64(seededBy: bytes)
            return adviceViolations(of: dependencies) + violationsOfMutating(dependencies)
                + violationsOfEdits(of: dependencies, &random)
        } catch {
            return violations(of: error, in: bytes)
        }
    }

    private static func violationsOfMutating(_ dependencies: CondaDependencies) -> [String] {
        do {
            let name = try dependencies.environmentName
            let mutated = try dependencies.mutated()
            guard mutated.asDict()["name"].string == name else { return ["a mutated text has another name"] }
            guard mutated.sortedMembers(without: ["name"]) == dependencies.sortedMembers(without: ["name"]) else {
                return ["mutating changes data"]
            }
            let twice = try mutated.mutated()
            return twice.bytes == mutated.bytes ? [] : ["mutating twice changes \(mutated) to \(twice)"]
        } catch let error as CondaDependenciesError {
            return violations(of: error, in: dependencies.bytes)
        } catch {
            return ["an error of an unexpected type: \(error)"]
        }
    }

    private static func violationsOfEdits(
        of original: CondaDependencies,
        _ random: inout SplitMix64
    ) -> [String] {
        var edited = original
        for _ in 0..<4 {
            let before = edited
            let edit = SpecificationEdit(of: before, &random)
            do {
                try edit.make(in: &edited)
            } catch let error as CondaDependenciesError {
                guard edited.bytes == before.bytes else { return ["a refused edit changes the text: \(error)"] }
                continue
            } catch {
                return ["an error of an unexpected type: \(error)"]
            }
            do throws(CondaDependenciesError) {
                let reread = try CondaDependencies(parsing: edited.bytes, file: nil)
                guard reread.asDict() == edited.asDict() else {
                    return ["\(edit) reads back as other data\n\(before.quoted)\n\(edited.quoted)"]
                }
                guard edit.isDone(from: before, to: reread) else {
                    return ["\(edit) gives unexpected lists\n\(before.quoted)\n\(edited.quoted)"]
                }
            } catch {
                if error.code == .tooLarge { continue }
                return ["an edited text does not read back: \(error)\n\(before.quoted)\n\(edited.quoted)"]
            }
        }
        return []
    }
}

extension CondaDependencies {
    fileprivate var quoted: String { serializeToString().debugDescription }
}
