// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import Verification
internal import Wording

/// What stands against a group joining a session of a plan in which everybody else stays.
struct WhyNotThere: Hashable, Sendable {
  /// Identifiers of the hard rules that it would break; those about the group and the
  /// session alone first.
  var rules: [String] = []
  /// The first of them in words, or which goals would be worse; empty when nothing stands
  /// against it.
  var sentence: Sentence = ""
}

/// A plan of trainings whose groups can be tried elsewhere.
struct TriedTraining {
  let year: ProgrammeYear
  let hosting: HostingFacts
  let plan: TrainingPlan
  private let tiers: [TierResult]
  /// Rules that are broken as it is.
  private let broken: Set<String>

  init(_ plan: TrainingPlan, in year: ProgrammeYear, hosting: HostingFacts) {
    self.year = year
    self.hosting = hosting
    self.plan = plan
    let verification = verifyTraining(plan, in: year, hosting: hosting)
    tiers = verification.tiers
    broken = Set(verification.rules.filter(\.isBroken).map(\.id))
  }

  /// Tries a group in a session.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - session: The session.
  ///   - others: Groups that come too where the plan has no such session: alone the group
  ///     might only be too few.
  /// - Returns: What stands against it.
  /// - Complexity: That of checking the plan once.
  func whyNot(
    _ group: TrainingGroup, in session: TrainingSession, with others: [TrainingGroup] = []
  ) -> WhyNotThere {
    let isOpen = plan.sessions.contains { $0.session == session }
    let groups = isOpen ? [group] : [group] + others.filter { $0 != group }
    let moved = roomSplit(
      of: plan.moving(groups.map { TrainingPin($0, to: session) }), in: year, hosting: hosting)
    let verification = verifyTraining(moved, in: year, hosting: hosting)
    let rules = verification.rules.filter { $0.isBroken && !broken.contains($0.id) }
    let personal = Set((TrainingRule.pairwise + [.acceptedCourse, .closures]).map(\.rawValue))
    let ordered =
      rules.filter { personal.contains($0.id) } + rules.filter { !personal.contains($0.id) }
    if let first = ordered.first {
      return WhyNotThere(
        rules: ordered.map(\.id),
        sentence: "breaks \(first.id): \(first.violations.first?.words ?? "")")
    }
    guard isBetter(tiers, than: verification.tiers),
      let words = differencesInWords(of: verification.tiers, from: tiers)
    else { return WhyNotThere() }
    return WhyNotThere(sentence: "costs \(words).")
  }
}
