// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later
import PackageDescription

/// Settings every Swift target shares.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Debian links `Double.rounded()` and its like from libm only when asked.
let mathLibrary: [LinkerSetting] = [.linkedLibrary("m", .when(platforms: [.linux]))]

/// A library target with the shared settings.
func module(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, swiftSettings: strict, linkerSettings: mathLibrary)
}

/// The tests of one module, in a folder of the same name with `Tests` behind it.
func tests(of name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.target(name: name)] + dependencies,
    swiftSettings: strict)
}

let package = Package(
  name: "musubi",
  products: [
    .executable(name: "musubi", targets: ["musubi"]),
    .library(name: "MusubiPlanning", targets: ["MusubiPlanning"]),
    .library(name: "IntegerProgramming", targets: ["IntegerProgramming"]),
    .library(name: "GLPKBackend", targets: ["GLPKBackend"]),
    .library(name: "MatchingCore", targets: ["MatchingCore"]),
    .library(name: "MatchingFiles", targets: ["MatchingFiles"]),
    .library(name: "SeededRandom", targets: ["SeededRandom"]),
  ],
  targets: [
    // MARK: The fast part
    module("SeededRandom"),
    module("MatchingCore"),
    module("MatchingFiles", uses: ["MatchingCore", "Wording"]),

    // MARK: The solver boundary
    .systemLibrary(name: "CGLPKHeader", providers: [.apt(["libglpk-dev"])]),
    .target(
      name: "CGLPK", dependencies: ["CGLPKHeader"], linkerSettings: [.linkedLibrary("glpk")]),
    module("IntegerProgramming", uses: ["Wording"]),
    .target(name: "CProcess"),
    module("GLPKBackend", uses: ["CGLPK", "CProcess", "IntegerProgramming", "Wording"]),
    module("StableMatchingProgram", uses: ["IntegerProgramming", "MatchingCore", "Wording"]),

    // MARK: What a programme year is
    module("Wording"),
    module("Programme", uses: ["Wording"]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    module(
      "Workbooks", uses: ["CExpat", "CXlsxWriter", "CZip", "Programme", "Wording"]),
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    .target(name: "CRename"),
    module("Calendars", uses: ["Programme"]),
    module(
      "ProgrammeFiles",
      uses: ["CNettle", "CRename", "Calendars", "Programme", "Wording", "Workbooks"]),
    module(
      "YearGenerator",
      uses: ["Calendars", "Programme", "ProgrammeFiles", "SeededRandom", "Wording"]),

    // MARK: How it becomes integer programs, and what solves them
    module("Formulations", uses: ["IntegerProgramming", "Programme", "Wording"]),
    module(
      "Engine",
      uses: [
        "Formulations", "GLPKBackend", "IntegerProgramming", "MatchingCore", "Programme",
        "SeededRandom", "Verification", "Wording",
      ]),

    // MARK: What is kept of runs
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    module("Storage", uses: ["CSQLite", "CZlib", "Wording"]),
    module("History", uses: ["Programme", "ProgrammeFiles", "Storage", "Wording"]),

    // MARK: What is said about an answer
    module("Verification", uses: ["Programme", "Wording"]),
    .target(name: "CReportAssets", exclude: ["Page", "Vendored"]),
    module(
      "Reports",
      uses: [
        "CReportAssets", "Engine", "Formulations", "History", "Programme", "ProgrammeFiles",
        "SeededRandom", "Verification", "Wording", "Workbooks",
      ]),

    // MARK: What other packages use
    module(
      "MusubiPlanning",
      uses: [
        "Engine", "Formulations", "Programme", "ProgrammeFiles", "Reports", "Verification",
        "Wording", "YearGenerator",
      ]),

    // MARK: Who says it
    .target(name: "CVersion"),
    module(
      "MusubiCommands",
      uses: [
        "CVersion", "Engine", "Formulations", "GLPKBackend", "History", "IntegerProgramming",
        "MatchingCore", "MatchingFiles", "Programme", "ProgrammeFiles", "Reports",
        "StableMatchingProgram",
        "Verification", "Wording", "Workbooks", "YearGenerator",
      ]),
    .executableTarget(
      name: "musubi", dependencies: ["MusubiCommands", "Wording"], swiftSettings: strict),
    .executableTarget(
      name: "WriteDatasets", dependencies: ["ProgrammeFiles", "YearGenerator"],
      swiftSettings: strict),

    .executableTarget(
      name: "MeasureChanges",
      dependencies: ["Engine", "Programme", "ProgrammeFiles", "YearGenerator"],
      swiftSettings: strict),
    .executableTarget(
      name: "MeasureExplanations",
      dependencies: ["Engine", "Programme", "ProgrammeFiles", "Reports", "SeededRandom"],
      swiftSettings: strict),

    // MARK: Tests
    tests(of: "MatchingCore", uses: ["TestSupport"]),
    tests(of: "MatchingFiles", uses: ["MatchingCore", "Wording"]),
    tests(of: "StableMatchingProgram", uses: ["GLPKBackend", "MatchingCore", "TestSupport"]),
    tests(of: "IntegerProgramming", uses: ["TestSupport"]),
    tests(of: "Workbooks", uses: ["CZip", "Programme", "SeededRandom", "Wording"]),
    .target(
      name: "TestSupport", dependencies: ["Programme"], path: "Tests/TestSupport",
      swiftSettings: strict, linkerSettings: mathLibrary),
    tests(of: "TestSupport", uses: ["Programme"]),
    .testTarget(
      name: "AgreementTests",
      dependencies: [
        "Engine", "Formulations", "IntegerProgramming", "Programme", "ProgrammeFiles", "Reports",
        "TestSupport", "Verification", "Wording", "YearGenerator",
      ],
      swiftSettings: strict),
    tests(
      of: "Engine",
      uses: [
        "Formulations", "GLPKBackend", "IntegerProgramming", "Programme", "SeededRandom",
        "Wording", "YearGenerator",
      ]),
    tests(of: "GLPKBackend", uses: ["IntegerProgramming"]),
    tests(of: "Calendars", uses: ["Programme"]),
    tests(of: "History", uses: ["ProgrammeFiles", "Storage"]),
    tests(of: "ProgrammeFiles", uses: ["Programme", "Wording", "Workbooks", "YearGenerator"]),
    tests(of: "Verification", uses: ["Programme"]),
    tests(
      of: "MusubiPlanning", uses: ["MusubiCommands", "Programme", "ProgrammeFiles"]),
    tests(of: "Wording"),
    tests(
      of: "YearGenerator", uses: ["Programme", "ProgrammeFiles", "SeededRandom", "Verification"]),
    tests(
      of: "Reports",
      uses: [
        "Engine", "Formulations", "Programme", "ProgrammeFiles", "Verification", "Wording",
        "Workbooks", "YearGenerator",
      ]),
    tests(
      of: "MusubiCommands", uses: ["Engine", "ProgrammeFiles", "Reports", "Wording", "Workbooks"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["History", "musubi", "ProgrammeFiles", "SeededRandom", "Storage"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
