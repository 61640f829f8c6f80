// SPDX-License-Identifier: GPL-3.0-or-later

/// Several things as a sentence lists them, such as `a, b and c` or `a, b or c`.
public struct Listing: Worded, CustomStringConvertible {
  /// What stands between them.
  public enum Junction: Sendable {
    /// `a, b and c`.
    case and
    /// `a, b or c`.
    case or
    /// `a and b and c`.
    case andEach
    /// `a and in b and in c`.
    case andInEach
    /// `a or b or c`.
    case orEach
    /// `a or of b or of c`.
    case orOf
    /// `a, then b, then c`.
    case then
    /// `a, b, c`.
    case plain
    /// Whole sentences, one behind the other.
    case sentences
    /// `a; b; c`.
    case semicolons
  }

  private let items: [any Worded]
  private let junction: Junction

  /// Lists sentences or other values in words.
  public init(_ items: [some Worded], _ junction: Junction = .and) {
    self.items = items
    self.junction = junction
  }

  /// Lists names, the same in all languages.
  public init(_ names: [String], _ junction: Junction = .and) {
    self.init(names.map { Sentence("\($0)") }, junction)
  }

  /// Its words in the language spoken now.
  public var description: String { words(in: .current) }

  public func words(in language: Language) -> String {
    let words = items.map { $0.words(in: language) }
    guard let last = words.last, words.count > 1 else { return words.last ?? "" }
    let others = words.dropLast()
    return switch (language, junction) {
    case (.english, .and): "\(others.joined(separator: ", ")) and \(last)"
    case (.english, .andEach): words.joined(separator: " and ")
    case (.english, .andInEach): words.joined(separator: " and in ")
    case (.english, .orEach): words.joined(separator: " or ")
    case (.english, .orOf): words.joined(separator: " or of ")
    case (.english, .then): words.joined(separator: ", then ")
    case (.english, .plain): words.joined(separator: ", ")
    case (.english, .sentences): words.joined(separator: " ")
    case (.english, .semicolons): words.joined(separator: "; ")
    case (.english, .or): "\(others.joined(separator: ", ")) or \(last)"
    case (.japanese, .and), (.japanese, .andEach), (.japanese, .andInEach), (.japanese, .plain):
      words.joined(separator: "、")
    case (.japanese, .orEach) where words.count > 2:
      words.joined(separator: "、") + "のいずれか"
    case (.japanese, .orEach), (.japanese, .orOf): words.joined(separator: "または")
    case (.japanese, .then): words.joined(separator: "、次に")
    case (.japanese, .sentences): words.joined()
    case (.japanese, .semicolons): words.joined(separator: "；")
    case (.japanese, .or): "\(others.joined(separator: "、"))または\(last)"
    }
  }
}
