// swift-tools-version: 6.2

import PackageDescription

// A package of its own, so that whoever depends on the SDK never resolves what only the comparison needs.
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
                .product(name: "Workspace", package: "AzureMLCore"),
            ]
        ),
        .executableTarget(name: "YamsBenchmark", dependencies: ["Measuring", .product(name: "Yams", package: "Yams")]),
    ],
    swiftLanguageModes: [.v6]
)
