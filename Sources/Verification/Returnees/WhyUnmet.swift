// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Wording

/// Why an activity does not take place.
package struct UnmetActivity: Hashable, Sendable {
  /// Index into the year's activities.
  package var activity: Int
  /// The reason in a few words, the same for activities that are alike.
  package var word: String { summary.description }
  /// The reason with its numbers.
  package var sentence: String { words.description }
  /// People who may take part by the rules about one person and one activity.
  package var possible: Int
  private let summary: Sentence
  private let words: Sentence

  fileprivate init(activity: Int, word: Sentence, sentence: Sentence, possible: Int) {
    self.activity = activity
    self.possible = possible
    summary = word
    words = sentence
  }
}

/// Why each activity without people has none.
///
/// - Parameters:
///   - plan: A plan that keeps the hard rules.
///   - year: Its year.
/// - Returns: One entry for each activity that does not take place, in the year's order.
/// - Complexity: O(returnees × activities that do not take place).
package func whyUnmet(_ plan: ReturneePlan, in year: ProgrammeYear) -> [UnmetActivity] {
  let facts = ReturneeFacts(plan, in: year)
  return facts.people.indices.filter { facts.people[$0].isEmpty }.map { facts.unmet($0) }
}

extension ReturneeFacts {
  fileprivate func unmet(_ index: Int) -> UnmetActivity {
    let activity = data.activities[index]
    let possible = data.returnees.indices.filter { mayTakePart($0, in: index) }
    func reason(_ word: Sentence, _ sentence: Sentence) -> UnmetActivity {
      UnmetActivity(
        activity: index, word: word, sentence: sentence, possible: possible.count)
    }
    let may: Sentence =
      possible.isEmpty
      ? "Nobody may take part" : "\(plain: possible.count, "person", "people") may take part"
    guard possible.count >= activity.seatsMin else {
      return reason(
        "too few people may take part",
        keptAway(
          activity.seatsMin == 1
            ? "\(may) and 1 is needed" : "\(may) and \(activity.seatsMin) are needed", from: index))
    }
    let leaders = possible.count { data.returnees[$0].leads }
    if data.rules[.leaders] == .hard, leaders < activity.leaders {
      return reason(
        "too few leaders",
        leaders == 0
          ? "\(may), and none of them can lead; \(plain: activity.leaders, "is asked for", "are asked for")."
          : """
          \(may), and \(leaders) of them can lead; \(plain: activity.leaders, "is asked for", "are asked for").
          """)
    }
    func missing(_ rule: ReturneeRule, _ words: [String], _ had: KeyPath<Returnee, [String]>)
      -> String?
    {
      guard data.rules[rule] == .hard else { return nil }
      return words.first { word in
        !possible.contains { data.returnees[$0][keyPath: had].contains(word) }
      }
    }
    if let language = missing(.languages, activity.languages, \.languages) {
      return reason("no speaker of a language", "\(may), and none of them speaks \(language).")
    }
    if let skill = missing(.skills, activity.skills, \.skills) {
      return reason("nobody with a skill", "\(may), and none of them has the skill \(skill).")
    }
    if let tie = activity.tie, data.rules[.tie] == .hard,
      !possible.contains(where: { data.returnees[$0].hostSchool == tie })
    {
      return reason(
        "nobody of the tied school",
        "\(may), and none of them was hosted by \(year.schools[tie].id).")
    }
    return busy(index, possible, may, reason)
  }

  /// Says how many each hard rule about one person and one activity keeps away.
  private func keptAway(_ start: Sentence, from activity: Int) -> Sentence {
    let counts = pairChecks.compactMap { check -> Sentence? in
      guard data.rules[check.rule] == .hard else { return nil }
      let count = data.returnees.indices.count {
        !check.isKept(by: $0, in: activity, of: data)
      }
      return count > 0 ? "\(check.rule.rawValue) keeps \(count) away" : nil
    }
    return counts.isEmpty ? "\(start)." : "\(start); \(Listing(counts, .plain))."
  }

  private func busy(
    _ index: Int, _ possible: [Int], _ may: Sentence,
    _ reason: (Sentence, Sentence) -> UnmetActivity
  ) -> UnmetActivity {
    let activity = data.activities[index]
    var (near, full, free, leaders) = (0, 0, 0, 0)
    for returnee in possible {
      let collides =
        data.rules[.neighbouringDays] != .off
        && activities[returnee].contains { isNear(data.activities[$0].days, activity.days) }
      let most = data.returnees[returnee].perQuarter ?? data.rules.perQuarter
      let count = activities[returnee].count { data.activities[$0].quarter == activity.quarter }
      if collides {
        near += 1
      } else if data.rules[.load] == .hard, count >= most {
        full += 1
      } else {
        free += 1
        leaders += data.returnees[returnee].leads ? 1 : 0
      }
    }
    var parts: [Sentence] = []
    if near > 0 {
      parts.append(
        "\(plain: near, "is elsewhere about that time", "are elsewhere about that time")")
    }
    if full > 0 { parts.append("\(plain: full, "has a full quarter", "have a full quarter")") }
    let known: Sentence = parts.isEmpty ? may : "\(may); \(Listing(parts))"
    if free < activity.seatsMin {
      return reason(
        "people are needed elsewhere",
        free == 0
          ? "\(known), so that nobody is left where \(plain: activity.seatsMin, "is needed", "are needed")."
          : """
          \(known), so that \(plain: free, "is left", "are left") where \
          \(plain: activity.seatsMin, "is needed", "are needed").
          """)
    }
    if data.rules[.leaders] == .hard, leaders < activity.leaders {
      return reason(
        "leaders are needed elsewhere",
        leaders == 0
          ? """
          \(known); \(free) could still come, but none of them can lead where \
          \(plain: activity.leaders, "is asked for", "are asked for").
          """
          : """
          \(known); \(free) could still come, but only \(leaders) of them can lead where \
          \(plain: activity.leaders, "is asked for", "are asked for").
          """)
    }
    return reason(
      "other rules and goals come first",
      """
      \(known); \(free) could still come, and what they would do there counts less than the goals \
      and rules that come first.
      """)
  }

  /// Whether two stretches of days are nearer than the rule `neighbouring-days` wants.
  private func isNear(_ left: ClosedRange<Day>, _ right: ClosedRange<Day>) -> Bool {
    let apart = data.rules.daysBetween
    return left.lowerBound.number <= right.upperBound.number + apart
      && right.lowerBound.number <= left.upperBound.number + apart
  }
}
