// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import ProgrammeFiles
package import Verification
internal import Wording

/// Why a year has no plan: what the plan nearest to one breaks.
package struct InfeasibilityReport: Sendable {
  private let broken: [RuleCheck]
  private let outcome: DispatchOutcome
  private let places: Int

  /// Gathers what collides.
  ///
  /// - Parameters:
  ///   - verification: The check of the outcome's nearest plan.
  ///   - outcome: An infeasible outcome.
  ///   - places: Places of all cohorts together.
  package init(_ verification: DispatchVerification, outcome: DispatchOutcome, places: Int) {
    broken = verification.rules.filter(\.isBroken)
    self.outcome = outcome
    self.places = places
  }

  /// The collision in words.
  package var summary: String {
    var lines = [localized("No plan keeps all hard rules.")]
    if !broken.isEmpty {
      lines.append(localized("The plan that breaks them least still breaks:"))
      lines += conflictLines(of: broken)
      lines.append(
        localized("Change the data, or make one of these rules soft in programme.json5."))
    }
    lines.append(
      localized("musubi diagnose says which rules and data collide, and what would help."))
    return lines.joined(separator: "\n") + "\n"
  }

  /// The collision for programs.
  package func document(seconds: Double) -> CanonicalJSON {
    let run = dispatchRunDocument(outcome, places: places, folder: nil, seconds: seconds)
    guard case .object(var members) = run else { return run }
    members["conflicts"] = conflicts(of: broken)
    return .object(members)
  }
}

/// What rules are broken, for programs.
func conflicts(of broken: [RuleCheck]) -> CanonicalJSON {
  .array(
    broken.flatMap { check in
      check.violations.map {
        .object(document(of: $0).merging(["rule": .string(check.id)]) { _, new in new })
      }
    })
}

/// What rules are broken, a line for each violation up to ten of each rule.
func conflictLines(of broken: [RuleCheck]) -> [String] {
  broken.flatMap { check in
    check.violations.prefix(10).map { "  \(check.id): \($0.sentence)" }
      + (check.violations.count > 10
        ? [
          localized(
            "  \(check.id): and \(grouped(check.violations.count - 10)) more like this.")
        ] : [])
  }
}
