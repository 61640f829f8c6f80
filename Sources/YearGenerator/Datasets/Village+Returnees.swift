// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Returned partners of the village: every rule, and few enough activities to try all
/// plans one after another.
extension Village {
  static let returnees: ReturneeData = {
    var rules = ReturneeRules()
    rules.strictness = [.skills: .soft(penalty: 1), .tie: .soft(penalty: 2)]
    rules.perQuarter = 2
    rules.totalBudget = 14_000
    return ReturneeData(
      returnees: [
        returnee(1, "Fukuoka", 33.59, 130.4, track: "prefecture:Fukuoka", languages: ["th"]) {
          $0.country = Land.thailand
          $0.hostSchool = 0
          $0.skills = ["cooking"]
        },
        returnee(2, "Fukuoka", 33.88, 130.88, languages: ["vi", "en"]) {
          $0.country = Land.vietnam
          $0.leads = true
          $0.freeWeekdays = [.saturday, .sunday]
        },
        returnee(3, "Saga", 33.25, 130.3, languages: ["lo"]) {
          $0.country = Land.laos
          $0.travelMetres = 30_000
          $0.perQuarter = 1
          $0.skills = ["dance"]
        },
        // Back since May: June is too soon.
        returnee(4, "Oita", 33.24, 131.61, languages: ["th", "en"]) {
          $0.country = Land.thailand
          $0.returned = Day.on(2026, 5, 31)
          $0.leads = true
          $0.away = [Day.on(2026, 11, 1)...Day.on(2026, 11, 30)]
        },
      ],
      activities: [
        activity(1, "school-talk", "Fukuoka", 33.58, 130.42, Day.on(2026, 6, 13), reach: 120) {
          $0.languages = ["th"]
        },
        // The day after: nobody does both.
        activity(2, "japanese-class", "Saga", 33.26, 130.29, Day.on(2026, 6, 14), reach: 20) {
          $0.seatsMax = 2
          $0.skills = ["dance"]
        },
        activity(3, "festival", "Fukuoka", 33.6, 130.41, Day.on(2026, 6, 20), reach: 400) {
          $0.days = Day.on(2026, 6, 20)...Day.on(2026, 6, 21)
          $0.seatsMin = 2
          $0.seatsMax = 3
          $0.leaders = 1
        },
        activity(4, "online-exchange", "Oita", 33.23, 131.6, Day.on(2026, 11, 14), reach: 45) {
          $0.isOnline = true
          $0.tie = 0
          $0.priority = 2
        },
        activity(5, "meeting", "Oita", 33.24, 131.6, Day.on(2026, 10, 10), reach: 30) {
          $0.seatsMin = 1
          $0.seatsMax = 2
          $0.languages = ["th"]
        },
      ],
      journeys: [
        // The ferry is not what the great circle says.
        Participation(returnee: 3, activity: 4): GivenJourney(metres: 3_000, cost: 2_400)
      ], rules: rules)
  }()

  private static func returnee(
    _ number: Int, _ prefecture: String, _ latitude: Double, _ longitude: Double,
    track: String = Returnee.openTrack, languages: [String],
    _ change: (inout Returnee) -> Void
  ) -> Returnee {
    var returnee = Returnee(
      id: "R" + padded(number, to: 2), prefecture: prefecture,
      home: GeoPoint(latitude: latitude, longitude: longitude), returned: Day.on(2025, 3, 8),
      track: track, languages: languages, tags: [Vocabulary.syntheticTag])
    change(&returnee)
    return returnee
  }

  private static func activity(
    _ number: Int, _ kind: String, _ prefecture: String, _ latitude: Double,
    _ longitude: Double, _ day: Day, reach: Int, _ change: (inout Activity) -> Void
  ) -> Activity {
    var activity = Activity(
      id: "E" + padded(number, to: 2), kind: kind, prefecture: prefecture,
      place: GeoPoint(latitude: latitude, longitude: longitude), days: day...day, reach: reach,
      tags: [Vocabulary.syntheticTag])
    change(&activity)
    return activity
  }
}
