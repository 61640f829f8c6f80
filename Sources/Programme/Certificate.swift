// SPDX-License-Identifier: GPL-3.0-or-later

/// Prices of rules, from which bounds of a plan's goals follow by arithmetic.
///
/// `docs/certificate.md` names the rows that may have a price and derives the
/// bound. Whatever the prices are, the bound they give is true; good prices give
/// a near one.
package struct Certificate: Hashable, Sendable {
  /// Prices are counted in this part of a unit of the goal.
  package static let denominator: Int64 = 10_000

  /// In the order of the goals; goals without prices are left out.
  package var tiers: [TierPrices]

  package init(tiers: [TierPrices] = []) {
    self.tiers = tiers
  }
}

/// The prices that bound one goal among the plans that equal the goals before it.
package struct TierPrices: Hashable, Sendable {
  /// The goal's name, such as `points`.
  package var name: String
  /// Each row at most once; rows that are left out have the price 0.
  package var prices: [RowPrice]

  package init(name: String, prices: [RowPrice]) {
    self.name = name
    self.prices = prices
  }
}

/// What a unit of one row is worth to a goal.
package struct RowPrice: Hashable, Sendable {
  /// What sort of row it is, such as `cohort-places.most`.
  package var row: String
  /// Whom it concerns, by identifier.
  package var subjects: [String]
  /// In units of 1/`Certificate.denominator`, for the goal as a maximum.
  package var price: Int64

  package init(row: String, subjects: [String], price: Int64) {
    self.row = row
    self.subjects = subjects
    self.price = price
  }
}
