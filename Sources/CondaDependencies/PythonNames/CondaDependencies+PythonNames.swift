// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

public import AzureMLSupport

// A pasted Python line does not compile; the compiler names the Swift call and offers it as a fix-it.
extension CondaDependencies {
    @available(*, unavailable, renamed: "init(condaDependenciesFilePath:)")
    public init(conda_dependencies_file_path: String) { self = .empty }

    @available(*, unavailable, renamed: "init(condaDependenciesFilePath:)")
    public init(_ conda_dependencies_file_path: String) { self = .empty }

    @available(
        *,
        unavailable,
        message: """
            write: CondaDependencies.create(pipIndexURL: "…", pipPackages: ["…"], condaPackages: ["…"], \
            pythonVersion: "…", pinSDKVersion: false, pipOptions: ["…"]), with the labels in this order; each can be \
            left out
            """
    )
    public static var create: PythonCall<any CustomStringConvertible, CondaDependencies> {
        get throws { PythonCall(.empty) }
    }

    @available(*, unavailable, renamed: "mergeRequirements(_:)")
    public static func merge_requirements(_ requirements: [String]) -> [String] { requirements }

    @available(*, unavailable, renamed: "condaChannels")
    public var conda_channels: [String] { [] }

    @available(*, unavailable, renamed: "condaPackages")
    public var conda_packages: [String] { [] }

    @available(*, unavailable, renamed: "pipPackages")
    public var pip_packages: [String] { [] }

    @available(*, unavailable, renamed: "pipOptions")
    public var pip_options: [String] { [] }

    @available(*, unavailable, renamed: "getPythonVersion()")
    public func get_python_version() -> String? { nil }

    @available(*, unavailable, renamed: "setPythonVersion(_:)")
    public mutating func set_python_version(_ version: String) {}

    @available(*, unavailable, renamed: "addChannel(_:)")
    public mutating func add_channel(_ channel: String) {}

    @available(*, unavailable, renamed: "removeChannel(_:)")
    public mutating func remove_channel(_ channel: String) {}

    @available(*, unavailable, renamed: "addCondaPackage(_:)")
    public mutating func add_conda_package(_ conda_package: String) {}

    @available(*, unavailable, renamed: "removeCondaPackage(_:)")
    public mutating func remove_conda_package(_ conda_package: String) {}

    @available(*, unavailable, renamed: "addPipPackage(_:)")
    public mutating func add_pip_package(_ pip_package: String) {}

    @available(*, unavailable, renamed: "removePipPackage(_:)")
    public mutating func remove_pip_package(_ pip_package: String) {}

    @available(*, unavailable, renamed: "setPipOption(_:)")
    public mutating func set_pip_option(_ pip_option: String) {}

    @available(*, unavailable, renamed: "removePipOption(_:)")
    public mutating func remove_pip_option(_ pip_option: String) {}

    @available(*, unavailable, renamed: "setPipIndexURL(_:)")
    public mutating func set_pip_index_url(_ index_url: String) {}

    @available(*, unavailable, renamed: "setPipRequirements(_:)")
    public mutating func set_pip_requirements(_ pip_requirements: [String]) {}

    @available(*, unavailable, renamed: "getDefaultNumberOfPackages()")
    public func get_default_number_of_packages() -> (Int, Int) { (0, 0) }

    @available(*, unavailable, renamed: "getDefaultNumberOfPackages()")
    public static var DEFAULT_NUMBER_OF_CONDA_PACKAGES: Int { 0 }

    @available(*, unavailable, renamed: "getDefaultNumberOfPackages()")
    public static var DEFAULT_NUMBER_OF_PIP_PACKAGES: Int { 0 }

    @available(*, unavailable, renamed: "addTensorFlowPipPackage(coreType:version:)")
    public mutating func add_tensorflow_pip_package(core_type: String = "cpu", version: String? = nil) {}

    @available(*, unavailable, renamed: "addTensorFlowCondaPackage(coreType:version:)")
    public mutating func add_tensorflow_conda_package(core_type: String = "cpu", version: String? = nil) {}

    @available(*, unavailable, renamed: "addCNTKPackage(coreType:)")
    public mutating func add_cntk_package(core_type: String = "cpu") {}

    @available(*, unavailable, message: "this SDK names no host; use pip's default index")
    public static func sdk_origin_url() -> String { "" }

    @available(*, unavailable, renamed: "save(path:)")
    public func save(_ path: String) {}

    @available(*, unavailable, renamed: "saveToFile(baseDirectory:condaFilePath:)")
    public var save_to_file: PythonCall<Any, Void> {
        get throws { PythonCall(()) }
    }

    @available(*, unavailable, renamed: "serializeToString()")
    public func serialize_to_string() -> String { "" }

    @available(*, unavailable, renamed: "asDict()")
    public func as_dict() -> JSONValue { .null }
}
