// SPDX-License-Identifier: GPL-3.0-or-later

/// A country that hosts partners.
package struct Country: Hashable, Sendable {
  /// ISO 3166 alpha-3 code, such as `THA`.
  package var id: String
  package var nameEnglish: String
  package var nameJapanese: String
  /// Fewest partners in the year, 0 or more.
  package var min: Int
  /// Most partners in the year; none means no limit.
  package var max: Int?
  /// Budget for partners of the year, yen; none means no limit.
  package var budget: Int64?
  /// Cost of one partner, yen.
  package var costPerPartner: Int64
  /// ISO 639-1 code of the country's language, such as `th`; may be empty.
  package var language: String
  /// Whether schools that renew are served before new ones (`rotation`).
  package var renewalsFirst: Bool

  package init(
    id: String, nameEnglish: String = "", nameJapanese: String = "", min: Int = 0,
    max: Int? = nil, budget: Int64? = nil, costPerPartner: Int64 = 0, language: String = "",
    renewalsFirst: Bool = false
  ) {
    self.id = id
    self.nameEnglish = nameEnglish
    self.nameJapanese = nameJapanese
    self.min = min
    self.max = max
    self.budget = budget
    self.costPerPartner = costPerPartner
    self.language = language
    self.renewalsFirst = renewalsFirst
  }
}
