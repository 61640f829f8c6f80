// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Formulations
package import Programme
package import ProgrammeFiles
package import Verification
internal import Wording

/// What is asked about in a plan of activities.
package enum ReturneeSubject: Hashable, Sendable {
  /// Indices into the year's returnees and activities.
  case returnee(Int)
  case activity(Int)
}

extension ReturneeActivities: ExplainedProblem {
  package typealias Subject = ReturneeSubject

  package static var subjectKinds: [String] { ["returnee", "activity"] }

  package static func subject(
    _ kind: String, _ id: String, in year: ProgrammeYear
  ) throws(UnknownSubject) -> ReturneeSubject {
    let data = year.returnees
    let names = kind == "returnee" ? data.returnees.map(\.id) : data.activities.map(\.id)
    guard let index = names.firstIndex(of: id) else { throw UnknownSubject(names: names) }
    return kind == "returnee" ? .returnee(index) : .activity(index)
  }

  package static func name(
    of subject: ReturneeSubject, in year: ProgrammeYear
  ) -> (kind: String, id: String) {
    switch subject {
    case .returnee(let index): ("returnee", year.returnees.returnees[index].id)
    case .activity(let index): ("activity", year.returnees.activities[index].id)
    }
  }

  // MARK: - What the plan says

  package static func facts(
    about subject: ReturneeSubject, in plan: ReturneePlan, of year: ProgrammeYear, isInternal: Bool
  ) -> ExplainedFacts {
    switch subject {
    case .returnee(let index): facts(aboutReturnee: index, in: plan, of: year)
    case .activity(let index): facts(aboutActivity: index, in: plan, of: year, isInternal)
    }
  }

  private static func facts(
    aboutReturnee index: Int, in plan: ReturneePlan, of year: ProgrammeYear
  ) -> ExplainedFacts {
    let data = year.returnees
    let id = data.returnees[index].id
    let own = plan.participations.filter { $0.returnee == index }.map(\.activity).sorted {
      (data.activities[$0].days.lowerBound, $0) < (data.activities[$1].days.lowerBound, $1)
    }
    var lines =
      own.isEmpty
      ? [localized("\(id) takes part in nothing.")]
      : [localized("\(id) takes part in \(counted(own.count, "activity", "activities")):")]
    lines += own.map { activity in
      let way =
        data.activities[activity].isOnline
        ? localized("on line")
        : localized(
          """
          \(decimal(Double(data.metres(index, to: activity)) / 1_000, digits: 1)) km away, \
          ¥\(grouped(1_000 * Int(data.cost(index, to: activity))))
          """)
      return localized("  \(phrase(activity, in: year)), \(way)")
    }
    // One look at the person in everything tells which rules keep them out of what.
    let everywhere = ReturneePlan(
      data.activities.indices.map { Participation(returnee: index, activity: $0) })
    let checks = verifyReturnees(everywhere, in: year).rules.filter { check in
      ReturneeRule.pairwise.contains { $0.rawValue == check.id }
    }
    let barred = checks.filter { $0.strictness == .hard && !$0.violations.isEmpty }
    let kept = Set(barred.flatMap { $0.violations.compactMap(\.subjects.last) })
    let (open, all) = (data.activities.count - kept.count, grouped(data.activities.count))
    let counts = barred.map { "\($0.id) \(grouped($0.violations.count))" }
    lines.append(
      barred.isEmpty
        ? localized(
          """
          By rules about one person and one activity \(id) may take part in \(grouped(open)) of \
          \(all).
          """)
        : localized(
          """
          By rules about one person and one activity \(id) may take part in \(grouped(open)) of \
          \(all); kept out: \(Listing(counts, .plain)).
          """))
    return ExplainedFacts(
      lines,
      [
        "activities": .array(own.map { .string(data.activities[$0].id) }),
        "may_take_part_in": .integer(data.activities.count - kept.count),
        "kept_out": .object(
          Dictionary(
            barred.map { ($0.id, .integer($0.violations.count)) },
            uniquingKeysWith: { first, _ in first })),
      ])
  }

  private static func facts(
    aboutActivity index: Int, in plan: ReturneePlan, of year: ProgrammeYear, _ isInternal: Bool
  ) -> ExplainedFacts {
    let data = year.returnees
    let activity = data.activities[index]
    let people = plan.participations.filter { $0.activity == index }.map(\.returnee)
    var members: [String: CanonicalJSON] = [
      "takes_place": .boolean(!people.isEmpty), "reach": .integer(activity.reach),
      "seats_min": .integer(activity.seatsMin), "seats_max": .integer(activity.seatsMax),
      "returnees": .array(people.map { .string(data.returnees[$0].id) }), "why_not": .null,
    ]
    guard !people.isEmpty else {
      let reason = whyUnmet(plan, in: year).first { $0.activity == index }?.sentence ?? ""
      members["why_not"] = .string(reason)
      return ExplainedFacts(
        [localized("\(phrase(index, in: year)) does not take place."), reason].filter {
          !$0.isEmpty
        },
        members)
    }
    return ExplainedFacts(
      [
        localized(
          """
          \(phrase(index, in: year)) takes place with \(people.count, "person", "people") \
          (\(activity.seatsMin) to \(activity.seatsMax) may come) and reaches \
          \(activity.reach, "person", "people"):
          """)
      ]
        + people.map { person in
          let returnee = data.returnees[person]
          let further = [
            returnee.name, returnee.prefecture, returnee.leads ? localized("can lead") : "",
          ]
          return "  \(returnee.id)"
            + (isInternal
              ? " (\(further.filter { !$0.isEmpty }.joined(separator: ", ")))" : "")
        }, members)
  }

  /// Such as `E1 (school-talk in Osaka, 2026-05-10)`.
  private static func phrase(_ activity: Int, in year: ProgrammeYear) -> String {
    let offer = year.returnees.activities[activity]
    let (first, last) = (offer.days.lowerBound, offer.days.upperBound)
    let days = first == last ? localized("\(first)") : localized("\(first) to \(last)")
    let place = offer.isOnline ? localized("on line") : localized("in \(offer.prefecture)")
    return offer.kind.isEmpty
      ? localized("\(offer.id) (\(place), \(days))")
      : localized("\(offer.id) (\(offer.kind) \(place), \(days))")
  }

  package static func binding(
    _ subject: ReturneeSubject, in plan: ReturneePlan, of year: ProgrammeYear, rules: [RuleCheck]
  ) -> [(words: String, rules: [RuleCheck])] {
    guard case .returnee(let index) = subject else { return [] }
    let without = ReturneePlan(plan.participations.filter { $0.returnee != index })
    guard without != plan else { return [] }
    let needs = worsened(rules, in: verifyReturnees(without, in: year).rules)
    return [
      (localized("Without \(year.returnees.returnees[index].id) there would be broken:"), needs)
    ]
  }

  // MARK: - Alternatives

  package static func candidates(
    for subject: ReturneeSubject, in plan: ReturneePlan, of year: ProgrammeYear
  ) -> [[ReturneeForce]] {
    let now = Set(plan.participations)
    let eligibility = ReturneeEligibility(year)
    var own = Set(
      eligibility.pairs.map { Participation(returnee: $0.returnee, activity: $0.activity) })
    own.formUnion(now)
    var candidates: [[ReturneeForce]] = []
    if case .activity(let index) = subject {
      let isHeld = now.contains { $0.activity == index }
      candidates.append([.takesPlace(activity: index, !isHeld)])
    }
    return candidates
      + own.filter { pair in
        switch subject {
        case .returnee(let index): pair.returnee == index
        case .activity(let index): pair.activity == index
        }
      }.sorted().map { [.takesPart($0, !now.contains($0))] }
  }

  package static func words(
    _ forced: [ReturneeForce], for subject: ReturneeSubject, in year: ProgrammeYear
  ) -> (words: String, document: CanonicalJSON) {
    let data = year.returnees
    var words: [String] = []
    var rows: [CanonicalJSON] = []
    for force in forced {
      switch force {
      case .takesPart(let pair, let isPart):
        let (returnee, activity) = (
          data.returnees[pair.returnee].id, data.activities[pair.activity].id
        )
        if case .returnee = subject {
          words.append(
            isPart
              ? localized("taking part in \(activity)")
              : localized("not taking part in \(activity)"))
        } else {
          words.append(isPart ? localized("with \(returnee)") : localized("without \(returnee)"))
        }
        rows.append([
          "returnee": .string(returnee), "activity": .string(activity),
          "takes_part": .boolean(isPart),
        ])
      case .takesPlace(let activity, let isPlace):
        words.append(isPlace ? localized("taking place") : localized("not taking place"))
        rows.append([
          "activity": .string(data.activities[activity].id), "takes_place": .boolean(isPlace),
        ])
      }
    }
    return (words.joined(separator: ", "), rows.count == 1 ? rows[0] : .array(rows))
  }

  // MARK: - Single changes

  package static func remedies(
    for subject: ReturneeSubject, in plan: ReturneePlan, of year: ProgrammeYear
  ) -> [YearRemedy<ReturneeActivities>] {
    let name = name(of: subject, in: year).id
    let isThere = plan.participations.contains { pair in
      switch subject {
      case .returnee(let index): pair.returnee == index
      case .activity(let index): pair.activity == index
      }
    }
    guard !isThere else { return [] }
    let outcome: @Sendable (ReturneePlan) -> (words: String, helps: Bool) = { plan in
      switch subject {
      case .returnee(let index):
        let own = plan.participations.filter { $0.returnee == index }.map {
          year.returnees.activities[$0.activity].id
        }
        return own.isEmpty
          ? (localized("the best plan still has nothing for \(name)"), false)
          : (localized("the best plan has \(name) in \(own.joined(separator: ", "))"), true)
      case .activity(let index):
        let isHeld = plan.participations.contains { $0.activity == index }
        return isHeld
          ? (localized("\(name) takes place in the best plan"), true)
          : (localized("\(name) still does not take place in the best plan"), false)
      }
    }
    func remedy(
      _ words: String, _ cells: [String: CanonicalJSON],
      _ change: @escaping @Sendable (inout ProgrammeYear) -> Void
    ) -> YearRemedy<ReturneeActivities> {
      YearRemedy(words, cells, outcome: outcome, change: change)
    }
    var found: [YearRemedy<ReturneeActivities>] = []
    switch subject {
    case .returnee(let index):
      if let metres = nextWay(of: index, in: year) {
        let kilometres = (metres + 999) / 1_000
        found.append(
          remedy(
            localized("\(kilometres) km as the farthest way of \(name)"),
            ["returnees.\(name).travel_km": .integer(kilometres)]
          ) { $0.returnees.returnees[index].travelMetres = 1_000 * kilometres })
      }
    case .activity(let index):
      let activity = year.returnees.activities[index]
      if activity.seatsMin > 1 {
        found.append(
          remedy(
            localized("\(activity.seatsMin - 1) in place of \(activity.seatsMin) people needed"),
            ["activities.\(name).seats_min": .integer(activity.seatsMin - 1)]
          ) { $0.returnees.activities[index].seatsMin -= 1 })
      }
      if activity.leaders > 0 {
        found.append(
          remedy(
            localized("\(activity.leaders - 1) in place of \(activity.leaders) leaders asked for"),
            ["activities.\(name).leaders": .integer(activity.leaders - 1)]
          ) { $0.returnees.activities[index].leaders -= 1 })
      }
    }
    // Rules that are law are no matter of talking.
    let rules = year.returnees.rules
    for rule in ReturneeRule.allCases
    where rules[rule] == .hard && !(rules.standings[rule]?.isLaw ?? rule.isUsuallyLaw) {
      if rule == .budget, rules.totalBudget == nil { continue }
      found.append(
        remedy(
          localized("the rule \(rule.rawValue) off"),
          ["returnees.rules.\(rule.rawValue).off": .boolean(true)]
        ) { $0.returnees.rules.strictness[rule] = .off })
    }
    return found.filter { remedy in
      var changed = year
      remedy.change(&changed)
      return isPossible(subject, in: changed)
    }
  }

  /// The way to the nearest activity that only distance keeps somebody from.
  private static func nextWay(of returnee: Int, in year: ProgrammeYear) -> Int? {
    guard year.returnees.rules[.distance] == .hard else { return nil }
    var free = year
    free.returnees.rules.strictness[.distance] = .off
    let now = Set(
      ReturneeEligibility(year).pairs.filter { $0.returnee == returnee }.map(\.activity))
    return ReturneeEligibility(free).pairs.filter {
      $0.returnee == returnee && !now.contains($0.activity)
    }.map { year.returnees.metres(returnee, to: $0.activity) }.min()
  }

  /// Whether rules about one person and one activity leave enough pairs.
  private static func isPossible(_ subject: ReturneeSubject, in year: ProgrammeYear) -> Bool {
    let eligibility = ReturneeEligibility(year)
    switch subject {
    case .returnee(let index): return eligibility.pairs.contains { $0.returnee == index }
    case .activity(let index):
      return eligibility.pairs(ofActivity: index).count
        >= year.returnees.activities[index].seatsMin
    }
  }
}
