// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Programme

extension DispatchFormulation {
  /// Slots of one base and cohort; at most one of their posts is open.
  private struct Home: Hashable {
    var base: Int
    var cohort: Int
  }

  /// Rule `companions`, stated once for each base and cohort.
  ///
  /// With *w* partners at a base, of whom *g* are guarded, and *m* at bases
  /// near by, in posts that do not contain the base's school (the others cannot
  /// be open beside it), *n* others are there when *w* − 1 + *m* ≥ *n*. At a
  /// base with one seat that reads *n* · *w* ≤ *m*, which is also the tightest
  /// linear form; elsewhere a switch says whether there is company.
  mutating func addCompanions() {
    let strictness = year.rules[.companions]
    guard strictness != .off else { return }
    let rule = year.rules.companions
    let neighbours = SchoolNeighbours(year, within: rule.withinMetres)
    var slotsOfHome: [Home: [Int]] = [:]
    for (slot, _) in seats {
      let entry = eligibility.slots[slot]
      let home = Home(base: eligibility.posts[entry.post].base, cohort: entry.cohort)
      slotsOfHome[home, default: []].append(slot)
    }
    let homes = slotsOfHome.keys.sorted { ($0.base, $0.cohort) < ($1.base, $1.cohort) }
    var counts: [Home: Column] = [:]
    for home in homes {
      counts[home] = count(
        "home", subjects(home), of: (slotsOfHome[home] ?? []).compactMap { seatColumns[$0] })
    }
    let guardedSet = personSet { [eligibility] in
      eligibility.isGuarded(applicant: $0, cohort: $1)
    }
    for home in homes {
      guard let count = counts[home], let slots = slotsOfHome[home] else { continue }
      var near: [Term] = []
      for other in neighbours[home.base] {
        let key = Home(base: other, cohort: home.cohort)
        guard let column = counts[key] else { continue }
        near.append(Term(column, 1))
        for slot in slotsOfHome[key] ?? [] {
          let post = eligibility.posts[eligibility.slots[slot].post]
          if post.schools.contains(home.base), let seat = seatColumns[slot] {
            near.append(Term(seat, -1))
          }
        }
      }
      addCompany(
        home, slots: slots, count: count, near: near, guardedSet: guardedSet, rule, strictness)
    }
  }

  private func subjects(_ home: Home) -> [String] {
    [year.schools[home.base].id, year.cohorts[home.cohort].id]
  }

  private mutating func addCompany(
    _ home: Home, slots: [Int], count: Column, near: [Term], guardedSet: Int?,
    _ rule: CompanionsRule, _ strictness: Strictness
  ) {
    let name = Rule.companions.rawValue
    let subjects = subjects(home)
    let guarded: [(triple: Int32, coefficient: Int64)] = slots.flatMap { slot in
      triples.ofSlot[slot].filter {
        eligibility.isGuarded(
          applicant: Int(triples.applicants[Int($0)]), cohort: home.cohort)
      }.map { ($0, 1) }
    }
    let hasGuarded = !guarded.isEmpty || !triples.isComplete
    func scope(_ coefficient: Int64) -> PeopleRow.Scope? {
      guardedSet.map { .selected(set: $0, slots: slots, coefficient: coefficient) }
    }
    let most = slots.map { eligibility.posts[eligibility.slots[$0].post].seatsMax }.max() ?? 1

    // Who needs company: every guarded partner when lonely others cost nothing,
    // else everybody less those whose loneliness is paid for.
    var needing: [Term] = []
    var needingTriples: [(triple: Int32, coefficient: Int64)] = []
    let isGuardedOnly = strictness.penalty == nil && rule.penaltyOthers == 0
    if isGuardedOnly {
      needingTriples = guarded
    } else {
      needing = [Term(count, 1)]
      let lonely = violation(
        of: name, penalty: rule.penaltyOthers, upper: Int64(most),
        subjects.joined(separator: ","), "others")
      needing.append(Term(lonely, -1))
      pend(
        name, subjects, [Term(lonely, 1), Term(count, -1)], triples: guarded, upper: 0,
        part: "others", scope: scope(1))
      if let penalty = strictness.penalty, hasGuarded {
        let lonelyGuarded = violation(
          of: name, penalty: penalty, upper: Int64(most), subjects.joined(separator: ","),
          "guarded")
        needing.append(Term(lonelyGuarded, -1))
        pend(
          name, subjects, [Term(lonelyGuarded, 1)], triples: guarded.map { ($0.triple, -1) },
          upper: 0, part: "guarded", scope: scope(-1))
      }
    }

    let others = Int64(rule.others)
    if most == 1 {
      pend(
        name, subjects,
        needing.map { Term($0.column, $0.coefficient * others) }
          + near.map { Term($0.column, -$0.coefficient) },
        triples: needingTriples.map { ($0.triple, others) }, upper: 0,
        scope: isGuardedOnly ? scope(others) : nil)
      return
    }
    let company = program.addColumn(
      named: "company(\(subjects.joined(separator: ",")))", lower: 0, upper: 1, isInteger: true,
      origin: Origin(rule: name, subjects: subjects))
    switchColumns.append(company)
    row(
      name, subjects, near + [Term(count, 1), Term(company, -(others + 1))], lower: 0,
      part: "company")
    pend(
      name, subjects, needing + [Term(company, -Int64(most))], triples: needingTriples,
      upper: 0, scope: isGuardedOnly ? scope(1) : nil)
  }
}
