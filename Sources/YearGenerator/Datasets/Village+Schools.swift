// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension Village {
  static let schools: [School] = [
    // Chiang Mai: a renewal, two schools that need each other, and one at
    // 12 km, which is a candidate to share with but too far to travel.
    school(
      1, 1, "Northern Thailand", "Chiang Mai", north: 0, east: 0, hours: 8, learners: 120
    ) {
      $0.isRenewal = true
      $0.lastHostedYear = 2025
      $0.yearsRunning = 1
      $0.seatsMax = 2
      $0.medicalTier = 5
      $0.skillsWanted = ["calligraphy", "dance"]
    },
    school(
      2, 1, "Northern Thailand", "Chiang Mai", north: 6_500, east: 10_300, hours: 4,
      learners: 60
    ) { $0.dietAvailable = ["vegetarian"] },
    school(
      3, 1, "Northern Thailand", "Chiang Mai", north: 8_600, east: 12_400, hours: 4,
      learners: 40
    ) {
      $0.dietAvailable = ["halal", "vegetarian"]
      $0.lastHostedYear = 2022
    },
    // Lampang: one that must pause, one that is remote and far from the others.
    school(4, 1, "Northern Thailand", "Lampang", north: -55_500, east: 54_000, hours: 12) {
      $0.isRenewal = true
      $0.lastHostedYear = 2025
      $0.yearsRunning = 3
    },
    school(
      5, 1, "Northern Thailand", "Lampang", north: -48_000, east: 60_000, hours: 7,
      learners: 200
    ) {
      $0.housing = .women
      $0.isRemote = true
      $0.medicalTier = 2
      $0.tags = ["sister:Fukuoka", Vocabulary.syntheticTag]
    },
    // Vietnam: two partners or none, a house for men, a town on its own.
    school(6, 2, "Northern Vietnam", "Hanoi", north: 0, east: 0, hours: 20, learners: 300) {
      $0.seatsMin = 2
      $0.seatsMax = 2
      $0.medicalTier = 5
      $0.priority = 2
      $0.dietAvailable = ["halal"]
      $0.tags = [Vocabulary.syntheticTag, "university:Hosei"]
    },
    school(7, 2, "Northern Vietnam", "Hanoi", north: 9_000, east: 15_000, hours: 9) {
      $0.housing = .men
      $0.teacherLevel = .none
    },
    school(8, 2, "Northern Vietnam", "Hai Phong", north: -20_500, east: 88_500, hours: 10) {
      $0.isRemote = true
      $0.medicalTier = 3
      $0.lastHostedYear = 2025
      $0.yearsRunning = 2
    },
    // Vientiane: too few hours alone, too many together with the neighbour.
    school(9, 0, "Vientiane", "Vientiane", north: 3_000, east: 4_000, hours: 5) {
      $0.lastHostedYear = 2024
    },
    school(
      10, 0, "Vientiane", "Vientiane", north: 0, east: 0, hours: 26, learners: 260, priority: 3
    ) {
      $0.seatsMax = 2
      $0.dietAvailable = ["halal"]
      $0.cohorts = [0]
      $0.medicalTier = 3
    },
  ]

  /// A school so many metres from its country's first town.
  private static func school(
    _ number: Int, _ country: Int, _ area: String, _ city: String, north: Int, east: Int,
    hours: Int, learners: Int = 90, priority: Int = 1, _ change: (inout School) -> Void
  ) -> School {
    let towns = [
      Lattice.Point(latitude: 1_797_500, longitude: 10_263_300),
      Lattice.Point(latitude: 1_878_800, longitude: 9_898_500),
      Lattice.Point(latitude: 2_102_800, longitude: 10_583_400),
    ]
    let label = padded(number, to: 2)
    var school = School(
      id: "S" + label, country: country, area: area, city: city,
      name: "Synthetic Upper Secondary School \(label) (\(city))",
      position: Lattice.moved(towns[country], north: north, east: east).position,
      level: "upper-secondary", learners: learners, japaneseHours: hours, japaneseTeachers: 1,
      medicalTier: 4, priority: priority, tags: [Vocabulary.syntheticTag])
    change(&school)
    return school
  }
}
