// SPDX-License-Identifier: GPL-3.0-or-later
public import Wording

/// What is wrong with a file of a public format, and where.
public struct FileFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// The line, from 1; nothing when the file as a whole is meant.
  public let line: Int?
  /// The word that is wrong, as it stands in the file.
  public let token: String?
  /// What should stand there.
  public let expected: Sentence

  /// Describes a fault.
  public init(line: Int?, token: String?, expected: Sentence) {
    self.line = line
    self.token = token
    self.expected = expected
  }

  /// The fault in one sentence, in the language spoken now.
  public var description: String {
    switch (line, token) {
    case (let line?, let token?):
      localized("line \(line): \"\(token)\" is there; expected \(expected).")
    case (let line?, nil): localized("line \(line): expected \(expected).")
    case (nil, let token?): localized("\"\(token)\" is there; expected \(expected).")
    case (nil, nil): localized("expected \(expected).")
    }
  }
}
