// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
package import Programme

extension TrainingFormulation {
  /// `classrooms` and `lecturers`, morning by morning.
  mutating func addLessons() {
    let countsLecturers = rules[.lecturers] != .off
    guard rules[.classrooms] != .off || countsLecturers else { return }
    for spot in spots.indices
    where patterns[spots[spot][0]].sessions.allSatisfy({ !mornings(of: $0).isEmpty }) {
      addLessons(of: spot)
    }
    guard resolution == .exact else { return addMornings() }
    for site in year.sites.indices {
      let spots = spots.indices.filter { self.site(ofSpot: $0) == site }
      if rules[.classrooms] != .off { addClassrooms(at: site, spots) }
      if countsLecturers { addLecturers(at: site, spots) }
    }
  }

  /// The days of a session but the first and the last; Sundays among them have no
  /// lessons.
  package func mornings(of session: Int) -> [Day] {
    let days = eligibility.days[session]
    return
      ((days.lowerBound.number + 1)..<max(
        days.lowerBound.number + 1, days.upperBound.number))
      .map { Day(number: $0) }.filter { $0.weekday != .sunday }
  }

  private func firstSession(ofSpot spot: Int) -> Int { patterns[spots[spot][0]].sessions[0] }

  private mutating func addLessons(of spot: Int) {
    let course = course(ofSpot: spot)
    // The largest class that any of the sessions may have.
    let sites = patterns[spots[spot][0]].sessions.map { eligibility.sessions[$0].site }
    let size = Int64(course.classSize ?? Set(sites).map { year.sites[$0].classSize }.max() ?? 1)
    var people: [String: [Term]] = [:]
    for (group, column) in joinsOf(spot: spot) {
      let language =
        course.language.isEmpty ? year.countries[group.country].language : course.language
      people[language, default: []].append(Term(column, Int64(group.people)))
    }
    let sessions = Int64(spots[spot].map { patterns[$0].most }.max() ?? 1)
    let most = Int64(mostPeople(ofSpot: spot)) / size + sessions
    for (language, terms) in people.sorted(by: { $0.key < $1.key }) {
      let origin = Origin(rule: "classrooms", subjects: [name(ofSpot: spot), language])
      let column = program.addColumn(
        named: "classes(\(name(ofSpot: spot)),\(language))", in: 0...most, origin: origin)
      program.addRow(
        named: "classes(\(name(ofSpot: spot)),\(language))", terms: terms + [Term(column, -size)],
        upper: 0, origin: origin)
      lessons[spot, default: []].append((language, column))
    }
  }

  private mutating func addClassrooms(at site: Int, _ spots: [Int]) {
    let bookings = year.siteBookings.filter { $0.site == site }
    let stays = spots.compactMap { spot in
      stay(of: spot, lessons[spot]?.map { Term($0.column, 1) } ?? [])
    }
    // Booked rooms matter only on mornings; a Sunday has none.
    let begins = bookings.map { booking in
      let first = booking.days.lowerBound
      return first.weekday == .sunday ? first.adding(days: 1) : first
    }
    let place = year.sites[site]
    addCapacities("classrooms", place.id, stays, begins) { day in
      let booked = bookings.filter { $0.days.contains(day) }.reduce(0) { $0 + $1.classrooms }
      return max(0, place.classrooms - booked)
    }
  }

  private mutating func addLecturers(at site: Int, _ spots: [Int]) {
    let lecturers = year.sites[site].lecturers
    guard !lecturers.isEmpty else { return }
    let languages = Set(spots.flatMap { (lessons[$0] ?? []).map(\.language) })
    for language in languages.sorted() {
      let stays = spots.compactMap { spot in
        stay(
          of: spot,
          (lessons[spot] ?? []).filter { $0.language == language }.map { Term($0.column, 1) })
      }
      let most = lecturers.first { $0.language == language }?.classes ?? 0
      addCapacities("lecturers.\(language)", year.sites[site].id, stays, []) { _ in most }
    }
  }

  /// From the first morning of a session to the last; the Sundays in between do
  /// no harm, since no morning is one.
  private func stay(of spot: Int, _ terms: [Term]) -> Stay? {
    let mornings = mornings(of: firstSession(ofSpot: spot))
    guard let first = mornings.first, let last = mornings.last, !terms.isEmpty
    else { return nil }
    let most = terms.reduce(0) { sum, term in
      sum + Int(program.bounds(of: term.column).upper ?? 0)
    }
    return Stay(first...last, most: most, terms)
  }
}
