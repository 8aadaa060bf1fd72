// swift-tools-version: 6.2
import PackageDescription

/// Settings every Swift target shares: explicit imports, and unsafe code marked where it stands.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .strictMemorySafety(),
]

let package = Package(
    name: "Empreinte",
    products: [
        .library(name: "Empreinte", targets: ["Empreinte"]),
        // For programs that run rooms themselves, event by event.
        .library(name: "EmpreinteWorkshop", targets: ["EmpreinteWorkshop"]),
        .executable(name: "empreinte", targets: ["EmpreinteCLI"]),
        // For every other language; the header stands in Sources/CEmpreinte.
        .library(name: "EmpreinteC", type: .dynamic, targets: ["EmpreinteC"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
    ],
    targets: [
        // Floor 0: leaves.
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        // The header of the C interface, written by hand.
        .systemLibrary(name: "CEmpreinte"),
        // What Swift lacks: asking for memory ahead of its use, and telling how wide vectors are.
        .systemLibrary(name: "CProcessor"),
        // Source files, ranges, diagnostics with hints, YAML and JSON to located trees, JSON writer.
        .target(name: "EmpreinteText", dependencies: ["CLibYAML"], swiftSettings: house),
        // Dimensions, units, quantities, conversion.
        .target(name: "EmpreinteUnits", swiftSettings: house),
        // Expression graph, operation table, passes, scalar interpreter, dump.
        .target(name: "EmpreinteGraph", swiftSettings: house),

        // Floor 1: the typed model every front-end produces, its checks, and its lowering to the graph.
        .target(
            name: "EmpreinteModel", dependencies: ["EmpreinteText", "EmpreinteUnits", "EmpreinteGraph"],
            swiftSettings: house),

        // Floor 1: bindings, staging, plan, blocks, kernels, threads, sinks.
        .target(name: "EmpreinteEngine", dependencies: ["EmpreinteGraph", "CProcessor"], swiftSettings: house),

        // Floor 2: native YAML front-end: packs, overlays, factors, questions, formulas.
        .target(
            name: "EmpreintePacks",
            dependencies: ["EmpreinteModel", "EmpreinteText", "EmpreinteUnits", "EmpreinteGraph"],
            swiftSettings: house),

        // Floor 2: second front-end: Publicodes models, their regional overlays and situations.
        .target(
            name: "EmpreintePublicodes",
            dependencies: ["EmpreinteModel", "EmpreinteText", "EmpreinteUnits", "EmpreinteGraph"],
            swiftSettings: house),

        // Floor 3: registry, plugins, analyses, reports.
        .target(
            name: "EmpreinteAnalysis",
            dependencies: ["EmpreinteEngine", "EmpreinteModel", "EmpreinteText", "EmpreinteUnits", "EmpreinteGraph"],
            swiftSettings: house),

        // Floor 4, plugin: proposals, ballots, consensus, rankings.
        .target(
            name: "EmpreinteDeliberation",
            dependencies: [
                "EmpreinteAnalysis", "EmpreinteEngine", "EmpreinteModel", "EmpreinteText", "EmpreinteUnits",
            ], swiftSettings: house),

        // Floor 4: inventories and targets of territories, coalitions, initiatives seen elsewhere.
        .target(
            name: "EmpreinteTerritory",
            dependencies: ["EmpreinteAnalysis", "EmpreinteModel", "EmpreinteText", "EmpreinteUnits"],
            swiftSettings: house),

        // Floor 4: workshop rooms, programmes of them, commitments and what becomes of them.
        .target(
            name: "EmpreinteWorkshop",
            dependencies: ["EmpreinteAnalysis", "EmpreinteModel", "EmpreinteText", "EmpreinteUnits", "EmpreinteGraph"],
            swiftSettings: house),

        // Floor 4: participation funds, aids, advances repaid by savings, revolving funds, public purchasing.
        .target(
            name: "EmpreinteFunding",
            dependencies: ["EmpreinteAnalysis", "EmpreinteModel", "EmpreinteText", "EmpreinteUnits", "EmpreinteGraph"],
            swiftSettings: house),

        // Floor 5: the facade people import: re-exports, built-in plugins, files on disk.
        .target(
            name: "Empreinte",
            dependencies: [
                "EmpreinteDeliberation", "EmpreinteTerritory", "EmpreinteFunding", "EmpreinteWorkshop", "CEmpreinte",
                "EmpreinteAnalysis", "EmpreintePublicodes", "EmpreintePacks", "EmpreinteModel", "EmpreinteGraph",
                "EmpreinteUnits", "EmpreinteText",
            ], exclude: ["document.sh"], swiftSettings: house),

        // Floor 6: the command line.
        .executableTarget(
            name: "EmpreinteCLI",
            dependencies: [
                "Empreinte", "EmpreinteWorkshop", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),

        // Floor 6: the bodies of the C interface.
        .target(
            name: "EmpreinteC",
            dependencies: [
                "CEmpreinte", "Empreinte", "EmpreinteAnalysis", "EmpreinteEngine", "EmpreinteModel", "EmpreinteGraph",
                "EmpreinteText",
            ],
            exclude: ["exports.map", "install.sh"], swiftSettings: house),

        // What tests share: a generator with a fixed seed, random graphs.
        .target(name: "TestSupport", dependencies: ["EmpreinteGraph"], path: "Tests/Support", swiftSettings: house),

        .testTarget(name: "EmpreinteTextTests", dependencies: ["TestSupport", "EmpreinteText"], swiftSettings: house),
        .testTarget(
            name: "EmpreinteUnitsTests", dependencies: ["TestSupport", "EmpreinteUnits"], swiftSettings: house),
        .testTarget(
            name: "EmpreinteGraphTests", dependencies: ["TestSupport", "EmpreinteGraph"], swiftSettings: house),
        .testTarget(
            name: "EmpreinteEngineTests", dependencies: ["TestSupport", "EmpreinteEngine", "EmpreinteGraph"],
            swiftSettings: house),
        .testTarget(
            name: "EmpreinteModelTests",
            dependencies: ["TestSupport", "EmpreinteModel", "EmpreinteText", "EmpreinteUnits", "EmpreinteGraph"],
            swiftSettings: house),
        .testTarget(
            name: "EmpreintePacksTests",
            dependencies: [
                "TestSupport", "EmpreintePacks", "EmpreinteModel", "EmpreinteText", "EmpreinteUnits", "EmpreinteGraph",
            ],
            exclude: ["Broken", "Examples"], swiftSettings: house),
        .testTarget(
            name: "EmpreintePublicodesTests",
            dependencies: [
                "TestSupport", "EmpreintePublicodes", "EmpreinteEngine", "EmpreinteModel", "EmpreinteText",
                "EmpreinteUnits", "EmpreinteGraph",
            ],
            exclude: ["Examples"], swiftSettings: house),
        .testTarget(
            name: "EmpreinteAnalysisTests",
            dependencies: [
                "TestSupport", "EmpreinteAnalysis", "EmpreintePacks", "EmpreinteModel", "EmpreinteGraph",
                "EmpreinteUnits", "EmpreinteText",
            ], swiftSettings: house),
        .testTarget(
            name: "EmpreinteDeliberationTests",
            dependencies: ["TestSupport", "Empreinte", "EmpreinteDeliberation", "EmpreinteText"],
            exclude: ["Examples", "Reference"], swiftSettings: house),
        .testTarget(
            name: "EmpreinteFundingTests",
            dependencies: [
                "TestSupport", "Empreinte", "EmpreinteFunding", "EmpreinteAnalysis", "EmpreinteModel", "EmpreinteText",
            ], exclude: ["Examples"], swiftSettings: house),
        .testTarget(
            name: "EmpreinteTerritoryTests",
            dependencies: [
                "TestSupport", "Empreinte", "EmpreinteTerritory", "EmpreinteAnalysis", "EmpreinteModel",
                "EmpreinteText",
            ], exclude: ["Examples"], swiftSettings: house),
        .testTarget(
            name: "EmpreinteWorkshopTests",
            dependencies: [
                "TestSupport", "Empreinte", "EmpreinteWorkshop", "EmpreinteAnalysis", "EmpreinteModel", "EmpreinteText",
            ], swiftSettings: house),
        .testTarget(name: "EmpreinteTests", dependencies: ["TestSupport", "Empreinte"], swiftSettings: house),
        // The C interface, called from Swift and by programs in other languages.
        .testTarget(name: "EmpreinteCTests", dependencies: ["TestSupport", "CEmpreinte", "EmpreinteC"]),
        // The doors: the built command, and the README read as a user would.
        .testTarget(
            name: "EmpreinteCLITests",
            dependencies: ["Empreinte", "EmpreinteCLI", "EmpreinteEngine", "EmpreinteGraph"]),
    ],
    swiftLanguageModes: [.v6]
)
