// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme
package import ProgrammeFiles
internal import Verification
internal import Wording

/// Why a year has no plan of trainings.
package struct TrainingInfeasibility: Sendable {
  private let outcome: TrainingOutcome
  /// Rules that the pinned groups break among themselves.
  private let brokenByPins: [RuleCheck]
  /// What stands in the way, a sentence each.
  private let sentences: [String]

  /// Gathers what collides.
  ///
  /// - Parameters:
  ///   - outcome: An infeasible outcome.
  ///   - year: The year.
  ///   - hosting: Who leaves with each cohort, and who hosts.
  ///   - pins: What the planner has pinned.
  package init(
    _ outcome: TrainingOutcome, in year: ProgrammeYear, hosting: HostingFacts,
    pins: [TrainingPin]
  ) {
    self.outcome = outcome
    let broken = verifyPins(pins, in: year, hosting: hosting)
    brokenByPins = broken
    // What is pinned is told by the rules that it breaks.
    let pinned = Set(pins.map(\.group))
    sentences = outcome.obstacles.flatMap { obstacle -> [String] in
      switch obstacle {
      case .noSession(let group):
        return pinned.contains(group) && !broken.isEmpty
          ? [] : [whyNoSession(group, in: year, hosting: hosting, pins: pins)]
      case .noRoom(let groups):
        let people = groups.map { $0.headcount(in: year, hosting: hosting).people }
          .reduce(0, +)
        let ids = groups.map { $0.id(in: year) }.joined(separator: ", ")
        return [
          groups.count == 1
            ? localized(
              """
              \(ids) (\(people, "person", "people")) finds no session beside the others; fewer \
              people cannot be left out.
              """)
            : localized(
              """
              \(ids) (\(people, "person", "people")) find no session beside the others; fewer \
              people cannot be left out.
              """)
        ] + groups.map { "  " + whyNoSession($0, in: year, hosting: hosting, pins: pins) }
      case .quotas:
        return [
          localized("Everybody who has to train finds a session, but not so that the quotas hold.")
        ]
      }
    }
  }

  /// The collision in words.
  package var summary: String {
    var lines = [localized("No plan keeps all hard rules.")]
    if !brokenByPins.isEmpty {
      lines.append(localized("What is pinned cannot be kept:"))
      lines += conflictLines(of: brokenByPins)
    }
    lines += sentences
    if sentences.isEmpty, brokenByPins.isEmpty {
      lines.append(localized("Time ended before it was known which rules collide."))
    }
    lines.append(
      brokenByPins.isEmpty
        ? localized("Change the data, or make one of these rules soft or off in programme.json5.")
        : localized("Move or unpin these groups in \(DelegateColumn.file) of the earlier plan."))
    lines.append(
      localized(
        "musubi diagnose --problem training says which rules and data collide, and what would help."
      ))
    return lines.joined(separator: "\n") + "\n"
  }

  /// The collision for programs.
  package func document(seconds: Double) -> CanonicalJSON {
    trainingRunDocument(
      outcome, folder: nil, seconds: seconds,
      and: [
        "conflicts": conflicts(of: brokenByPins),
        "obstacles": .array(sentences.map { .string($0) }),
      ])
  }
}
