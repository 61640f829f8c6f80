// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

/// The line feed.
let lineFeed = UInt8(ascii: "\n")
/// The carriage return.
let carriageReturn = UInt8(ascii: "\r")

extension [UInt8] {
  /// Finds a byte by the C library's search, which is fast in any build.
  ///
  /// - Parameters:
  ///   - byte: The byte to look for.
  ///   - range: Where to look; inside the array.
  /// - Returns: The first place, or `nil`.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "\(range) of \(count) bytes")
    return unsafe withUnsafeBytes { buffer -> Int? in
      guard !range.isEmpty, let base = buffer.baseAddress,
        let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// Finds the first line break of any sort.
  ///
  /// - Parameter range: Where to look; inside the array.
  /// - Returns: The first line feed or carriage return, or `nil`.
  func firstLineBreak(in range: Range<Int>) -> Int? {
    let feed = firstIndex(of: lineFeed, in: range)
    let end = feed ?? range.upperBound
    return firstIndex(of: carriageReturn, in: range.lowerBound..<end) ?? feed
  }

  /// Where the next line begins, given a line break.
  ///
  /// - Parameter lineBreak: A line feed or carriage return.
  /// - Returns: The place behind it; CR LF counts as one.
  func lineStart(after lineBreak: Int) -> Int {
    let next = lineBreak + 1
    if self[lineBreak] == carriageReturn, next < count, self[next] == lineFeed { return next + 1 }
    return next
  }

  /// The line a byte stands on, counted from 1.
  ///
  /// - Parameter offset: A place in the array, or its end.
  /// - Returns: One more than the line breaks before it.
  func lineNumber(at offset: Int) -> Int {
    var line = 1
    var start = 0
    while let found = firstLineBreak(in: start..<offset) {
      start = lineStart(after: found)
      if start > offset { break }
      line += 1
    }
    return line
  }

  /// The first line that is longer than a limit.
  ///
  /// - Parameter limit: The most bytes a line may have.
  /// - Returns: The line, counted from 1, or `nil`.
  func firstLine(longerThan limit: Int) -> Int? {
    var line = 1
    var start = 0
    while count - start > limit {
      let window = start..<(Swift.min(count, start + limit + 1))
      guard let found = firstLineBreak(in: window) else { return line }
      start = lineStart(after: found)
      line += 1
    }
    return nil
  }
}
