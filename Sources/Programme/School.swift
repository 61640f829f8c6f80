// SPDX-License-Identifier: GPL-3.0-or-later

/// A school that asks for a partner.
package struct School: Hashable, Sendable {
  package var id: String
  /// Index into the year's countries.
  package var country: Int
  package var area: String
  package var city: String
  package var name: String
  package var position: GeoPoint
  /// Free word such as `primary`, `lower-secondary`, `upper-secondary`.
  package var level: String
  /// Learners of Japanese, 0 or more.
  package var learners: Int
  /// Hours of Japanese a week, 0 to 60.
  package var japaneseHours: Int
  /// Teachers of Japanese, 0 or more.
  package var japaneseTeachers: Int
  package var teacherLevel: TeacherLevel
  package var housing: Housing
  /// Medical care within reach, 0 (none) to 5 (a large hospital).
  package var medicalTier: Int
  package var isRemote: Bool
  package var skillsWanted: [String]
  /// Diets that can be kept here.
  package var dietAvailable: [String]
  /// Whether the school hosts now and asks to go on.
  package var isRenewal: Bool
  /// Fiscal year in which the school last hosted; none if never.
  package var lastHostedYear: Int?
  /// Years the school has hosted without a gap, up to last year; 0 or more.
  package var yearsRunning: Int
  /// Indices of the cohorts it may host; empty means all of its country.
  package var cohorts: [Int]
  /// Weight of a seat here in the count of filled seats, 1 to 100.
  package var priority: Int
  /// Partners the school takes as a post of its own: none, or from `seatsMin` on.
  ///
  /// A bundle always has one seat.
  package var seatsMin: Int
  package var seatsMax: Int
  package var tags: [String]

  package init(
    id: String, country: Int, area: String = "", city: String = "", name: String = "",
    position: GeoPoint, level: String = "", learners: Int = 0, japaneseHours: Int = 0,
    japaneseTeachers: Int = 0, teacherLevel: TeacherLevel = .n3, housing: Housing = .any,
    medicalTier: Int = 5, isRemote: Bool = false, skillsWanted: [String] = [],
    dietAvailable: [String] = [], isRenewal: Bool = false, lastHostedYear: Int? = nil,
    yearsRunning: Int = 0, cohorts: [Int] = [], priority: Int = 1, seatsMin: Int = 1,
    seatsMax: Int = 1, tags: [String] = []
  ) {
    self.id = id
    self.country = country
    self.area = area
    self.city = city
    self.name = name
    self.position = position
    self.level = level
    self.learners = learners
    self.japaneseHours = japaneseHours
    self.japaneseTeachers = japaneseTeachers
    self.teacherLevel = teacherLevel
    self.housing = housing
    self.medicalTier = medicalTier
    self.isRemote = isRemote
    self.skillsWanted = skillsWanted
    self.dietAvailable = dietAvailable
    self.isRenewal = isRenewal
    self.lastHostedYear = lastHostedYear
    self.yearsRunning = yearsRunning
    self.cohorts = cohorts
    self.priority = priority
    self.seatsMin = seatsMin
    self.seatsMax = seatsMax
    self.tags = tags
  }
}

/// The Japanese of a school's weakest teacher of it.
package enum TeacherLevel: String, CaseIterable, Sendable {
  case none
  case n5 = "N5"
  case n4 = "N4"
  case n3 = "N3"
  case n2 = "N2"
  case n1 = "N1"
  case native
}

/// Whom the housing at a school takes.
package enum Housing: String, CaseIterable, Sendable {
  case any, women, men

  /// Whether somebody of this sex may live here.
  package func admits(_ sex: Sex) -> Bool {
    switch (self, sex) {
    case (.any, _), (.women, .female), (.men, .male): true
    case (.women, _), (.men, _): false
    }
  }
}
