// swift-tools-version: 6.2
import PackageDescription

/// Settings every Swift target shares, as in the package measured.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .strictMemorySafety(),
]

/// A package of its own, so that who uses Empreinte never resolves what measures it.
let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "Empreinte", path: "..")],
    targets: [
        // Loading a pack of 1 500 formulas against libyaml's bare parse of the same bytes.
        .executableTarget(
            name: "load",
            dependencies: [.product(name: "Empreinte", package: "Empreinte")],
            swiftSettings: house),

        // Times, medians, tables and random numbers.
        .target(name: "Measures", swiftSettings: house),
        // People who answer a pack's questions.
        .target(
            name: "Respondents",
            dependencies: ["Measures", .product(name: "Empreinte", package: "Empreinte")],
            swiftSettings: house),
        // The synthetic formulas as one loop in C, made by `rivals --print-generated`.
        .target(name: "CRivals", cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off"])]),
        // Evaluating the same formulas on the same people: the engine, C, numpy, OpenFisca, the interpreter.
        .executableTarget(
            name: "rivals",
            dependencies: ["Measures", "Respondents", "CRivals", .product(name: "Empreinte", package: "Empreinte")],
            swiftSettings: house),
        // People from CSV to CSV, stage by stage, and one person answering.
        .executableTarget(
            name: "population",
            dependencies: ["Measures", "Respondents", .product(name: "Empreinte", package: "Empreinte")],
            swiftSettings: house),
        // A room of fifteen people, pick by pick.
        .executableTarget(
            name: "room",
            dependencies: [
                "Measures", "Respondents", .product(name: "Empreinte", package: "Empreinte"),
                .product(name: "EmpreinteWorkshop", package: "Empreinte"),
            ],
            swiftSettings: house),
        // Two hundred sessions taken together.
        .executableTarget(
            name: "programme",
            dependencies: [
                "Measures", "Respondents", .product(name: "Empreinte", package: "Empreinte"),
                .product(name: "EmpreinteWorkshop", package: "Empreinte"),
            ],
            swiftSettings: house),
        // An assembly's ballots and proposals by every method, and a fund that lends its money again.
        .executableTarget(
            name: "deciding",
            dependencies: ["Measures", .product(name: "Empreinte", package: "Empreinte")],
            swiftSettings: house),
        // A client of the shared library in C, opened by path.
        .target(
            name: "CDoor",
            cSettings: [.unsafeFlags(["-I\(Context.packageDirectory)/../Sources/CEmpreinte"])]),
        // The C library beside the Swift API on the same people.
        .executableTarget(
            name: "door",
            dependencies: ["CDoor", "Measures", "Respondents", .product(name: "Empreinte", package: "Empreinte")],
            swiftSettings: house + [.unsafeFlags(["-Xcc", "-I\(Context.packageDirectory)/../Sources/CEmpreinte"])]),
        // A Publicodes model given by path: reading, compiling, one person, and people by the million.
        .executableTarget(
            name: "publicodes",
            dependencies: ["Measures", .product(name: "Empreinte", package: "Empreinte")],
            swiftSettings: house),
        // People over 26 years under a plan of actions, in one run and a year at a time.
        .executableTarget(
            name: "trajectory",
            dependencies: ["Measures", "Respondents", .product(name: "Empreinte", package: "Empreinte")],
            swiftSettings: house),
        // The gains of actions by every method for a room of people.
        .executableTarget(
            name: "gains",
            dependencies: ["Measures", "Respondents", .product(name: "Empreinte", package: "Empreinte")],
            swiftSettings: house),
    ],
    swiftLanguageModes: [.v6]
)
