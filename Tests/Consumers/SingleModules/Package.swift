// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "SingleModules",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "AzureMLCore", path: "../../..")],
    targets: [
        .target(
            name: "SingleModules",
            dependencies: [
                .product(name: "CondaDependencies", package: "AzureMLCore"),
                .product(name: "Environment", package: "AzureMLCore"),
                .product(name: "ImageBuild", package: "AzureMLCore"),
                .product(name: "Workspace", package: "AzureMLCore"),
            ],
            swiftSettings: [
                .enableUpcomingFeature("MemberImportVisibility"),
                .treatAllWarnings(as: .error),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
