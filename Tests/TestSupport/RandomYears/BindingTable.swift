// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// How often each rule was there, and how often it made a difference.
///
/// A rule is binding in a year when the optimum changes, or there is a plan only
/// then, once the rule is off; for quotas and criterion rules, once that one is.
package struct BindingTable: Sendable, CustomStringConvertible {
  package struct Key: Hashable, Sendable {
    package var rule: Rule
    package var isHard: Bool
  }

  package struct Count: Hashable, Sendable {
    package var present = 0
    package var binding = 0
  }

  package private(set) var counts: [Key: Count] = [:]
  package private(set) var years = 0
  package private(set) var infeasible = 0

  package init() {}

  /// Switches each rule of the year off in turn.
  package mutating func add(_ small: SmallYear) {
    let whole = optimum(small)
    years += 1
    if whole == nil { infeasible += 1 }
    for (id, rule, strictness) in Oracle(small.year, baseline: small.baseline).strictnesses
    where strictness != .off && !rule.isStructural {
      let key = Key(rule: rule, isHard: strictness == .hard)
      counts[key, default: Count()].present += 1
      if optimum(small.switchingOff(id, rule)) != whole { counts[key]?.binding += 1 }
    }
  }

  package mutating func add(_ other: BindingTable) {
    years += other.years
    infeasible += other.infeasible
    for (key, count) in other.counts {
      counts[key, default: Count()].present += count.present
      counts[key, default: Count()].binding += count.binding
    }
  }

  /// Rules, hard or soft, that never made a difference.
  package var neverBinding: [Key] {
    Rule.allCases.filter { !$0.isStructural }.flatMap { rule in
      [Key(rule: rule, isHard: true), Key(rule: rule, isHard: false)]
    }.filter { (counts[$0]?.binding ?? 0) == 0 }
  }

  package var description: String {
    func padded(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    var lines = ["\(years) years, \(infeasible) infeasible", "rule: binding/present hard, soft"]
    for rule in Rule.allCases where !rule.isStructural {
      let cells = [true, false].map { isHard in
        let count = counts[Key(rule: rule, isHard: isHard)] ?? Count()
        return padded("\(count.binding)/\(count.present)", 10)
      }
      lines.append(padded(rule.rawValue, 18) + cells.joined())
    }
    return lines.joined(separator: "\n")
  }

  private func optimum(_ small: SmallYear) -> [TierResult]? {
    BruteForce.bestDispatch(small.year, baseline: small.baseline)?.tiers
  }
}

extension SmallYear {
  /// The year with one rule off.
  package func switchingOff(_ id: String, _ rule: Rule) -> SmallYear {
    var copy = self
    switch rule {
    case .quota:
      for index in copy.year.rules.quotas.indices where copy.year.rules.quotas[index].id == id {
        copy.year.rules.quotas[index].strictness = .off
      }
    case .criterion:
      for index in copy.year.rules.criteria.indices where copy.year.rules.criteria[index].id == id {
        copy.year.rules.criteria[index].strictness = .off
      }
    default: copy.year.rules.strictness[rule] = .off
    }
    return copy
  }
}
