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

  @Test("leaves out what only trainings need where there are none")
  func withoutTraining() throws {
    var year = starterYear()
    year.training = TrainingData()
    year.countries[0].fares = Fares()
    year.sites = [Site(id: "Kansai", beds: 120, classrooms: 10)]
    let files = programmeFiles(of: year)
    #expect(
      files.map(\.name) == [
        "programme.json5", "countries.csv", "cohorts.csv", "schools.csv", "applicants.csv",
        "pins.csv", "sites.csv", "site_bookings.csv",
      ])
    func text(_ name: String) -> String {
      files.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }
    #expect(text("sites.csv").hasPrefix("site,name,prefecture,beds,classrooms,class_size\n"))
    #expect(text("site_bookings.csv") == "site,from,to,beds,classrooms\n")
    #expect(!text("countries.csv").contains("fares_jpy"))
    #expect(!text("programme.json5").contains("training:"))
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
