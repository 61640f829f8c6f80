// SPDX-License-Identifier: GPL-3.0-or-later

/// A course in Japan; a session is a course at a site from a day on.
package struct Course: Hashable, Sendable {
  package var id: String
  package var name: String
  package var trainee: Trainee
  /// Days from the first to the last, both included; 2 or more, so that there is
  /// a night.
  package var days: Int
  /// Indices of the sites it may be held at; empty means all.
  package var sites: [Int]
  /// Indices of the countries it takes; empty means all.
  package var countries: [Int]
  /// Days of the week it may begin on; empty means any.
  package var startWeekdays: [Weekday]
  /// A session lies within these days; none means no limit on that side but the
  /// planned span.
  package var from: Day?
  package var to: Day?
  /// People in a session, leaders included.
  package var sizeMin: Int
  package var sizeMax: Int
  /// Most sessions of it in the year; none means no limit.
  package var sessionsMax: Int?
  /// Lowest and highest Japanese that it takes.
  ///
  /// Partners have none to show.
  package var levelMin: TeacherLevel
  package var levelMax: TeacherLevel
  /// Most steps between the lowest and the highest level in one session; none
  /// means no limit.
  package var levelBand: Int?
  package var mix: CountryMix
  /// ISO 639-1 code of the language that its lecturers teach in or teach; empty
  /// means that of each person's country.
  package var language: String
  /// Most people in one class; none means the site's class size.
  package var classSize: Int?
  /// Whether two may share a room with two beds.
  package var sharesRooms: Bool
  /// Students for whom one leader is enough; 0 means that none is asked for.
  package var studentsPerLeader: Int
  /// Whether Japanese schools must be in session all through it.
  package var visitsSchools: Bool
  /// Yen for a person and a day.
  package var costPerDay: Int64
  /// Yen for a session.
  package var costPerSession: Int64

  package init(
    id: String, name: String = "", trainee: Trainee, days: Int, sites: [Int] = [],
    countries: [Int] = [], startWeekdays: [Weekday] = [], from: Day? = nil, to: Day? = nil,
    sizeMin: Int = 1, sizeMax: Int = 25, sessionsMax: Int? = nil, levelMin: TeacherLevel = .none,
    levelMax: TeacherLevel = .native, levelBand: Int? = nil, mix: CountryMix = .any,
    language: String = "ja", classSize: Int? = nil, sharesRooms: Bool = false,
    studentsPerLeader: Int = 0, visitsSchools: Bool = false, costPerDay: Int64 = 0,
    costPerSession: Int64 = 0
  ) {
    self.id = id
    self.name = name
    self.trainee = trainee
    self.days = days
    self.sites = sites
    self.countries = countries
    self.startWeekdays = startWeekdays
    self.from = from
    self.to = to
    self.sizeMin = sizeMin
    self.sizeMax = sizeMax
    self.sessionsMax = sessionsMax
    self.levelMin = levelMin
    self.levelMax = levelMax
    self.levelBand = levelBand
    self.mix = mix
    self.language = language
    self.classSize = classSize
    self.sharesRooms = sharesRooms
    self.studentsPerLeader = studentsPerLeader
    self.visitsSchools = visitsSchools
    self.costPerDay = costPerDay
    self.costPerSession = costPerSession
  }
}

/// How many countries come together in one session of a course.
package enum CountryMix: Hashable, Sendable {
  /// It does not matter; more are better (goal `mixing`).
  case any
  /// Exactly one.
  case one
  /// At least so many, 2 or more.
  case atLeast(Int)
}

/// A day of the week, Monday first.
package enum Weekday: Int, CaseIterable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// The word in files, such as `mon`.
  package var word: String {
    switch self {
    case .monday: "mon"
    case .tuesday: "tue"
    case .wednesday: "wed"
    case .thursday: "thu"
    case .friday: "fri"
    case .saturday: "sat"
    case .sunday: "sun"
    }
  }
}

extension Day {
  package var weekday: Weekday {
    // 1 January 1970 was a Thursday.
    let index = (number + 3) % 7
    return Weekday(rawValue: index < 0 ? index + 7 : index) ?? .monday
  }
}
