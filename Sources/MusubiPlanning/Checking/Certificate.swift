// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Prices of rules, from which bounds of a plan's goals follow by adding up.
///
/// docs/certificate.md names the rows that may have a price and derives the bound. Whatever the
/// prices are, the bound they give is true; good prices give a near one. So a certificate need
/// not be trusted, wherever it comes from.
public struct Certificate: Hashable, Sendable {
  /// Prices are counted in this part of a unit of the goal.
  public static let denominator = Programme.Certificate.denominator

  /// In the order of the goals; goals without prices are left out.
  public var goals: [Goal]

  /// The prices that bound one goal among the plans that equal the goals before it.
  public struct Goal: Hashable, Sendable {
    /// The goal's name, such as `points`.
    public var name: String
    /// Each row at most once; rows that are left out have the price 0.
    public var prices: [Price]

    /// Gives a goal its prices.
    public init(name: String, prices: [Price]) {
      self.name = name
      self.prices = prices
    }
  }

  /// What a unit of one row is worth to a goal.
  public struct Price: Hashable, Sendable {
    /// What sort of row it is, such as `cohort-places.most`.
    public var row: String
    /// Whom it concerns, by identifier.
    public var subjects: [String]
    /// In units of 1/``Certificate/denominator``, for the goal as a maximum.
    public var price: Int64

    /// Gives a row its price.
    public init(row: String, subjects: [String], price: Int64) {
      self.row = row
      self.subjects = subjects
      self.price = price
    }
  }

  /// Puts prices together.
  public init(goals: [Goal]) { self.goals = goals }

  init(_ value: Programme.Certificate) {
    goals = value.tiers.map { tier in
      Goal(
        name: tier.name,
        prices: tier.prices.map {
          Price(row: $0.row, subjects: $0.subjects, price: $0.price)
        })
    }
  }

  var value: Programme.Certificate {
    Programme.Certificate(
      tiers: goals.map { goal in
        TierPrices(
          name: goal.name,
          prices: goal.prices.map {
            RowPrice(row: $0.row, subjects: $0.subjects, price: $0.price)
          })
      })
  }
}
