import Testing

@testable import CondaDependencies

@Suite struct AliasTests {
    @Test func `reading resolves aliases`() throws {
        let dependencies = try CondaDependencies(
            yaml: "channels: &c [a, b]\nvariables: {x: &p python=3.8}\ndependencies: [*p, n]\n"
        )
        #expect(dependencies.condaChannels == ["a", "b"])
        #expect(dependencies.condaPackages == ["python=3.8", "n"])
        #expect(dependencies.getPythonVersion() == "3.8")
    }

    @Test func `an edit of an alias does not change the anchored value`() throws {
        var dependencies = try CondaDependencies(yaml: "variables: {x: &p python=3.8}\ndependencies: [*p, n]\n")
        try dependencies.setPythonVersion("3.9")
        #expect(dependencies.serializeToString() == "variables: {x: &p python=3.8}\ndependencies: [python=3.9, n]\n")
    }
}
