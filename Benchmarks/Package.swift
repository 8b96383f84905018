// swift-tools-version: 6.2

import PackageDescription

// A separate package, so that packages that depend on the SDK never resolve the dependencies of the benchmarks.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "AzureMLCore", path: ".."),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .target(name: "Measuring"),
        .executableTarget(
            name: "Benchmark",
            dependencies: [
                "Measuring", .product(name: "CondaDependencies", package: "AzureMLCore"),
                .product(name: "Environment", package: "AzureMLCore"),
                .product(name: "ImageBuild", package: "AzureMLCore"),
                .product(name: "Workspace", package: "AzureMLCore"),
            ]
        ),
        .executableTarget(
            name: "Script",
            dependencies: [.product(name: "AzureMLCore", package: "AzureMLCore")]
        ),
        .executableTarget(name: "YamsBenchmark", dependencies: ["Measuring", .product(name: "Yams", package: "Yams")]),
    ],
    swiftLanguageModes: [.v6]
)
