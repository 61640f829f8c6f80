// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later
import PackageDescription

let package = Package(
  name: "samples",
  // sample: dependency
  dependencies: [.package(name: "musubi", path: "..")],
  // end
  targets: [
    // sample: target
    .executableTarget(
      name: "Samples",
      dependencies: [
        .product(name: "MusubiPlanning", package: "musubi"),
        .product(name: "IntegerProgramming", package: "musubi"),
        .product(name: "GLPKBackend", package: "musubi"),
        .product(name: "MatchingCore", package: "musubi"),
      ])
    // end
  ],
  swiftLanguageModes: [.v6]
)
