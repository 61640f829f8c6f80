// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import ProgrammeFiles

/// A number of a year that bounds plans and could be negotiated.
package enum Limit: Hashable, Sendable {
  /// Places of a cohort (an index).
  case places(Int)
  /// Most and fewest partners of a country (an index).
  case most(country: Int)
  case fewest(country: Int)
  /// Yen for a country (an index), and for all together.
  case budget(country: Int)
  case totalBudget
  /// Most and fewest placements of a quota (an index).
  case quotaMost(Int)
  case quotaFewest(Int)
  /// Greatest and least share of a quota (an index), in per cent.
  case shareMost(Int)
  case shareLeast(Int)
  /// Most and fewest partners of a track, by cohort and place in its list.
  case trackMost(cohort: Int, Int)
  case trackFewest(cohort: Int, Int)

  /// Whether less of it allows more.
  private var isFloor: Bool {
    switch self {
    case .fewest, .quotaFewest, .shareLeast, .trackFewest: true
    case .places, .most, .budget, .totalBudget, .quotaMost, .shareMost, .trackMost: false
    }
  }

  /// The number, unless there is no such limit.
  package func value(in year: ProgrammeYear) -> Int64? {
    let quotas = year.rules.quotas
    let number: Int?
    switch self {
    case .places(let cohort): number = year.cohorts[cohort].places
    case .most(let country): number = year.countries[country].max
    case .fewest(let country): number = year.countries[country].min
    case .budget(let country): return year.countries[country].budget
    case .totalBudget: return year.rules.budget.total
    case .quotaMost(let quota): number = quotas[quota].maximum
    case .quotaFewest(let quota): number = quotas[quota].minimum
    case .shareMost(let quota): number = quotas[quota].share?.maximumPercent
    case .shareLeast(let quota): number = quotas[quota].share?.minimumPercent
    case .trackMost(let cohort, let track): number = year.cohorts[cohort].tracks[track].max
    case .trackFewest(let cohort, let track): number = year.cohorts[cohort].tracks[track].min
    }
    return number.map { Int64($0) }
  }

  /// Puts another number in its place.
  func set(_ value: Int64, in year: inout ProgrammeYear) {
    let number = Int(value)
    switch self {
    case .places(let cohort): year.cohorts[cohort].places = number
    case .most(let country): year.countries[country].max = number
    case .fewest(let country): year.countries[country].min = number
    case .budget(let country): year.countries[country].budget = value
    case .totalBudget: year.rules.budget.total = value
    case .quotaMost(let quota): year.rules.quotas[quota].maximum = number
    case .quotaFewest(let quota): year.rules.quotas[quota].minimum = number
    case .shareMost(let quota): year.rules.quotas[quota].share?.maximumPercent = number
    case .shareLeast(let quota): year.rules.quotas[quota].share?.minimumPercent = number
    case .trackMost(let cohort, let track): year.cohorts[cohort].tracks[track].max = number
    case .trackFewest(let cohort, let track): year.cohorts[cohort].tracks[track].min = number
    }
  }

  /// By how much the number changes in one step, in the direction that allows more.
  ///
  /// Budgets change by what a partner costs, by the dearest where it is for all.
  func step(in year: ProgrammeYear) -> Int64 {
    switch self {
    case .budget(let country): max(1, year.countries[country].costPerPartner)
    case .totalBudget: max(1, year.countries.map(\.costPerPartner).max() ?? 1)
    default: isFloor ? -1 : 1
    }
  }

  /// The number at which the limit bounds nothing; nothing where none is so great.
  ///
  /// Shares of fairness are shares of a cohort's places: those are never idle.
  func idleValue(in year: ProgrammeYear) -> Int64? {
    let people = Int64(year.applicants.count)
    switch self {
    case .places: return nil
    case .budget(let country):
      let (most, isOver) = people.multipliedReportingOverflow(
        by: year.countries[country].costPerPartner)
      return isOver ? nil : most
    case .totalBudget:
      let (most, isOver) = people.multipliedReportingOverflow(by: step(in: year))
      return isOver ? nil : most
    case .shareMost: return 100
    default: return isFloor ? 0 : people
    }
  }

  /// The least and the greatest number that files allow in the limit's place.
  func allows(_ value: Int64) -> Bool {
    switch self {
    case .shareMost, .shareLeast: (0...100).contains(value)
    case .budget, .totalBudget: (0...100_000_000_000_000).contains(value)
    default: (0...1_000_000).contains(value)
    }
  }
}

// MARK: Words

extension Limit {
  /// The path of `set` in scenarios, such as `countries.THA.max`.
  ///
  /// Of a track it is the path of the cell that lists it.
  package func path(in year: ProgrammeYear) -> String {
    switch self {
    case .places(let cohort): "cohorts.\(year.cohorts[cohort].id).places"
    case .most(let country): "countries.\(year.countries[country].id).max"
    case .fewest(let country): "countries.\(year.countries[country].id).min"
    case .budget(let country): "countries.\(year.countries[country].id).budget_jpy"
    case .totalBudget: "rules.budget.total_jpy"
    case .quotaMost(let quota): "rules.\(year.rules.quotas[quota].id).max"
    case .quotaFewest(let quota): "rules.\(year.rules.quotas[quota].id).min"
    case .shareMost(let quota): "rules.\(year.rules.quotas[quota].id).share.max_percent"
    case .shareLeast(let quota): "rules.\(year.rules.quotas[quota].id).share.min_percent"
    case .trackMost(let cohort, _), .trackFewest(let cohort, _):
      "cohorts.\(year.cohorts[cohort].id).tracks"
    }
  }

  /// One step in words, such as `one more place in Thailand 14`.
  func words(in year: ProgrammeYear) -> String {
    func name(_ country: Int) -> String {
      let country = year.countries[country]
      return country.nameEnglish.isEmpty ? country.id : country.nameEnglish
    }
    func yen() -> String { "\(grouped(Int(step(in: year)))) yen more" }
    func track(_ cohort: Int, _ index: Int) -> String {
      "\(year.cohorts[cohort].tracks[index].key) in \(year.cohorts[cohort].id)"
    }
    switch self {
    case .places(let cohort): return "one more place in \(year.cohorts[cohort].id)"
    case .most(let country): return "one more partner allowed in \(name(country))"
    case .fewest(let country): return "one partner fewer required in \(name(country))"
    case .budget(let country): return "\(yen()) for \(name(country))"
    case .totalBudget: return "\(yen()) for all countries together"
    case .quotaMost(let quota):
      return "one more allowed by the quota \(year.rules.quotas[quota].id)"
    case .quotaFewest(let quota):
      return "one fewer required by the quota \(year.rules.quotas[quota].id)"
    case .shareMost(let quota):
      return "one per cent more allowed by the quota \(year.rules.quotas[quota].id)"
    case .shareLeast(let quota):
      return "one per cent less required by the quota \(year.rules.quotas[quota].id)"
    case .trackMost(let cohort, let index): return "one more place for \(track(cohort, index))"
    case .trackFewest(let cohort, let index): return "one fewer required of \(track(cohort, index))"
    }
  }
}
