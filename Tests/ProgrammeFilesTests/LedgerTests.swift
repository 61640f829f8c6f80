// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing

@testable import ProgrammeFiles

@Suite("A ledger")
struct LedgerTests {
  /// The folder `base` of faulty folders with a ledger, and with delegations on demand.
  private func year(_ ledger: String, layers: [String] = []) throws -> ProgrammeYear {
    let scratch = try ScratchFolder()
    var folder = FaultyFolder(name: "ledger", layers: layers)
    folder.edits = [.write(file: "ledger.csv", Array(ledger.utf8))]
    for (name, bytes) in try folder.files() { _ = try scratch.write(bytes, to: name) }
    let reading = readProgrammeYear(at: scratch.path)
    #expect(!reading.faultList.hasErrors, "\(reading.faultList.lines)")
    return try #require(reading.year)
  }

  @Test("tells schools when they hosted last and for how long")
  func schools() throws {
    let year = try year(
      """
      year,entry,id,count
      2024,hosted,S001,1
      2025,hosted,S001,2
      2024,school-waited,S002,
      2025,school-waited,S002,
      2023,hosted,S003,1
      2024,school-waited,S003,
      2025,hosted,S004,1

      """)
    #expect(year.schools.map(\.lastHostedYear) == [2025, nil, 2023, 2025])
    #expect(year.schools.map(\.yearsRunning) == [2, 0, 0, 1])
    #expect(
      year.schools.map { $0.tags.filter { $0.hasPrefix("waited") } } == [
        [], ["waited-1", "waited-2"], ["waited-1"], [],
      ])
  }

  @Test("lets years of the table go on in its own")
  func running() throws {
    // The table says that S001 hosted last in 2024, one year or more.
    let year = try year("year,entry,id\n2025,hosted,S001\n")
    #expect(year.schools[0].lastHostedYear == 2025)
    #expect(year.schools[0].yearsRunning == 2)
    let gap = try self.year("year,entry,id\n2024,hosted,S001\n2025,school-waited,S001\n")
    #expect(gap.schools[0].lastHostedYear == 2024)
    #expect(gap.schools[0].yearsRunning == 0)
  }

  @Test("tells who was sent, invited and waited")
  func people() throws {
    let year = try year(
      """
      year,entry,id
      2023,sent,A001
      2024,sent,A001
      2025,applicant-waited,A001
      2025,invited,D003
      2025,person-invited,T2
      2025,delegation-waited,D002

      """, layers: ["training"])
    #expect(year.applicants[0].earlierDispatches == 2)
    #expect(year.applicants[0].tags.contains("waited-1"))
    let delegations = year.training.delegations
    #expect(delegations.map(\.lastInvitedYear) == [2025, nil, 2025])
    #expect(delegations[1].tags.contains("waited-1"))
  }

  @Test("is written as it was read, and what it told stays")
  func roundTrip() throws {
    let year = try year(
      "year,entry,id,count\n2025,hosted,S001,2\n2025,school-waited,S002,\n2025,sent,X9,\n")
    let scratch = try ScratchFolder()
    for file in programmeFiles(of: year) { _ = try scratch.write(file.bytes, to: file.name) }
    #expect(readProgrammeYear(at: scratch.path).year == year)
    #expect(
      String(decoding: ledgerFile(of: year.ledger).bytes, as: UTF8.self)
        == "year,entry,id,count\n2025,hosted,S001,2\n2025,school-waited,S002,1\n2025,sent,X9,1\n")
  }
}
