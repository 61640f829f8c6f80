// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing

@testable import ProgrammeFiles

@Suite("The files of a training plan")
struct TrainingPlanTests {
  private let year = starterYear()
  private let facts = HostingFacts(partners: [Headcount(women: 2, men: 1)], cohortsOfSchool: nil)

  private func session(_ course: Int, _ start: String) throws -> TrainingSession {
    TrainingSession(course: course, site: 0, start: try #require(Day(iso: start)))
  }

  private func plan() throws -> TrainingPlan {
    TrainingPlan(
      sessions: [
        OpenSession(try session(0, "2026-04-13"), singleRooms: 1, twinRooms: 1),
        OpenSession(try session(1, "2026-10-05"), singleRooms: 2, twinRooms: 2),
      ],
      attendances: [
        Attendance(.cohort(0), session: 0), Attendance(.delegation(1), session: 1),
      ])
  }

  private func folder(_ file: String, _ lines: [String]) throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    _ = try scratch.write(Array(lines.joined(separator: "\n").utf8), to: file)
    return scratch
  }

  @Test("say who joins what and what the sessions hold")
  func written() throws {
    let delegates = delegatesFile(
      of: try plan(), for: year, hosting: facts, pinned: [.cohort(0), .delegation(0)])
    #expect(delegates.name == "delegates.csv")
    #expect(
      String(decoding: delegates.bytes, as: UTF8.self) == """
        delegation,cohort,course,site,start,end,people,women,men,country,school,pinned
        ,Thailand 1,Partners-12,Kansai,2026-04-13,2026-04-24,3,2,1,THA,,yes
        D002,,Students-8,Kansai,2026-10-05,2026-10-12,6,4,2,THA,S003,no
        D001,,,,,,1,1,0,THA,S001,yes

        """)
    let sessions = sessionsFile(of: try plan(), for: year, hosting: facts)
    #expect(sessions.name == "sessions.csv")
    // 400 + 3 × 12 × 9, and 600 + 6 × (60 + 8 × 11).
    #expect(
      String(decoding: sessions.bytes, as: UTF8.self) == """
        course,site,start,end,people,women,men,countries,levels,classes,single_rooms,twin_rooms,\
        cost_thousand_jpy
        Partners-12,Kansai,2026-04-13,2026-04-24,3,2,1,THA,,1,1,1,724
        Students-8,Kansai,2026-10-05,2026-10-12,6,4,2,THA,N5,1,2,2,1488

        """)
  }

  @Test("come back as they were written")
  func roundTrip() throws {
    let scratch = try ScratchFolder()
    let pinned: Set<TrainingGroup> = [.cohort(0), .delegation(0)]
    for file in [
      delegatesFile(of: try plan(), for: year, hosting: facts, pinned: pinned),
      sessionsFile(of: try plan(), for: year, hosting: facts),
    ] { _ = try scratch.write(file.bytes, to: file.name) }
    let delegates = readDelegates(at: scratch.path, for: year)
    let expected = [
      TrainingDelegate(
        .cohort(0), session: try session(0, "2026-04-13"), isPinned: true, line: 2),
      TrainingDelegate(.delegation(1), session: try session(1, "2026-10-05"), line: 3),
      TrainingDelegate(.delegation(0), session: nil, isPinned: true, line: 4),
    ]
    #expect(delegates.faults.lines == [])
    #expect(delegates.delegates == expected)
    #expect(readEarlierDelegates(at: scratch.path, for: year).delegates == expected)
    let sessions = readSessions(at: scratch.path, for: year)
    #expect(sessions.faults.lines == [])
    #expect(sessions.sessions?.map(\.session) == (try plan().sessions))
    #expect(sessions.sessions?.map(\.line) == [2, 3])
  }

  @Test("give classes by language, levels and costs that are rounded up")
  func derived() throws {
    var year = year
    year.countries.append(Country(id: "VNM", language: "vi", fares: Fares(usual: 1)))
    year.schools[2].country = 1
    year.training.courses[1].language = ""
    year.training.courses[1].classSize = 5
    year.training.courses[1].costPerDay = 125
    year.training.courses[1].costPerSession = 1
    year.training.delegations[0].trainee = .students
    let plan = TrainingPlan(
      sessions: [OpenSession(try session(1, "2026-10-05"), singleRooms: 0, twinRooms: 0)],
      attendances: [
        Attendance(.delegation(0), session: 0), Attendance(.delegation(1), session: 0),
      ])
    let text = String(
      decoding: sessionsFile(of: plan, for: year, hosting: facts).bytes, as: UTF8.self)
    // One class of Thai, two of Vietnamese; 1 + 1 × 61 + 6 × 2.
    #expect(text.split(separator: "\n")[1].hasSuffix(#","THA;VNM",N5..N4,3,0,0,74"#))
  }

  @Test("that are wrong are all reported")
  func delegateFaults() throws {
    let folder = try folder(
      DelegateColumn.file,
      [
        "delegation,cohort,course,site,start,pinned",
        "D01,,Teacher-12,Kansia,2026/7/6,perhaps", ",Thailand 2,Partners-12,Kansai,2026-04-13,",
        ",,Partners-12,Kansai,2026-04-13,", "D001,Thailand 1,Teachers-12,Kansai,2026-07-06,",
        "D001,,Teachers-12,,,", ",Thailand 1,,,,yes", "D002,,,,,", "D002,,,,,yes",
      ])
    let reading = readDelegates(at: folder.path, for: year)
    #expect(reading.delegates == nil)
    #expect(
      reading.faults.lines == [
        "delegates.csv, line 2, column course: \"Teacher-12\" names no course; "
          + "expected an identifier of courses.csv. Did you mean Teachers-12?",
        "delegates.csv, line 2, column delegation: \"D01\" names no delegation; "
          + "expected an identifier of delegations.csv. Did you mean D001?",
        "delegates.csv, line 2, column pinned: \"perhaps\" is neither yes nor no; "
          + "expected yes or no.",
        "delegates.csv, line 2, column site: \"Kansia\" names no site; "
          + "expected an identifier of sites.csv. Did you mean Kansai?",
        "delegates.csv, line 2, column start: \"2026/7/6\" is not written as a day is here; "
          + "expected a day such as 2026-04-01. Did you mean 2026-07-06?",
        "delegates.csv, line 3, column cohort: \"Thailand 2\" names no cohort; "
          + "expected an identifier of cohorts.csv. Did you mean Thailand 1?",
        "delegates.csv, line 4, column delegation: the cell is empty; "
          + "expected a delegation, or a cohort beside it.",
        "delegates.csv, line 5, column cohort: \"Thailand 1\" stands beside a delegation; "
          + "expected a delegation or a cohort, not both.",
        "delegates.csv, line 6, column site: the cell is empty; "
          + "expected a site, since course has one.",
        "delegates.csv, line 6, column start: the cell is empty; "
          + "expected a start, since course has one.",
        "delegates.csv, line 7, column course: the cohort has no session; "
          + "expected a course, a site and a start, since every cohort trains.",
        "delegates.csv, line 9, column delegation: \"D002\" stands in line 8 already; "
          + "expected each group once.",
      ])
  }

  @Test("name only cohorts that train, and have every column")
  func columns() throws {
    var year = year
    year.cohorts[0].predeparture = nil
    let cohort = try folder(
      DelegateColumn.file,
      ["cohort,course,site,start", "Thailand 1,Partners-12,Kansai,2026-04-13"])
    #expect(
      readDelegates(at: cohort.path, for: year).faults.lines == [
        "delegates.csv, line 2, column cohort: \"Thailand 1\" has no training before departure; "
          + "expected a cohort with predeparture_from and predeparture_to."
      ])
    #expect(!readEarlierDelegates(at: cohort.path, for: year).faults.hasErrors)
    let misspelt = try folder(
      DelegateColumn.file, ["delegation,cours,site", "D001,Teachers-12,Kansai"])
    #expect(
      readDelegates(at: misspelt.path, for: year).faults.lines == [
        "delegates.csv, line 1, column course: the column is missing; "
          + "expected a column with text. Is it the column cours?",
        "delegates.csv, line 1, column start: the column is missing; "
          + "expected a column with a day such as 2026-04-01.",
      ])
  }

  @Test("of an earlier plan may be of groups, courses and sites that are gone")
  func earlier() throws {
    let folder = try folder(
      DelegateColumn.file,
      [
        "delegation,cohort,course,site,start,pinned",
        "D900,,Teachers-12,Kansai,2026-07-06,", "D001,,Teachers-9,Nara,2026-07-06,yes",
        ",Thailand 0,Partners-12,Kansai,2026-04-13,", "D002,,Students-8,Kansai,2026-10-05,yes",
      ])
    let reading = readEarlierDelegates(at: folder.path, for: year)
    #expect(
      reading.faults.lines == [
        "delegates.csv, line 2, column delegation: "
          + "\"D900\" is not among this year's delegations.",
        "delegates.csv, line 3, column course: \"Teachers-9\" is not among this year's courses.",
        "delegates.csv, line 3, column site: \"Nara\" is not among this year's sites.",
        "delegates.csv, line 4, column cohort: \"Thailand 0\" is not among this year's cohorts.",
      ])
    #expect(
      reading.delegates == [
        TrainingDelegate(
          .delegation(1), session: try session(1, "2026-10-05"), isPinned: true, line: 5)
      ])
    let wrong = try self.folder(
      DelegateColumn.file, ["delegation,course,site,start", "D001,Teachers-12,Kansai,July"])
    #expect(readEarlierDelegates(at: wrong.path, for: year).delegates.isEmpty)
    #expect(readEarlierDelegates(at: wrong.path, for: year).faults.hasErrors)
  }

  @Test("with sessions that are wrong are reported")
  func sessionFaults() throws {
    let folder = try folder(
      SessionColumn.file,
      [
        "course,site,start,single_rooms,twin_rooms",
        "Partners-12,Kansai,2026-04-13,,1", "Partners-12,Kansai,2026-04-13,2,",
        "Partner,Kansia,2026-02-30,-1,x", "Students-8,,2026-10-05,1,1",
      ])
    let reading = readSessions(at: folder.path, for: year)
    #expect(reading.sessions == nil)
    #expect(
      reading.faults.lines == [
        "sessions.csv, line 3, column course: "
          + "\"Partners-12\" begins at Kansai on 2026-04-13 in line 2 already; "
          + "expected each session once.",
        "sessions.csv, line 4, column course: \"Partner\" names no course; "
          + "expected an identifier of courses.csv.",
        "sessions.csv, line 4, column single_rooms: \"-1\" is out of range; "
          + "expected a whole number from 0 to 100,000.",
        "sessions.csv, line 4, column site: \"Kansia\" names no site; "
          + "expected an identifier of sites.csv. Did you mean Kansai?",
        "sessions.csv, line 4, column start: \"2026-02-30\" is no day of the calendar; "
          + "expected a day such as 2026-04-01. February 2026 has 28 days.",
        "sessions.csv, line 4, column twin_rooms: \"x\" is not a whole number; "
          + "expected a whole number from 0 to 50,000.",
        "sessions.csv, line 5, column site: the cell is empty; expected a site.",
      ])
    let none = try ScratchFolder()
    #expect(
      readSessions(at: none.path, for: year).faults.lines
        == ["sessions.csv: the file is missing."])
    #expect(readDelegates(at: none.path, for: year).delegates == nil)
  }
}
