// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

extension DatabricksSection {
    @available(*, unavailable, renamed: "mavenLibraries")
    public var maven_libraries: [MavenLibrary] {
        get { mavenLibraries }
        set { mavenLibraries = newValue }
    }

    @available(*, unavailable, renamed: "pypiLibraries")
    public var pypi_libraries: [PyPiLibrary] {
        get { pypiLibraries }
        set { pypiLibraries = newValue }
    }

    @available(*, unavailable, renamed: "rcranLibraries")
    public var rcran_libraries: [RCranLibrary] {
        get { rcranLibraries }
        set { rcranLibraries = newValue }
    }

    @available(*, unavailable, renamed: "jarLibraries")
    public var jar_libraries: [JarLibrary] {
        get { jarLibraries }
        set { jarLibraries = newValue }
    }

    @available(*, unavailable, renamed: "eggLibraries")
    public var egg_libraries: [EggLibrary] {
        get { eggLibraries }
        set { eggLibraries = newValue }
    }
}
