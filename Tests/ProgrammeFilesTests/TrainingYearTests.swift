// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing

@testable import ProgrammeFiles

@Suite("What trainings are planned from, written and read")
struct TrainingYearTests {
  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  /// The year that a year's files give; everything that is told about them is
  /// expected to be nothing.
  private func returned(_ year: ProgrammeYear) throws -> ProgrammeYear? {
    let scratch = try ScratchFolder()
    try writeProgrammeYear(year, to: scratch.path + "/year")
    let reading = readProgrammeYear(at: scratch.path + "/year")
    #expect(reading.faultList.lines == [])
    return reading.year
  }

  /// A year in which every field of trainings differs from its default.
  private func fullYear() throws -> ProgrammeYear {
    var year = starterYear()
    year.countries.insert(
      Country(id: "IDN", language: "id", fares: Fares(usual: 0, ofMonth: [12: 1, 1: 0])), at: 0)
    for index in year.schools.indices { year.schools[index].country = 1 }
    year.cohorts[0].country = 1
    year.applicants[3].countryRanks = [[1]]
    year.sites.append(
      Site(
        id: "Urawa", beds: 7, classrooms: 1, twinRooms: 3, diets: ["a b", "c"],
        lecturers: [LecturerCount(language: "id", classes: 0)],
        closed: [
          try day("2026-05-01")...day("2026-05-01"), try day("2026-04-01")...day("2026-04-09"),
        ]))
    year.siteBookings = [
      SiteBooking(
        site: 1, days: try day("2026-05-01")...day("2026-05-02"), beds: 5, twinRooms: 2)
    ]
    year.training.courses[1] = Course(
      id: "Students-8", name: "Eight, \"days\"", trainee: .students, days: 8, sites: [1, 0],
      countries: [1, 0], startWeekdays: [], from: try day("2026-06-01"),
      to: try day("2026-12-01"), sizeMin: 2, sizeMax: 3, sessionsMax: 0, levelMin: .n5,
      levelMax: .n1, levelBand: 0, mix: .atLeast(2), language: "", classSize: 4,
      sharesRooms: true, studentsPerLeader: 1, visitsSchools: true, costPerDay: 1,
      costPerSession: 2)
    year.training.courses[2].mix = .one
    year.training.courses[2].startWeekdays = [.sunday, .monday]
    year.training.courses[0].language = "en"
    year.training.delegations[0] = Delegation(
      id: "D001", school: 0, trainee: .students, members: Headcount(women: 3, men: 4),
      leaders: Headcount(men: 1), level: .n3, isFirstVisit: true, priority: 100, courses: [1],
      availableFrom: try day("2026-06-01"), availableTo: try day("2026-12-01"), months: [12, 1],
      diet: ["c", "a b"], people: ["T2", "T1"], lastInvitedYear: 1999, tags: ["x", "y z"])
    year.training.calendars[0].areas = ["North"]
    year.training.calendars[0].blocks = [.students, .teachers]
    year.training.objective = [.cost, .trained]
    return year
  }

  @Test("come back with every field")
  func everyField() throws {
    let year = try fullYear()
    let read = try returned(year)
    #expect(read?.training == year.training)
    #expect(read?.sites == year.sites)
    #expect(read?.siteBookings == year.siteBookings)
    #expect(read?.countries == year.countries)
    let isSame = read == year
    #expect(isSame)
    #expect(read.map { programmeFiles(of: $0) } == programmeFiles(of: year))
  }

  @Test("come back with every strictness and parameter of the rules")
  func rules() throws {
    var year = starterYear()
    let rules = TrainingRule.allCases.filter { !$0.isStructural && $0 != .quota }
    for shift in 0..<3 {
      for (index, rule) in rules.enumerated() {
        let choices: [Strictness?] = [nil, .off, rule.mayBeSoft ? .soft(penalty: 10_000) : .off]
        year.training.rules.strictness[rule] = choices[(index + shift) % 3]
      }
      #expect(try returned(year)?.training.rules == year.training.rules)
    }
    year.training.rules.gapMinDays = 0
    year.training.rules.gapMaxDays = 1_000
    year.training.rules.presentWeeks = 0
    year.training.rules.meetDays = 366
    year.training.rules.meetAfterWeeks = 1
    year.training.rules.meetBeforeWeeks = 2
    year.training.rules.spacingDays = 0
    year.training.rules.invitedYears = 5
    year.training.rules.totalBudget = 1
    #expect(try returned(year)?.training.rules == year.training.rules)
  }

  @Test("come back with every quota")
  func quotas() throws {
    typealias Condition = TrainingSelector.Condition
    var year = starterYear()
    year.training.rules.quotas = [
      TrainingQuota(
        id: "a", strictness: .soft(penalty: 7),
        select: TrainingSelector(conditions: [
          Condition(.firstVisit, .among(["yes"])), Condition(.month, .range(4, 6)),
          Condition(.tags, .noneAmong(["x", "y z"])), Condition(.trainee, .among(["teachers"])),
          Condition(.level, .among(["N5", "none"])), Condition(.priority, .range(nil, 3)),
        ]), minimum: 0, maximum: 5),
      TrainingQuota(
        id: "b", strictness: .off, select: TrainingSelector(),
        share: TrainingQuota.Share(
          of: TrainingSelector(conditions: [
            Condition(.course, .among(["Students-8"])), Condition(.site, .among(["Kansai"])),
            Condition(.delegation, .noneAmong(["D001"])), Condition(.school, .among(["S003"])),
            Condition(.country, .among(["THA"])), Condition(.area, .among(["anywhere"])),
          ]), minimumPercent: 0, maximumPercent: 100)),
    ]
    // A quota of the dispatch may have the same name.
    year.rules.quotas = [QuotaRule(id: "a", select: Selector(conditions: []), maximum: 2)]
    let read = try returned(year)
    #expect(read?.training.rules.quotas == year.training.rules.quotas)
    #expect(read?.rules.quotas == year.rules.quotas)
  }

  @Test("have the documented defaults")
  func defaults() throws {
    let scratch = try ScratchFolder()
    for file in programmeFiles(of: starterYear()) {
      _ = try scratch.write(file.bytes, to: file.name)
    }
    let tables = [
      "programme.json5": "{fiscal_year: 2026}",
      "countries.csv": "country\nTHA\n",
      "sites.csv": "site,beds,classrooms\nKansai,10,1\n",
      "site_bookings.csv": "site,from,to\nKansai,2026-05-01,2026-05-02\n",
      "courses.csv": "course,kind,days\nP,partners,12\nS,students,8\nT,teachers,12\n",
      "delegations.csv": "delegation,school,kind,men\nD,S001,teachers,1\n",
      "calendars.csv": "country,name,kind,from,to\nTHA,A,exam,2026-05-01,2026-05-02\n",
    ]
    for (name, text) in tables { _ = try scratch.write(Array(text.utf8), to: name) }
    let reading = readProgrammeYear(at: scratch.path)
    #expect(reading.faultList.lines == [])
    let year = try #require(reading.year)
    #expect(year.countries[0].fares == Fares())
    #expect(year.sites == [Site(id: "Kansai", beds: 10, classrooms: 1)])
    #expect(year.siteBookings[0].twinRooms == 0)
    func course(_ id: String, _ trainee: Trainee, _ days: Int, _ language: String) -> Course {
      Course(id: id, trainee: trainee, days: days, startWeekdays: [.monday], language: language)
    }
    #expect(
      year.training
        == TrainingData(
          courses: [
            course("P", .partners, 12, ""), course("S", .students, 8, "ja"),
            course("T", .teachers, 12, "ja"),
          ],
          delegations: [
            Delegation(id: "D", school: 0, trainee: .teachers, members: Headcount(men: 1))
          ],
          calendars: [
            CalendarEntry(
              country: "THA", name: "A", kind: .exam,
              days: try day("2026-05-01")...day("2026-05-02"))
          ]))
  }

  @Test("take the calendars that come with Musubi only where there are trainings and no file")
  func calendars() throws {
    let scratch = try ScratchFolder()
    var year = starterYear()
    year.training.calendars = shippedCalendars(for: year.countries, fiscalYear: year.fiscalYear)
    #expect(!programmeFiles(of: year).contains { $0.name == "calendars.csv" })
    #expect(try returned(year)?.training.calendars == year.training.calendars)
    year.training = TrainingData()
    #expect(try returned(year)?.training.calendars == [])
    for file in programmeFiles(of: starterYear()) where file.name != "calendars.csv" {
      _ = try scratch.write(file.bytes, to: file.name)
    }
    let shipped = readProgrammeYear(at: scratch.path)
    _ = try scratch.write(Array("country,name,kind,from,to\n".utf8), to: "calendars.csv")
    let none = readProgrammeYear(at: scratch.path)
    #expect(
      shipped.year?.training.calendars
        == shippedCalendars(for: year.countries, fiscalYear: year.fiscalYear))
    #expect(none.year?.training.calendars == [])
    #expect(shipped.digest != none.digest)
  }

  @Test("are sorted by identifier, whatever the order of rows")
  func order() throws {
    let files = try FaultyFolder(name: "training", layers: ["training"]).files()
    func reading(_ isTurned: Bool) throws -> YearReading {
      let scratch = try ScratchFolder()
      for (name, bytes) in files {
        var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        if isTurned, ["courses.csv", "delegations.csv"].contains(name) {
          lines = [lines[0]] + lines.dropFirst().reversed()
        }
        _ = try scratch.write(Array(lines.joined(separator: "\n").utf8), to: name)
      }
      return readProgrammeYear(at: scratch.path)
    }
    let (plain, turned) = (try reading(false), try reading(true))
    #expect(plain.year?.training.courses.map(\.id) == ["Partners-12", "Students-8", "Teachers-12"])
    let isSame = plain.year == turned.year
    #expect(isSame)
    #expect(plain.digest != turned.digest)
  }
}
