// SPDX-License-Identifier: GPL-3.0-or-later

/// How the last two parts of a list are joined in English; Japanese joins all parts alike.
public enum ListEnding: Sendable {
  /// `a, b, c`
  case comma
  /// `a, b and c`
  case and
  /// `a, b or c`
  case or
}

/// Parts of a sentence as a list, such as `a, b and c`, in the language spoken now.
///
/// - Parameters:
///   - parts: The parts in order, in words.
///   - ending: How the last two are joined.
/// - Returns: The list; empty without parts.
public func listed(_ parts: [String], _ ending: ListEnding = .comma) -> String {
  switch (Language.current, ending) {
  case (.japanese, .or): return parts.joined(separator: "、または")
  case (.japanese, _): return parts.joined(separator: "、")
  case (.english, .comma): return parts.joined(separator: ", ")
  case (.english, _):
    guard let last = parts.last, parts.count > 1 else { return parts.joined() }
    return parts.dropLast().joined(separator: ", ") + (ending == .and ? " and " : " or ") + last
  }
}

/// Words of which one is to be given, such as `mps or lp`, in the language spoken now.
public func alternatives(_ words: [String]) -> String {
  switch Language.current {
  case .english: words.joined(separator: " or ")
  case .japanese where words.count > 2: words.joined(separator: "、") + "のいずれか"
  case .japanese: words.joined(separator: "または")
  }
}
