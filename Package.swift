// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "AzureMLCore",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "AzureMLCore", targets: ["AzureMLCore"]),
        .library(name: "Workspace", targets: ["Workspace"]),
        .library(name: "Environment", targets: ["Environment"]),
        .library(name: "CondaDependencies", targets: ["CondaDependencies"]),
        .library(name: "ImageBuild", targets: ["ImageBuild"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        // Without its traits, it does not depend on Foundation.
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
        ),
        // On Apple systems, CryptoKit takes its place.
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        .target(
            name: "AzureMLSupport",
            dependencies: [.product(name: "OrderedCollections", package: "swift-collections")]
        ),
        .target(
            name: "AzureMLSystem",
            dependencies: [
                "AzureMLSupport",
                .target(name: "CNettle", condition: .when(platforms: [.linux])),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(
                    name: "SystemPackage",
                    package: "swift-system",
                    condition: .when(platforms: [.linux])
                ),
            ]
        ),
        .target(name: "DockerSyntax", dependencies: ["AzureMLSupport"]),
        .target(name: "LosslessYAML", dependencies: ["CLibYAML", "AzureMLSupport"]),
        .target(name: "CondaDependencies", dependencies: ["LosslessYAML", "AzureMLSystem", "AzureMLSupport"]),
        .target(name: "Workspace", dependencies: ["DockerSyntax", "AzureMLSystem", "AzureMLSupport"]),
        .target(
            name: "Environment",
            dependencies: ["CondaDependencies", "Workspace", "DockerSyntax", "AzureMLSystem", "AzureMLSupport"]
        ),
        .target(
            name: "ImageBuild",
            dependencies: [
                "Environment", "CondaDependencies", "Workspace", "DockerSyntax", "AzureMLSystem", "AzureMLSupport",
            ]
        ),
        .target(
            name: "AzureMLCore",
            dependencies: ["CondaDependencies", "Workspace", "Environment", "ImageBuild", "AzureMLSupport"]
        ),

        .executableTarget(
            name: "ContainersGuide",
            dependencies: ["AzureMLCore"],
            path: "Samples/ContainersGuide",
            exclude: ["env.yml", "README.md"]
        ),
        .executableTarget(
            name: "ContainersGuideJa",
            dependencies: ["AzureMLCore"],
            path: "Samples/ContainersGuideJa",
            exclude: ["env.yml", "README.md"]
        ),

        // Helpers for several test targets.
        .target(name: "TestSupport", dependencies: ["AzureMLSystem", "AzureMLSupport"], path: "Tests/TestSupport"),
        .testTarget(
            name: "AzureMLSupportTests",
            dependencies: ["TestSupport", "AzureMLSystem", "AzureMLSupport"],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "AzureMLSystemTests",
            dependencies: ["TestSupport", "AzureMLSystem", "AzureMLSupport"]
        ),
        .testTarget(
            name: "LosslessYAMLTests",
            dependencies: ["HostileInput", "TestSupport", "LosslessYAML", "AzureMLSupport"]
        ),
        .testTarget(
            name: "CondaDependenciesTests",
            dependencies: [
                "HostileInput", "TestSupport", "CondaDependencies", "LosslessYAML", "AzureMLSystem", "AzureMLSupport",
            ],
            exclude: ["Fixtures"]
        ),
        // A program that tests run in several processes at once and kill at any moment.
        .executableTarget(
            name: "StoreWriter",
            dependencies: ["TestSupport", "Workspace", "AzureMLSystem", "AzureMLSupport"],
            path: "Tests/StoreWriter"
        ),
        .testTarget(
            name: "WorkspaceTests",
            dependencies: ["StoreWriter", "TestSupport", "Workspace", "AzureMLSystem", "AzureMLSupport"]
        ),
        .testTarget(
            name: "DockerSyntaxTests",
            dependencies: ["HostileInput", "TestSupport", "DockerSyntax", "AzureMLSupport"]
        ),
        .testTarget(
            name: "EnvironmentTests",
            dependencies: [
                "HostileInput", "TestSupport", "Environment", "CondaDependencies", "Workspace", "DockerSyntax",
                "AzureMLSystem", "AzureMLSupport",
            ],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "ImageBuildTests",
            dependencies: [
                "LinkedProgram", "TestSupport", "ImageBuild", "Environment", "CondaDependencies", "Workspace",
                "DockerSyntax",
                "AzureMLSystem",
                "AzureMLSupport",
            ],
            exclude: ["Fixtures"]
        ),
        // A program that StormTests runs in several processes at once and kills at any moment.
        .executableTarget(
            name: "StormWriter",
            dependencies: [
                "TestSupport", "ImageBuild", "Environment", "CondaDependencies", "Workspace", "AzureMLSystem",
                "AzureMLSupport",
            ],
            path: "Tests/StormWriter"
        ),
        .testTarget(
            name: "StormTests",
            dependencies: [
                "StormWriter", "TestSupport", "ImageBuild", "Environment", "CondaDependencies", "Workspace",
                "AzureMLSystem", "AzureMLSupport",
            ]
        ),
        // Builds images with the container engines of this machine, but only with the variables of Scripts/test-engines.
        .testTarget(
            name: "EngineTests",
            dependencies: [
                "TestSupport", "ImageBuild", "Environment", "CondaDependencies", "Workspace", "DockerSyntax",
                "AzureMLSystem", "AzureMLSupport",
            ],
            exclude: ["BaseImage"]
        ),
        // Scripts of azureml-core in Swift, compared with the Python ones by Scripts/test-reference.
        .testTarget(
            name: "PortedScriptsTests",
            dependencies: ["TestSupport", "AzureMLCore", "AzureMLSystem", "AzureMLSupport"],
            exclude: ["Files"]
        ),
        .executableTarget(name: "LinkedProgram", dependencies: ["AzureMLCore"], path: "Tests/LinkedProgram"),
        .testTarget(name: "ArchitectureTests", dependencies: ["ImageBuild", "AzureMLSupport"]),
        .testTarget(name: "PythonNamesTests", dependencies: ["AzureMLSupport"], exclude: ["Fixtures"]),

        // Properties that hold for every input; checked by the tests below and by the fuzzer.
        .target(
            name: "HostileInput",
            dependencies: ["TestSupport", "CondaDependencies", "LosslessYAML", "AzureMLSystem", "AzureMLSupport"],
            path: "Tests/HostileInput"
        ),
        // Measures the time and the memory of random texts; Scripts/test-bounds runs it.
        .executableTarget(
            name: "ResourceBounds",
            dependencies: [
                "TestSupport", "AzureMLCore", "CondaDependencies", "ImageBuild", "AzureMLSupport",
            ],
            path: "Tests/ResourceBounds"
        ),
        .testTarget(
            name: "HostileInputTests",
            dependencies: [
                "HostileInput", "TestSupport", "CondaDependencies", "LosslessYAML", "AzureMLSystem", "AzureMLSupport",
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

// Scripts/run sets the variable, and links scripts against this library, so that each run compiles only the script.
if Context.environment["AZUREML_SCRIPT_LIBRARY"] != nil {
    package.products.append(.library(name: "AzureMLCoreDynamic", type: .dynamic, targets: ["AzureMLCore"]))
}

// The target links only with libFuzzer; Scripts/fuzz sets the variable.
if Context.environment["AZUREML_FUZZING"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzzing",
            dependencies: ["HostileInput"],
            path: "Tests/Fuzzing",
            exclude: ["yaml.dict"]
        )
    )
}

for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + settings
}
