// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import TestSupport

/// A tiny year in which one training rule decides what the best plan is.
struct BindingYear: Sendable, CustomStringConvertible {
  let rule: TrainingRule
  /// What of the rule binds, and why the values are what they are.
  let description: String
  /// The year with the rule hard.
  let small: SmallTraining
  /// The best `trained` with the rule and without it.
  let trained: (with: Int64, without: Int64)
  /// Units that the best plan pays for when the rule is soft; none where it is not
  /// tried soft.
  let softUnits: Int?
  /// Makes the year one without the rule, or without the data that the rule reads.
  let relax: @Sendable (inout SmallTraining) -> Void

  /// - Parameters:
  ///   - rule: The rule that binds; it is switched off unless `relax` says otherwise.
  ///   - why: What of it binds, and why the values are what they are.
  ///   - trained: The best `trained` with the rule and without it.
  ///   - softUnits: Units that are paid for when the rule is soft.
  ///   - relax: What takes the rule away.
  ///   - change: What makes it bind in the plain year.
  init(
    _ rule: TrainingRule, _ why: String, trained: (with: Int64, without: Int64),
    softUnits: Int? = nil, relax: (@Sendable (inout SmallTraining) -> Void)? = nil,
    change: (inout SmallTraining) -> Void
  ) {
    self.rule = rule
    description = "\(rule.rawValue): \(why)"
    self.trained = trained
    self.softUnits = softUnits
    self.relax = relax ?? { $0.set(rule, .off) }
    var small = Self.plain
    change(&small)
    self.small = small
  }

  static let monday = day("2026-06-01")

  static func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

  /// The days of the only possible session, Monday to Wednesday.
  static let session = monday...monday.adding(days: 2)

  /// Two teachers of two schools, and one session of three days that both may join,
  /// with room for everybody: the best plan trains both.
  static let plain: SmallTraining = {
    var year = ProgrammeYear(
      title: "Binding", fiscalYear: 2026,
      countries: [Country(id: "MYS", language: "ms"), Country(id: "THA", language: "th")],
      cohorts: [],
      schools: ["S1", "S2"].map {
        School(
          id: $0, country: 0, area: $0 == "S1" ? "north" : "south",
          position: GeoPoint(latitude: 0, longitude: 0), japaneseTeachers: 4)
      },
      applicants: [], sites: [Site(id: "kansai", beds: 9, classrooms: 9)])
    year.training.courses = [
      Course(
        id: "teachers", trainee: .teachers, days: 3, from: session.lowerBound,
        to: session.upperBound)
    ]
    year.training.delegations = [0, 1].map {
      Delegation(
        id: "D\($0 + 1)", school: $0, trainee: .teachers, members: Headcount(women: 1))
    }
    return SmallTraining(year, hosting: standInHosting(for: year))
  }()
}

extension SmallTraining {
  /// Sets how strictly a rule is kept, that of every quota for `quota`.
  mutating func set(_ rule: TrainingRule, _ strictness: Strictness) {
    guard rule == .quota else {
      year.training.rules.strictness[rule] = strictness
      return
    }
    for index in year.training.rules.quotas.indices {
      year.training.rules.quotas[index].strictness = strictness
    }
  }

  /// Adds a cohort with one partner, whom the schools of these numbers host.
  ///
  /// - Parameters:
  ///   - start: The first day of the dispatch, which lasts 200 days.
  ///   - window: When the cohort trains before it leaves, if it does.
  ///   - schools: Who hosts; the others did in the fiscal year before.
  mutating func addCohort(
    leaving start: Day, training window: ClosedRange<Day>? = nil, hostedBy schools: [Int] = []
  ) {
    year.cohorts = [
      Cohort(
        id: "MY1", country: 0, places: 1, dispatchStart: start,
        dispatchEnd: start.adding(days: 200), predeparture: window)
    ]
    for school in year.schools.indices where !schools.contains(school) {
      year.schools[school].lastHostedYear = year.fiscalYear - 1
    }
    hosting = HostingFacts(
      partners: [Headcount(women: 1)],
      cohortsOfSchool: year.schools.indices.map { schools.contains($0) ? [0] : [] })
  }

  /// Adds a course of three days for partners, which may begin on any day.
  mutating func addPartnersCourse() {
    year.training.courses.append(Course(id: "partners", trainee: .partners, days: 3))
  }
}
