// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing

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
}
