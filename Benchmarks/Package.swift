// swift-tools-version: 6.2
import PackageDescription

/// A package of its own, so that who uses Empreinte never resolves what measures it.
let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "Empreinte", path: "..")],
    targets: [
        // Loading a pack of 1 500 formulas against libyaml's bare parse of the same bytes.
        .executableTarget(
            name: "load",
            dependencies: [.product(name: "Empreinte", package: "Empreinte")],
            swiftSettings: [
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("ExistentialAny"),
                .strictMemorySafety(),
            ])
    ],
    swiftLanguageModes: [.v6]
)
