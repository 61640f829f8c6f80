// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles

/// Fiscal year 2018 with the groups of counterpart teachers that came to Urawa
/// then.
///
/// Published: the four groups' countries, days and people, and that the Thai
/// teachers met the partners who trained in Urawa in April. The cohorts are those
/// of `peak-2018`, leaving at least three weeks after their training; schools,
/// delegations and applicants are synthetic.
enum Training2018 {
  /// A group that came: its country, people, and first of fifteen days.
  struct Group {
    var country: String
    var people: Int
    var start: Day
  }

  static let groups = [
    Group(country: "THA", people: 14, start: Day.on(2018, 4, 10)),
    Group(country: "VNM", people: 19, start: Day.on(2018, 7, 30)),
    Group(country: "IDN", people: 25, start: Day.on(2018, 10, 16)),
    Group(country: "IDN", people: 25, start: Day.on(2018, 11, 6)),
  ]

  static let year: ProgrammeYear = made.year

  /// The session in which each delegation came.
  static let published: [(delegation: Int, session: TrainingSession)] = made.published

  private static let made:
    (year: ProgrammeYear, published: [(delegation: Int, session: TrainingSession)]) = {
      var year = YearBuilder.built(.training2018).year
      year.training.courses.removeAll { !["partners", "teachers-2w"].contains($0.id) }
      year.siteBookings = bookings(year.sites)
      guard let course = year.training.courses.firstIndex(where: { $0.id == "teachers-2w" }),
        let urawa = year.sites.firstIndex(where: { $0.id == "urawa" })
      else { preconditionFailure("The outline has the course and the house.") }
      var delegations: [Delegation] = []
      var published: [(delegation: Int, session: TrainingSession)] = []
      var used: Set<Int> = []
      for group in groups {
        let session = TrainingSession(course: course, site: urawa, start: group.start)
        let schools = schools(of: group.country, in: year).filter { !used.contains($0) }
        for (turn, school) in schools.prefix(group.people).enumerated() {
          used.insert(school)
          published.append((delegations.count, session))
          delegations.append(teacher(turn, of: school, number: delegations.count + 1, group))
        }
      }
      year.training.delegations = delegations
      return (year, published)
    }()

  /// `published.csv`: delegation, course, site and start.
  static var publishedFile: TextFile {
    var lines = ["delegation,course,site,start"]
    for (delegation, session) in published {
      lines.append(
        [
          year.training.delegations[delegation].id, year.training.courses[session.course].id,
          year.sites[session.site].id, "\(session.start)",
        ].joined(separator: ","))
    }
    return TextFile(
      name: "published.csv", bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  /// Schools of a country, those that hosted last year first.
  private static func schools(of country: String, in year: ProgrammeYear) -> [Int] {
    let own = year.schools.indices.filter {
      year.countries[year.schools[$0].country].id == country
    }
    func hosted(_ school: Int) -> Bool { year.schools[school].lastHostedYear == 2017 }
    return own.filter(hosted) + own.filter { !hosted($0) }
  }

  private static func teacher(
    _ turn: Int, of school: Int, number: Int, _ group: Group
  ) -> Delegation {
    Delegation(
      id: "D" + padded(number, to: 3), school: school, trainee: .teachers,
      members: turn % 3 == 2 ? Headcount(men: 1) : Headcount(women: 1),
      level: [.n4, .n3, .n5][turn % 3], isFirstVisit: turn % 2 == 0,
      months: TravelHabits.of(group.country).months, tags: [Vocabulary.syntheticTag])
  }

  /// Other courses of the houses, in the days of the years from which they are known.
  ///
  /// They are learners (2016), university students (2023), Thai teachers of another
  /// foundation (2025) at Kansai, and the special training of teachers (2026) at
  /// Urawa. Thirty people each; two sizes are published.
  private static func bookings(_ sites: [Site]) -> [SiteBooking] {
    let rows: [(site: String, first: (Int, Int), last: (Int, Int))] = [
      ("kansai", (4, 4), (4, 24)), ("kansai", (6, 15), (6, 30)), ("kansai", (9, 6), (9, 20)),
      ("urawa", (9, 22), (10, 22)),
    ]
    return rows.compactMap { row in
      guard let site = sites.firstIndex(where: { $0.id == row.site }) else { return nil }
      return SiteBooking(
        site: site,
        days: Day.on(2018, row.first.0, row.first.1)...Day.on(2018, row.last.0, row.last.1),
        beds: 30, classrooms: 3, twinRooms: min(15, sites[site].twinRooms))
    }
  }
}

extension YearOutline {
  /// The cohorts of `peak2018` with fewer schools and applicants.
  fileprivate static let training2018: YearOutline = {
    var outline = peak2018
    outline.title = "Fiscal year 2018: published trainings of teachers, synthetic people"
    outline.applicants = 300
    outline.severalSeatsPercent = 6
    outline.minimumPercent = 0
    outline.training = TrainingShape(delegations: 0)
    let schools = shares(of: 240, by: outline.countries.map(\.schools))
    for index in outline.countries.indices { outline.countries[index].schools = schools[index] }
    for index in outline.cohorts.indices {
      guard let training = outline.cohorts[index].training else { continue }
      let dispatch = outline.cohorts[index].dispatch
      let earliest = training.upperBound.adding(days: TrainingRules().gapMinDays)
      outline.cohorts[index].dispatch = max(dispatch.lowerBound, earliest)...dispatch.upperBound
    }
    return outline
  }()
}
