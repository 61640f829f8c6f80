// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension Observance {
  /// Weeks of exams, in which neither teachers nor students can be away.
  ///
  /// Term time without exams, such as Indonesia's October and November, is open:
  /// groups of those months are usual.
  static let exams: [Observance] = [
    exam("THA", "Final exams", (2, 20), (3, 7), Source.months("surinonly.com")),
    exam("IDN", "Term tests", (12, 1), (12, 12), Source.months("malangkab.go.id")),
    exam("IDN", "Mid-term tests", (3, 9), (3, 14), Source.months("malangkab.go.id")),
    exam("IDN", "Exams of the final year", (4, 20), (5, 8), Source.months("malangkab.go.id")),
    exam(
      "VNM", "Graduation exam", (6, 11), (6, 12), Source.sameDays(as: "2026", "news.laodong.vn")),
    exam("MYS", "School certificate (SPM)", (11, 15), (12, 10), Source.memory),
    exam("KHM", "Mid-year exams", (2, 10), (2, 20), Source.months("schoolscambodia.com")),
    exam("SGP", "O-level exams", (10, 15), (11, 12), Source.memory),
  ]

  private static func exam(
    _ country: String, _ name: String, _ from: (month: Int, day: Int),
    _ to: (month: Int, day: Int), _ source: String
  ) -> Observance {
    Observance(
      country: country, name: name, kind: .exam, recurrence: .yearly(from: from, to: to),
      blocks: visitors, source: source)
  }

  /// Long vacations. They keep nobody: for teachers they are a good time.
  static let closures: [Observance] = [
    closure("THA", "Break between terms", (10, 1), (10, 31), Source.months("liquisearch.com")),
    closure("THA", "Long vacation", (3, 8), (5, 15), Source.months("liquisearch.com")),
    closure(
      "IDN", "Break between terms", (12, 22), (1, 3),
      Source.sameDays(as: "2025", "pontianak.tribunnews.com")),
    closure(
      "IDN", "Long vacation", (6, 20), (7, 13),
      Source.sameDays(as: "2026", "pontianak.tribunnews.com")),
    closure(
      "VNM", "Long vacation", (6, 1), (9, 4), Source.sameDays(as: "2026", "news.laodong.vn")),
    closure(
      "PHL", "Long vacation", (4, 1), (6, 15), Source.sameDays(as: "2026", "depedclub.com")),
    closure("PHL", "Christmas holiday", (12, 20), (1, 3), Source.months("depedclub.com")),
    closure("KHM", "April holiday", (4, 7), (4, 20), Source.months("schoolscambodia.com")),
    closure("KHM", "Long vacation", (9, 1), (10, 31), Source.months("schoolscambodia.com")),
    closure("LAO", "Long vacation", (6, 1), (8, 31), Source.memory),
    closure("MMR", "Long vacation", (3, 1), (5, 31), Source.memory),
    closure("BRN", "Break after the first term", (3, 13), (3, 29), brunei),
    closure("BRN", "Break after the second term", (5, 29), (6, 7), brunei),
    closure("BRN", "Break after the third term", (8, 7), (8, 23), brunei),
    closure("BRN", "Long vacation", (12, 1), (1, 1), brunei),
    closure("SGP", "Mid-year holiday", (6, 1), (6, 28), Source.months("jualumnisingapore.com")),
    closure(
      "SGP", "Long vacation", (11, 21), (1, 1),
      Source.sameDays(as: "2026", "jualumnisingapore.com")),
  ]

  private static let brunei = Source.sameDays(as: "2026", "yourjapanity.com (weak)")

  private static func closure(
    _ country: String, _ name: String, _ from: (month: Int, day: Int),
    _ to: (month: Int, day: Int), _ source: String, areas: [String] = []
  ) -> Observance {
    Observance(
      country: country, areas: areas, name: name, kind: .closure,
      recurrence: .yearly(from: from, to: to), source: source)
  }
}

// MARK: - Malaysia

/// The two groups of Malaysian states, by the areas that schools may name.
///
/// An area of states of both groups is in both.
enum MalaysianGroup: CaseIterable {
  /// Schools rest on Friday and Saturday.
  case a
  /// Schools rest on Saturday and Sunday.
  case b

  var areas: [String] {
    switch self {
    case .a:
      ["Kedah", "Kelantan", "Kelantan and Terengganu", "Penang and Kedah", "Terengganu"]
    case .b:
      [
        "Johor", "Kuala Lumpur", "Labuan", "Malacca", "Malacca and Negeri Sembilan",
        "Negeri Sembilan", "Pahang", "Penang", "Penang and Kedah", "Perak", "Perlis", "Putrajaya",
        "Sabah", "Sarawak", "Selangor", "Selangor and Kuala Lumpur",
      ]
    }
  }

  /// Days by which a break begins later than in group A.
  var delay: Int { self == .a ? 0 : 1 }
}

extension Observance {
  /// Breaks begin and end a day later in group B, whose week does.
  static let malaysianClosures: [Observance] = MalaysianGroup.allCases.flatMap { group in
    let source = Source.sameDays(as: "2025", "splkpms.my")
    let later = group.delay
    return [
      closure("MYS", "Mid-year break", (5, 29), (6, 8 + later), source, areas: group.areas),
      closure(
        "MYS", "September break", (9, 12 + later), (9, 20 + later), source, areas: group.areas),
      closure(
        "MYS", "Year-end break", (12, 19 + later), (1, 10 + later), source, areas: group.areas),
    ]
  }
}
