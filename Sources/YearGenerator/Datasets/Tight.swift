// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// A small year without a plan, and with a reason that can be told.
///
/// It is a feasible year of 40 × 20 in which two knots have been tied, each of
/// them enough to leave no plan:
///
/// - Vietnam asks for at least four partners, all of its schools' housing is for
///   women, and only three of the women who can go accept Vietnam
///   (`country-quota`, `housing`, `country-accepted`).
/// - A couple goes together or not at all; one of the two is pinned to the town
///   to which a third person has been announced, whom the other must not meet
///   (`pin`, `together`, `apart`, `announced`).
enum Tight {
  static let womenForVietnam = 3
  static let vietnamMinimum = 4

  static let year: ProgrammeYear = {
    let made = generateYearWithWitness(applicants: 40, schools: 20, seed: 40)
    var year = made.year
    year.title = "Tight: no plan exists, for two reasons"
    untie(&year)
    tieVietnam(&year)
    tieCouple(&year, around: made.witness)
    return year
  }()

  /// Takes out what the generator tied, so that only the knots remain.
  private static func untie(_ year: inout ProgrammeYear) {
    year.pins = []
    for index in year.applicants.indices {
      year.applicants[index].togetherWith = []
      year.applicants[index].apartFrom = []
    }
  }

  private static func tieVietnam(_ year: inout ProgrammeYear) {
    guard let vietnam = year.countries.firstIndex(where: { $0.id == "VNM" }) else { return }
    let cohorts = year.cohorts.indices.filter { year.cohorts[$0].country == vietnam }
    year.countries[vietnam].min = vietnamMinimum
    year.countries[vietnam].max = vietnamMinimum + 2
    year.countries[vietnam].budget = nil
    year.rules.budget.total = nil
    for cohort in cohorts { year.cohorts[cohort].places = vietnamMinimum + 2 }
    for index in year.schools.indices where year.schools[index].country == vietnam {
      year.schools[index].housing = .women
      year.schools[index].seatsMax = max(2, year.schools[index].seatsMax)
    }
    let others = year.countries.indices.filter { $0 != vietnam }
    var women = 0
    for index in year.applicants.indices where year.applicants[index].sex == .female {
      let person = year.applicants[index]
      guard person.countryRanks.isEmpty || person.countryRanks.joined().contains(vietnam) else {
        continue
      }
      women += 1
      guard women > womenForVietnam else { continue }
      year.applicants[index].countryRanks = [others]
      year.applicants[index].cohorts.removeAll { cohorts.contains($0) }
    }
  }

  /// Ties two partners of the hidden plan in Thailand and a third person.
  private static func tieCouple(_ year: inout ProgrammeYear, around witness: [Placement]) {
    let thai = witness.filter { year.countries[year.cohorts[$0.cohort].country].id == "THA" }
    guard
      let first = thai.first,
      let second = thai.first(where: { $0.post.id != first.post.id }),
      let third = year.applicants.indices.first(where: { index in
        !witness.contains { $0.applicant == index } && year.applicants[index].track == "open"
      })
    else { preconditionFailure("The hidden plan has two posts in Thailand.") }
    year.applicants[first.applicant].togetherWith = [third]
    year.applicants[third].apartFrom = [second.applicant]
    year.pins = [
      Pin(
        applicant: first.applicant, place: .post(first.post.id), cohort: first.cohort,
        kind: .pin, reason: "agreed with the office abroad"),
      Pin(
        applicant: second.applicant, place: .post(second.post.id), cohort: second.cohort,
        kind: .announced, reason: "told in the first round"),
    ]
  }
}
