// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func core(_ name: String, _ dependencies: [Target.Dependency] = ["Vocabulary"]) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, path: "Sources/Core/\(name)", swiftSettings: strict),
        .testTarget(
            name: "\(name)Tests",
            dependencies: [.byName(name: name)] + dependencies,
            path: "Tests/\(name)Tests",
            swiftSettings: strict
        ),
    ]
}

let coreTargets = core("Vocabulary", [])

let package = Package(
    name: "kawal",
    products: [],
    targets: coreTargets,
    swiftLanguageModes: [.v6]
)
