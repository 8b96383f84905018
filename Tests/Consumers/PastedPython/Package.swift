// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "PastedPython",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "AzureMLCore", path: "../../..")],
    targets: [
        .target(
            name: "PastedPython",
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
