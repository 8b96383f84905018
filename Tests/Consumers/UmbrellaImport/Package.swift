// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "UmbrellaImport",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "AzureMLCore", path: "../../..")],
    targets: [
        .target(
            name: "UmbrellaImport",
            dependencies: [
                .product(name: "AzureMLCore", package: "AzureMLCore")
            ],
            swiftSettings: [
                .enableUpcomingFeature("MemberImportVisibility"),
                .treatAllWarnings(as: .error),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
