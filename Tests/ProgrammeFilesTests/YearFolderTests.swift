// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Programme
import Testing

@testable import ProgrammeFiles

@Suite("The folder of a year")
struct YearFolderTests {
  /// Writes files into a folder and reads it.
  private func reading(_ files: [String: [UInt8]]) throws -> YearReading {
    let scratch = try ScratchFolder()
    for (name, bytes) in files { _ = try scratch.write(bytes, to: name) }
    return readProgrammeYear(at: scratch.path)
  }

  private func base() throws -> [String: [UInt8]] { try FaultyFolder(name: "base").files() }

  @Test("in CP932 is the year that it is in UTF-8, with the same digest")
  func cp932() throws {
    let files = try base()
    var encoded = files
    for (name, bytes) in files {
      let converted: [UInt8] = try #require(cp932Bytes(String(decoding: bytes, as: UTF8.self)))
      encoded[name] = converted
    }
    #expect(encoded != files)
    let (plain, foreign) = (try reading(files), try reading(encoded))
    #expect(plain.year != nil)
    let isSame = plain.year == foreign.year
    #expect(isSame)
    #expect(plain.digest == foreign.digest)
    #expect(foreign.faults.map(\.file) == ["applicants.csv", "countries.csv", "programme.json5"])
    #expect(foreign.faults.allSatisfy { $0.severity == .notice })
  }

  @Test("with byte order marks, Windows line breaks and quoted cells is the same year")
  func variants() throws {
    let files = try base()
    var variant = files
    for (name, bytes) in files where name.hasSuffix(".csv") {
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      let quoted = lines.map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map { " \"\($0)\"" }
          .joined(separator: ",").replacing(" \"", with: "\"")
      }
      variant[name] =
        [0xEF, 0xBB, 0xBF] + Array(quoted.joined(separator: "\r\n\r\n").utf8)
    }
    let (plain, other) = (try reading(files), try reading(variant))
    #expect(other.faultList.lines == [])
    // Pins know their lines, which the blank ones move.
    func withoutLines(_ year: ProgrammeYear?) -> ProgrammeYear? {
      var year = year
      for index in year?.pins.indices ?? 0..<0 { year?.pins[index].line = 0 }
      return year
    }
    let isSame = withoutLines(plain.year) == withoutLines(other.year)
    #expect(isSame)
    #expect(plain.digest != other.digest)
  }

  @Test("with rows and columns in another order is the same year")
  func order() throws {
    let files = try base()
    var other = files
    for name in ["countries.csv", "cohorts.csv", "schools.csv", "applicants.csv"] {
      let rows = String(decoding: files[name] ?? [], as: UTF8.self).split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).reversed()
          .joined(separator: ",")
      }
      let lines = [rows[0]] + rows.dropFirst().reversed()
      other[name] = Array(lines.joined(separator: "\n").utf8)
    }
    let (plain, turned) = (try reading(files), try reading(other))
    #expect(turned.faultList.lines == [])
    let isSame = plain.year == turned.year
    #expect(isSame)
  }

  @Test("with a line of 200 MB is refused, and the rest is read")
  func longLine() throws {
    let scratch = try ScratchFolder()
    for (name, bytes) in try base() where name != "applicants.csv" {
      _ = try scratch.write(bytes, to: name)
    }
    _ = try scratch.writeLine(ofMebibytes: 200, to: "applicants.csv")
    _ = try scratch.write(Array("site,beds,classrooms\nKansai,-1,10\n".utf8), to: "sites.csv")
    #expect(
      readProgrammeYear(at: scratch.path).faultList.lines == [
        "applicants.csv, line 1: the line is longer than any table's; "
          + "expected at most 1 MiB in a line.",
        "sites.csv, line 2, column beds: \"-1\" is out of range; "
          + "expected a whole number from 0 to 100,000.",
      ])
  }

  @Test("with a column gone wrong in every row says so in few lines")
  func manyFaults() throws {
    var files = try base()
    files["pins.csv"] = nil
    files["applicants.csv"] = Array(
      ("applicant,sex,birth_date\n"
        + (1...5_000).map { "A\($0),F,1/2/1990\n" }.joined()).utf8)
    let reading = try reading(files)
    #expect(reading.faultList.errorCount == 5_000)
    #expect(reading.faultList.lines.count == 21)
    #expect(reading.faultList.lines.last == "applicants.csv: and 4,980 more like this.")
  }

  @Test("that is missing, or a file, is said to be")
  func missing() throws {
    let scratch = try ScratchFolder()
    let file = try scratch.write([], to: "file")
    #expect(
      readProgrammeYear(at: scratch.path + "/none").faultList.lines.map { $0.suffix(23) }
        == [": the folder is missing."].map { $0.suffix(23) })
    #expect(
      readProgrammeYear(at: file).faultList.lines
        == ["\(file): the file is empty; expected a workbook (.xlsx)."])
    #expect(readProgrammeYear(at: "a\0b").faultList.lines == ["a\\0b: the folder is missing."])
  }

  @Test("is only replaced by force, and only when it is a year's")
  func force() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/year"
    try writeProgrammeYear(starterYear(), to: path)
    #expect(throws: WriteFailure.exists(path: path)) {
      try writeProgrammeYear(starterYear(), to: path)
    }
    _ = try scratch.write([], to: "year/old.txt")
    let readme = TextFile(name: "README.md", bytes: Array("An example.\n".utf8))
    try writeProgrammeYear(starterYear(), files: [readme], to: path, force: true)
    #expect(
      scratch.names(in: "year") == [
        "README.md", "applicants.csv", "calendars.csv", "cohorts.csv", "countries.csv",
        "courses.csv", "delegations.csv", "pins.csv", "programme.json5", "schools.csv",
        "site_bookings.csv", "sites.csv",
      ])
    #expect(throws: WriteFailure.self) {
      try writeProgrammeYear(starterYear(), to: scratch.path, force: true)
    }
    #expect(scratch.names() == ["year"])
  }
}

/// A text in CP932, converted by the system; nothing where it cannot.
private func cp932Bytes(_ text: String) -> [UInt8]? {
  let converter = unsafe iconv_open("CP932", "UTF-8")
  defer { unsafe _ = iconv_close(converter) }
  var input = Array(text.utf8).map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: input.count * 2)
  var (inputLeft, outputLeft) = (input.count, output.count)
  let result = unsafe input.withUnsafeMutableBufferPointer { source in
    unsafe output.withUnsafeMutableBufferPointer { target in
      var from = source.baseAddress
      var to = target.baseAddress
      return unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft)
    }
  }
  guard result != Int.max, inputLeft == 0 else { return nil }
  return output.dropLast(outputLeft).map { UInt8(bitPattern: $0) }
}
