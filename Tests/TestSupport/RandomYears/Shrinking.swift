// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// The smallest year found that still misbehaves.
///
/// Parts are taken away one at a time as long as the trouble stays: applicants,
/// schools, cohorts, rows, rules, goals, and values that are not the default.
///
/// - Parameters:
///   - small: A year that misbehaves.
///   - stays: Whether a year still does.
/// - Returns: A year from which nothing more can be taken.
package func shrink(_ small: SmallYear, while stays: (SmallYear) -> Bool) -> SmallYear {
  var current = small
  var isSmaller = true
  while isSmaller {
    isSmaller = false
    var position = 0
    // Candidates are asked for anew after each success; positions that failed
    // before are not tried again in this round.
    while true {
      let candidates = current.simplerYears()
      guard position < candidates.count else { break }
      if stays(candidates[position]) {
        current = candidates[position]
        isSmaller = true
      } else {
        position += 1
      }
    }
  }
  return current
}

extension SmallYear {
  /// Every year that lacks one thing of this one.
  func simplerYears() -> [SmallYear] {
    var years: [SmallYear] = []
    for index in year.applicants.indices.reversed() { years.append(removing(applicant: index)) }
    for index in year.schools.indices.reversed() { years.append(removing(school: index)) }
    if year.cohorts.count > 1 {
      for index in year.cohorts.indices.reversed() { years.append(removing(cohort: index)) }
    }
    years += withoutRules() + withoutRows() + withoutValues()
    return years
  }

  private func with(_ change: (inout SmallYear) -> Void) -> SmallYear {
    var copy = self
    change(&copy)
    return copy
  }

  private func withoutRules() -> [SmallYear] {
    var years: [SmallYear] = []
    for rule in Rule.allCases
    where !rule.isStructural && rule != .quota && rule != .criterion && year.rules[rule] != .off {
      years.append(switchingOff(rule.rawValue, rule))
    }
    for index in year.rules.quotas.indices {
      years.append(with { $0.year.rules.quotas.remove(at: index) })
      let quota = year.rules.quotas[index]
      if quota.each != nil { years.append(with { $0.year.rules.quotas[index].each = nil }) }
      for condition in quota.select.conditions.indices {
        years.append(with { $0.year.rules.quotas[index].select.conditions.remove(at: condition) })
      }
    }
    for index in year.rules.criteria.indices {
      years.append(with { $0.year.rules.criteria.remove(at: index) })
    }
    return years
  }

  private func withoutRows() -> [SmallYear] {
    var years: [SmallYear] = []
    if baseline != nil { years.append(with { $0.baseline = nil }) }
    for index in (baseline ?? []).indices {
      years.append(with { $0.baseline?.remove(at: index) })
    }
    for index in year.pins.indices { years.append(with { $0.year.pins.remove(at: index) }) }
    for index in year.siteBookings.indices {
      years.append(with { $0.year.siteBookings.remove(at: index) })
    }
    for index in (year.givenPosts ?? []).indices {
      let id = year.givenPosts?[index].id ?? ""
      guard !year.pins.contains(where: { $0.place == .post(id) }) else { continue }
      years.append(with { $0.year.givenPosts?.remove(at: index) })
    }
    if year.objective.count > 1 {
      for index in year.objective.indices {
        years.append(with { $0.year.objective.remove(at: index) })
      }
    }
    for criterion in Criterion.allCases where (year.weights[criterion] ?? 0) > 0 {
      years.append(with { $0.year.weights[criterion] = 0 })
    }
    return years
  }

  /// Years in which one school, applicant or cohort is plainer.
  private func withoutValues() -> [SmallYear] {
    var years: [SmallYear] = []
    func add(_ simpler: SmallYear, _ isSame: Bool) { if !isSame { years.append(simpler) } }
    if year.bundles.maximumSchools > 1 {
      years.append(with { $0.year.bundles.maximumSchools -= 1 })
    }
    for index in year.schools.indices {
      let school = year.schools[index]
      func plainer(_ change: (inout School) -> Void) {
        let simpler = with { change(&$0.year.schools[index]) }
        add(simpler, simpler.year.schools[index] == school)
      }
      plainer { $0.cohorts = [] }
      plainer { $0.seatsMin = 1 }
      plainer { $0.seatsMax = $0.seatsMin }
      plainer { $0.priority = 1 }
      plainer { $0.tags = [] }
      plainer { $0.skillsWanted = [] }
      plainer { $0.isRemote = false }
      plainer { $0.isRenewal = false }
      plainer { $0.lastHostedYear = nil }
      plainer { $0.yearsRunning = 0 }
      plainer { $0.housing = .any }
    }
    for index in year.applicants.indices {
      let applicant = year.applicants[index]
      func plainer(_ change: (inout Applicant) -> Void) {
        let simpler = with { change(&$0.year.applicants[index]) }
        add(simpler, simpler.year.applicants[index] == applicant)
      }
      plainer { $0.countryRanks = [] }
      plainer { $0.cohorts = [] }
      plainer { $0.tags = [] }
      plainer { $0.skills = [] }
      plainer { $0.diet = [] }
      plainer { $0.medicalTier = 0 }
      plainer { $0.togetherWith = [] }
      plainer { $0.apartFrom = [] }
      plainer { $0.availableFrom = nil }
      plainer { $0.availableTo = nil }
      plainer { $0.track = Applicant.openTrack }
    }
    for index in year.cohorts.indices {
      let cohort = year.cohorts[index]
      func plainer(_ change: (inout Cohort) -> Void) {
        let simpler = with { change(&$0.year.cohorts[index]) }
        add(simpler, simpler.year.cohorts[index] == cohort)
      }
      plainer { $0.bornFrom = nil }
      plainer { $0.bornTo = nil }
      plainer { $0.predepartureSite = nil }
      plainer { $0.tracks = [] }
    }
    return years
  }
}
