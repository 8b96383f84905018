import AzureMLSupport
import Testing

@testable import CondaDependencies

/// Specifications in JSON, or with quotes around their keys, keep that style in the text that edits add.
@Suite struct JSONStyleTests {
    typealias Edit = @Sendable (inout CondaDependencies) throws -> Void
    private static let name = "azureml_0123456789abcdef0123456789abcdef"

    static let edits: [(given: String, edit: Edit, then: String)] = [
        (
            #"{"dependencies": ["python=3.8", {"pip": ["a"]}]}"#, { try $0.addCondaPackage("numpy") },
            #"{"dependencies": ["python=3.8", {"pip": ["a"]}, "numpy"]}"#
        ),
        (
            #"{"dependencies": ["python=3.8", {"pip": ["a"]}]}"#, { try $0.addPipPackage("b") },
            #"{"dependencies": ["python=3.8", {"pip": ["a", "b"]}]}"#
        ),
        (
            #"{"dependencies": ["python=3.8"]}"#, { try $0.addPipPackage("b") },
            #"{"dependencies": ["python=3.8", {"pip": ["b"]}]}"#
        ),
        (
            #"{"dependencies": ["python=3.8"]}"#, { try $0.addChannel("x") },
            #"{"dependencies": ["python=3.8"], "channels": ["x"]}"#
        ),
        (#"{"dependencies": []}"#, { try $0.addCondaPackage("numpy") }, #"{"dependencies": ["numpy"]}"#),
        (
            #"{"dependencies": ["python=3.8"]}"#, { try $0.setPythonVersion("3.9") },
            #"{"dependencies": ["python=3.9"]}"#
        ),
        ("{dependencies: [python=3.8]}", { try $0.addChannel("x") }, "{dependencies: [python=3.8], channels: [x]}"),
        (
            "{'dependencies': ['python=3.8']}", { try $0.addChannel("x") },
            "{'dependencies': ['python=3.8'], 'channels': ['x']}"
        ),
    ]

    @Test(arguments: edits.indices)
    func `an edit writes quotes as its neighbours have them`(index: Int) throws {
        let (given, edit, then) = Self.edits[index]
        var dependencies = try CondaDependencies(yaml: given)
        try edit(&dependencies)
        #expect(dependencies.serializeToString() == then)
    }

    @Test func `mutating JSON gives JSON`() throws {
        let mutated = try CondaDependencies(yaml: #"{"dependencies": ["python=3.8"], "channels": ["x"]}"#).mutated()
        let text = mutated.serializeToString()
        #expect(try JSONValue(parsing: Array(text.utf8))["name"].string?.hasPrefix("azureml_") == true, "\(text)")
        #expect(text.hasPrefix(#"{"channels": ["x"], "dependencies": ["python=3.8"], "name": "azureml_"#))
    }
}
