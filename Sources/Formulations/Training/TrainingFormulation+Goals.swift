// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
package import Programme

extension TrainingFormulation {
  /// The tiers of a year in the planner's order, by name.
  package static func tierNames(of year: ProgrammeYear, hasBaseline: Bool) -> [String] {
    year.training.objective.filter { $0 != .changes || hasBaseline }.map(\.rawValue)
  }

  /// The linear objectives of all goals but fairness, and the groups of that.
  mutating func addGoals() {
    addCost()
    set(.trained, .maximize) { [year] delegation, _ in
      Int64(year.training.delegations[delegation].priority)
    }
    set(.firstVisits, .maximize) { [year] delegation, _ in
      year.training.delegations[delegation].isFirstVisit ? 1 : 0
    }
    set(.months, .minimize) { [eligibility] delegation, pattern in
      eligibility.isUnloved(delegation, pattern.sessions) ? 1 : 0
    }
    addMixing()
    addPenalties()
    addChanges()
    addAnnounced()
    addFairness()
  }

  /// Sets a goal that sums something over the people of delegations.
  private mutating func set(
    _ goal: TrainingGoal, _ sense: Sense,
    _ weight: (_ delegation: Int, _ pattern: SessionPattern) -> Int64
  ) {
    var tier = Tier(name: goal.rawValue, sense: sense, terms: [])
    for (index, group) in classes.enumerated() {
      guard let delegation = group.delegation else { continue }
      for (pattern, column) in joinsOfClass[index] {
        let weight = weight(delegation, patterns[pattern]) * Int64(group.people)
        if weight != 0 { tier.terms.append(Term(column, weight)) }
      }
    }
    objectives[goal.rawValue] = tier
  }

  /// Goal `cost` and rule `budget`, in thousands of yen.
  private mutating func addCost() {
    var tier = Tier(name: TrainingGoal.cost.rawValue, sense: .minimize, terms: [])
    for (index, pattern) in patterns.enumerated() {
      let course = course(of: pattern)
      let months = Set(pattern.sessions.map { eligibility.sessions[$0].start.parts.month })
      for (join, column) in zip(pattern.joins, joins[index]) {
        let group = classes[join.group]
        let fares = year.countries[group.country].fares
        let fare = group.cohort == nil ? months.map { fares[$0] }.min() ?? 0 : 0
        let person = thousands(fare + Int64(course.days) * course.costPerDay)
        tier.terms.append(Term(column, person * Int64(group.people)))
      }
      tier.terms.append(Term(open[index], thousands(course.costPerSession)))
    }
    tier.terms.removeAll { $0.coefficient == 0 }
    objectives[tier.name] = tier
    guard rules[.budget] != .off, let total = rules.totalBudget else { return }
    let origin = Origin(rule: "budget")
    var terms = tier.terms
    if let penalty = rules[.budget].penalty {
      let most = tier.terms.reduce(Int64(0)) { sum, term in
        sum + term.coefficient * (program.bounds(of: term.column).upper ?? 0)
      }
      let over = program.addColumn(
        named: "violation(budget)", in: 0...max(0, most / 10 + 1), origin: origin)
      // A unit is each started ¥10,000.
      terms.append(Term(over, -BudgetRule.unit / 1_000))
      penaltyTerms.append(Term(over, Int64(penalty)))
    }
    program.addRow(
      named: "budget", terms: terms, upper: total >= 0 ? total / 1_000 : 0, origin: origin)
  }

  private func thousands(_ yen: Int64) -> Int64 { (yen + 999) / 1_000 }

  private mutating func addMixing() {
    var tier = Tier(name: TrainingGoal.mixing.rawValue, sense: .maximize, terms: [])
    for (spot, countries) in presence.sorted(by: { $0.key < $1.key }) {
      tier.terms += countries.map { Term($0.column, 1) }
      tier.terms += spots[spot].map { Term(open[$0], -1) }
    }
    objectives[tier.name] = tier
  }

  private mutating func addPenalties() {
    var tier = Tier(name: TrainingGoal.penalties.rawValue, sense: .minimize, terms: penaltyTerms)
    for (index, pattern) in patterns.enumerated() {
      for (join, column) in zip(pattern.joins, joins[index]) where join.penalty != 0 {
        tier.terms.append(Term(column, join.penalty))
      }
    }
    objectives[tier.name] = tier
  }

  /// People of groups that do not do what they did before.
  private mutating func addChanges() {
    guard let baseline, baseline.hasPlan else { return }
    var tier = Tier(name: TrainingGoal.changes.rawValue, sense: .minimize, terms: [])
    for (index, group) in classes.enumerated() {
      // Members of a class had the same session.
      let earlier = baseline.earlier[group.groups[0]]
      let didTrain = baseline.trained.contains(group.groups[0])
      let people = Int64(group.people)
      if didTrain { tier.constant += people * Int64(group.groups.count) }
      for (pattern, column) in joinsOfClass[index] {
        if !didTrain {
          tier.terms.append(Term(column, people))
        } else if let earlier,
          patterns[pattern].sessions.contains(where: { eligibility.sessions[$0] == earlier })
        {
          tier.terms.append(Term(column, -people))
        }
      }
    }
    // Those whom a rule keeps at home now cannot go back to where they were.
    let counted = Set(classes.flatMap(\.groups))
    for group in baseline.trained where !counted.contains(group) {
      if case .delegation(let index) = group {
        tier.constant += Int64(year.training.delegations[index].headcount.people)
      }
    }
    objectives[tier.name] = tier
  }

  /// The countries' counts of people trained, and what they are compared with.
  private mutating func addFairness() {
    var delegated = [Int](repeating: 0, count: year.countries.count)
    for delegation in year.training.delegations {
      delegated[year.schools[delegation.school].country] += delegation.headcount.people
    }
    var hosted = [Int](repeating: 0, count: year.countries.count)
    for (cohort, partners) in zip(year.cohorts, eligibility.hosting.partners) {
      hosted[cohort.country] += partners.people
    }
    let countries = year.countries.indices.filter { delegated[$0] > 0 && hosted[$0] > 0 }
    let factor =
      countries.map { (delegated[$0] + hosted[$0] - 1) / hosted[$0] }.max() ?? 1
    for country in countries {
      let id = year.countries[country].id
      let origin = Origin(rule: TrainingGoal.fairness.rawValue, subjects: [id])
      var terms: [Term] = []
      var most: Int64 = 0
      for (index, group) in classes.enumerated()
      where group.delegation != nil && group.country == country {
        most += Int64(group.people * group.groups.count)
        terms += joinsOfClass[index].map { Term($0.column, Int64(group.people)) }
      }
      let column = program.addColumn(named: "trained(\(id))", in: 0...most, origin: origin)
      program.addRow(
        named: "trained(\(id))", terms: terms + [Term(column, -1)], lower: 0, upper: 0,
        origin: origin)
      fairnessGroups.append(
        FairnessGroup(
          tier: TrainingGoal.fairness.rawValue, subjects: [id], column: column,
          denominator: factor * hosted[country]))
    }
  }
}
