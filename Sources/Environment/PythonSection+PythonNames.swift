// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

public import CondaDependencies

extension PythonSection {
    @available(*, unavailable, renamed: "userManagedDependencies")
    public var user_managed_dependencies: Bool {
        get { userManagedDependencies }
        set { userManagedDependencies = newValue }
    }

    @available(*, unavailable, renamed: "interpreterPath")
    public var interpreter_path: String {
        get { interpreterPath }
        set { interpreterPath = newValue }
    }

    @available(*, unavailable, renamed: "condaDependenciesFile")
    public var conda_dependencies_file: String? {
        get { condaDependenciesFile }
        set { condaDependenciesFile = newValue }
    }

    @available(*, unavailable, renamed: "condaDependencies")
    public var conda_dependencies: CondaDependencies {
        get { condaDependencies }
        set { condaDependencies = newValue }
    }
}
