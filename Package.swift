// swift-tools-version: 6.2
import PackageDescription

// `KAWAL_CORE=1` leaves out the shell and its dependencies: `make test-core`, the inner loop of pure code.
let isCoreOnly = Context.environment["KAWAL_CORE"] != nil

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let structuredFields = Target.Dependency.product(
    name: "RawStructuredFieldValues",
    package: "swift-http-structured-headers"
)
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

func core(
    _ name: String,
    _ dependencies: [Target.Dependency] = ["Vocabulary"],
    tests: [Target.Dependency] = [],
    resources: [Resource] = [],
    golden: [String] = []
) -> [Target] {
    [
        .target(
            name: name,
            dependencies: dependencies,
            path: "Sources/Core/\(name)",
            resources: resources,
            swiftSettings: strict
        ),
        .testTarget(
            name: "\(name)Tests",
            dependencies: [.byName(name: name)] + dependencies + tests,
            path: "Tests/\(name)Tests",
            exclude: golden,
            swiftSettings: strict
        ),
    ]
}

func shell(_ name: String, _ dependencies: [Target.Dependency], tests: [Target.Dependency] = []) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, path: "Sources/Shell/\(name)", swiftSettings: strict),
        .testTarget(
            name: "\(name)Tests",
            dependencies: [.byName(name: name)] + dependencies + tests,
            path: "Tests/\(name)Tests",
            swiftSettings: strict
        ),
    ]
}

let coreTargets =
    core("Vocabulary", []) + core("Intake")
    + core(
        "Linking",
        tests: ["Intake"],
        golden: ["Labelled/README.md", "Labelled/byhand.csv", "Labelled/pairs.csv"]
    )
    + core("Screening", tests: ["Intake", "Linking"]) + core("Casework", tests: ["Intake"])
    + core("Ledger", [crypto])
    + core("Exchange", ["Vocabulary", crypto, structuredFields])
    + core("Synthetic") + core("Pages", resources: [.embedInCode("Assets")], golden: ["Golden"])

let shellTargets: [Target] =
    shell(
        "Operations",
        ["Vocabulary", "Casework", "Exchange", "Intake", "Linking", "Screening", crypto, cryptoExtras],
        tests: ["SiteStore", "Ledger", "Synthetic"]
    )
    + shell(
        "SiteStore",
        [
            "Vocabulary", "Exchange", "Ledger", "Operations", crypto,
            .product(name: "GRDB", package: "GRDB.swift"),
        ],
        tests: ["ClusterLedger", "PostgresFixture"]
    )
    + shell("ClusterLedger", ["Operations", "CPostgres"], tests: ["PostgresFixture"])
    + shell(
        "Partner",
        [
            "Vocabulary", "Exchange", "Ledger", "Operations", crypto, cryptoExtras, hummingbird, logging,
            .product(name: "AsyncHTTPClient", package: "async-http-client"),
            .product(name: "HummingbirdTLS", package: "hummingbird"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOSSL", package: "swift-nio-ssl"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "X509", package: "swift-certificates"),
        ],
        tests: ["SiteStore", "Synthetic", "Intake", .product(name: "NIOPosix", package: "swift-nio")]
    )
    + shell(
        "Connectors",
        [
            "Vocabulary", "Intake", "Operations", crypto, hummingbird, logging,
            .product(name: "AsyncHTTPClient", package: "async-http-client"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOFoundationCompat", package: "swift-nio"),
            .product(name: "NIOSSL", package: "swift-nio-ssl"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
        ],
        tests: ["SiteStore", .product(name: "HummingbirdTesting", package: "hummingbird")]
    )
    + shell(
        "Server",
        [
            "Vocabulary", "Casework", "Operations", "Pages", "CQREncode", hummingbird, logging,
            .product(name: "HummingbirdTLS", package: "hummingbird"),
            .product(name: "Metrics", package: "swift-metrics"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOSSL", package: "swift-nio-ssl"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ],
        tests: [
            "SiteStore", "Synthetic", "Intake", "Exchange",
            .product(name: "HummingbirdTesting", package: "hummingbird"),
        ]
    ) + [
        .systemLibrary(
            name: "CPostgres",
            path: "Sources/Shell/CPostgres",
            pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"])]
        ),
        .systemLibrary(
            name: "CQREncode",
            path: "Sources/Shell/CQREncode",
            pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"])]
        ),
        // A throw-away server for the tests of whatever speaks to one.
        .target(
            name: "PostgresFixture",
            dependencies: ["CPostgres"],
            path: "Tests/PostgresFixture",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "kawal",
            dependencies: [
                "Vocabulary", "Casework", "Intake", "Linking", "Screening", "Ledger", "Synthetic",
                "Operations",
                "SiteStore", "ClusterLedger", "Exchange", "Partner", "Connectors",
                "Server", logging, crypto,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "Sources/Shell/kawal",
            swiftSettings: strict
        ),
    ]

let shellDependencies: [Package.Dependency] = [
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-certificates.git", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
]

let package = Package(
    name: "kawal",
    products: isCoreOnly ? [] : [.executable(name: "kawal", targets: ["kawal"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-structured-headers.git", from: "1.7.0"),
    ] + (isCoreOnly ? [] : shellDependencies),
    targets: isCoreOnly ? coreTargets : coreTargets + shellTargets,
    swiftLanguageModes: [.v6]
)
