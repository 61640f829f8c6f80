// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
package import Programme
internal import ProgrammeFiles
internal import Wording

/// What limits cost, those first that are most worth negotiating.
package struct PriceList: Sendable {
  let base: [TierResult]
  let prices: [LimitPrice]

  /// Puts prices in order: by the goals' values after one step, then as they came.
  package init(_ prices: [LimitPrice], base: [TierResult]) {
    self.base = comparable(base)
    self.prices = prices.enumerated().sorted { left, right in
      let (one, other) = (left.element.tiers, right.element.tiers)
      if one.isEmpty != other.isEmpty { return other.isEmpty }
      if isBetter(one, than: other) { return true }
      if isBetter(other, than: one) { return false }
      return left.offset < right.offset
    }.map(\.element)
  }
}

extension PriceList {
  /// Whether nothing in it was stopped early.
  var isProven: Bool { prices.allSatisfy(\.isProven) }

  /// The prices in words, with their line feeds.
  var lines: [String] {
    guard !base.isEmpty else {
      return [localized("There is no plan as it is, so no limit has a price."), ""]
    }
    let useful = prices.filter(\.isBetter)
    var lines: [String] = []
    if useful.isEmpty {
      lines = [
        localized("No limit that was tried makes the plan better when it is one step wider."), "",
      ]
    } else {
      lines.append(
        localized("Most worth negotiating; each is planned exactly, one step at a time:"))
      for (index, price) in useful.enumerated() {
        lines.append("  \(index + 1). \(sentence(of: price))")
        lines.append("     \(scenario(of: price))")
      }
      lines.append("")
    }
    let idle = prices.filter { !$0.isBetter }
    guard !idle.isEmpty else { return lines }
    lines.append(localized("These alone make nothing better:"))
    lines += idle.map { "  \(idleSentence(of: $0))" }
    return lines + [""]
  }

  private func sentence(of price: LimitPrice) -> Sentence {
    let (words, gain) = (Capitalized(price.words), difference(of: price))
    let isRepeated = price.sameSteps > 1
    let end = ends(of: price, price.sameSteps)
    return switch (isRepeated, price.isEndKnown) {
    case (true, true):
      """
      \(words): \(gain), and the same for each up to \(end); the next brings something else.
      """
    case (true, false):
      "\(words): \(gain), and the same for each up to \(end), where trying ended."
    case (false, true): "\(words): \(gain); the next brings something else."
    case (false, false): "\(words): \(gain)."
    }
  }

  private func difference(of price: LimitPrice) -> Sentence {
    differencesInWords(of: price.tiers, from: base) ?? "no difference"
  }

  private func scenario(of price: LimitPrice) -> Sentence {
    let changes = price.changes.map { change in
      let step: Sentence = "from \(grouped(Int(change.from))) to \(grouped(Int(change.to)))"
      return Sentence("\(change.path) \(step)")
    }
    return "set: \(Listing(changes, .plain))"
  }

  private func idleSentence(of price: LimitPrice) -> Sentence {
    let words = Capitalized(price.words)
    guard !price.tiers.isEmpty else { return "\(words): not known, planning was stopped early." }
    if price.isWorse { return "\(words): \(difference(of: price))." }
    if price.isAlwaysIdle { return "\(words): the plan stays as it is, however far it goes." }
    let end = ends(of: price, price.idleSteps)
    return price.isEndKnown
      ? """
      \(words): the plan stays as it is up to \(end); beyond that there is a better one.
      """
      : "\(words): the plan stays as it is up to \(end), where trying ended."
  }

  /// The numbers after some steps.
  private func ends(of price: LimitPrice, _ steps: Int) -> Listing {
    Listing(
      price.changes.map { grouped(Int($0.from + Int64(steps) * ($0.to - $0.from))) }, .andEach)
  }
}

/// Words at the beginning of a sentence.
private struct Capitalized: Worded {
  private let words: Sentence

  init(_ words: Sentence) { self.words = words }

  func words(in language: Language) -> String {
    let text = words.words(in: language)
    // Elsewhere an identifier may come first, which stays as it is.
    return language == .english ? text.prefix(1).uppercased() + text.dropFirst() : text
  }
}

// MARK: For programs

extension PriceList {
  var document: CanonicalJSON { .array(prices.map { .object($0.members) }) }

  /// The table `prices.csv`.
  var table: [UInt8] {
    let goals = base.map(\.name)
    var writer = CSVWriter(
      header: ["rank", "limits", "from", "to", "helps"] + goals
        + ["same_until", "end_known", "stays_until"])
    for (index, price) in prices.enumerated() {
      func joined(_ number: (LimitPrice.Change) -> Int64) -> String {
        price.changes.map { String(number($0)) }.joined(separator: ";")
      }
      var row = [String(index + 1), price.changes.map(\.path).joined(separator: ";")]
      row += [joined { $0.from }, joined { $0.to }]
      row.append(price.tiers.isEmpty ? "" : price.isBetter ? "yes" : "no")
      for goal in goals {
        row.append(price.tiers.first { $0.name == goal }.map { String($0.value) } ?? "")
      }
      row.append(price.sameSteps > 0 ? joined { price.number(of: $0, after: price.sameSteps) } : "")
      row.append(price.isEndKnown ? "yes" : "no")
      row.append(
        price.isAlwaysIdle ? "any" : joined { price.number(of: $0, after: price.idleSteps) })
      writer.append(row)
    }
    return writer.bytes
  }
}

extension LimitPrice {
  fileprivate func number(of change: Change, after steps: Int) -> Int64 {
    change.from + Int64(steps) * (change.to - change.from)
  }

  /// The members of the price, as `whatif.json` has them.
  var members: [String: CanonicalJSON] {
    [
      "words": .string(words.description),
      "limits": .array(
        changes.map { change in
          [
            "path": .string(change.path), "from": .integer(change.from),
            "to": .integer(change.to),
            "same_until": sameSteps > 0 ? .integer(number(of: change, after: sameSteps)) : .null,
            "stays_until": isAlwaysIdle
              ? .null : .integer(number(of: change, after: idleSteps)),
          ]
        }),
      "tiers": .array(tiers.map { Reports.document(of: $0) }),
      "better": .boolean(isBetter),
      "worse": .boolean(isWorse),
      "same_steps": .integer(sameSteps),
      "stays_steps": .integer(idleSteps),
      "stays_always": .boolean(isAlwaysIdle),
      "end_known": .boolean(isEndKnown),
      "proven": .boolean(isProven),
    ]
  }

  /// The members as parts of a comparison have them: its words are there in each language.
  var keptMembers: [String: CanonicalJSON] {
    members.merging(words.keptMembers("words")) { _, kept in kept }
  }

  /// Reads what `keptMembers` wrote.
  ///
  /// - Throws: The first thing that is amiss.
  init(_ member: DocumentMember) throws(Fault) {
    words = try member.keptSentence("words")
    changes = []
    for limit in try member["limits"].members() {
      changes.append(
        Change(
          path: try limit["path"].text(), from: try limit["from"].integer(),
          to: try limit["to"].integer()))
    }
    tiers = []
    for tier in try member["tiers"].members() { tiers.append(try TierResult(tier)) }
    isBetter = try member["better"].boolean()
    isWorse = try member["worse"].boolean()
    sameSteps = try member["same_steps"].count()
    idleSteps = try member["stays_steps"].count()
    isAlwaysIdle = try member["stays_always"].boolean()
    isEndKnown = try member["end_known"].boolean()
    isProven = try member["proven"].boolean()
  }
}
