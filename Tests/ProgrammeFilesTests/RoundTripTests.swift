// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import YearGenerator

@testable import ProgrammeFiles

@Suite("A year written and read")
struct RoundTripTests {
  @Test("gives the starter year back, without a word")
  func starterYearReturns() throws {
    let folder = try ScratchFolder()
    let year = starterYear()
    try writeProgrammeYear(year, to: folder.path + "/year")
    let reading = readProgrammeYear(at: folder.path + "/year")
    #expect(reading.faultList.lines == [])
    #expect(reading.year == year)
  }

  @Test("gives generated years back", arguments: [(1, 1), (12, 10), (1_000, 300)])
  func generatedYearsReturn(applicants: Int, schools: Int) throws {
    let folder = try ScratchFolder()
    var year = generateYear(applicants: applicants, schools: schools, seed: 7)
    // Pins know their lines once they come from a file.
    for index in year.pins.indices { year.pins[index].line = index + 2 }
    try writeProgrammeYear(year, to: folder.path + "/year")
    let reading = readProgrammeYear(at: folder.path + "/year")
    #expect(reading.faultList.lines == [])
    let isSame = reading.year == year
    #expect(isSame)
  }
}
