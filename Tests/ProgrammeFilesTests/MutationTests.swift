// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing

@testable import ProgrammeFiles

@Suite("A folder altered at random")
struct MutationTests {
  /// Cells that have broken readers of tables before.
  static let cells = [
    "", "0", "-1", "1", "2", "999999999999999999999", "0.5", "nan", "x", "THA", "IDN", "S001",
    "S001;S002", "S001+S002", "S002+S001+S003", "A001", "A002;A003", "Thailand 1", "Indonesia 1",
    "Kansai", "2026-05-18", "2026-02-30", "1800-01-01", "2199-12-31", "yes", "いいえ", "open",
    "university=5..1", "a>b;;c", ";", ">", "\"", "\"\"\"", "\n", "＋１", "\u{0}", "en:9",
    "Teachers-12", "Partners-12", "teachers", "students", "partners", "N1", "2+", "any", "JPN",
    "ja:3", "9000;8=1", "2026-06-01..2026-07-01",
  ]

  /// Puts one of the cells in place of another, or changes a byte.
  private func mutated(_ bytes: [UInt8], _ generator: inout SplitMix64) -> [UInt8] {
    guard let place = bytes.indices.randomElement(using: &generator) else { return bytes }
    var bytes = bytes
    if Int.random(in: 0..<5, using: &generator) == 0 {
      bytes[place] = UInt8.random(in: 0...255, using: &generator)
      return bytes
    }
    let isEnd = { (byte: UInt8) in byte == UInt8(ascii: ",") || byte == 10 }
    let start = bytes[..<place].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(where: isEnd) ?? bytes.count
    let cell = Self.cells.randomElement(using: &generator) ?? ""
    bytes.replaceSubrange(start..<max(start, end), with: Array(cell.utf8))
    return bytes
  }

  @Test("is a year or has errors, and a year comes back", arguments: 1...4)
  func neverCrashes(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let base = try FaultyFolder(name: "base").files()
    let training = try FaultyFolder(name: "training", layers: ["training"]).files()
    let posts = "post,schools,seats_min,seats_max\nP1,S001;S002,1,1\nP2,S003,1,2\nP3,S004,1,1\n"
    for _ in 0..<80 {
      var files = Bool.random(using: &generator) ? base : training
      if Bool.random(using: &generator) { files["posts.csv"] = Array(posts.utf8) }
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        guard let name = files.keys.sorted().randomElement(using: &generator) else { continue }
        files[name] = mutated(files[name] ?? [], &generator)
      }
      let scratch = try ScratchFolder()
      for (name, bytes) in files { _ = try scratch.write(bytes, to: name) }
      let reading = readProgrammeYear(at: scratch.path)
      #expect((reading.year == nil) == reading.faultList.hasErrors)
      #expect(reading.faultList.lines == readProgrammeYear(at: scratch.path).faultList.lines)
      guard var year = reading.year else { continue }
      try writeProgrammeYear(year, to: scratch.path + "/again")
      for index in year.pins.indices { year.pins[index].line = index + 2 }
      let again = readProgrammeYear(at: scratch.path + "/again")

      let isSame = again.year == year
      #expect(isSame, "\(again.faultList.lines)")
    }
  }
}
