// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Teacher exchange of the village: every rule, and few enough weeks to try all plans one
/// after another.
extension Village {
  static let exchange: ExchangeData = {
    var rules = ExchangeRules()
    rules.strictness = [
      .subject: .soft(penalty: 2), .size: .soft(penalty: 1), .reciprocity: .soft(penalty: 5),
    ]
    rules.groupsOfWeek = 1
    rules.pairsOfYear = 2
    rules.mostRatio = 4
    return ExchangeData(
      schools: [
        school("XA1", Land.thailand, "North", [6, 10]) {
          $0.languages = ["en", "th"]
          $0.partners = 2
          $0.wishes = [[5], [4]]
        },
        school("XA2", Land.vietnam, "", [6, 11]) {
          $0.languages = ["en", "vi"]
          $0.subjects = ["science"]
        },
        school("XA3", Land.laos, "", [10, 11]) {
          $0.languages = ["ja", "lo"]
          // It is too small to host.
          $0.hosts = 0
          $0.pupils = 90
        },
        school("XA4", Land.thailand, "", [6, 10]) {
          $0.level = .primary
          $0.grades = 1...6
          $0.languages = ["en"]
        },
        school("XJ1", nil, "Oita", [6, 11]) {
          $0.languages = ["ja", "en"]
          $0.partners = 2
          $0.wishes = [[0], [1, 2]]
        },
        school("XJ2", nil, "Saga", [10, 11]) {
          $0.languages = ["ja", "en"]
          $0.roles = ["principals", "teachers"]
          $0.wishes = [[0]]
        },
        // Its prefecture hosted last year and rests.
        school("XJ3", nil, "Fukuoka", [6, 11]) {
          $0.level = .primary
          $0.grades = 1...6
          $0.languages = ["ja", "en"]
          $0.lastHosted = 2025
        },
        school("XJ4", nil, "Oita", [6, 6]) {
          $0.level = .primary
          $0.grades = 1...6
          $0.languages = ["en"]
          $0.hosts = 1
          $0.priority = 2
        },
      ],
      ties: [
        // The school in Saga owes a visit.
        SchoolPair(japan: 5, abroad: 0): ExchangeTie(strength: 80, toJapan: 1, fromJapan: 0)
      ], rules: rules)
  }()

  /// A school that exchanges teachers from a month to another, but only in the first two
  /// weeks of the first and the last two of the other.
  private static func school(
    _ id: String, _ country: Int?, _ area: String, _ months: [Int],
    _ change: (inout ExchangeSchool) -> Void
  ) -> ExchangeSchool {
    var school = ExchangeSchool(
      id: id, country: country, area: area, subjects: ["social-studies"], pupils: 400,
      roles: ["teachers"], sends: 2, hosts: 3, tags: [Vocabulary.syntheticTag])
    let (first, last) = (Day.on(2026, months[0], 1), Day.end(2026, months[1]))
    (school.sendsFrom, school.sendsTo) = (first, last)
    (school.hostsFrom, school.hostsTo) = (first, last)
    if months[0] != months[1] {
      school.closed = [first.adding(days: 20)...last.adding(days: -20)]
    }
    change(&school)
    return school
  }
}
