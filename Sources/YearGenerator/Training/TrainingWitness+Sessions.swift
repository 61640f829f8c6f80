// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension TrainingWitness {
  /// Gives each cohort a session from the first day of its window.
  mutating func placeCohorts() {
    var groups: [TrainingSession: [Int]] = [:]
    for index in year.cohorts.indices where hosting.partners[index].people > 0 {
      let cohort = year.cohorts[index]
      guard let window = cohort.predeparture,
        let course = year.training.courses.firstIndex(where: {
          $0.trainee == .partners && ($0.countries.isEmpty || $0.countries.contains(cohort.country))
        })
      else { continue }
      let session = TrainingSession(
        course: course, site: cohort.predepartureSite ?? 0, start: window.lowerBound)
      groups[session, default: []].append(index)
      sessionOfCohort[index] = session
    }
    for session in groups.keys.sorted() {
      open(session, for: (groups[session] ?? []).map { .cohort($0) })
    }
  }

  /// A session that could be opened, and who would come.
  private struct Candidate {
    var session: TrainingSession
    var country: Int?
    var members: [Int]
    var people: Int
  }

  /// Fewer people than this may be missing from a session that counts as full.
  private static let nearlyNobody = 4

  /// Opens sessions of a course while there are people for them.
  mutating func fill(_ index: Int) {
    let course = year.training.courses[index]
    var left = course.sessionsMax ?? .max
    while left > 0, let best = bestSession(of: index) {
      open(best.session, for: best.members.map { .delegation($0) })
      let taken = Set(best.members)
      waiting.removeAll { taken.contains($0) }
      left -= 1
    }
  }

  private func bestSession(of index: Int) -> Candidate? {
    let course = year.training.courses[index]
    let able = waiting.filter { accepts(year.training.delegations[$0], index) }
    let sites = course.sites.isEmpty ? Array(year.sites.indices) : course.sites
    var best: Candidate?
    for country in course.mix == .one ? year.countries.indices.map(Optional.some) : [nil] {
      let own = able.filter {
        country == nil || year.schools[year.training.delegations[$0].school].country == country
      }
      guard people(own) >= course.sizeMin else { continue }
      for start in starts(of: course) {
        let days = start...start.adding(days: course.days - 1)
        guard !course.visitsSchools || !touchesSchoolBreak(days),
          country.map({ isSpaced(days, $0, course.trainee) }) ?? true
        else { continue }
        for site in sites {
          let session = TrainingSession(course: index, site: site, start: start)
          guard rooms[session] == nil,
            let members = members(of: session, days, from: own, atLeast: (best?.people ?? 0) + 1)
          else { continue }
          best = Candidate(
            session: session, country: country, members: members, people: people(members))
          // Hardly anybody more would fit.
          if people(members) + Self.nearlyNobody > course.sizeMax { return best }
        }
      }
    }
    return best
  }

  private func accepts(_ delegation: Delegation, _ index: Int) -> Bool {
    let course = year.training.courses[index]
    return course.trainee == delegation.trainee
      && (course.countries.isEmpty
        || course.countries.contains(year.schools[delegation.school].country))
      && (delegation.courses.isEmpty || delegation.courses.contains(index))
      && course.levelMin.rank <= delegation.level.rank
      && delegation.level.rank <= course.levelMax.rank
  }

  private func people(_ members: [Int]) -> Int {
    members.reduce(0) { $0 + year.training.delegations[$1].headcount.people }
  }

  private func starts(of course: Course) -> [Day] {
    let first = course.from ?? Day.on(year.fiscalYear, 4, 1)
    let last = (course.to ?? Day.end(year.fiscalYear + 1, 3)).adding(days: 1 - course.days)
    guard first <= last else { return [] }
    return (first.number...last.number).map { Day(number: $0) }.filter {
      course.startWeekdays.isEmpty || course.startWeekdays.contains($0.weekday)
    }
  }

  private func touchesSchoolBreak(_ days: ClosedRange<Day>) -> Bool {
    schoolBreaks.contains { entry in
      entry.overlaps(days)
        && (entry.clamped(to: days).lowerBound.number...entry.clamped(to: days).upperBound.number)
          .contains { Day(number: $0).weekday != .sunday }
    }
  }

  /// Whether the sessions for one country leave enough days between them.
  private func isSpaced(_ days: ClosedRange<Day>, _ country: Int, _ trainee: Trainee) -> Bool {
    let spacing = year.training.rules.spacingDays
    let wide = days.lowerBound.adding(days: -spacing)...days.upperBound.adding(days: spacing)
    return !(daysForCountry[SpacingKey(country: country, trainee: trainee)] ?? [])
      .contains(where: wide.overlaps)
  }

  /// Who comes to a session, if they are enough and fit; nothing otherwise.
  private func members(
    of session: TrainingSession, _ days: ClosedRange<Day>, from own: [Int], atLeast least: Int
  ) -> [Int]? {
    let course = year.training.courses[session.course]
    let able = own.filter { mayJoin($0, session, days) }
    guard people(able) >= max(course.sizeMin, least) else { return nil }
    let month = session.start.parts.month
    var best: [Int] = []
    for lowest in bands(of: able, course) {
      let band = able.filter { index in
        let rank = year.training.delegations[index].level.rank
        return course.levelBand.map { rank >= lowest && rank <= lowest + $0 } ?? true
      }
      let chosen = choose(from: band, for: session, days, month)
      if people(chosen) > people(best) { best = chosen }
    }
    guard people(best) >= max(course.sizeMin, least), countries(best) >= course.countriesMin else {
      return nil
    }
    return best
  }

  private func bands(of able: [Int], _ course: Course) -> [Int] {
    course.levelBand == nil
      ? [0] : Set(able.map { year.training.delegations[$0].level.rank }).sorted()
  }

  private func countries(_ members: [Int]) -> Int {
    Set(members.map { year.schools[year.training.delegations[$0].school].country }).count
  }

  /// Those who had rather come in the month first, turn by turn from each country,
  /// as long as the house has room.
  private func choose(
    from band: [Int], for session: TrainingSession, _ days: ClosedRange<Day>, _ month: Int
  ) -> [Int] {
    let course = year.training.courses[session.course]
    var seen: [Int: Int] = [:]
    let turns = band.map { index -> (key: [Int], index: Int) in
      let delegation = year.training.delegations[index]
      let isLate = !delegation.months.isEmpty && !delegation.months.contains(month)
      let country = year.schools[delegation.school].country
      seen[country, default: 0] += 1
      return ([seen[country, default: 0] / 4, isLate ? 1 : 0, index], index)
    }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var chosen: [Int] = []
    var schools: Set<Int> = []
    var named: Set<String> = []
    var size = 0
    for (_, index) in turns {
      let delegation = year.training.delegations[index]
      let people = delegation.headcount.people
      guard size + people <= course.sizeMax, named.isDisjoint(with: delegation.people),
        delegation.teachers == 0 || !schools.contains(delegation.school)
      else { continue }
      chosen.append(index)
      size += people
      if delegation.teachers > 0 { schools.insert(delegation.school) }
      named.formUnion(delegation.people)
    }
    func fits() -> Bool {
      houses[session.site].fits(
        SessionNeed(
          of: chosen.map { .delegation($0) }, in: session, year: year, hosting: hosting), on: days)
    }
    while size >= course.sizeMin, !chosen.isEmpty, !fits() {
      size -= year.training.delegations[chosen.removeLast()].headcount.people
    }
    return chosen
  }
}

extension Course {
  /// Countries that have to come together.
  fileprivate var countriesMin: Int {
    if case .atLeast(let count) = mix { count } else { 1 }
  }
}
