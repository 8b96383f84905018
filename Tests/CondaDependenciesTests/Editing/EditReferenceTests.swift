import AzureMLSupport
import Foundation
import TestSupport
import Testing

@testable import CondaDependencies

/// Makes the same edits here and with azureml-core itself.
///
/// `AZUREML_CORE_PYTHON` is the path of a Python that has azureml-core, `AZUREML_EDIT_SEQUENCES` the number of edit
/// sequences, and `AZUREML_EDIT_SEED` their seed.
@Suite(.enabled(if: ReferencePython.azuremlCore.isAvailable))
struct EditReferenceTests {
    @Test func `random edits of random and real specifications give the same data as azureml-core`() async throws {
        let environment = ProcessInfo.processInfo.environment
        let count = environment["AZUREML_EDIT_SEQUENCES"].flatMap { Int($0) } ?? 4000
        let seed = environment["AZUREML_EDIT_SEED"].flatMap { UInt64($0) } ?? 1
        let realTexts = (Fixture.corpus ?? Fixture.specifications).map { String(decoding: $0.bytes, as: UTF8.self) }
            .filter(Self.readsTheSame)
        // All fixtures but those with two pip lists or an unusual Python entry; most of the 330 files of the corpus.
        #expect(realTexts.count >= (Fixture.corpus == nil ? 4 : 200))
        var generator = EditGenerator(seed: seed)
        let cases =
            (0..<count).map { _ in generator.editCase() }
            + realTexts.flatMap { text in (0..<4).map { _ in generator.editCase(of: text) } }
        let outcomes = try await ReferencePython.azuremlCore.answer(
            of: "conda_edits.py",
            to: JSONValue(cases.map(\.json))
        )
        #expect(outcomes.array?.count == cases.count)
        var compared = 0
        for (editCase, expected) in zip(cases, outcomes.array ?? []) where expected != .null {
            compared += 1
            let ours = editCase.outcome()
            #expect(
                ours.sortingMembers == expected.sortingMembers,
                """
                \(editCase.text.debugDescription)
                calls: \(editCase.calls)
                ours:   \(ours.sortingMembers)
                theirs: \(expected.sortingMembers)
                """
            )
        }
        print("compared \(compared) of \(cases.count) sequences of edits; \(realTexts.count) real texts")
        #expect(compared == cases.count)
    }

    /// Whether both sides read a text in the same way before any edit.
    ///
    /// The differences are listed in Documentation/DifferencesFromAzureMLCore.md: lists that are null or texts, entries
    /// that are not texts, several `pip:` lists, options with `=`, and Python as `conda-forge::python`, `python =3.8`,
    /// `python=3.8=h_0`, a range or a bare name.
    private static func readsTheSame(_ text: String) -> Bool {
        guard let dependencies = try? CondaDependencies(yaml: text), dependencies.diagnostics.isEmpty,
            (dependencies.document?.pipLists.count ?? 0) <= 1, dependencies.asDict()["dependencies"].array != nil
        else { return false }
        let items = dependencies.asDict()["dependencies"].array ?? []
        let areMappingsOfPip = items.compactMap(\.object).allSatisfy { $0.count == 1 && $0["pip"] != nil }
        let isPlain = { (python: String) in python.wholeMatch(of: /python==?[0-9]+\.[0-9]+(?:\.[0-9]+)?/) != nil }
        return areMappingsOfPip && !dependencies.pipOptions.contains { $0.contains("=") }
            && dependencies.condaPackages.filter { CondaMatchSpec.packageName(in: $0) == "python" }.allSatisfy(isPlain)
            && dependencies.condaPackages.count { CondaMatchSpec.packageName(in: $0) == "python" } <= 1
    }
}

/// A text and the calls that edit it, spelled as in Python.
struct EditCase {
    /// `nil` for the default specification.
    var text: String?
    var calls: [[JSONValue]]

    var json: JSONValue {
        var object = JSONObject()
        object["text"] = text.map { JSONValue($0) } ?? .null
        object["calls"] = JSONValue(calls.map { JSONValue($0) })
        return JSONValue(object)
    }

    /// Returns the outcome in the form of the reference script's answer for the same case.
    func outcome() -> JSONValue {
        var outcome = JSONObject()
        if let call = calls.first, call.first?.string == "merge_requirements" {
            let merged = CondaDependencies.mergeRequirements(call[1].array?.compactMap(\.string) ?? [])
            outcome["merged"] = JSONValue(merged.map { JSONValue($0) })
            return JSONValue(outcome)
        }
        guard var dependencies = text.map({ try? CondaDependencies(yaml: $0) }) ?? CondaDependencies() else {
            return JSONValue("this text is refused here")
        }
        let threw = calls.map { call in
            do {
                try Self.make(call, in: &dependencies)
                return false
            } catch {
                return true
            }
        }
        outcome["threw"] = JSONValue(threw.map { JSONValue(.bool($0)) })
        outcome["data"] = dependencies.asDict()
        outcome["channels"] = JSONValue(dependencies.condaChannels.map { JSONValue($0) })
        outcome["conda"] = JSONValue(dependencies.condaPackages.map { JSONValue($0) })
        outcome["pip"] = JSONValue(dependencies.pipPackages.map { JSONValue($0) })
        outcome["options"] = JSONValue(dependencies.pipOptions.map { JSONValue($0) })
        outcome["python"] = dependencies.getPythonVersion().map { JSONValue($0) } ?? .null
        return JSONValue(outcome)
    }

    private static func make(_ call: [JSONValue], in dependencies: inout CondaDependencies) throws {
        let text = call.count > 1 ? call[1].string ?? "" : ""
        let texts = call.dropFirst().map { $0.array?.compactMap(\.string) }
        switch call[0].string {
        case "add_channel": try dependencies.addChannel(text)
        case "remove_channel": try dependencies.removeChannel(text)
        case "add_conda_package": try dependencies.addCondaPackage(text)
        case "remove_conda_package": try dependencies.removeCondaPackage(text)
        case "add_pip_package": try dependencies.addPipPackage(text)
        case "remove_pip_package": try dependencies.removePipPackage(text)
        case "set_pip_option": try dependencies.setPipOption(text)
        case "remove_pip_option": try dependencies.removePipOption(text)
        case "set_python_version": try dependencies.setPythonVersion(text)
        case "set_pip_requirements": try dependencies.setPipRequirements(texts[0] ?? [])
        case "add_tensorflow_pip_package": try dependencies.addTensorFlowPipPackage(coreType: try coreType(text))
        case "add_tensorflow_conda_package": try dependencies.addTensorFlowCondaPackage(coreType: try coreType(text))
        case "add_cntk_package": try dependencies.addCNTKPackage(coreType: try coreType(text))
        case "create":
            dependencies = try CondaDependencies.create(
                pipPackages: texts[0],
                condaPackages: texts[1],
                pythonVersion: call[3].string ?? ""
            )
        default: Issue.record("an unknown call: \(call)")
        }
    }

    private static func coreType(_ text: String) throws -> CondaDependencies.CoreType {
        try #require(CondaDependencies.CoreType(rawValue: text))
    }
}

extension JSONValue {
    /// The same data with the members of all objects sorted, because neither side promises an order.
    fileprivate var sortingMembers: JSONValue {
        if let array { return JSONValue(array.map(\.sortingMembers)) }
        guard let object else { return self }
        var sorted = JSONObject()
        for (name, value) in object.sorted(by: { $0.name < $1.name }) { sorted[name] = value.sortingMembers }
        return JSONValue(sorted)
    }
}
