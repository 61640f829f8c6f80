// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme
internal import Verification
internal import Wording

/// A plan of trainings that others are compared with, and what it was made from.
package struct ComparedTraining: Sendable {
  package let year: ProgrammeYear
  package let hosting: HostingFacts
  package let outcome: TrainingOutcome

  package init(_ outcome: TrainingOutcome, of year: ProgrammeYear, hosting: HostingFacts) {
    self.year = year
    self.hosting = hosting
    self.outcome = outcome
  }

  /// Whether there is a plan.
  package var hasPlan: Bool { outcome.plan != nil }

  /// The digest of who trains where and when.
  package var digest: String {
    PlannedScenario.digest(
      ofRows: joined.sorted { $0.key < $1.key }.map { key, session in
        [key.kind, key.id] + place(session).cells
      })
  }

  /// A group of any year, by identifier.
  struct Key: Hashable, Comparable {
    var kind: String
    var id: String

    static func < (left: Key, right: Key) -> Bool {
      (left.kind, left.id) < (right.kind, right.id)
    }
  }

  /// The groups that train, each with its session.
  var joined: [Key: TrainingSession] {
    guard let plan = outcome.plan else { return [:] }
    return Dictionary(
      plan.attendances.map { (key($0.group), plan.sessions[$0.session].session) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Where groups trained, as far as another year has them; nothing without a plan.
  package func earlier(in other: ProgrammeYear) -> [EarlierAttendance]? {
    guard outcome.plan != nil else { return nil }
    let there = ComparedTraining(TrainingOutcome(status: .unknown), of: other, hosting: hosting)
    let groups = there.groups
    return joined.sorted { $0.key < $1.key }.compactMap { key, session in
      groups[key].map { EarlierAttendance($0, in: there.session(place(session))) }
    }
  }

  func key(_ group: TrainingGroup) -> Key {
    if case .cohort = group { return Key(kind: "cohort", id: group.id(in: year)) }
    return Key(kind: "delegation", id: group.id(in: year))
  }

  /// The year's groups by identifier.
  var groups: [Key: TrainingGroup] {
    let all =
      year.cohorts.indices.map(TrainingGroup.cohort)
      + year.training.delegations.indices.map(TrainingGroup.delegation)
    return Dictionary(all.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  func place(_ session: TrainingSession) -> PlannedScenario.Place {
    PlannedScenario.Place(
      year.training.courses[session.course].id, year.sites[session.site].id,
      session.start.description)
  }

  /// The session of these names, if the year has such a course and site.
  func session(_ place: PlannedScenario.Place) -> TrainingSession? {
    guard place.cells.count == 3,
      let course = year.training.courses.firstIndex(where: { $0.id == place.cells[0] }),
      let site = year.sites.firstIndex(where: { $0.id == place.cells[1] }),
      let start = Day(iso: place.cells[2])
    else { return nil }
    return TrainingSession(course: course, site: site, start: start)
  }
}

extension PlannedScenario {
  /// Takes from an outcome what is compared.
  ///
  /// - Parameters:
  ///   - name: What the row is called.
  ///   - planned: What came of planning the year.
  ///   - near: The plan of the year as it is, and whether it is proven that no plan as
  ///     good is nearer to it; nothing for that plan itself.
  package init(
    name: String, _ planned: ComparedTraining,
    near: (base: ComparedTraining, isNearest: Bool)? = nil
  ) {
    let (year, hosting) = (planned.year, planned.hosting)
    let delegations = year.training.delegations
    func people(_ groups: [TrainingGroup]) -> Int64 {
      groups.reduce(0) { $0 + Int64($1.headcount(in: year, hosting: hosting).people) }
    }
    let training = planned.outcome.plan?.attendances.map(\.group) ?? []
    var partners: [TrainingGroup] = []
    var guests: [TrainingGroup] = []
    var first: [TrainingGroup] = []
    for group in Set(training) {
      switch group {
      case .cohort: partners.append(group)
      case .delegation(let index):
        guests.append(group)
        if delegations[index].isFirstVisit { first.append(group) }
      }
    }
    self.init(
      problem: .training, name: name, status: planned.outcome.status,
      tiers: planned.hasPlan ? comparable(planned.outcome.tiers) : [],
      figures: [
        people(delegations.indices.map(TrainingGroup.delegation)), people(guests),
        people(partners), Int64(Set(planned.joined.values).count), people(first),
        planned.outcome.plan.map { trainingCost(of: $0, in: year, hosting: hosting) } ?? 0,
      ], moves: near.map { planned.moves(from: $0.base) } ?? [],
      hasFewestMoves: near?.isNearest ?? true)
  }
}

extension ComparedTraining {
  /// Who trains elsewhere than in another plan, or only in one of both; nobody unless both
  /// are plans.
  fileprivate func moves(from base: ComparedTraining) -> [Move] {
    guard let plan = outcome.plan, let before = base.outcome.plan else { return [] }
    let (old, new) = (base.joined, joined)
    let (groups, earlier) = (groups, base.groups)
    let now = TriedTraining(plan, in: year, hosting: hosting)
    let then = TriedTraining(before, in: base.year, hosting: base.hosting)
    func companions(_ keys: [Key: TrainingSession], of key: Key, in groups: [Key: TrainingGroup])
      -> [TrainingGroup]
    {
      keys.filter { $0.value == keys[key] }.keys.sorted().compactMap { groups[$0] }
    }
    return Set(old.keys).union(new.keys).sorted().compactMap { key in
      let (from, to) = (old[key].map(base.place), new[key].map(place))
      guard from != to else { return nil }
      var move = Move(kind: key.kind, id: key.id, from: from, to: to)
      move.people =
        groups[key]?.headcount(in: year, hosting: hosting).people
        ?? earlier[key]?.headcount(in: base.year, hosting: base.hosting).people ?? 0
      if let from {
        move.why = why(
          groups[key], notIn: from, with: companions(old, of: key, in: groups), of: now)
      } else if let to, let group = earlier[key], let session = base.session(to) {
        let reason = then.whyNot(
          group, in: session, with: companions(new, of: key, in: earlier)
        ).sentence
        move.why = reason == "" ? "" : "In the year as it is that \(reason)"
      }
      return move
    }
  }

  /// Why a group is not where it was.
  private func why(
    _ group: TrainingGroup?, notIn place: PlannedScenario.Place, with others: [TrainingGroup],
    of plan: TriedTraining
  ) -> Sentence {
    guard let group, group.headcount(in: year, hosting: hosting).people > 0 else {
      return "It is not there any more."
    }
    guard let session = session(place) else { return "There is no such session any more." }
    let reason = plan.whyNot(group, in: session, with: others).sentence
    return reason == "" ? "" : "Staying \(reason)"
  }
}
