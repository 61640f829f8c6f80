// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
package import Programme
package import ProgrammeFiles
package import Verification
package import Wording

/// A group that trains elsewhere after replanning, or only then.
package struct TrainingChange: Hashable, Sendable {
  /// `cohort` or `delegation`.
  package var groupKind: String
  package var id: String
  package var kind: ReplanKind
  package var people: Int
  /// Whether the group was told of its session; otherwise it was planned at most.
  package var wasAnnounced: Bool
  /// Course, site and first day.
  package var from, to: PlannedScenario.Place?
  /// Rules that staying would break in the new plan; of somebody moved or dropped.
  package var rules: [String] = []
  /// The first of them in words, or what goals staying would cost.
  package var obstacle: Sentence = ""
}

extension TrainingReport: ReplannedPlan {
  package typealias Change = TrainingChange
  package static var problem: PlanProblem { .training }
  package var tiers: [TierResult] { outcome.tiers }
  package var rules: [RuleCheck] { verification.rules }
  package func files() -> [TextFile] { planFiles() }
  package func printed(folder: String, seconds: Double) -> CanonicalJSON {
    runDocument(folder: folder, seconds: seconds)
  }

  /// Groups that train elsewhere than an earlier plan said, or only in one of both; cohorts
  /// first, then by identifier.
  package func changes(from announced: [AnnouncedSession]) -> [TrainingChange] {
    let now = ComparedTraining(outcome, of: year, hosting: hosting)
    let (groups, joined) = (now.groups, now.joined)
    let tried = TriedTraining(plan, in: year, hosting: hosting)
    var found: [TrainingChange] = []
    for session in announced {
      let key = ComparedTraining.Key(kind: session.kind, id: session.id)
      let to = joined[key].map(now.place)
      guard to != session.place else { continue }
      var change = TrainingChange(
        groupKind: session.kind, id: session.id, kind: to == nil ? .dropped : .moved,
        people: session.people, wasAnnounced: session.isAnnounced, from: session.place, to: to)
      let group = groups[key]
      let people = group?.headcount(in: year, hosting: hosting).people ?? 0
      if let group, people > 0 {
        change.people = people
        if !session.isAnnounced {
          change.kind = .planned
        } else if let earlier = now.session(session.place) {
          let others = announced.filter { $0.place == session.place }.compactMap {
            groups[ComparedTraining.Key(kind: $0.kind, id: $0.id)]
          }
          let reason = tried.whyNot(group, in: earlier, with: others)
          change.rules = reason.rules
          change.obstacle = reason.sentence == "" ? "" : "Staying \(reason.sentence)"
        } else {
          change.obstacle = "There is no such session any more."
        }
      } else {
        change.kind = .withdrawn
      }
      found.append(change)
    }
    let known = Set(announced.map { ComparedTraining.Key(kind: $0.kind, id: $0.id) })
    for (key, session) in joined.sorted(by: { $0.key < $1.key }) where !known.contains(key) {
      found.append(
        TrainingChange(
          groupKind: key.kind, id: key.id, kind: .joined,
          people: groups[key]?.headcount(in: year, hosting: hosting).people ?? 0,
          wasAnnounced: false,
          from: nil, to: now.place(session)))
    }
    return found.filter { $0.kind.isCounted } + found.filter { !$0.kind.isCounted }
  }

  /// People of groups of the year that were told of a course or a site that it has no more.
  package static func peopleWithoutPlace(
    _ announced: [AnnouncedSession], in year: ProgrammeYear, hosting: HostingFacts
  ) -> Int {
    let there = ComparedTraining(
      TrainingOutcome(status: .unknown), of: year, hosting: hosting)
    let groups = there.groups
    return announced.reduce(0) { sum, session in
      guard session.isAnnounced, there.session(session.place) == nil,
        let group = groups[ComparedTraining.Key(kind: session.kind, id: session.id)]
      else { return sum }
      return sum + group.headcount(in: year, hosting: hosting).people
    }
  }

  /// Those of them that the year still has a group, a course and a site for.
  package static func kept(
    _ announced: [AnnouncedSession], in year: ProgrammeYear
  ) -> [AnnouncedSession] {
    let there = ComparedTraining(
      TrainingOutcome(status: .unknown), of: year, hosting: standInHosting(for: year))
    let groups = there.groups
    return announced.filter { session in
      groups[ComparedTraining.Key(kind: session.kind, id: session.id)] != nil
        && there.session(session.place) != nil
    }
  }
}

extension TrainingChange: ReplannedChange {
  package static var columns: [String] {
    [
      "group", "kind_of_group", "kind", "people", "from_course", "from_site", "from_start",
      "to_course", "to_site", "to_start", "rules", "obstacle",
    ]
  }

  package var weight: Int { people }
  package var follows: String? { nil }

  package var cells: [String] {
    let nowhere = ["", "", ""]
    return [id, groupKind, kind.rawValue, String(people)] + (from?.cells ?? nowhere)
      + (to?.cells ?? nowhere) + [rules.joined(separator: ";"), obstacle.description]
  }

  package var document: CanonicalJSON {
    var members: [String: CanonicalJSON] = [
      groupKind: .string(id), "kind": .string(kind.rawValue), "people": .integer(people),
      "from": Self.document(of: from), "to": Self.document(of: to),
    ]
    if kind.isCounted {
      members["rules"] = .array(rules.map { .string($0) })
      members["obstacle"] = .string(obstacle.description)
    }
    return .object(members)
  }

  private static func document(of place: PlannedScenario.Place?) -> CanonicalJSON {
    guard let place else { return .null }
    return .object(
      Dictionary(
        zip(ComparedColumns.training.place, place.cells.map { .string($0) }),
        uniquingKeysWith: { first, _ in first }))
  }

  package var words: String {
    let who: Sentence = "\(id) (\(people, "person", "people"))"
    let (from, to, cause) = whereabouts
    let sentence: Sentence =
      switch kind {
      case .withdrawn: "\(who) withdraws from \(from)."
      case .moved: "\(who) moves from \(from) to \(to ?? "no session").\(cause)"
      case .dropped: "\(who) loses \(from) and does not train.\(cause)"
      case .planned:
        to.map { "\(who) was planned for \(from), not told, and goes to \($0)." }
          ?? "\(who) was planned for \(from), not told, and does not train."
      case .reserve, .joined: "\(who) now trains too, in \(to ?? "no session")."
      }
    return sentence.description
  }

  /// From where to where, and what stands against staying.
  private var whereabouts: (from: Sentence, to: Sentence?, cause: Sentence) {
    let phrase = ComparedColumns.training.phrase
    return (
      from.map { "\(phrase($0.cells))" } ?? "no session", to.map { "\(phrase($0.cells))" },
      obstacle == "" ? "" : " \(obstacle)"
    )
  }

  package func isAlike(_ other: TrainingChange) -> Bool {
    kind == other.kind && from == other.from && to == other.to && obstacle == other.obstacle
      && groupKind == other.groupKind
  }

  package static func words(ofAlike changes: [TrainingChange]) -> String? {
    guard let first = changes.first else { return nil }
    let named = changes.prefix(changes.count <= mostNamed ? mostNamed : mostNamed - 1).map(\.id)
    let rest = changes.count - named.count
    let ids: Sentence =
      rest > 0 ? "\(Listing(named, .plain)) and \(grouped(rest)) more" : "\(Listing(named))"
    let people = changes.reduce(0) { $0 + $1.people }
    let who: Sentence = "\(ids) (\(people, "person", "people"))"
    let (from, to, cause) = first.whereabouts
    let sentence: Sentence =
      switch first.kind {
      case .withdrawn: "\(who) withdraw from \(from)."
      case .moved: "\(who) move from \(from) to \(to ?? "no session").\(cause)"
      case .dropped: "\(who) lose \(from) and do not train.\(cause)"
      case .planned:
        to.map { "\(who) were planned for \(from), not told, and go to \($0)." }
          ?? "\(who) were planned for \(from), not told, and do not train."
      case .reserve, .joined: "\(who) now train too, in \(to ?? "no session")."
      }
    return sentence.description
  }

  /// Most groups that a line names.
  private static var mostNamed: Int { 8 }

  package static func summary(_ counts: ReplanCounts<TrainingChange>) -> String {
    let kept: Sentence =
      counts.kept == 1
      ? "1 of \(counts.announced, "announced group", "announced groups") stays."
      : """
      \(grouped(counts.kept)) of \(counts.announced, "announced group", "announced groups") stay.
      """
    let moved: Sentence =
      "\(counts.moved, "group", "groups") (\(counts.changed, "person", "people"))"
    let least: Sentence = "\(counts.least, "person at least is", "people at least are")"
    let isOne = counts.moved == 1
    let first: Sentence =
      if counts.moved == 0 {
        "No announced session changes for anybody; \(kept)"
      } else if counts.changed == counts.least {
        isOne
          ? "\(moved) is not in the session announced; no plan changes fewer people. \(kept)"
          : "\(moved) are not in the session announced; no plan changes fewer people. \(kept)"
      } else {
        isOne
          ? "\(moved) is not in the session announced; \(least) moved in every plan. \(kept)"
          : "\(moved) are not in the session announced; \(least) moved in every plan. \(kept)"
      }
    var sentences = [first]
    let (withdrawn, joined, planned) = (
      counts.count(.withdrawn), counts.count(.joined), counts.count(.planned)
    )
    if withdrawn > 0 { sentences.append("\(withdrawn, "group withdraws", "groups withdraw").") }
    if joined > 0 {
      sentences.append("\(joined, "further group trains", "further groups train").")
    }
    if planned > 0 {
      sentences.append(
        planned == 1
          ? "1 group that was not told yet is planned anew."
          : "\(grouped(planned)) groups that were not told yet are planned anew.")
    }
    return Listing(sentences, .sentences).words(in: .current)
  }
}
