// SPDX-License-Identifier: GPL-3.0-or-later
import Programme
import ProgrammeFiles
import Testing

@testable import Reports

@Suite struct ICalendarTests {
  private func event(_ summary: String) throws -> ICalendar.Event {
    let day = try #require(Day(iso: "2026-12-30"))
    return ICalendar.Event(
      identifier: "a", days: day...day.adding(days: 1), summary: summary, place: "",
      description: "")
  }

  private func text(_ summary: String) throws -> String {
    var calendar = ICalendar(name: "c", stamp: try #require(Day(iso: "2026-04-01")))
    calendar.append(try event(summary))
    return String(decoding: calendar.bytes, as: UTF8.self)
  }

  @Test("an event ends on the day after its last one")
  func days() throws {
    let text = try text("x")
    #expect(text.contains("\r\nDTSTART;VALUE=DATE:20261230\r\nDTEND;VALUE=DATE:20270101\r\n"))
    #expect(text.contains("\r\nDTSTAMP:20260401T000000Z\r\n"))
  }

  @Test("signs that mean something are escaped")
  func escapes() throws {
    #expect(try text("a,b;c\\d\ne").contains("\r\nSUMMARY:a\\,b\\;c\\\\d\\ne\r\n"))
  }

  @Test("no line is longer than 75 octets, and no character is cut", arguments: 0..<80)
  func folding(length: Int) throws {
    let summary = String(repeating: "x", count: length) + String(repeating: "国際", count: 30)
    let lines = try text(summary).split(separator: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.joined().replacing(" ", with: "").contains(summary))
  }
}

@Suite struct EarlierTrainingTests {
  private let year = starterYear()
  private let first = TrainingGroup.delegation(0)
  private let second = TrainingGroup.delegation(1)

  private func session(_ course: Int, _ start: String) throws -> TrainingSession {
    TrainingSession(course: course, site: 0, start: try #require(Day(iso: start)))
  }

  /// Claims that delegations are in these sessions.
  private func claims(_ sessions: [(TrainingGroup, TrainingSession)]) -> PlanClaims {
    PlanClaims(
      problem: .training, status: "optimal", tiers: [], levels: [], inputDigest: "",
      attendances: sessions.map { group, session in
        ClaimedAttendance(
          isCohort: false, group: group.id(in: year),
          course: year.training.courses[session.course].id, site: year.sites[session.site].id,
          start: session.start.description)
      })
  }

  @Test("rows that were moved, added or emptied are pinned; others are kept where that is free")
  func edits() throws {
    let (june, july) = (try session(2, "2026-06-15"), try session(2, "2026-07-06"))
    let written = claims([(first, june), (second, july)])
    let same = [
      TrainingDelegate(first, session: june), TrainingDelegate(second, session: july),
    ]
    #expect(handEdits(of: same, since: written, in: year) == [])
    let kept = EarlierTraining(same, edits: [])
    #expect(kept.pins == [])
    #expect(
      kept.attendances == [
        EarlierAttendance(first, in: june), EarlierAttendance(second, in: july),
      ])

    let changed = [
      TrainingDelegate(first, session: july), TrainingDelegate(second, session: nil),
    ]
    let edits = handEdits(of: changed, since: written, in: year)
    #expect(
      edits.map { $0.sentence(in: year) } == [
        "Edited by hand: D001 moved from Teachers-12 at Kansai from 2026-06-15 to Teachers-12 at "
          + "Kansai from 2026-07-06.",
        "Edited by hand: D002 does not train any more; it was in Teachers-12 at Kansai from "
          + "2026-07-06.",
      ])
    #expect(
      EarlierTraining(changed, edits: edits).pins == [
        TrainingPin(first, to: july), TrainingPin(second, to: nil),
      ])
    #expect(
      handEdits(of: [same[0], changed[1]], since: claims([(first, june)]), in: year) == [])
    #expect(
      handEdits(of: same, since: claims([(first, june)]), in: year).map { $0.sentence(in: year) }
        == [
          "Edited by hand: D002, which did not train, is in Teachers-12 at Kansai from 2026-07-06."
        ])
  }

  @Test("a row that was taken out is a change unless rows were left out in reading")
  func takenOut() throws {
    let june = try session(2, "2026-06-15")
    let written = claims([(first, june), (second, june)])
    let rows = [TrainingDelegate(first, session: june, isPinned: true)]
    let edits = handEdits(of: rows, since: written, in: year)
    #expect(edits.map(\.group) == [second])
    #expect(
      EarlierTraining(rows, edits: edits).pins == [
        TrainingPin(first, to: june), TrainingPin(second, to: nil),
      ])
    #expect(handEdits(of: rows, since: written, in: year, isComplete: false) == [])
  }
}
