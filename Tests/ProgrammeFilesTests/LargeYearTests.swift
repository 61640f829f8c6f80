// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Programme
import Testing
import YearGenerator

@testable import ProgrammeFiles

/// Runs only with `MUSUBI_LARGE=1` in the environment, best in a release build.
@Suite("A year of 100,000 applicants and 20,000 schools", .serialized)
struct LargeYearTests {
  @Test("is written and read", .enabled(if: unsafe getenv("MUSUBI_LARGE") != nil))
  func returns() throws {
    let folder = try ScratchFolder()
    let clock = ContinuousClock()
    var year = generateYear(applicants: 100_000, schools: 20_000, seed: 1)
    for index in year.pins.indices { year.pins[index].line = index + 2 }
    let writing = try clock.measure { try writeProgrammeYear(year, to: folder.path + "/year") }
    var reading = readProgrammeYear(at: folder.path)
    let time = clock.measure { reading = readProgrammeYear(at: folder.path + "/year") }
    print("written in \(writing), read in \(time), at most \(mostMemoryUsed() >> 10) MiB")
    #expect(reading.faultList.lines == [])
    let isSame = reading.year == year
    #expect(isSame)
    #expect(time < .seconds(120))
  }
}
