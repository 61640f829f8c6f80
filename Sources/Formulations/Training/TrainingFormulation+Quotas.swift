// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Programme

extension TrainingFormulation {
  /// Rule `quota`.
  mutating func addQuotas() {
    for quota in rules.quotas where quota.strictness != .off && isDecided(quota) {
      let selected = count("quota", quota.id, of: quota.select)
      let most = Int64(peopleOfDelegations)
      let penalty = quota.strictness.penalty
      if let minimum = quota.minimum {
        bound(quota.id, "fewest", [Term(selected, 1)], lower: Int64(minimum), 1, penalty, most)
      }
      if let maximum = quota.maximum {
        bound(quota.id, "most", [Term(selected, 1)], upper: Int64(maximum), 1, penalty, most)
      }
      guard let share = quota.share else { continue }
      let whole = count("quota-of", quota.id, of: share.of)
      if let percent = share.minimumPercent {
        bound(
          quota.id, "share-fewest", [Term(selected, 100), Term(whole, -Int64(percent))], lower: 0,
          100, penalty, most)
      }
      if let percent = share.maximumPercent {
        bound(
          quota.id, "share-most", [Term(selected, 100), Term(whole, -Int64(percent))], upper: 0,
          100, penalty, most)
      }
    }
  }

  /// Whether all sessions of each pattern count alike for a quota.
  ///
  /// Where they do not, a coarse formulation knows nothing of it.
  private func isDecided(_ quota: TrainingQuota) -> Bool {
    guard resolution != .exact else { return true }
    let conditions = quota.select.conditions + (quota.share?.of.conditions ?? [])
    return conditions.allSatisfy {
      switch $0.attribute {
      case .site: resolution == .siteMonth
      case .month: resolution != .year
      default: true
      }
    }
  }

  /// Holds a sum above a lower or below an upper side; a soft quota pays for
  /// each unit, which moves the sum by `step`.
  private mutating func bound(
    _ id: String, _ part: String, _ sum: [Term], lower: Int64? = nil, upper: Int64? = nil,
    _ step: Int64, _ penalty: Int?, _ most: Int64
  ) {
    var terms = sum
    let origin = Origin(rule: "quota", subjects: [id])
    if let penalty {
      // Nobody is short of more people than the side asks for.
      let column = program.addColumn(
        named: "violation(quota,\(id),\(part))", in: 0...max(most, lower ?? 0), origin: origin)
      terms.append(Term(column, lower == nil ? -step : step))
      penaltyTerms.append(Term(column, Int64(penalty)))
    }
    program.addRow(
      named: "quota.\(part)(\(id))", terms: terms, lower: lower, upper: upper, origin: origin)
  }

  /// A column that counts the people of delegations in sessions that a selector
  /// selects.
  private mutating func count(
    _ kind: String, _ id: String, of selector: TrainingSelector
  ) -> Column {
    let origin = Origin(rule: "quota", subjects: [id])
    let column = program.addColumn(
      named: "count(\(kind),\(id))", in: 0...Int64(peopleOfDelegations), origin: origin)
    var terms = [Term(column, -1)]
    for (index, group) in classes.enumerated() {
      guard let delegation = group.delegation else { continue }
      for (pattern, join) in joinsOfClass[index]
      where eligibility.selects(selector, delegation, patterns[pattern].sessions[0]) {
        terms.append(Term(join, Int64(group.people)))
      }
    }
    program.addRow(
      named: "count(\(kind),\(id))", terms: terms, lower: 0, upper: 0, origin: origin)
    return column
  }

  /// People of all delegations that may train.
  var peopleOfDelegations: Int {
    classes.reduce(0) { sum, group in
      sum + (group.delegation == nil ? 0 : group.people * group.groups.count)
    }
  }
}

extension TrainingEligibility {
  /// Whether a selector selects a delegation in a session.
  func selects(_ selector: TrainingSelector, _ delegation: Int, _ session: Int) -> Bool {
    selector.conditions.allSatisfy { condition in
      condition.test.holds(for: value(of: condition.attribute, delegation, session))
    }
  }

  private func value(
    of attribute: TrainingAttribute, _ index: Int, _ session: Int
  ) -> AttributeValue {
    let delegation = year.training.delegations[index]
    let school = year.schools[delegation.school]
    return switch attribute {
    case .delegation: .word(delegation.id)
    case .school: .word(school.id)
    case .country: .word(year.countries[school.country].id)
    case .area: .word(school.area)
    case .trainee: .word(delegation.trainee.rawValue)
    case .level: .word(delegation.level.rawValue)
    case .firstVisit: AttributeValue(delegation.isFirstVisit)
    case .priority: .number(delegation.priority)
    case .tags: .list(delegation.tags)
    case .course: .word(year.training.courses[sessions[session].course].id)
    case .site: .word(year.sites[sessions[session].site].id)
    case .month: .number(sessions[session].start.parts.month)
    }
  }
}
