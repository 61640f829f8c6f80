// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Programme

extension TrainingFormulation {
  /// `classrooms` and `lecturers`, morning by morning.
  mutating func addLessons() {
    let countsLecturers = rules[.lecturers] != .off
    guard rules[.classrooms] != .off || countsLecturers else { return }
    for session in sessionsInUse where !mornings(of: session).isEmpty {
      addLessons(of: session)
    }
    for site in year.sites.indices {
      let sessions = sessionsInUse.filter { eligibility.sessions[$0].site == site }
      if rules[.classrooms] != .off { addClassrooms(at: site, sessions) }
      if countsLecturers { addLecturers(at: site, sessions) }
    }
  }

  /// The days of a session but the first and the last; Sundays among them have no
  /// lessons.
  private func mornings(of session: Int) -> [Day] {
    let days = eligibility.days[session]
    return
      ((days.lowerBound.number + 1)..<max(
        days.lowerBound.number + 1, days.upperBound.number))
      .map { Day(number: $0) }.filter { $0.weekday != .sunday }
  }

  private mutating func addLessons(of session: Int) {
    let course = course(of: session)
    let size = Int64(course.classSize ?? year.sites[eligibility.sessions[session].site].classSize)
    var people: [String: [Term]] = [:]
    for (group, column) in joinsOf(session: session) {
      let language =
        course.language.isEmpty ? year.countries[group.country].language : course.language
      people[language, default: []].append(Term(column, Int64(group.people)))
    }
    let most = (Int64(mostPeople(in: session)) + size - 1) / size
    for (language, terms) in people.sorted(by: { $0.key < $1.key }) {
      let origin = Origin(rule: "classrooms", subjects: [name(of: session), language])
      let column = program.addColumn(
        named: "classes(\(name(of: session)),\(language))", in: 0...most, origin: origin)
      program.addRow(
        named: "classes(\(name(of: session)),\(language))", terms: terms + [Term(column, -size)],
        upper: 0, origin: origin)
      lessons[session, default: []].append((language, column))
    }
  }

  private mutating func addClassrooms(at site: Int, _ sessions: [Int]) {
    let bookings = year.siteBookings.filter { $0.site == site }
    let stays = sessions.compactMap { session in
      stay(of: session, lessons[session]?.map { Term($0.column, 1) } ?? [])
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

  private mutating func addLecturers(at site: Int, _ sessions: [Int]) {
    let lecturers = year.sites[site].lecturers
    guard !lecturers.isEmpty else { return }
    let languages = Set(sessions.flatMap { (lessons[$0] ?? []).map(\.language) })
    for language in languages.sorted() {
      let stays = sessions.compactMap { session in
        stay(
          of: session,
          (lessons[session] ?? []).filter { $0.language == language }.map { Term($0.column, 1) })
      }
      let most = lecturers.first { $0.language == language }?.classes ?? 0
      addCapacities("lecturers.\(language)", year.sites[site].id, stays, []) { _ in most }
    }
  }

  /// From the first morning of a session to the last; the Sundays in between do
  /// no harm, since no morning is one.
  private func stay(of session: Int, _ terms: [Term]) -> Stay? {
    guard let first = mornings(of: session).first, let last = mornings(of: session).last,
      !terms.isEmpty
    else { return nil }
    let most = terms.reduce(0) { sum, term in
      sum + Int(program.bounds(of: term.column).upper ?? 0)
    }
    return Stay(first...last, most: most, terms)
  }
}
