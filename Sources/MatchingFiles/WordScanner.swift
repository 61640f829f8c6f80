// SPDX-License-Identifier: GPL-3.0-or-later
internal import Wording

/// Takes the words of a text file one after another and knows their lines.
///
/// Words are what stands between blanks (space, tab, line ends, carriage
/// returns and form feeds). Every method that asks for something names what it
/// expects, so that a fault can say the line, the word that is there, and what
/// should be.
///
/// - Complexity: O(*b*) for a whole file of *b* bytes. Taking whole numbers
///   allocates nothing.
struct WordScanner {
  /// Whether the end of a line has a meaning.
  enum Layout {
    /// Words may be broken into lines anywhere (OR-Library).
    case words
    /// A line is a unit; words of the next one are out of reach until
    /// `nextLine()` (DIMACS).
    case lines
  }

  private let bytes: [UInt8]
  private let layout: Layout
  /// The first byte that was not taken.
  private var position = 0
  /// The line of `position`, from 1.
  private(set) var line = 1
  /// Whether `nextLine()` has not been called yet.
  private var isBeforeFirstLine = true

  /// Starts before the first word.
  ///
  /// With `Layout.lines` the first call is `nextLine()`.
  init(_ bytes: [UInt8], layout: Layout) {
    self.bytes = bytes
    self.layout = layout
  }
}

// MARK: - Moving

extension WordScanner {
  /// Goes to the next line that has a word; the rest of this one is left out.
  ///
  /// - Returns: False if there is no such line.
  mutating func nextLine() -> Bool {
    if isBeforeFirstLine {
      isBeforeFirstLine = false
    } else {
      while position < bytes.count, bytes[position] != .lineFeed { position += 1 }
    }
    while position < bytes.count, bytes[position].isBlank {
      if bytes[position] == .lineFeed { line += 1 }
      position += 1
    }
    return position < bytes.count
  }

  /// Whether a word is left: in the file, or in the line with `Layout.lines`.
  mutating func hasWord() -> Bool {
    while position < bytes.count, bytes[position].isBlank {
      if bytes[position] == .lineFeed {
        if layout == .lines { return false }
        line += 1
      }
      position += 1
    }
    return position < bytes.count
  }

  /// The bytes of the next word, or nothing.
  private mutating func takeWord() -> Range<Int>? {
    guard hasWord() else { return nil }
    let start = position
    while position < bytes.count, !bytes[position].isBlank { position += 1 }
    return start..<position
  }
}

// MARK: - Taking

extension WordScanner {
  /// Takes the next word as text.
  ///
  /// - Parameter expected: What should stand there, for the fault.
  /// - Returns: The word.
  /// - Throws: A fault if no word is left.
  mutating func word(_ expected: @autoclosure () -> Sentence) throws(FileFault) -> String {
    guard let range = takeWord() else { throw missing(expected()) }
    return text(range)
  }

  /// Takes the next word if it is a single byte, and gives that byte.
  ///
  /// Made for the letter a DIMACS line begins with.
  ///
  /// - Parameter expected: What should stand there, for the fault.
  /// - Returns: The byte.
  /// - Throws: A fault if no word is left or the word is longer.
  mutating func letter(_ expected: @autoclosure () -> Sentence) throws(FileFault) -> UInt8 {
    guard let range = takeWord() else { throw missing(expected()) }
    guard range.count == 1 else { throw fault(range, expected()) }
    return bytes[range.lowerBound]
  }

  /// Takes a whole number of a range.
  ///
  /// - Parameters:
  ///   - range: The numbers that may stand there.
  ///   - expected: What should stand there, for the fault.
  /// - Returns: The number.
  /// - Throws: A fault if no word is left, or it is no number of the range.
  mutating func wholeNumber(
    in range: ClosedRange<Int>, _ expected: @autoclosure () -> Sentence
  ) throws(FileFault) -> Int {
    guard let word = takeWord() else { throw missing(expected()) }
    guard let number = wholeNumber(word), range.contains(number) else {
      throw fault(word, "\(expected()) from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// Takes any whole number that fits into 64 bits.
  ///
  /// - Parameter expected: What should stand there, for the fault.
  /// - Returns: The number.
  /// - Throws: A fault if no word is left, or it is no such number.
  mutating func wholeNumber(_ expected: @autoclosure () -> Sentence) throws(FileFault) -> Int {
    guard let word = takeWord() else { throw missing(expected()) }
    guard let number = wholeNumber(word) else { throw fault(word, expected()) }
    return number
  }

  /// Takes a finite decimal number.
  ///
  /// - Parameter expected: What should stand there, for the fault.
  /// - Returns: The nearest floating number.
  /// - Throws: A fault if no word is left, or it is no finite number.
  mutating func number(_ expected: @autoclosure () -> Sentence) throws(FileFault) -> Double {
    guard let word = takeWord() else { throw missing(expected()) }
    if word.count <= 15, let whole = wholeNumber(word) { return Double(whole) }
    guard let number = Double(text(word)), number.isFinite else { throw fault(word, expected()) }
    return number
  }

  /// Demands that no word is left: in the file, or in the line with
  /// `Layout.lines`.
  ///
  /// - Parameter expected: What should stand there instead, for the fault.
  /// - Throws: A fault that names the next word.
  mutating func end(_ expected: @autoclosure () -> Sentence) throws(FileFault) {
    if let range = takeWord() { throw fault(range, expected()) }
  }
}

// MARK: - Words

extension WordScanner {
  /// A fault in this line that no word stands for.
  func missing(_ expected: Sentence) -> FileFault {
    FileFault(line: line, token: nil, expected: expected)
  }

  private func fault(_ range: Range<Int>, _ expected: Sentence) -> FileFault {
    FileFault(line: line, token: text(range), expected: expected)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The value of an optional sign and digits; nothing for other words and for
  /// numbers beyond 64 bits.
  private func wholeNumber(_ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
    guard index < range.upperBound else { return nil }
    // Built from the negative side, which reaches one further.
    var value = 0
    while index < range.upperBound {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      let (shifted, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (next, isOver) = shifted.subtractingReportingOverflow(Int(digit))
      guard !isTooLarge, !isOver else { return nil }
      value = next
      index += 1
    }
    guard !isNegative else { return value }
    return value == .min ? nil : -value
  }
}

extension UInt8 {
  fileprivate static let lineFeed = UInt8(ascii: "\n")

  /// Whether it separates words: space, and tab to carriage return.
  fileprivate var isBlank: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
}
