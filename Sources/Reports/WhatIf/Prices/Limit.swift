// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme
internal import ProgrammeFiles
package import Wording

/// A number of a year with a step of it in words, such as `one more activity in a quarter`.
package struct WordedNumber: Hashable, Sendable {
  package let number: YearNumber
  package let words: Sentence

  package init(_ number: YearNumber, _ words: Sentence) {
    self.number = number
    self.words = words
  }
}

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
  /// A bound of a quota (an index).
  case quota(Int, QuotaBound)
  /// Most and fewest partners of a track, by cohort and place in its list.
  case trackMost(cohort: Int, Int)
  case trackFewest(cohort: Int, Int)
  /// Beds and classrooms of a site (an index).
  case beds(site: Int)
  case classrooms(site: Int)
  /// Classes of a language that lecturers hold at a site (an index), by place in its list.
  case lecturers(site: Int, Int)
  /// People and sessions of a course (an index).
  case sizeMost(course: Int)
  case sizeFewest(course: Int)
  case sessions(course: Int)
  /// Yen for all trainings.
  case trainingBudget
  /// A bound of a quota of trainings (an index).
  case trainingQuota(Int, QuotaBound)
  /// A number of a problem that is planned from the year alone.
  case number(WordedNumber)

  /// Whether less of it allows more.
  private var isFloor: Bool {
    switch self {
    case .fewest, .trackFewest, .sizeFewest: true
    case .quota(_, let bound), .trainingQuota(_, let bound): bound.isLeast
    case .number(let worded): worded.number.isFloor
    default: false
    }
  }

  /// The number, unless there is no such limit.
  package func value(in year: ProgrammeYear) -> Int64? {
    let number: Int?
    switch self {
    case .places(let cohort): number = year.cohorts[cohort].places
    case .most(let country): number = year.countries[country].max
    case .fewest(let country): number = year.countries[country].min
    case .budget(let country): return year.countries[country].budget
    case .totalBudget: return year.rules.budget.total
    case .quota(let quota, let bound): number = year.rules.quotas[quota][bound]
    case .trackMost(let cohort, let track): number = year.cohorts[cohort].tracks[track].max
    case .trackFewest(let cohort, let track): number = year.cohorts[cohort].tracks[track].min
    case .beds(let site): number = year.sites[site].beds
    case .classrooms(let site): number = year.sites[site].classrooms
    case .lecturers(let site, let index): number = year.sites[site].lecturers[index].classes
    case .sizeMost(let course): number = year.training.courses[course].sizeMax
    case .sizeFewest(let course): number = year.training.courses[course].sizeMin
    case .sessions(let course): number = year.training.courses[course].sessionsMax
    case .trainingBudget: return year.training.rules.totalBudget
    case .trainingQuota(let quota, let bound): number = year.training.rules.quotas[quota][bound]
    case .number(let worded): return worded.number.value(in: year)
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
    case .quota(let quota, let bound): year.rules.quotas[quota][bound] = number
    case .trackMost(let cohort, let track): year.cohorts[cohort].tracks[track].max = number
    case .trackFewest(let cohort, let track): year.cohorts[cohort].tracks[track].min = number
    case .beds(let site): year.sites[site].beds = number
    case .classrooms(let site): year.sites[site].classrooms = number
    case .lecturers(let site, let index): year.sites[site].lecturers[index].classes = number
    case .sizeMost(let course): year.training.courses[course].sizeMax = number
    case .sizeFewest(let course): year.training.courses[course].sizeMin = number
    case .sessions(let course): year.training.courses[course].sessionsMax = number
    case .trainingBudget: year.training.rules.totalBudget = value
    case .trainingQuota(let quota, let bound): year.training.rules.quotas[quota][bound] = number
    case .number(let worded): worded.number.set(value, in: &year)
    }
  }

  /// By how much the number changes in one step, in the direction that allows more.
  ///
  /// Budgets change by what a partner costs, by the dearest where it is for all; that of
  /// trainings by what the dearest person in a session costs.
  func step(in year: ProgrammeYear) -> Int64 {
    switch self {
    case .budget(let country): max(1, year.countries[country].costPerPartner)
    case .totalBudget: max(1, year.countries.map(\.costPerPartner).max() ?? 1)
    case .trainingBudget: max(1, dearestPerson(in: year))
    case .number(let worded): isFloor ? -worded.number.step : worded.number.step
    default: isFloor ? -1 : 1
    }
  }

  /// What a person of a delegation costs at most, whole thousands of yen.
  private func dearestPerson(in year: ProgrammeYear) -> Int64 {
    let fare = year.countries.flatMap { country in (1...12).map { country.fares[$0] } }.max() ?? 0
    let stay = year.training.courses.map { Int64($0.days) * $0.costPerDay }.max() ?? 0
    return (fare + stay + 999) / 1_000 * 1_000
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
    case .quota(_, .maxPercent), .trainingQuota(_, .maxPercent): return 100
    case .sizeFewest: return 1
    case .number(let worded): return worded.number.idle
    case .trainingBudget: return 100_000_000_000_000
    case .beds(let site):
      return year.siteBookings.reduce(people + trainees(of: year)) {
        $0 + ($1.site == site ? Int64($1.beds) : 0)
      } + 2 * Int64(year.sites[site].twinRooms)
    case .classrooms(let site):
      // Everybody may need one, and people of two languages two.
      return year.siteBookings.reduce(2 * (people + trainees(of: year))) {
        $0 + ($1.site == site ? Int64($1.classrooms) : 0)
      }
    case .lecturers, .sizeMost, .sessions, .trainingQuota:
      return isFloor ? 0 : people + trainees(of: year)
    default: return isFloor ? 0 : people
    }
  }

  /// Everybody who may train; places stand in for partners.
  private func trainees(of year: ProgrammeYear) -> Int64 {
    Int64(
      year.places + year.training.delegations.reduce(0) { $0 + $1.headcount.people })
  }

  /// The least and the greatest number that files allow in the limit's place.
  func allows(_ value: Int64) -> Bool {
    switch self {
    case .quota(_, .maxPercent), .quota(_, .minPercent), .trainingQuota(_, .maxPercent),
      .trainingQuota(_, .minPercent):
      (0...100).contains(value)
    case .sizeFewest: (1...1_000_000).contains(value)
    case .number(let worded): worded.number.range.contains(value)
    case .budget, .totalBudget, .trainingBudget: (0...100_000_000_000_000).contains(value)
    default: (0...1_000_000).contains(value)
    }
  }
}

// MARK: Words

extension Limit {
  /// The path of `set` in scenarios, such as `countries.THA.max`.
  ///
  /// Of a track, and of lecturers, it is the path of the cell that lists it.
  package func path(in year: ProgrammeYear) -> String {
    switch self {
    case .places(let cohort): "cohorts.\(year.cohorts[cohort].id).places"
    case .most(let country): "countries.\(year.countries[country].id).max"
    case .fewest(let country): "countries.\(year.countries[country].id).min"
    case .budget(let country): "countries.\(year.countries[country].id).budget_jpy"
    case .totalBudget: "rules.budget.total_jpy"
    case .quota(let quota, let bound):
      "rules.\(year.rules.quotas[quota].id).\(bound.rawValue)"
    case .trackMost(let cohort, _), .trackFewest(let cohort, _):
      "cohorts.\(year.cohorts[cohort].id).tracks"
    case .beds(let site): "sites.\(year.sites[site].id).beds"
    case .classrooms(let site): "sites.\(year.sites[site].id).classrooms"
    case .lecturers(let site, _): "sites.\(year.sites[site].id).lecturers"
    case .sizeMost(let course): "courses.\(year.training.courses[course].id).size_max"
    case .sizeFewest(let course): "courses.\(year.training.courses[course].id).size_min"
    case .sessions(let course): "courses.\(year.training.courses[course].id).sessions_max"
    case .trainingBudget: "training.rules.budget.total_jpy"
    case .trainingQuota(let quota, let bound):
      "training.rules.\(year.training.rules.quotas[quota].id).\(bound.rawValue)"
    case .number(let worded): worded.number.path
    }
  }

  /// One step in words, such as `one more place in Thailand 14`.
  func words(in year: ProgrammeYear) -> Sentence {
    func name(_ country: Int) -> CountryName {
      CountryName(of: year.countries[country], hasCode: false)
    }
    func yen() -> String { grouped(Int(step(in: year))) }
    func track(_ cohort: Int, _ index: Int) -> String { year.cohorts[cohort].tracks[index].key }
    switch self {
    case .places(let cohort): return "one more place in \(year.cohorts[cohort].id)"
    case .most(let country): return "one more partner allowed in \(name(country))"
    case .fewest(let country): return "one partner fewer required in \(name(country))"
    case .budget(let country): return "\(yen()) yen more for \(name(country))"
    case .totalBudget: return "\(yen()) yen more for all countries together"
    case .quota(let quota, let bound):
      return words(of: bound, year.rules.quotas[quota].id)
    case .trainingQuota(let quota, let bound):
      return words(of: bound, year.training.rules.quotas[quota].id)
    case .beds(let site): return "one more bed at \(year.sites[site].id)"
    case .classrooms(let site): return "one more classroom at \(year.sites[site].id)"
    case .lecturers(let site, let index):
      return """
        one more lecturer of \(year.sites[site].lecturers[index].language) at \
        \(year.sites[site].id)
        """
    case .sizeMost(let course):
      return "one more person allowed in each session of \(year.training.courses[course].id)"
    case .sizeFewest(let course):
      return "one person fewer required in each session of \(year.training.courses[course].id)"
    case .sessions(let course):
      return "one more session allowed of \(year.training.courses[course].id)"
    case .trainingBudget: return "\(yen()) yen more for all trainings"
    case .number(let worded): return worded.words
    case .trackMost(let cohort, let index):
      return "one more place for \(track(cohort, index)) in \(year.cohorts[cohort].id)"
    case .trackFewest(let cohort, let index):
      return "one fewer required of \(track(cohort, index)) in \(year.cohorts[cohort].id)"
    }
  }

  private func words(of bound: QuotaBound, _ quota: String) -> Sentence {
    switch bound {
    case .max: "one more allowed by the quota \(quota)"
    case .min: "one fewer required by the quota \(quota)"
    case .maxPercent: "one per cent more allowed by the quota \(quota)"
    case .minPercent: "one per cent less required by the quota \(quota)"
    }
  }
}
