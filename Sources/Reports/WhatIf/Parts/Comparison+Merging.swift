// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Wording

/// Why parts make no whole: a sentence for each reason.
package struct PartsDisagree: Error, Sendable {
  package let sentences: [String]
}

extension Comparison {
  /// Puts the parts of a comparison together; what comes out does not depend on how
  /// the work was shared.
  ///
  /// - Parameter parts: All parts in any order, each with what messages call it; at
  ///   least one.
  /// - Throws: Why they are not the parts of one comparison.
  package init(merging parts: [(name: String, part: ComparisonPart)]) throws(PartsDisagree) {
    let sentences = Self.disagreements(parts)
    guard sentences.isEmpty, let first = parts.first?.part else {
      throw PartsDisagree(sentences: sentences)
    }
    self.init(first, and: parts.dropFirst().map(\.part))
  }

  /// A comparison that was made in one piece.
  package init(_ whole: ComparisonPart) {
    self.init(whole, and: [])
  }

  /// Parts that belong together.
  private init(_ first: ComparisonPart, and others: [ComparisonPart]) {
    let scenarios = others.reduce(into: first.scenarios) { all, part in
      all.merge(part.scenarios) { one, _ in one }
    }
    let prices = others.reduce(into: first.prices) { all, part in
      all?.merge(part.prices ?? [:]) { one, _ in one }
    }
    let fragility = others.reduce(into: first.fragility) { all, part in
      if let own = part.fragility { all?.add(own) }
    }
    self.init(
      base: first.base, scenarios: scenarios.sorted { $0.key < $1.key }.map(\.value),
      prices: prices.map { prices in
        PriceList(prices.sorted { $0.key < $1.key }.map(\.value), base: first.base.tiers)
      }, fragility: fragility)
  }

  private static func disagreements(_ parts: [(name: String, part: ComparisonPart)]) -> [String] {
    guard let (first, model) = parts.first else { return [localized("There are no parts.")] }
    var sentences: [String] = []
    for (name, part) in parts.dropFirst() {
      sentences += part.request.differences(from: model.request, name, first)
      if part.shard.count != model.shard.count {
        sentences.append(
          localized("\(name) is \(part.shard.words), \(first) is \(model.shard.words)."))
      }
    }
    guard sentences.isEmpty else { return sentences }
    var found: [Int: String] = [:]
    for (name, part) in parts {
      if let earlier = found[part.shard.number] {
        sentences.append(localized("Both \(earlier) and \(name) are \(part.shard.words)."))
      }
      found[part.shard.number] = name
    }
    let missing = (1...model.shard.count).filter { found[$0] == nil }
    for number in missing.prefix(10) {
      sentences.append(
        localized(
          """
          Shard \(grouped(number)) of \(grouped(model.shard.count)) is missing: run the same \
          comparison with --shard \(number)/\(model.shard.count).
          """))
    }
    if missing.count > 10 {
      sentences.append(localized("\(grouped(missing.count - 10)) further shards are missing."))
    }
    for (name, part) in parts.dropFirst()
    where part.base != model.base || part.basePlan != model.basePlan {
      sentences.append(
        localized(
          """
          \(name) and \(first) have different plans of the year as it is, as happens when \
          --time-limit or an interrupt stops a plan early.
          """))
    }
    return sentences
  }
}
