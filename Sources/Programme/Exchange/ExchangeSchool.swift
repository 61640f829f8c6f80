// SPDX-License-Identifier: GPL-3.0-or-later

/// A school in Japan or abroad that exchanges teachers with others: a row of
/// `exchange_schools.csv`.
package struct ExchangeSchool: Hashable, Sendable {
  package var id: String
  package var name: String
  /// Index of its country; none for a school in Japan.
  package var country: Int?
  /// Its prefecture in Japan, or its area abroad as calendars name it.
  package var area: String
  package var level: Level
  /// First and last grade that it teaches, 1 to 13.
  package var grades: ClosedRange<Int>
  package var subjects: [String]
  /// Codes of languages in which its teachers can work, with an interpreter if there is one.
  package var languages: [String]
  /// 1 or more.
  package var pupils: Int
  /// Who of it takes part, such as `principals`; empty means anybody.
  package var roles: [String]
  /// Teachers in a group that it sends; 0 when it sends none.
  package var sends: Int
  /// Most teachers in a group that it hosts; 0 when it hosts none.
  package var hosts: Int
  /// Most schools with which it exchanges teachers this year.
  package var partners: Int
  /// Days between which its teachers may be away.
  package var sendsFrom: Day?
  package var sendsTo: Day?
  /// Days between which it may host.
  package var hostsFrom: Day?
  package var hostsTo: Day?
  /// Days on which it neither sends nor hosts.
  package var closed: [ClosedRange<Day>]
  /// Schools of the other side that it wishes for, the best group first.
  package var wishes: [[Int]]
  /// Weight of a partnership to it, 1 to 100.
  package var priority: Int
  /// The last fiscal year in which it hosted a visit; none if never.
  package var lastHosted: Int?
  package var tags: [String]

  /// The level of a school.
  package enum Level: String, CaseIterable, Sendable {
    case primary, secondary
  }

  package init(
    id: String, name: String = "", country: Int? = nil, area: String = "",
    level: Level = .secondary, grades: ClosedRange<Int> = 7...12, subjects: [String] = [],
    languages: [String] = [], pupils: Int = 500, roles: [String] = [], sends: Int = 2,
    hosts: Int = 2, partners: Int = 1, wishes: [[Int]] = [], priority: Int = 1,
    lastHosted: Int? = nil, tags: [String] = []
  ) {
    self.id = id
    self.name = name
    self.country = country
    self.area = area
    self.level = level
    self.grades = grades
    self.subjects = subjects
    self.languages = languages
    self.pupils = pupils
    self.roles = roles
    self.sends = sends
    self.hosts = hosts
    self.partners = partners
    closed = []
    self.wishes = wishes
    self.priority = priority
    self.lastHosted = lastHosted
    self.tags = tags
  }

  package var isInJapan: Bool { country == nil }
}

/// What two schools have done together before: a row of `exchange_ties.csv`.
package struct ExchangeTie: Hashable, Sendable {
  /// How close the two are, 0 to 100.
  package var strength: Int
  /// Visits so far to the school in Japan.
  package var toJapan: Int
  /// Visits so far to the school abroad.
  package var fromJapan: Int

  package init(strength: Int = 100, toJapan: Int = 0, fromJapan: Int = 0) {
    self.strength = strength
    self.toJapan = toJapan
    self.fromJapan = fromJapan
  }

  /// Visits to Japan that were not returned; negative for those from Japan.
  package var balance: Int { toJapan - fromJapan }
}

/// A school in Japan and one abroad, by index.
package struct SchoolPair: Hashable, Sendable, Comparable {
  package var japan: Int
  package var abroad: Int

  package init(japan: Int, abroad: Int) {
    self.japan = japan
    self.abroad = abroad
  }

  /// By the school in Japan, then by that abroad.
  package static func < (left: SchoolPair, right: SchoolPair) -> Bool {
    (left.japan, left.abroad) < (right.japan, right.abroad)
  }
}

/// Two schools that exchange teachers this year, and when.
package struct Partnership: Hashable, Sendable {
  package var pair: SchoolPair
  /// The day on which teachers from abroad arrive in Japan; none without such a visit.
  package var toJapan: Day?
  /// The day on which teachers from Japan arrive abroad.
  package var fromJapan: Day?

  package init(_ pair: SchoolPair, toJapan: Day? = nil, fromJapan: Day? = nil) {
    self.pair = pair
    self.toJapan = toJapan
    self.fromJapan = fromJapan
  }

  /// Which visits there are; none without any.
  package var ways: ExchangeWays? {
    switch (toJapan, fromJapan) {
    case (_?, _?): .both
    case (_?, nil): .toJapan
    case (nil, _?): .fromJapan
    case (nil, nil): nil
    }
  }
}

/// In which directions two schools visit each other.
package enum ExchangeWays: String, CaseIterable, Sendable {
  case both
  case toJapan = "to-japan"
  case fromJapan = "from-japan"

  package var includesToJapan: Bool { self != .fromJapan }
  package var includesFromJapan: Bool { self != .toJapan }
  package var visits: Int { self == .both ? 2 : 1 }

  /// A balance of visits after this year's.
  package func balance(after before: Int) -> Int {
    before + (includesToJapan ? 1 : 0) - (includesFromJapan ? 1 : 0)
  }
}

/// Who exchanges teachers with whom, and when: by the school in Japan, then by that abroad.
package struct ExchangePlan: Hashable, Sendable {
  package var partnerships: [Partnership]

  package init(_ partnerships: [Partnership]) {
    self.partnerships = partnerships.sorted { $0.pair < $1.pair }
  }
}
