import AzureMLSupport
import Testing

@testable import CondaDependencies

/// Cases that the random comparison with azureml-core has found.
@Suite struct ReferenceFindingsTests {
    @Test func `merging requirements leaves the URL of a wheel whole`() {
        let wheel = "https://files.example.org/wheel_name-2.0-py3-none-any.whl"
        #expect(CondaDependencies.mergeRequirements([wheel, "numpy>=1", "numpy<2"]) == [wheel, "numpy>=1,<2"])
    }

    @Test func `setting no pip requirements leaves an empty pip list, also where there was none`() throws {
        var dependencies = try CondaDependencies(yaml: "dependencies:\n- python=3.8\n")
        try dependencies.setPipRequirements([])
        let data = try JSONValue(parsing: Array(#"{"dependencies": ["python=3.8", {"pip": []}]}"#.utf8))
        withKnownIssue("an empty pip list is data, and the name that Azure gives depends on it") {
            #expect(dependencies.asDict() == data)
        }
    }

    @Test func `removing a package by its name finds it behind a channel`() throws {
        var dependencies = try CondaDependencies(yaml: "dependencies:\n- conda-forge::pip=24.3.1\n- numpy\n")
        try dependencies.removeCondaPackage("pip")
        #expect(dependencies.serializeToString() == "dependencies:\n- numpy\n")
    }
}
