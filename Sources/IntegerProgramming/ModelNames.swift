// SPDX-License-Identifier: GPL-3.0-or-later

/// Names that every reader of MPS and LP files takes, one for each thing.
///
/// A name is at most 100 characters of letters, digits, `_` and `.`; it starts
/// with a letter or `_` and is neither a word of the LP format nor the start of
/// a number. What is left of the given name is kept; a number is put behind it
/// where two would be equal. Without a name, things are `c1`, `c2`, … or `r1`, ….
struct ModelNames: Sendable {
  /// CBC 2.10 writes past its buffers from about 150 characters on.
  private static let longest = 100
  /// Words with a meaning at the start of a section or in a bound.
  private static let keywords: Set<String> = [
    "minimize", "minimum", "min", "maximize", "maximum", "max", "subject", "such", "st", "s.t.",
    "st.", "bounds", "bound", "general", "generals", "gen", "integer", "integers", "int",
    "binary", "binaries", "bin", "semi", "sos", "sos1", "sos2", "free", "inf", "infinity", "end",
    "rhs", "obj", "constant",
  ]

  private(set) var pool = TextPool()
  private var used: Set<String> = []

  /// Appends the next name.
  ///
  /// - Parameters:
  ///   - wish: The readable name; may be empty or hold any character.
  ///   - letter: What stands before the number of a thing without a name.
  ///   - index: The zero-based position of the thing.
  mutating func append(_ wish: ArraySlice<UInt8>, or letter: Character, _ index: Int) {
    let plain = wish.isEmpty ? "\(letter)\(index + 1)" : ModelNames.sanitized(wish)
    var name = plain
    var number = 2
    while !used.insert(name).inserted {
      name = "\(plain).\(number)"
      number += 1
      // A much used name gets its position, which is rarely taken already.
      if number == 5 { name = "\(plain).\(letter)\(index + 1)" }
      if number == 5, used.insert(name).inserted { break }
    }
    pool.append(name)
  }

  private static func sanitized(_ wish: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    for byte in wish {
      if bytes.count == longest - 20 { break }
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
        bytes.append(byte)
      default:
        // A run of other characters becomes one line.
        if bytes.last != UInt8(ascii: "_") { bytes.append(UInt8(ascii: "_")) }
      }
    }
    if startsLikeNumber(bytes) { bytes.insert(UInt8(ascii: "n"), at: 0) }
    let name = String(decoding: bytes, as: UTF8.self)
    return keywords.contains(name.lowercased()) ? name + "_" : name
  }

  /// Whether a reader could take the start for a number, as in `3a` or `e5`.
  private static func startsLikeNumber(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return true }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    if digits.contains(first) || first == UInt8(ascii: ".") { return true }
    guard first == UInt8(ascii: "e") || first == UInt8(ascii: "E") else { return false }
    return bytes.dropFirst().first.map { digits.contains($0) } ?? true
  }
}

/// Text on its way to an output, gathered so that few large pieces are written.
struct ModelText {
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(1 << 17) }

  mutating func add(_ text: StaticString) {
    for byte in text.description.utf8 { bytes.append(byte) }
  }

  mutating func add(_ text: ArraySlice<UInt8>) { bytes.append(contentsOf: text) }

  mutating func add(_ number: Int64) {
    var rest = number.magnitude
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// Adds text with line ends and other control characters taken out.
  mutating func add(comment text: String) {
    for byte in text.utf8 { bytes.append(byte < 32 || byte == 127 ? UInt8(ascii: " ") : byte) }
  }

  mutating func endLine(_ output: inout some TextOutputStream) {
    bytes.append(UInt8(ascii: "\n"))
    if bytes.count > 1 << 16 { flush(&output) }
  }

  mutating func flush(_ output: inout some TextOutputStream) {
    output.write(String(decoding: bytes, as: UTF8.self))
    bytes.removeAll(keepingCapacity: true)
  }
}
