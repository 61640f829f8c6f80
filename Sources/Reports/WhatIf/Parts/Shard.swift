// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Wording

/// One of the equal shares into which the work of a comparison falls.
///
/// Written `2/4`: the second of four. Of any list of work it has every fourth piece,
/// beginning with the second.
package struct Shard: Hashable, Sendable, CustomStringConvertible {
  /// From 1 to `count`.
  package let number: Int
  /// How many shards there are, from 1 to 100,000.
  package let count: Int

  /// Everything.
  package static let whole = Shard(number: 1, count: 1)

  /// More shards than this are a slip of the hand.
  private static let most = 100_000

  private init(number: Int, count: Int) {
    self.number = number
    self.count = count
  }

  /// Checks the numbers; nothing when they name no shard.
  package init?(_ number: Int, of count: Int) {
    guard (1...Self.most).contains(count), (1...count).contains(number) else { return nil }
    self.init(number: number, count: count)
  }

  /// Reads a shard as it is written; nothing when it is none.
  ///
  /// - Parameter text: For example `2/4`.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts.allSatisfy({ part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let number = Int(parts[0]), let count = Int(parts[1])
    else { return nil }
    self.init(number, of: count)
  }

  /// Whether a piece of work, counted from 0, is in this shard.
  package func has(_ index: Int) -> Bool { index % count == number - 1 }

  /// For example `2/4`.
  package var description: String { "\(number)/\(count)" }

  /// For messages, such as `shard 2 of 4`.
  var words: Sentence { "shard \(grouped(number)) of \(grouped(count))" }
}
