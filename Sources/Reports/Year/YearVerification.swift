// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
package import ProgrammeFiles
internal import Wording

/// What checking the plan of a year stage by stage found.
package struct YearVerification: Sendable {
  /// The stages that have a plan.
  package var stages: [(problem: PlanProblem, report: VerificationReport)] = []
  /// The stages that have none, and how they stand.
  package var without: [(problem: PlanProblem, status: String)] = []
  /// What the reader should know although it breaks nothing, a sentence each.
  package var notes: [String] = []
  private let isSameInput: Bool

  package init(isSameInput: Bool) { self.isSameInput = isSameInput }

  /// Whether the plan of every stage is valid.
  package var isValid: Bool { stages.allSatisfy { $0.report.isValid } }

  /// The verification in words.
  package var summary: String {
    var lines: [String] = []
    for (problem, report) in stages {
      lines += ["== \(problem.rawValue)"]
      lines += report.summary.split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init)
    }
    if !isSameInput {
      lines.append(localized("The year's files are not those that the plan was made from."))
    }
    lines += notes
    for (problem, status) in without {
      lines.append(
        status == "left-out"
          ? localized("\(problem.rawValue) was left out.")
          : localized("\(problem.rawValue) has no plan."))
    }
    let wrong = stages.filter { !$0.report.isValid }.map(\.problem.rawValue)
    lines.append(
      wrong.isEmpty
        ? localized(
          "The plan of the year is valid: \(Listing(stages.map(\.problem.rawValue), .plain)).")
        : localized("The plan of the year is not valid: \(Listing(wrong, .plain))."))
    return lines.joined(separator: "\n") + "\n"
  }

  /// What `verify --format json` prints: what all stages have in one list each, with the
  /// stage's name before, and the stages by themselves.
  package var document: CanonicalJSON {
    [
      "valid": .boolean(isValid),
      "rules": gathered("rules", named: "id"),
      "tiers": gathered("tiers", named: "name"),
      "stages": .array(
        stages.map { stage in
          ["stage": .string(stage.problem.rawValue), "verification": stage.report.document]
        }),
      "without": .array(
        without.map { stage in
          ["stage": .string(stage.problem.rawValue), "status": .string(stage.status)]
        }),
      "notes": .array(notes.map { .string($0) }),
      "same_input": .boolean(isSameInput),
    ]
  }

  private func gathered(_ list: String, named key: String) -> CanonicalJSON {
    .array(
      stages.flatMap { stage -> [CanonicalJSON] in
        guard case .object(let members) = stage.report.document,
          case .array(let entries)? = members[list]
        else { return [] }
        return entries.map { entry in
          guard case .object(var entry) = entry, case .string(let name)? = entry[key] else {
            return entry
          }
          entry[key] = .string("\(stage.problem.rawValue)/\(name)")
          return .object(entry)
        }
      })
  }
}
