// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Wording

/// What is different from a year as its files say it: limits, weights, rules, pins, closings.
///
/// A scenario comes from a planner's file (docs/scenarios.md describes it) or is put together
/// in code:
///
/// ```swift
/// Scenario("fewer for Thailand", .setting("countries.THA.max", to: 3), .close(school: "S02"))
/// ```
///
/// Whether it fits a year is found out when it is laid on one. Rules and weights take effect
/// first, then what is set, then what is closed, and pins come last, whatever their order here;
/// of two edits of the same thing the later one counts.
public struct Scenario: Sendable {
  /// What reports call it.
  public let name: String
  private let source: Source

  private enum Source: Sendable {
    case file(ProgrammeFiles.Scenario)
    case edits([Edit])
  }

  /// Puts a scenario together.
  ///
  /// - Parameters:
  ///   - name: What reports call it; not empty.
  ///   - edits: What is different.
  public init(_ name: String, _ edits: Edit...) {
    self.init(name, edits)
  }

  /// Puts a scenario together.
  ///
  /// - Parameters:
  ///   - name: What reports call it; not empty.
  ///   - edits: What is different.
  public init(_ name: String, _ edits: [Edit]) {
    self.name = name
    source = .edits(edits)
  }

  /// Reads a scenario's file.
  ///
  /// - Parameter path: Where the file lies.
  /// - Throws: The first fault of the file as JSON5.
  public init(at path: String) throws(YearFaults) {
    var faults = FaultList()
    guard let scenario = ProgrammeFiles.Scenario(at: path, faults: &faults) else {
      throw YearFaults(faults)
    }
    self.init(scenario)
  }

  /// Reads a scenario from text.
  ///
  /// - Parameters:
  ///   - json5: The text.
  ///   - file: Its name in faults.
  /// - Throws: The first fault of the text as JSON5.
  public init(json5: String, called file: String = "scenario") throws(YearFaults) {
    var faults = FaultList()
    guard
      let scenario = ProgrammeFiles.Scenario(
        TextFile(name: file, bytes: Array(json5.utf8)), faults: &faults)
    else { throw YearFaults(faults) }
    self.init(scenario)
  }

  private init(_ scenario: ProgrammeFiles.Scenario) {
    name = scenario.name
    source = .file(scenario)
  }

  /// The scenario as the files' reader knows it; nothing after a fault.
  func read(faults: inout FaultList) -> ProgrammeFiles.Scenario? {
    switch source {
    case .file(let scenario): return scenario
    case .edits(let edits):
      for problem in edits.compactMap(\.problem) {
        faults.report(
          Fault(
            file: name, problem: "\(problem)",
            expected: "each attribute once, and shares of one count"))
      }
      return ProgrammeFiles.Scenario(
        TextFile(name: name, bytes: Edit.document(named: name, edits).bytes()), faults: &faults)
    }
  }
}
