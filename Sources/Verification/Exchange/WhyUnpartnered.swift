// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Wording

/// Why a school has no partner.
package struct UnpartneredSchool: Hashable, Sendable {
  /// Index into the year's schools.
  package var school: Int
  /// The reason in a few words, the same for schools that are alike.
  package var word: String { summary.description }
  /// The reason with its numbers.
  package var sentence: String { words.description }
  /// Schools that it may be partners with by the hard rules about two schools.
  package var possible: Int
  private let summary: Sentence
  private let words: Sentence

  fileprivate init(school: Int, word: Sentence, sentence: Sentence, possible: Int) {
    self.school = school
    self.possible = possible
    summary = word
    words = sentence
  }
}

/// Why each school without partners has none.
///
/// - Parameters:
///   - plan: A plan that keeps the hard rules.
///   - year: Its year.
/// - Returns: One entry for each school without partners, in the year's order.
/// - Complexity: O(schools without partners × schools of the other side).
package func whyUnpartnered(
  _ plan: ExchangePlan, in year: ProgrammeYear
) -> [UnpartneredSchool] {
  let facts = ExchangeFacts(plan, in: year)
  return facts.own.indices.filter { facts.own[$0].isEmpty }.map { facts.unpartnered($0) }
}

/// Pairs of schools that are no partners and would both rather be.
///
/// - Parameters:
///   - plan: A plan.
///   - year: Its year.
/// - Returns: The pairs, by the school in Japan, then by that abroad.
package func blockingPairs(of plan: ExchangePlan, in year: ProgrammeYear) -> [SchoolPair] {
  ExchangeFacts(plan, in: year).blockingPairs
}

extension ExchangeFacts {
  fileprivate func unpartnered(_ index: Int) -> UnpartneredSchool {
    let school = data.schools[index]
    let others = school.isInJapan ? data.abroad : data.inJapan
    func pair(_ other: Int) -> SchoolPair {
      school.isInJapan
        ? SchoolPair(japan: index, abroad: other) : SchoolPair(japan: other, abroad: index)
    }
    func reason(_ word: Sentence, _ sentence: Sentence, _ possible: Int = 0) -> UnpartneredSchool {
      UnpartneredSchool(school: index, word: word, sentence: sentence, possible: possible)
    }
    guard school.partners > 0 else {
      return reason("takes no partner this year", "It takes no partner this year.")
    }
    let possible = others.filter { judge.isPossible(pair($0)) }
    guard !possible.isEmpty else {
      return reason(
        "no school fits",
        keptAway(
          school.isInJapan
            ? "None of the \(plain: others.count, "school", "schools") abroad may be its partner"
            : "None of the \(plain: others.count, "school", "schools") in Japan may be its partner",
          others.map(pair)))
    }
    let may: Sentence =
      "\(plain: possible.count, "school", "schools") may be its partner"
    let free = possible.filter { own[$0].count < data.schools[$0].partners }
    guard !free.isEmpty else {
      return reason(
        "all schools that fit have enough partners",
        possible.count == 1
          ? "\(may); it has as many partners as it takes."
          : "\(may); all have as many partners as they take.", possible.count)
    }
    let open = free.filter { hasFreeWeeks(pair($0)) }
    let room: Sentence = "\(may), and \(free.count) of them could take one more"
    guard !open.isEmpty else {
      return reason(
        "no free week is left",
        "\(room), but no week is left in which a visit would suit both schools and the prefecture.",
        possible.count)
    }
    return reason(
      "other rules and goals come first",
      "\(room); what that would bring counts less than the goals and rules that come first.",
      possible.count)
  }

  /// Says how many schools each hard rule keeps away.
  private func keptAway(_ start: Sentence, _ pairs: [SchoolPair]) -> Sentence {
    var counts = ExchangeRule.pairwise.compactMap { rule -> Sentence? in
      guard data.rules[rule] == .hard else { return nil }
      let count = pairs.count { !judge.isKept(rule, by: $0) }
      return count > 0 ? "\(rule.rawValue) keeps \(count) away" : nil
    }
    if data.rules[.rotation] == .hard {
      let count = pairs.count { judge.rests($0.japan) }
      if count > 0 { counts.append("rotation keeps \(count) away") }
    }
    let weekless = pairs.count {
      judge.starts(from: $0.abroad, to: $0.japan).isEmpty
        || judge.starts(from: $0.japan, to: $0.abroad).isEmpty
    }
    if weekless > 0 { counts.append("with \(weekless) no week suits visits both ways") }
    return counts.isEmpty ? "\(start)." : "\(start); \(Listing(counts, .plain))."
  }

  /// Whether two schools still have a week for some visit.
  private func hasFreeWeeks(_ pair: SchoolPair) -> Bool {
    func free(_ guest: Int, _ host: Int, toJapan: Bool) -> Bool {
      guard judge.isOffered(pair, toJapan: toJapan) else { return false }
      let length = data.rules.weeksOfVisit
      let taken =
        data.rules[.oneAtATime] == .off
        ? []
        : [guest, host].flatMap { own[$0] }.flatMap { visits(of: partnerships[$0]) }
          .map { weeks(of: $0) }
      return judge.starts(from: guest, to: host).contains { week in
        let wanted = week..<(week + length)
        guard !taken.contains(where: { $0.overlaps(wanted) }) else { return false }
        guard toJapan, data.rules[.prefectureWeek] == .hard else { return true }
        return wanted.allSatisfy {
          groups(in: data.schools[pair.japan].area, $0) < data.rules.groupsOfWeek
        }
      }
    }
    return free(pair.abroad, pair.japan, toJapan: true)
      || free(pair.japan, pair.abroad, toJapan: false)
  }

  private func groups(in area: String, _ week: Int) -> Int {
    visits.count {
      $0.isToJapan && data.schools[$0.japan].area == area && weeks(of: $0).contains(week)
    }
  }
}
