import Testing

@testable import CondaDependencies

@Suite struct CreatingTests {
    @Test func `create returns a specification with the requested entries`() throws {
        let dependencies = try CondaDependencies.create(
            pipIndexURL: "https://example.org/simple",
            pipPackages: ["azureml-core", "numpy", "azureml-sdk==1.0"],
            condaPackages: ["scipy"],
            pythonVersion: "3.9",
            pinSDKVersion: true
        )
        #expect(dependencies.condaPackages == ["python=3.9", "scipy"])
        #expect(dependencies.pipPackages == ["azureml-core~=1.61.0", "numpy", "azureml-sdk==1.0"])
        #expect(dependencies.pipOptions == ["--index-url https://example.org/simple"])
        #expect(try CondaDependencies.create().pipPackages == ["azureml-defaults"])
        #expect(CondaDependencies.mergeRequirements(["a>=1", "b", "a<2"]) == ["a>=1,<2", "b"])
        let marked = [
            "Foo_Bar >=1", "c ; python_version<'3'", "foo-bar<2", "c>1", "c", "d[x]", "d==1", "git+https://h/e#egg=a",
        ]
        #expect(
            CondaDependencies.mergeRequirements(marked)
                == ["Foo_Bar >=1,<2", "c ; python_version<'3'", "c>1", "d[x]", "d==1", "git+https://h/e#egg=a"]
        )
    }

    @Test func `a framework replaces its package for the other kind of processor, and no other package`() throws {
        var dependencies = try CondaDependencies(
            yaml: "dependencies: [tensorflow-gpu=1.0, tensorflow-hub, {pip: [tensorflow, cntk-gpu==1]}]\n"
        )
        try dependencies.addTensorFlowCondaPackage()
        try dependencies.addTensorFlowPipPackage(coreType: .gpu, version: "2.4")
        try dependencies.addCNTKPackage()
        #expect(dependencies.condaPackages == ["tensorflow-hub", "tensorflow=2.2.0"])
        #expect(dependencies.pipPackages == ["tensorflow-gpu==2.4", "cntk==2.7"])
        #expect(dependencies.getDefaultNumberOfPackages() == (1, 1))
    }

    @Test func `pip options come before the packages, as azureml-core writes its own`() throws {
        let dependencies = try CondaDependencies.create(
            pipIndexURL: "https://example.org/simple",
            pipPackages: ["numpy", "scipy"],
            condaPackages: ["pip=20.2.4"],
            pipOptions: ["--find-links https://example.org/links", "--extra-index-url https://example.org/extra"]
        )
        #expect(
            dependencies.asDict()["dependencies"].array?.compactMap { $0["pip"].array?.compactMap(\.string) }.first == [
                "--find-links https://example.org/links", "--extra-index-url https://example.org/extra", "numpy",
                "scipy", "--index-url https://example.org/simple",
            ]
        )
        #expect(dependencies.condaPackages == ["python=3.10.18", "pip=20.2.4"])
        #expect(throws: CondaDependenciesError.self) { try CondaDependencies.create(pipOptions: ["numpy"]) }
    }
}
