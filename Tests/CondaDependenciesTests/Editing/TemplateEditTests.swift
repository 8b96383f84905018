import Testing

@testable import CondaDependencies

@Suite struct TemplateEditTests {
    @Test func `entries appended to azureml-core's template have no blank lines between them`() throws {
        var dependencies = CondaDependencies()
        try dependencies.addCondaPackage("pip=20.2.4")
        try dependencies.addCondaPackage("cudatoolkit=11")
        try dependencies.addPipPackage("numpy")
        try dependencies.addChannel("pytorch")
        let expected = """
            - python=3.8.13

            - pip:
                # Required packages for AzureML execution, history, and data preparation.
              - azureml-defaults
              - numpy
            - pip=20.2.4
            - cudatoolkit=11

            channels:
            - anaconda
            - conda-forge
            - pytorch

            """
        #expect(dependencies.serializeToString().hasSuffix(expected), "\(dependencies.serializeToString())")
    }
}
