// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import ProgrammeFiles
internal import Wording

/// What is said where no plan of activities keeps what was announced.
package struct ReturneeInfeasibility: Sendable {
  private let outcome: ReturneeOutcome

  package init(_ outcome: ReturneeOutcome) { self.outcome = outcome }

  /// The reasons, each line with its line feed.
  package var summary: String {
    localized(
      """
      No plan of activities keeps all hard rules: what was announced cannot all be kept.
      musubi diagnose --problem returnees says what collides; musubi replan makes the plan that \
      loses least of it.
      """) + "\n"
  }

  /// The same for programs.
  package func document(seconds: Double) -> CanonicalJSON {
    returneeRunDocument(outcome, folder: nil, seconds: seconds)
  }
}

/// What `returnees --format json` prints, with or without a plan.
package func returneeRunDocument(
  _ outcome: ReturneeOutcome, folder: String?, seconds: Double,
  and more: [String: CanonicalJSON] = [:]
) -> CanonicalJSON {
  planRunDocument(
    .returnees, outcome.status, outcome.tiers, folder: folder, seconds: seconds, and: more)
}
