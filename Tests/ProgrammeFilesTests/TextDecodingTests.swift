// SPDX-License-Identifier: GPL-3.0-or-later
import Testing
import Wording

@testable import ProgrammeFiles

@Suite struct TextDecodingTests {
  private func decode(
    _ bytes: [UInt8], limits: TextLimits = .table
  ) -> (text: DecodedText?, faults: FaultList) {
    var faults = FaultList()
    return (decodeText(bytes, named: "t.csv", limits: limits, faults: &faults), faults)
  }

  @Test("UTF-8 is taken as it is, without its mark")
  func utf8() {
    for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
      let (text, faults) = decode(mark + Array("日本,タイ\n".utf8))
      #expect(text?.string == "日本,タイ\n")
      #expect(text?.encoding == .utf8)
      #expect(faults.isEmpty)
    }
    #expect(decode([0xEF, 0xBB, 0xBF]).text?.bytes == [])
  }

  @Test("CP932 is read, and a notice says so with its first words")
  func cp932() {
    // 日本, then half-width ﾀｲ, then ①, ～ and 髙 of the Windows table.
    let bytes: [UInt8] =
      Array("id,name\nA1,".utf8) + [0x93, 0xFA, 0x96, 0x7B, 0xC0, 0xB2, 0x87, 0x40]
      + [0x81, 0x60, 0xFB, 0xFC] + Array(",x\n".utf8)
    let (text, faults) = decode(bytes)
    #expect(text?.string == "id,name\nA1,日本ﾀｲ①～髙,x\n")
    #expect(text?.encoding == .cp932)
    #expect(!faults.hasErrors)
    #expect(
      faults.lines == [
        "t.csv: the file was read as CP932 (Shift_JIS), which makes its first text "
          + "\"日本ﾀｲ①～髙\"; expected UTF-8. If this is not what was written, save the file as CSV UTF-8."
      ])
  }

  @Test("UTF-16 is read after its mark", arguments: [true, false])
  func utf16(isLittleEndian: Bool) {
    func bytes(_ text: String) -> [UInt8] {
      text.utf16.flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isLittleEndian ? [low, high] : [high, low]
      }
    }
    let (text, faults) = decode(bytes("\u{FEFF}a\t日本\r\n𠮷\t2\r\n"))
    #expect(text?.string == "a\t日本\r\n𠮷\t2\r\n")
    #expect(text?.encoding == (isLittleEndian ? .utf16LittleEndian : .utf16BigEndian))
    #expect(faults.noticeCount == 1 && faults.errorCount == 0)

    let odd = decode(bytes("\u{FEFF}a\nb\nc") + [0x61])
    #expect(odd.text == nil)
    #expect(odd.faults.faults.first?.line == 3)

    let lone = decode(
      bytes("\u{FEFF}a\n") + (isLittleEndian ? [0x00, 0xD8] : [0xD8, 0x00]) + bytes("b"))
    #expect(lone.text == nil)
    #expect(lone.faults.faults.first?.line == 2)

    #expect(decode(bytes("\u{FEFF}")).text == nil)
  }

  @Test("bytes that are no text are named with their line")
  func malformed() {
    let (text, faults) = decode(Array("a\r\nb\rc\n".utf8) + [0x61, 0xFF, 0x0A])
    #expect(text == nil)
    #expect(faults.faults.first?.line == 4)
    #expect(faults.faults.first?.problem.description.contains("0xFF") == true)
    // A lead byte at the end, and bytes the C library would let pass.
    for tail in [[0x93, 0xFA, 0x96], [0x80], [0xA0], [0xFD]] as [[UInt8]] {
      #expect(decode(Array("a\n".utf8) + tail).text == nil)
    }
  }

  @Test("UTF-8 cut short in a character is damaged, not CP932")
  func truncated() {
    let whole = Array("名,国\n日本,タイ".utf8)
    for length in 1..<whole.count {
      let (text, faults) = decode(Array(whole[..<length]))
      if let text {
        #expect(text.encoding == .utf8 || length < 3, "\(length)")
      } else {
        #expect(faults.errorCount == 1)
      }
    }
    let one = decode(Array(whole[..<(whole.count - 1)]))
    #expect(one.text == nil)
    #expect(one.faults.faults.first?.line == 2)
  }

  @Test("a damaged byte in much UTF-8 is a fault, not another encoding")
  func damaged() {
    var bytes = Array(String(repeating: "日本語,タイ語\n", count: 50).utf8)
    bytes[bytes.count / 2] = 0x41
    #expect(decode(bytes).text == nil)
  }

  @Test("NUL bytes are faults with their line")
  func zeros() {
    let (text, faults) = decode(Array("a,b\n1,\u{0}\n".utf8))
    #expect(text == nil)
    #expect(faults.faults.first?.line == 2)
    #expect(decode([0]).text == nil)
    // UTF-16 without its mark.
    #expect(decode([0x61, 0, 0x2C, 0]).text == nil)
  }

  @Test("empty files, workbooks and files over the limit are faults")
  func wholeFile() {
    #expect(decode([]).faults.lines == ["t.csv: the file is empty."])
    #expect(
      decode(Array("PK\u{3}\u{4}x".utf8)).faults.faults.first?.hint?.text.contains(".xlsx") == true)
    let over = decode(Array("abcdef".utf8), limits: TextLimits(fileBytes: 5))
    #expect(over.faults.lines == ["t.csv: the file has 6 bytes; expected at most 5 bytes."])
  }

  @Test("a line over the limit is a fault; one at the limit is not")
  func longLine() {
    let limits = TextLimits(lineBytes: 10)
    for lineBreak in ["\n", "\r", "\r\n"] {
      #expect(decode(Array("0123456789\(lineBreak)0123456789".utf8), limits: limits).text != nil)
      let (text, faults) = decode(Array("0123456789\(lineBreak)01234567890".utf8), limits: limits)
      #expect(text == nil)
      #expect(faults.faults.first?.line == 2)
    }
    #expect(decode(Array("01234567890".utf8), limits: .document).text != nil)
  }

  @Test("missing files, folders and unreadable ones are faults")
  func unreadable() throws {
    let folder = try ScratchFolder()
    for (path, words) in [
      (folder.path + "/none.csv", "missing"), (folder.path, "folder"),
      (folder.path + "/a\0b", "NUL"), ("/proc/self/mem", "cannot be read"),
      (folder.path + "/" + String(repeating: "x", count: 300), "cannot be read"),
    ] {
      var faults = FaultList()
      #expect(readText(at: path, named: "t.csv", faults: &faults) == nil)
      #expect(faults.lines.count == 1)
      #expect(faults.lines.first?.contains(words) == true, "\(faults.lines)")
    }
    var faults = FaultList()
    #expect(readBytes(at: "/dev/zero", named: "z", limit: 1 << 22, faults: &faults) == nil)
    #expect(faults.lines == ["z: the file does not end; expected at most 4 MiB."])
    let path = try folder.write(Array("a\n".utf8), to: "t.csv")
    #expect(readText(at: path, named: "t.csv", faults: &faults)?.string == "a\n")
  }

  @Test("a line of 200 MB is refused within seconds and twice its memory")
  func hugeLine() async throws {
    await #expect(processExitsWith: .success) {
      let folder = try ScratchFolder()
      let path = try folder.writeLine(ofMebibytes: 200, to: "huge.csv")
      var faults = FaultList()
      let started = ContinuousClock.now
      #expect(readCSV(at: path, named: "huge.csv", faults: &faults) == nil)
      #expect(ContinuousClock.now - started < .seconds(10))
      #expect(
        faults.lines == [
          "huge.csv, line 1: the line is longer than any table's; expected at most 1 MiB in a line."
        ])
      let kibibytes = mostMemoryUsed()
      #expect(kibibytes < 450 << 10, "\(kibibytes) KiB")
    }
  }

  @Test("no random bytes bring a reader down", arguments: 0..<4 as Range<UInt64>)
  func fuzz(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet =
      Array(",;\t\"\n\r'\\{}[]:/*0123.eE+-xu#ab \u{3000}日本".utf8) + [0x93, 0xFA, 0xFF, 0xFE, 0]
    for _ in 0..<500 {
      let count = Int.random(in: 0...120, using: &random)
      let isRaw = Bool.random(using: &random)
      let bytes = (0..<count).map { _ in
        isRaw
          ? UInt8.random(in: 0...255, using: &random) : alphabet.randomElement(using: &random) ?? 0
      }
      var faults = FaultList()
      if let text = decodeText(bytes, named: "t", faults: &faults) {
        if let table = parseCSV(text, faults: &faults) { _ = table.rows }
        do {
          _ = try JSON5.parse(text)
        } catch {
          faults.report(error)
        }
      }
      _ = faults.lines
      // And past the decoder, so that the parsers see more than its refusals.
      let clean = bytes.filter { $0 > 0 && $0 < 0x80 }
      let text = DecodedText(file: "t", bytes: clean, encoding: .utf8)
      _ = parseCSV(text, faults: &faults)?.rows
      _ = try? JSON5.parse(text)
    }
  }
}
