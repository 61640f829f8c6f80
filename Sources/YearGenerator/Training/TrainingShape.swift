// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// How much there is to plan trainings for.
struct TrainingShape: Sendable {
  var teacherDelegations: Int
  var studentDelegations: Int
  /// Courses beside the usual ones.
  var extraCourses = 0

  /// What is usual for so many schools: about two of five send teachers, one of
  /// twelve students, and never more than two thousand delegations.
  init(schools: Int) {
    teacherDelegations = Swift.min(1500, Swift.max(1, schools * 35 / 100))
    studentDelegations = Swift.min(500, schools * 8 / 100)
  }

  /// So many delegations, and courses to match: twenty for two thousand.
  init(delegations: Int) {
    studentDelegations = delegations / 5
    teacherDelegations = delegations - studentDelegations
    extraCourses = Swift.min(15, delegations * 15 / 2000)
  }

  /// Houses that so many delegations need: eight for two thousand.
  static func sites(for delegations: Int) -> Int {
    Swift.min(8, 3 + delegations * 5 / 2000)
  }
}

/// What delegations of a country are like; synthetic but for the months, which
/// are those of published groups or of long vacations.
struct TravelHabits {
  /// Yen for a journey in a usual month.
  var fare: Int64
  /// Months in which its teachers like to come.
  var months: [Int] = []
  /// People in a hundred who keep a diet.
  var halal = 3
  var vegetarian = 4

  static func of(_ country: String) -> TravelHabits {
    table[country] ?? TravelHabits(fare: 70_000)
  }

  private static let table: [String: TravelHabits] = [
    "BRN": TravelHabits(fare: 85_000, months: [12], halal: 80),
    "CHN": TravelHabits(fare: 45_000),
    "IDN": TravelHabits(fare: 75_000, months: [10, 11], halal: 75),
    "IND": TravelHabits(fare: 80_000, halal: 12, vegetarian: 40),
    "KHM": TravelHabits(fare: 70_000, months: [9, 10]),
    "LAO": TravelHabits(fare: 75_000, months: [4, 6, 7]),
    "MMR": TravelHabits(fare: 75_000, months: [4, 5]),
    "MYS": TravelHabits(fare: 65_000, months: [6, 12], halal: 65),
    "PHL": TravelHabits(fare: 50_000, months: [4, 5]),
    "SGP": TravelHabits(fare: 65_000, months: [6, 12], halal: 15),
    "THA": TravelHabits(fare: 60_000, months: [4, 10]),
    "TLS": TravelHabits(fare: 110_000),
    "TWN": TravelHabits(fare: 40_000, vegetarian: 10),
    "VNM": TravelHabits(fare: 60_000, months: [7, 8, 12]),
  ]

  /// Fares, dearer in April, in the summer holidays and in December.
  var fares: Fares {
    Fares(
      usual: fare,
      ofMonth: [
        4: rounded(fare * 115 / 100), 7: rounded(fare * 115 / 100), 8: rounded(fare * 125 / 100),
        12: rounded(fare * 130 / 100),
      ])
  }

  private func rounded(_ yen: Int64) -> Int64 { (yen + 999) / 1000 * 1000 }
}
