// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension SmallYear {
  /// A line for each rule that is not off, with its parameters.
  func ruleLines() -> [String] {
    var lines: [String] = []
    for rule in Rule.allCases where !rule.isStructural && rule != .quota && rule != .criterion {
      let strictness = year.rules[rule]
      guard strictness != .off else { continue }
      let parameters = parameters(of: rule)
      lines.append(
        "rule \(rule.rawValue) \(text(strictness))" + (parameters.isEmpty ? "" : ": " + parameters))
    }
    for quota in year.rules.quotas {
      var line = "quota \(quota.id) \(text(quota.strictness)): select \(text(quota.select))"
      if let minimum = quota.minimum { line += " min \(minimum)" }
      if let maximum = quota.maximum { line += " max \(maximum)" }
      if let share = quota.share {
        line += " of \(text(share.of))"
        if let percent = share.minimumPercent { line += " min \(percent)%" }
        if let percent = share.maximumPercent { line += " max \(percent)%" }
      }
      if let each = quota.each { line += " each \(each.rawValue)" }
      lines.append(line)
    }
    for rule in year.rules.criteria {
      lines.append(
        "criterion rule \(rule.id) \(text(rule.strictness)): \(rule.criterion.rawValue)"
          + " at least \(rule.minimum) for \(text(rule.select))")
    }
    return lines
  }

  private func text(_ strictness: Strictness) -> String {
    switch strictness {
    case .hard: "hard"
    case .soft(let penalty): "soft(\(penalty))"
    case .off: "off"
    }
  }

  private func parameters(of rule: Rule) -> String {
    let rules = year.rules
    return switch rule {
    case .language: "\(rules.language.minimum), remote \(rules.language.minimumRemote)"
    case .hours: "\(rules.hours.minimum)…\(rules.hours.maximum)"
    case .travel: "\(rules.travel.maximumMetres) m"
    case .companions:
      "\(rules.companions.others) in \(rules.companions.withinMetres) m, oldest "
        + "\(rules.companions.oldestAge), low \(rules.companions.lowLanguageBelow), others "
        + "\(rules.companions.penaltyOthers)"
    case .budget: rules.budget.total.map { "total \($0)" } ?? ""
    case .rotation: "\(rules.rotation.maximumYearsRunning) years"
    default: ""
    }
  }

  private func text(_ selector: Selector) -> String {
    let conditions = selector.conditions.map { condition in
      let test =
        switch condition.test {
        case .among(let words): " in {\(words.joined(separator: " "))}"
        case .noneAmong(let words): " not in {\(words.joined(separator: " "))}"
        case .range(let least, let most):
          " \(least.map(String.init) ?? "")…\(most.map(String.init) ?? "")"
        }
      return condition.attribute.rawValue + test
    }
    return "[" + conditions.joined(separator: " & ") + "]"
  }
}
