// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension CellFormat where Value == [String] {
  /// Words separated by `;`.
  static let words = CellFormat(
    type: "list of words", range: "separated by `;`", expected: "words separated by ;",
    parse: { (text, _) throws(CellProblem) in try members(of: text) },
    write: { words, _ in words.joined(separator: ";") })
}

extension CellFormat where Value == Int {
  /// The identifier of a row of another table.
  static func reference(_ table: any KeyPath<YearNames, NameIndex> & Sendable, to noun: Sentence)
    -> CellFormat
  {
    let isVowel = "aeiou".contains(noun.words(in: .english).prefix(1))
    let one: Sentence = isVowel ? "an \(noun)" : "a \(noun)"
    return CellFormat(
      type: "reference", range: "an identifier of \(one)", expected: one,
      parse: { (text, names) throws(CellProblem) in try index(of: text, in: table, names) },
      write: { index, names in names[keyPath: table].names[index] })
  }
}

extension CellFormat where Value == [Int] {
  /// Identifiers of rows of a table, separated by `;`.
  static func references(_ table: any KeyPath<YearNames, NameIndex> & Sendable, to noun: Sentence)
    -> CellFormat
  {
    CellFormat(
      type: "list of references", range: "\(noun) separated by `;`",
      expected: "\(noun) separated by ;",
      parse: { (text, names) throws(CellProblem) in
        var indices: [Int] = []
        for member in try members(of: text) {
          indices.append(try index(of: member, in: table, names))
        }
        return indices
      },
      write: { indices, names in
        indices.map { names[keyPath: table].names[$0] }.joined(separator: ";")
      })
  }
}

extension CellFormat where Value == [[Int]] {
  /// Countries, best first: `>` parts ranks, `;` equals.
  static let countryRanks = ranks(
    \.countries, of: "countries", one: "country", example: "THA;VNM or THA>IDN;VNM")

  /// Rows of a table, best first: `>` parts ranks, `;` equals.
  static func ranks(
    _ table: any KeyPath<YearNames, NameIndex> & Sendable, of noun: Sentence, one: Sentence,
    example: String
  ) -> CellFormat {
    CellFormat(
      type: "ranked list of references", range: "\(noun); `>` parts ranks, `;` equals",
      expected: "\(noun) such as \(example)",
      parse: { (text, names) throws(CellProblem) in
        var ranks: [[Int]] = []
        for rank in text.split(separator: ">", omittingEmptySubsequences: false) {
          var indices: [Int] = []
          for member in try members(of: trimmed(rank)) {
            let named = try index(of: member, in: table, names)
            guard !indices.contains(named), !ranks.joined().contains(named) else {
              throw CellProblem("is named twice", expected: "each \(one) once", part: member)
            }
            indices.append(named)
          }
          ranks.append(indices)
        }
        return ranks
      },
      write: { ranks, names in
        ranks.map { rank in rank.map { names[keyPath: table].names[$0] }.joined(separator: ";") }
          .joined(separator: ">")
      })
  }
}

extension CellFormat where Value == [LanguageSkill] {
  /// Languages with their levels.
  static let languages = CellFormat(
    type: "list of languages", range: "`code:level` separated by `;`; level 1 to 5, 3 if left out",
    expected: "languages such as en:3;th:1",
    parse: { (text, _) throws(CellProblem) in
      var skills: [LanguageSkill] = []
      for member in try members(of: text) {
        let parts = member.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, let code = parts.first.map(trimmed), isLanguageCode(code) else {
          throw CellProblem("is not a language", part: member)
        }
        guard !skills.contains(where: { $0.code == code }) else {
          throw CellProblem("is named twice", expected: "each language once", part: code)
        }
        guard parts.count == 2 else {
          skills.append(LanguageSkill(code: code, level: 3))
          continue
        }
        guard let level = Int(halfWidth(trimmed(parts[1]))), (1...5).contains(level) else {
          throw CellProblem("has no level from 1 to 5", part: member)
        }
        skills.append(LanguageSkill(code: code, level: level))
      }
      return skills
    },
    write: { skills, _ in skills.map { "\($0.code):\($0.level)" }.joined(separator: ";") })
}

extension CellFormat where Value == [TrackQuota] {
  /// Quotas of tracks.
  static let trackQuotas = CellFormat(
    type: "list of quotas", range: "`track=most` or `track=fewest..most`, separated by `;`",
    expected: "quotas such as prefecture:Fukuoka=5;university=2..4",
    parse: { (text, _) throws(CellProblem) in
      var quotas: [TrackQuota] = []
      for member in try members(of: text) {
        let quota = try trackQuota(member)
        guard !quotas.contains(where: { $0.key == quota.key }) else {
          throw CellProblem("is named twice", expected: "each track once", part: quota.key)
        }
        quotas.append(quota)
      }
      return quotas
    },
    write: { quotas, _ in
      quotas.map { quota in
        "\(quota.key)=" + (quota.min == 0 ? "" : "\(quota.min)..") + "\(quota.max)"
      }.joined(separator: ";")
    })
}

private func trackQuota(_ text: String) throws(CellProblem) -> TrackQuota {
  let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(trimmed)
  guard parts.count == 2, !parts[0].isEmpty else {
    throw CellProblem("is not a quota of a track", part: text)
  }
  guard parts[0] != Applicant.openTrack else {
    throw CellProblem(
      "gives a quota to the track open", expected: "quotas of other tracks", part: text,
      hint: .advice("Those who applied by themselves take the places that the quotas leave."))
  }
  let bounds = halfWidth(parts[1]).split(separator: ".", omittingEmptySubsequences: false)
  let numbers = bounds.map { Int($0) }
  let quota: TrackQuota? =
    switch (numbers.count, numbers.first ?? nil, numbers.last ?? nil) {
    case (1, let most?, _): TrackQuota(key: parts[0], max: most)
    case (3, let fewest?, let most?) where bounds[1].isEmpty:
      TrackQuota(key: parts[0], min: fewest, max: most)
    default: nil
    }
  guard let quota else { throw CellProblem("is not a quota of a track", part: text) }
  guard (0...100_000).contains(quota.min), (0...100_000).contains(quota.max) else {
    throw CellProblem(
      "is out of range", expected: "numbers from 0 to 100,000", part: text)
  }
  guard quota.min <= quota.max else {
    throw CellProblem(
      "asks for more than it allows", expected: "the smaller number first", part: text,
      hint: .didYouMean("\(quota.key)=\(quota.max)..\(quota.min)"))
  }
  return quota
}

/// The members of a list, trimmed.
func members(of text: String) throws(CellProblem) -> [String] {
  // Most lists have one member.
  guard !text.utf8.contains(where: { $0 == 0x3B || $0 >= 0x80 }) else {
    guard !text.contains("；") else {
      throw CellProblem(
        "has a full-width ； in it", expected: "; between the members of a list",
        hint: .didYouMean(text.replacing("；", with: ";")))
    }
    let members = text.split(separator: ";", omittingEmptySubsequences: false).map(trimmed)
    guard !members.contains("") else {
      throw CellProblem(
        "has an empty member", expected: "one ; between the members of a list",
        hint: .didYouMean(members.filter { !$0.isEmpty }.joined(separator: ";")))
    }
    if members.count > 1, Set(members).count < members.count {
      var seen: Set<String> = []
      let repeated = members.first { !seen.insert($0).inserted }
      throw CellProblem("is named twice", expected: "each member once", part: repeated)
    }
    return members
  }
  return [text]
}

/// The text without spaces of any width around it.
func trimmed(_ text: some StringProtocol) -> String {
  guard let first = text.first, let last = text.last, first.isWhitespace || last.isWhitespace
  else { return String(text) }
  let start = text.drop { $0.isWhitespace }
  guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
  return String(start[...end])
}

private func index(
  of name: String, in path: any KeyPath<YearNames, NameIndex> & Sendable, _ names: YearNames
) throws(CellProblem) -> Int {
  let table = names[keyPath: path]
  if let index = table[name] { return index }
  guard table.isReadable else { throw .unreadableTable }
  throw CellProblem(
    "names no \(table.noun)", expected: "an identifier of \(table.file)", part: name,
    nearestIn: path)
}
