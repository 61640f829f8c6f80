// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation

/// Whole dispatches, from the start of the program to the written plan, against
/// solvers of integer programs.
///
/// The peers have the easier task: the last goal alone, as `musubi export` writes
/// it, with the goals before it held at their proven values; and their time is
/// that of the search, without reading the model. All are asked for the same gap
/// in the same time, with two threads where they have them.
enum DispatchGroup {
  static let drivers: [String: Driver] = ["dispatch": DispatchDriver.solve]

  /// Seconds for each contestant unless the command line says otherwise.
  static func limit(isShort: Bool) -> Double { isShort ? 4 : 600 }

  /// The default gap of `musubi dispatch`.
  static let gap = 0.0001

  static func cases(limit: Double) -> [BenchmarkCase] {
    let shipped = ["call-2026", "peak-2018"].map { name in
      contest("year/\(name)", limit: limit, isShort: false) { folder in
        try DispatchInstance.copyShippedYear(name, to: folder)
      }
    }
    let generated = shapes.flatMap { shape in
      [(125, 90), (600, 450)].map { applicants, schools in
        contest("\(shape)/\(applicants)x\(schools)", limit: limit, isShort: applicants == 125) {
          try DispatchInstance.generate(shape, applicants, schools, to: $0)
        }
      }
    }
    let growth = shapes.flatMap { shape in
      [125, 250, 500, 1000, 2000].map { applicants in
        BenchmarkCase(
          name: "dispatch/growth/\(shape)/n=\(applicants)", group: "dispatch",
          isShort: shape == "plain" && applicants <= 1000, rounds: applicants <= 500 ? 3 : 1,
          contestants: [ours(limit)], isMaximizing: true
        ) { try DispatchInstance.generate(shape, applicants, applicants * 3 / 4, to: $0) }
      }
    }
    return shipped + generated + growth
  }

  private static let shapes = ["plain", "popular", "tight"]

  private static func ours(_ limit: Double) -> Contestant {
    .ours("dispatch", arguments: ["\(limit)", "\(gap)"], patience: patience(limit))
  }

  /// Reading a large model takes a while; only then the limit begins.
  private static func patience(_ limit: Double) -> Double { 1.2 * limit + 120 }

  private static func contest(
    _ name: String, limit: Double, isShort: Bool,
    makeYear: @escaping @Sendable (URL) throws -> Void
  ) -> BenchmarkCase {
    let peers = [
      ("glpsol", "dispatch-glpsol"), ("CBC", "dispatch-cbc"), ("HiGHS", "dispatch-highs"),
      ("SCIP", "dispatch-scip"), ("CP-SAT", "dispatch-cpsat"),
    ].map { name, method in
      Contestant.python(
        name, method, arguments: ["\(limit)", "\(gap)"], patience: patience(limit))
    }
    // Two answers may lie a gap apart.
    return BenchmarkCase(
      name: "dispatch/\(name)", group: "dispatch", isShort: isShort,
      rounds: limit < 60 ? 1 : 3,
      contestants: [ours(limit)] + peers, relativeTolerance: gap, isMaximizing: true
    ) { folder in
      try makeYear(folder)
      try DispatchInstance.exportPoints(of: folder)
    }
  }
}

/// A folder with a programme year in `year` and, for the peers, the program of
/// its points in `points.mps`.
enum DispatchInstance {
  /// The program could not be run, or ended otherwise than it should.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  static func copyShippedYear(_ name: String, to folder: URL) throws {
    try makeEmpty(folder)
    try FileManager.default.copyItem(
      at: Folders.package.appending(path: "../datasets/\(name)"),
      to: folder.appending(path: "year"))
  }

  static func generate(
    _ shape: String, _ applicants: Int, _ schools: Int, to folder: URL
  ) throws {
    try makeEmpty(folder)
    try musubi(
      "generate", year(in: folder), "--applicants", "\(applicants)", "--schools", "\(schools)",
      "--seed", "1", "--shape", shape, "--quiet")
  }

  /// Plans the year, proves all goals but the last, and writes the last one's
  /// program.
  static func exportPoints(of folder: URL) throws {
    let plan = folder.appending(path: "held").path
    try musubi("dispatch", year(in: folder), "--output", plan, "--quiet")
    try musubi(
      "export", year(in: folder), "--tier", "points", "--plan", plan, "--as", "mps", "--output",
      folder.appending(path: "points.mps").path, "--quiet")
  }

  static func year(in folder: URL) -> String { folder.appending(path: "year").path }

  private static func makeEmpty(_ folder: URL) throws {
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private static func musubi(_ words: String...) throws {
    guard FileManager.default.isExecutableFile(atPath: Folders.musubi.path) else {
      throw Failure(description: "\(Folders.musubi.path) is missing; \"make build\" makes it.")
    }
    let run = try Program.run(Folders.musubi, words)
    guard run.code == 0 else {
      throw Failure(description: "musubi \(words.joined(separator: " ")) ended with \(run.code)")
    }
  }
}
