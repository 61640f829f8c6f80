// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Words that attributes take, and how often.
enum Vocabulary {
  /// Put on every person and school that a generator made.
  static let syntheticTag = "synthetic"

  static let skills = [
    "calligraphy", "cooking", "dance", "drawing", "flower-arrangement", "judo", "karate",
    "kendo", "kimono", "manga", "music", "origami", "photography", "quiz", "singing", "sports",
    "tea-ceremony", "video",
  ]

  static let prefectures = [
    "Hokkaido", "Aomori", "Iwate", "Miyagi", "Akita", "Yamagata", "Fukushima", "Ibaraki",
    "Tochigi", "Gunma", "Saitama", "Chiba", "Tokyo", "Kanagawa", "Niigata", "Toyama",
    "Ishikawa", "Fukui", "Yamanashi", "Nagano", "Gifu", "Shizuoka", "Aichi", "Mie", "Shiga",
    "Kyoto", "Osaka", "Hyogo", "Nara", "Wakayama", "Tottori", "Shimane", "Okayama",
    "Hiroshima", "Yamaguchi", "Tokushima", "Kagawa", "Ehime", "Kochi", "Fukuoka", "Saga",
    "Nagasaki", "Kumamoto", "Oita", "Miyazaki", "Kagoshima", "Okinawa",
  ]

  /// Rough shares of where applicants live: people of the prefectures, in
  /// hundreds of thousands, rounded by hand.
  static let prefectureWeights = [
    51, 12, 12, 23, 9, 10, 18, 28, 19, 19, 73, 63, 140, 92, 22, 10, 11, 8, 8, 20, 19, 36, 75,
    17, 14, 25, 88, 54, 13, 9, 5, 6, 19, 28, 13, 7, 9, 13, 7, 51, 8, 13, 17, 11, 11, 16, 15,
  ]

  static let universities = ["APU", "Hosei", "Synthetic-A", "Synthetic-B", "Synthetic-C"]

  static let sisterCities = ["city-01", "city-02", "city-03", "city-04", "city-05", "city-06"]

  static let levels: [(word: String, label: String, weight: Int)] = [
    ("upper-secondary", "Upper Secondary School", 70),
    ("lower-secondary", "Lower Secondary School", 22),
    ("vocational", "Vocational School", 8),
  ]

  static let teacherLevels: [(level: TeacherLevel, weight: Int)] = [
    (.none, 4), (.n5, 10), (.n4, 24), (.n3, 34), (.n2, 20), (.n1, 7), (.native, 1),
  ]

  /// Ages of applicants in bands, with weights.
  static let ages: [(years: ClosedRange<Int>, weight: Int)] = [
    (18...19, 2), (20...24, 24), (25...29, 21), (30...39, 20), (40...49, 10), (50...59, 9),
    (60...64, 8), (65...69, 5), (70...72, 1),
  ]
}

/// A number as text with zeros before it.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// Digits that numbers up to `count` need, at least `least`.
func digits(for count: Int, least: Int) -> Int {
  max(least, String(max(count, 0)).count)
}
