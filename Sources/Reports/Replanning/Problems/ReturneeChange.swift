// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
package import Programme
package import ProgrammeFiles
package import Verification
package import Wording

/// A participation that somebody was told of, by identifiers: the year that it is planned again
/// in may not have them any more.
package struct AnnouncedParticipation: Hashable, Sendable {
  package var returnee: String
  package var activity: String

  /// What a plan of a year says.
  package static func all(of plan: ReturneePlan, in year: ProgrammeYear) -> [Self] {
    plan.participations.map {
      Self(
        returnee: year.returnees.returnees[$0.returnee].id,
        activity: year.returnees.activities[$0.activity].id)
    }
  }

  /// Those that a year still has a returnee and an activity for.
  package static func kept(_ announced: [Self], in year: ProgrammeYear) -> [Self] {
    let (people, activities) = names(of: year)
    return announced.filter { people.contains($0.returnee) && activities.contains($0.activity) }
  }

  /// How many a year has a returnee and no activity for: they change in every plan.
  package static func withoutActivity(_ announced: [Self], in year: ProgrammeYear) -> Int {
    let (people, activities) = names(of: year)
    return announced.count { people.contains($0.returnee) && !activities.contains($0.activity) }
  }

  private static func names(of year: ProgrammeYear) -> (Set<String>, Set<String>) {
    (Set(year.returnees.returnees.map(\.id)), Set(year.returnees.activities.map(\.id)))
  }
}

/// The scenario that makes a plan of activities of the fewest changes, as `announcedScenario`
/// does for a dispatch.
///
/// - Parameters:
///   - announced: What was announced, in order.
///   - objective: The year's own goals; none leaves them as they are.
/// - Returns: The scenario.
package func announcedParticipationsScenario(
  _ announced: [AnnouncedParticipation], objective: [ReturneeGoal]?
) -> Scenario? {
  var settings: [String: CanonicalJSON] = ["returnees.rules.announced.off": true]
  if let objective {
    let goals = [ReturneeGoal.moved] + objective.filter { $0 != .moved }
    settings["returnees.objective"] = .array(goals.map { .string($0.rawValue) })
  }
  return Scenario(
    [
      "name": "announced activities",
      "returnees": [
        "announced": .array(
          announced.map {
            ["returnee": .string($0.returnee), "activity": .string($0.activity)]
          })
      ],
      "set": .object(settings),
    ], calledInFaults: "announced activities")
}

/// Somebody who does not take part in an activity any more, or only then.
package struct ReturneeChange: Hashable, Sendable {
  package var returnee: String
  package var activity: String
  package var kind: ReplanKind
  /// Rules that keeping it would break in the new plan; of what is lost.
  package var rules: [String] = []
  /// The first of them in words, or what stands in the way.
  package var obstacle: Sentence = ""
}

extension ReturneeReport: ReplannedPlan {
  package typealias Change = ReturneeChange
  package static var problem: PlanProblem { .returnees }
  package var tiers: [TierResult] { outcome.tiers }
  package var rules: [RuleCheck] { verification.rules }
  package func files() -> [TextFile] { planFiles() }
  package func printed(folder: String, seconds: Double) -> CanonicalJSON {
    runDocument(folder: folder, seconds: seconds)
  }

  /// What is not as it was announced; what is lost first, then what is new.
  package func changes(from announced: [AnnouncedParticipation]) -> [ReturneeChange] {
    let now = Set(AnnouncedParticipation.all(of: plan, in: year))
    let data = year.returnees
    let people = Set(data.returnees.map(\.id))
    var found = announced.filter { !now.contains($0) }.map { pair in
      var change = ReturneeChange(
        returnee: pair.returnee, activity: pair.activity,
        kind: people.contains(pair.returnee) ? .dropped : .withdrawn)
      guard change.kind == .dropped else { return change }
      guard let activity = data.activities.firstIndex(where: { $0.id == pair.activity }),
        let returnee = data.returnees.firstIndex(where: { $0.id == pair.returnee })
      else {
        change.obstacle = "The activity is there no more."
        return change
      }
      let back = Participation(returnee: returnee, activity: activity)
      let broken = worsened(
        verification.rules,
        in: verifyReturnees(
          ReturneePlan((plan.participations + [back]).sorted()), in: year
        ).rules
      ).filter(\.isBroken)
      change.rules = broken.map(\.id)
      change.obstacle = broken.first?.violations.first?.words ?? ""
      return change
    }
    let before = Set(announced)
    found += AnnouncedParticipation.all(of: plan, in: year).filter { !before.contains($0) }.map {
      ReturneeChange(returnee: $0.returnee, activity: $0.activity, kind: .joined)
    }
    return found.filter { $0.kind.isCounted } + found.filter { !$0.kind.isCounted }
  }
}

extension ReturneeChange: ReplannedChange {
  package static var columns: [String] { ["returnee", "kind", "activity", "rules", "obstacle"] }
  package var id: String { "\(returnee)/\(activity)" }
  package var weight: Int { 1 }
  package var wasAnnounced: Bool { kind != .joined }
  package var follows: String? { nil }

  package var cells: [String] {
    [returnee, kind.rawValue, activity, rules.joined(separator: ";"), obstacle.description]
  }

  package var document: CanonicalJSON {
    var members: [String: CanonicalJSON] = [
      "returnee": .string(returnee), "kind": .string(kind.rawValue),
      "activity": .string(activity),
    ]
    if kind.isCounted {
      members["rules"] = .array(rules.map { .string($0) })
      members["obstacle"] = .string(obstacle.description)
    }
    return .object(members)
  }

  package var words: String {
    switch kind {
    case .withdrawn: return localized("\(returnee) withdraws from \(activity).")
    case .joined, .reserve, .planned: return localized("\(returnee) takes part in \(activity) now.")
    case .dropped, .moved:
      let cause: Sentence =
        obstacle == ""
        ? "" : rules.isEmpty ? " \(obstacle)" : " Keeping it breaks \(rules[0]): \(obstacle)"
      return localized("\(returnee) does not take part in \(activity) any more.\(cause)")
    }
  }

  package static func summary(_ counts: ReplanCounts<ReturneeChange>) -> String {
    let (changed, least) = (counts.changed, grouped(counts.least))
    let (kept, announced) = (grouped(counts.kept), grouped(counts.announced))
    let first: Sentence =
      changed == 0
      ? "No announced participation is lost; \(kept) of \(announced) stand."
      : changed == counts.least
        ? """
        \(changed, "announced participation is", "announced participations are") lost; no plan loses \
        fewer. \(kept) of \(announced) stand.
        """
        : """
        \(changed, "announced participation is", "announced participations are") lost; \(least) at \
        least are lost in every plan. \(kept) of \(announced) stand.
        """
    var sentences = [first]
    let (withdrawn, joined) = (counts.count(.withdrawn), counts.count(.joined))
    if withdrawn > 0 {
      sentences.append(
        withdrawn == 1
          ? "1 participation ends with somebody who withdraws."
          : "\(grouped(withdrawn)) participations end with somebody who withdraws.")
    }
    if joined > 0 {
      sentences.append("\(joined, "participation is new", "participations are new").")
    }
    return Listing(sentences, .sentences).words(in: .current)
  }
}
