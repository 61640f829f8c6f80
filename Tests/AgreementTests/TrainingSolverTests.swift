// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
internal import Engine
internal import IntegerProgramming
internal import Programme
internal import Testing
internal import YearGenerator

/// The planning of trainings against HiGHS, which is given the exported program of
/// each goal.
@Suite("Training engine and HiGHS")
struct TrainingSolverTests {
  /// Python with `highspy`, as `make peers` installs it beside the package.
  static let python: String? = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = package.appendingPathComponent(".build/peers/bin/python").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  /// Prints the least value of a model file, or nothing without a proof.
  private static let script = """
    import highspy, sys
    solver = highspy.Highs()
    solver.silent()
    solver.readModel(sys.argv[1])
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("threads", 1)
    solver.run()
    if solver.getModelStatus() == highspy.HighsModelStatus.kOptimal:
        print(round(solver.getInfo().objective_function_value))
    """

  @Test(
    "agree on every goal of generated years",
    .enabled(if: python != nil, "HiGHS is not installed; make peers installs it"),
    arguments: 1...10)
  func agree(seed: Int) throws {
    let year = generateYear(
      applicants: 120, schools: 60, seed: UInt64(seed), delegations: 20 + 2 * seed)
    let hosting = standInHosting(for: year)
    var options = TrainingOptions()
    options.gap = 0
    let outcome = try planTraining(year, hosting: hosting, options: options)
    #expect(outcome.status == .optimal)
    let export = try TrainingExport(year, hosting: hosting, baseline: nil)
    for tier in outcome.tiers where tier.shares == nil {
      let program = try export.program(
        of: tier.name, level: nil, after: outcome.tiers, outcome.levels)
      let goal = try #require(program.tiers.first)
      guard !goal.terms.isEmpty else { continue }
      let least = try #require(try minimum(of: program, goal), "\(tier.name)")
      #expect((goal.sense == .maximize ? -least : least) == tier.value, "\(tier.name)")
    }
  }

  /// The least value of a program's goal as HiGHS finds it; a goal that is to be
  /// large is negated in the file.
  func minimum(of program: IntegerProgram, _ goal: Tier) throws -> Int64? {
    var text = ""
    program.writeMPS(tier: goal, to: &text)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "musubi-\(UUID().uuidString).mps")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.python))
    process.arguments = ["-c", Self.script, file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // HiGHS says its name first.
    return String(decoding: data, as: UTF8.self).split(separator: "\n").last.flatMap { Int64($0) }
  }
}
