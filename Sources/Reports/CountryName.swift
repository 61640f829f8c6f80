// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles
internal import Wording

/// A country in the words of each language, such as `Thailand (THA)` or `Thailand`.
struct CountryName: Worded {
  private let country: Country
  private let hasCode: Bool

  /// Names a country.
  ///
  /// - Parameters:
  ///   - country: The country.
  ///   - hasCode: Whether its code stands behind the name; without a name it stands alone.
  init(of country: Country, hasCode: Bool = true) {
    self.country = country
    self.hasCode = hasCode
  }

  func words(in language: Language) -> String {
    let name =
      switch language {
      case .english: country.nameEnglish
      case .japanese: country.nameJapanese.isEmpty ? country.nameEnglish : country.nameJapanese
      }
    guard hasCode else { return name.isEmpty ? country.id : name }
    let id = clippedForDisplay(country.id)
    guard !name.isEmpty else { return id }
    return Sentence("\(clippedForDisplay(name)) (\(id))").words(in: language)
  }
}
