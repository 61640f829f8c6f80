// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// The prices of one goal, to be taken row by row.
struct PriceList {
  private struct Key: Hashable {
    let row: String
    let subjects: [String]
  }

  private var prices: [Key: Int64] = [:]
  private var taken: Set<Key> = []
  /// Prices that are too great to be added up safely, or given twice.
  private(set) var faults: [String] = []

  /// Prices up to this size, seven million units of the goal, times what the
  /// tables hold are added up without overflow.
  static let greatest: Int64 = 1 << 36

  init(_ tier: TierPrices) {
    for price in tier.prices {
      let key = Key(row: price.row, subjects: price.subjects)
      if price.price.magnitude > UInt64(Self.greatest) {
        faults.append(
          localized("the price of \(Self.name(price)) is \(price.price), which is too great"))
      } else if prices.updateValue(price.price, forKey: key) != nil {
        faults.append(localized("\(Self.name(price)) has two prices"))
      }
    }
  }

  /// Whether any row of this sort has a price.
  func hasRows(_ row: String) -> Bool { prices.keys.contains { $0.row == row } }

  /// The price of a row of the year, 0 without one.
  mutating func take(_ row: String, _ subjects: [String]) -> Int {
    let key = Key(row: row, subjects: subjects)
    guard let price = prices[key] else { return 0 }
    taken.insert(key)
    return Int(price)
  }

  /// Prices of rows that the year does not have, or that came to nothing.
  var leftOver: [String] {
    prices.keys.filter { !taken.contains($0) }
      .map { Self.name(RowPrice(row: $0.row, subjects: $0.subjects, price: 0)) }.sorted()
  }

  private static func name(_ price: RowPrice) -> String {
    "\(price.row)(\(price.subjects.joined(separator: ",")))"
  }
}
