// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Programme

/// What a coarse formulation keeps of capacities: over the days that a pattern
/// spans, nobody takes more than there is.
extension TrainingFormulation {
  /// Bed-nights: the people of a pattern sleep on as many nights of a span as the
  /// session with fewest of them there has.
  mutating func addBedNights() {
    let free = year.sites.indices.map { FreeNights($0, in: year) }
    let loads = patterns.indices.map { index in
      Load(
        nights: patterns[index].sessions.map { session in
          let days = eligibility.days[session]
          return days.lowerBound...days.upperBound.adding(days: -1)
        }, sites: sites(of: patterns[index]),
        terms: zip(patterns[index].joins, joins[index]).map {
          Term($1, Int64(classes[$0.group].people))
        })
    }
    addSums("beds", siteNames, loads) { site, day in
      let rooms = free[site].rooms(on: day)
      return rooms.single + 2 * rooms.twin
    }
  }

  /// Class-mornings in the rooms; lecturers are left to the exact formulation.
  mutating func addMornings() {
    guard rules[.classrooms] != .off else { return }
    var loads: [Load] = []
    for (spot, lessons) in lessons.sorted(by: { $0.key < $1.key }) {
      let pattern = patterns[spots[spot][0]]
      loads.append(
        Load(
          nights: pattern.sessions.map { session in
            let mornings = mornings(of: session)
            return mornings[0]...mornings[mornings.count - 1]
          }, sites: sites(of: pattern), terms: lessons.map { Term($0.column, 1) }))
    }
    addSums("classrooms", siteNames, loads) { [year] site, day in
      // Who stays over a Sunday has lessons on the Saturday before, when there are
      // at most all rooms.
      if day.weekday == .sunday { return year.sites[site].classrooms }
      let booked = year.siteBookings.filter { $0.site == site && $0.days.contains(day) }
        .reduce(0) { $0 + $1.classrooms }
      return max(0, year.sites[site].classrooms - booked)
    }
  }

  /// Days of sessions that keep their distance: on each there is at most one of a
  /// country and kind, or the days after it that no other may take.
  mutating func addSpacingSums() {
    for (key, stays) in spacedPatterns {
      let loads = stays.map { index in
        Load(
          nights: patterns[index].sessions.map(spacedDays), sites: [key.country],
          terms: [Term(open[index], 1)])
      }
      var possible: Set<Day> = []
      for days in loads.flatMap(\.nights) {
        possible.formUnion((days.lowerBound.number...days.upperBound.number).map(Day.init(number:)))
      }
      let names = [year.countries[key.country].id, key.trainee.rawValue]
      addSums("country-spacing", { _ in names }, loads) { _, day in possible.contains(day) ? 1 : 0 }
    }
  }

  private func sites(of pattern: SessionPattern) -> Set<Int> {
    Set(pattern.sessions.map { eligibility.sessions[$0].site })
  }

  private func siteNames(_ sites: Set<Int>) -> [String] { sites.sorted().map { year.sites[$0].id } }

  /// A row for each span of a pattern and its sites, and for that of all: of what
  /// patterns at none but these sites take, at least that much falls on these days.
  private mutating func addSums(
    _ name: String, _ placeNames: (Set<Int>) -> [String], _ loads: [Load],
    _ capacity: (_ site: Int, _ day: Day) -> Int
  ) {
    var seen: Set<Span> = []
    let all = Load(
      nights: loads.flatMap(\.nights), sites: Set(loads.flatMap(\.sites)), terms: [])
    for load in loads + [all] {
      guard let first = load.nights.map(\.lowerBound).min(),
        let last = load.nights.map(\.upperBound).max()
      else { continue }
      let span = Span(days: first...last, sites: load.sites)
      guard seen.insert(span).inserted else { continue }
      var terms: [Term] = []
      for other in loads where other.sites.isSubset(of: span.sites) {
        let days = other.nights.map { span.days.common(with: $0) }.min() ?? 0
        guard days > 0 else { continue }
        terms += other.terms.map { Term($0.column, $0.coefficient * Int64(days)) }
      }
      var total: Int64 = 0
      for number in first.number...last.number {
        let day = Day(number: number)
        for site in span.sites { total += Int64(capacity(site, day)) }
      }
      let names = placeNames(span.sites)
      program.addRow(
        named: "\(name)(\(names.joined(separator: "+")),\(first),\(last))", terms: terms,
        upper: total, origin: Origin(rule: name, subjects: names))
    }
  }
}

/// What a pattern takes, and when at the latest and the earliest.
private struct Load {
  /// The days of each session on which it takes something.
  var nights: [ClosedRange<Day>]
  var sites: Set<Int>
  var terms: [Term]
}

private struct Span: Hashable {
  var days: ClosedRange<Day>
  var sites: Set<Int>
}

extension ClosedRange<Day> {
  /// Days in both.
  fileprivate func common(with other: ClosedRange<Day>) -> Int {
    Swift.max(
      0,
      Swift.min(upperBound.number, other.upperBound.number)
        - Swift.max(lowerBound.number, other.lowerBound.number) + 1)
  }
}
