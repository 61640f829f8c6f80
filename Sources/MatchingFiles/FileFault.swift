// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong with a file of a public format, and where.
public struct FileFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// The line, from 1; nothing when the file as a whole is meant.
  public let line: Int?
  /// The word that is wrong, as it stands in the file.
  public let token: String?
  /// What should stand there.
  public let expected: String

  /// Describes a fault.
  public init(line: Int?, token: String?, expected: String) {
    self.line = line
    self.token = token
    self.expected = expected
  }

  /// The fault in one sentence.
  public var description: String {
    let place = line.map { "line \($0): " } ?? ""
    let found = token.map { "\"\($0)\" is there; " } ?? ""
    return "\(place)\(found)expected \(expected)."
  }
}
