import AzureMLSupport
import Testing

@testable import Environment

@Suite struct EnvironmentVariablesTests {
    @Test func `a dictionary gives variables sorted by name, and merging keeps positions`() {
        let dictionary = ["B": "2", "A": "1"]
        var variables = EnvironmentVariables(dictionary)
        #expect(variables.names == ["A", "B"])
        variables.merge(["D": "4", "A": "one", "C": "3"])
        #expect(variables.map { "\($0.name)=\($0.value)" } == ["A=one", "B=2", "C=3", "D=4"])
        #expect(EnvironmentVariables(["Z": "1", "A": "2"]).names == ["A", "Z"])
        #expect((["Z": "1", "A": "2"] as EnvironmentVariables).names == ["Z", "A"])
    }
}
