// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later
import PackageDescription

/// Settings every target shares.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "musubi", path: "..")],
  targets: [
    .target(
      name: "InstanceFamilies",
      dependencies: [
        .product(name: "MatchingCore", package: "musubi"),
        .product(name: "SeededRandom", package: "musubi"),
      ],
      swiftSettings: strict),
    .target(name: "CAllocationCount"),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "CAllocationCount", "InstanceFamilies",
        .product(name: "MatchingCore", package: "musubi"),
        .product(name: "MatchingFiles", package: "musubi"),
        .product(name: "SeededRandom", package: "musubi"),
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
