// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing

@testable import ProgrammeFiles

@Suite("The placements of a plan")
struct PlacementsTests {
  private let year = starterYear()

  /// A folder with a `placements.csv` of these rows.
  private func plan(_ rows: String...) throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    let text = (["applicant,points,post,schools,cohort"] + rows).joined(separator: "\n")
    _ = try scratch.write(Array(text.utf8), to: PlacementColumn.file)
    return scratch
  }

  @Test("are read with the seats of their posts")
  func areRead() throws {
    var year = year
    year.schools[2].seatsMax = 4
    let folder = try plan(
      "A003,70,S003,S003,Thailand 1", "A001,90,S001+S002,S001;S002,Thailand 1")
    let reading = readPlacements(at: folder.path, for: year)
    #expect(reading.faults.lines == [])
    #expect(
      reading.placements == [
        Placement(applicant: 2, post: Post(id: "S003", schools: [2], seatsMax: 4), cohort: 0),
        Placement(applicant: 0, post: Post(id: "S001+S002", schools: [0, 1]), cohort: 0),
      ])
  }

  @Test("at given posts are read")
  func atGivenPosts() throws {
    var year = year
    year.givenPosts = [Post(id: "P", schools: [2, 0], seatsMin: 2, seatsMax: 3)]
    let right = try plan("A003,70,P,S003;S001,Thailand 1")
    #expect(
      readPlacements(at: right.path, for: year).placements == [
        Placement(
          applicant: 2, post: Post(id: "P", schools: [2, 0], seatsMin: 2, seatsMax: 3), cohort: 0)
      ])
    let wrong = try plan("A003,70,Q,S003;S001,Thailand 1", "A001,70,P,S001;S003,Thailand 1")
    #expect(
      readPlacements(at: wrong.path, for: year).faults.lines == [
        "placements.csv, line 2, column post: \"Q\" names no post; "
          + "expected an identifier of posts.csv.",
        "placements.csv, line 3, column post: \"P\" does not have these schools; "
          + "expected the post's schools as posts.csv has them.",
      ])
  }

  @Test("that are wrong are all reported")
  func areReported() throws {
    let folder = try plan(
      "A03,70,S003,S003,Thailand 1", "A001,90,S002+S001,S001;S002,Thailand 1",
      "A002,90,S001,S001;S009,Thailand 2", "A004,90,,,")
    let reading = readPlacements(at: folder.path, for: year)
    #expect(reading.placements == nil)
    #expect(
      reading.faults.lines == [
        "placements.csv, line 2, column applicant: \"A03\" names no applicant; "
          + "expected an identifier of applicants.csv. Did you mean A003?",
        "placements.csv, line 3, column post: \"S002+S001\" is not the post of these schools; "
          + "expected their identifiers joined by +. Did you mean S001+S002?",
        "placements.csv, line 4, column cohort: \"Thailand 2\" names no cohort; "
          + "expected an identifier of cohorts.csv. Did you mean Thailand 1?",
        "placements.csv, line 4, column schools: \"S009\" names no school; "
          + "expected an identifier of schools.csv. Did you mean S001?",
        "placements.csv, line 5, column cohort: the cell is empty; expected a cohort.",
        "placements.csv, line 5, column post: the cell is empty; expected text.",
        "placements.csv, line 5, column schools: the cell is empty; "
          + "expected schools separated by ;.",
      ])
  }

  @Test("of an earlier plan may be of people and schools that are gone")
  func baseline() throws {
    let folder = try plan(
      "A004,70,S900+S800,S900;S800,Thailand 0", "A900,70,S003,S003,Thailand 1",
      "A001,90,S001+S002,S001;S002,Thailand 1")
    let reading = readBaseline(at: folder.path, for: year)
    #expect(
      reading.faults.lines == [
        "placements.csv, line 3, column applicant: \"A900\" is not among this year's applicants."
      ])
    #expect(!reading.faults.hasErrors)
    #expect(
      reading.placements == [
        EarlierPlacement(
          applicant: 0, schools: ["S001", "S002"], cohort: "Thailand 1", base: "S001"),
        EarlierPlacement(
          applicant: 3, schools: ["S800", "S900"], cohort: "Thailand 0", base: "S900"),
      ])
  }

  @Test("of an earlier plan name nobody twice")
  func baselineTwice() throws {
    let folder = try plan("A001,70,S003,S003,Thailand 1", "A001,90,S001,S001,Thailand 1")
    let reading = readBaseline(at: folder.path, for: year)
    #expect(reading.placements.isEmpty)
    #expect(
      reading.faults.lines == [
        "placements.csv, line 3, column applicant: \"A001\" stands in line 2 already; "
          + "expected each applicant once."
      ])
  }

  @Test("that are missing are a fault")
  func missing() throws {
    let folder = try ScratchFolder()
    #expect(
      readPlacements(at: folder.path, for: year).faults.lines
        == ["placements.csv: the file is missing."])
    #expect(readBaseline(at: folder.path, for: year).faults.hasErrors)
  }

  @Test("of nobody are no placements")
  func none() throws {
    let folder = try plan()
    #expect(readPlacements(at: folder.path, for: year).placements == [])
    #expect(!readBaseline(at: folder.path, for: year).faults.hasErrors)
  }
}
