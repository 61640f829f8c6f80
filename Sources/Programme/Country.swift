// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

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
  /// Yen for a person's journey to Japan and back.
  package var fares: Fares

  package init(
    id: String, nameEnglish: String = "", nameJapanese: String = "", min: Int = 0,
    max: Int? = nil, budget: Int64? = nil, costPerPartner: Int64 = 0, language: String = "",
    renewalsFirst: Bool = false, fares: Fares = Fares()
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
    self.fares = fares
  }
}

/// What a journey costs, by the month in which it begins.
package struct Fares: Hashable, Sendable {
  /// Yen in months that are not named.
  package var usual: Int64
  /// Yen in a month, 1 to 12.
  package var ofMonth: [Int: Int64]

  package init(usual: Int64 = 0, ofMonth: [Int: Int64] = [:]) {
    self.usual = usual
    self.ofMonth = ofMonth
  }

  /// Yen in a month, 1 to 12.
  package subscript(month: Int) -> Int64 { ofMonth[month] ?? usual }
}

extension Country {
  /// Its name in the language spoken now, as far as the year says it; else its code.
  package var nameInWords: String {
    let japanese = Language.current == .japanese ? nameJapanese : ""
    return [japanese, nameEnglish].first { !$0.isEmpty } ?? id
  }
}
