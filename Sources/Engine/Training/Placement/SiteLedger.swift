// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme

/// What is left of sites, day by day, while sessions are placed one after the other.
///
/// Rules that are off leave plenty.
struct SiteLedger {
  private let year: ProgrammeYear
  /// The first day that anything takes place on.
  private let first: Int
  /// By site, then by day.
  private var singles: [[Int]]
  private var twins: [[Int]]
  private var classrooms: [[Int]]
  /// Classes of each language that lecturers can give; only at sites with any.
  private var lecturers: [[String: [Int]]]

  private static var plenty: Int { Int.max / 4 }

  init(_ year: ProgrammeYear, span: ClosedRange<Day>) {
    self.year = year
    first = span.lowerBound.number
    let days = (span.lowerBound.number...span.upperBound.number).map { Day(number: $0) }
    let rules = year.training.rules
    singles = []
    twins = []
    classrooms = []
    lecturers = []
    for (index, site) in year.sites.enumerated() {
      let free = FreeNights(index, in: year)
      let rooms = days.map { free.rooms(on: $0) }
      let keepsBeds = rules[.beds] != .off
      singles.append(rooms.map { keepsBeds ? $0.single : Self.plenty })
      twins.append(rooms.map { keepsBeds ? $0.twin : 0 })
      let bookings = year.siteBookings.filter { $0.site == index }
      classrooms.append(
        days.map { day in
          guard rules[.classrooms] != .off else { return Self.plenty }
          let booked = bookings.filter { $0.days.contains(day) }.reduce(0) { $0 + $1.classrooms }
          return max(0, site.classrooms - booked)
        })
      let counts = rules[.lecturers] != .off ? site.lecturers : []
      lecturers.append(
        Dictionary(
          counts.map { ($0.language, [Int](repeating: $0.classes, count: days.count)) },
          uniquingKeysWith: { first, _ in first }))
    }
  }

  /// The fewest rooms for one and for two that are left on any of some nights.
  func rooms(at site: Int, on nights: Range<Int>) -> (single: Int, twin: Int) {
    let range = nights.lowerBound - first..<nights.upperBound - first
    return (
      singles[site][range].min() ?? Self.plenty, twins[site][range].min() ?? Self.plenty
    )
  }

  /// The fewest classrooms that are left on any of some mornings.
  func classrooms(at site: Int, on mornings: [Day]) -> Int {
    mornings.reduce(Self.plenty) { min($0, classrooms[site][$1.number - first]) }
  }

  /// The fewest classes of a language that lecturers have time for on any of some
  /// mornings.
  func lecturers(of language: String, at site: Int, on mornings: [Day]) -> Int {
    guard !lecturers[site].isEmpty else { return Self.plenty }
    guard let left = lecturers[site][language] else { return 0 }
    return mornings.reduce(Self.plenty) { min($0, left[$1.number - first]) }
  }

  /// Takes what a session needs.
  mutating func take(_ draft: SessionDraft) { change(draft, by: -1) }

  /// Gives back what was taken for a session.
  mutating func giveBack(_ draft: SessionDraft) { change(draft, by: 1) }

  /// Takes more of a site for a session than it needs so far, so that it may grow.
  ///
  /// - Parameters:
  ///   - draft: The session.
  ///   - people: How many more people it may have.
  ///   - classes: How many more classes.
  ///   - language: What these are taught in.
  mutating func reserve(
    for draft: SessionDraft, people: Int, classes: Int, in language: String
  ) {
    let site = draft.session.site
    let free = rooms(at: site, on: draft.nights)
    let single = min(people, max(0, free.single))
    for night in draft.nights {
      singles[site][night - first] -= single
      twins[site][night - first] -= min(people - single, max(0, free.twin))
    }
    for morning in draft.mornings {
      classrooms[site][morning.number - first] -= classes
      lecturers[site][language]?[morning.number - first] -= classes
    }
  }

  private mutating func change(_ draft: SessionDraft, by sign: Int) {
    let site = draft.session.site
    let rooms = draft.rooms
    for night in draft.nights {
      singles[site][night - first] += sign * rooms.single
      twins[site][night - first] += sign * rooms.twin
    }
    for morning in draft.mornings {
      classrooms[site][morning.number - first] += sign * draft.classes
      for (language, classes) in draft.classesByLanguage {
        lecturers[site][language]?[morning.number - first] += sign * classes
      }
    }
  }
}
