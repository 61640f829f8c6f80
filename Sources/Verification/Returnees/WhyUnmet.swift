// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Wording

/// Why an activity does not take place.
package struct UnmetActivity: Hashable, Sendable {
  /// Index into the year's activities.
  package var activity: Int
  /// The reason in a few words, the same for activities that are alike.
  package var word: String
  /// The reason with its numbers.
  package var sentence: String
  /// People who may take part by the rules about one person and one activity.
  package var possible: Int
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
    func reason(_ word: String, _ sentence: String) -> UnmetActivity {
      UnmetActivity(
        activity: index, word: word, sentence: sentence, possible: possible.count)
    }
    let may =
      (possible.isEmpty ? "Nobody" : counted(possible.count, "person", "people"))
      + " may take part"
    guard possible.count >= activity.seatsMin else {
      return reason(
        "too few people may take part",
        "\(may) and \(activity.seatsMin) \(activity.seatsMin == 1 ? "is" : "are") needed"
          + keptAway(from: index))
    }
    let leaders = possible.count { data.returnees[$0].leads }
    if data.rules[.leaders] == .hard, leaders < activity.leaders {
      return reason(
        "too few leaders",
        "\(may), and \(leaders == 0 ? "none" : String(leaders)) of them can lead; "
          + "\(activity.leaders) \(activity.leaders == 1 ? "is" : "are") asked for.")
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
  private func keptAway(from activity: Int) -> String {
    let counts = pairChecks.compactMap { check -> String? in
      guard data.rules[check.rule] == .hard else { return nil }
      let count = data.returnees.indices.count {
        !check.isKept(by: $0, in: activity, of: data)
      }
      return count > 0 ? "\(check.rule.rawValue) keeps \(count) away" : nil
    }
    return counts.isEmpty ? "." : "; " + counts.joined(separator: ", ") + "."
  }

  private func busy(
    _ index: Int, _ possible: [Int], _ may: String,
    _ reason: (String, String) -> UnmetActivity
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
    var parts: [String] = []
    if near > 0 { parts.append("\(near) \(near == 1 ? "is" : "are") elsewhere about that time") }
    if full > 0 {
      parts.append("\(full) \(full == 1 ? "has" : "have") a full quarter")
    }
    let known = "\(may)" + (parts.isEmpty ? "" : "; \(parts.joined(separator: " and "))")
    if free < activity.seatsMin {
      return reason(
        "people are needed elsewhere",
        "\(known), so that \(free == 0 ? "nobody is" : "\(free) \(free == 1 ? "is" : "are")") left "
          + "where \(activity.seatsMin) \(activity.seatsMin == 1 ? "is" : "are") needed.")
    }
    if data.rules[.leaders] == .hard, leaders < activity.leaders {
      return reason(
        "leaders are needed elsewhere",
        "\(known); \(free) could still come, but \(leaders == 0 ? "none" : "only \(leaders)") of "
          + "them can lead where \(activity.leaders) "
          + "\(activity.leaders == 1 ? "is" : "are") asked for.")
    }
    return reason(
      "other rules and goals come first",
      "\(known); \(free) could still come, and what they would do there counts less than the "
        + "goals and rules that come first.")
  }

  /// Whether two stretches of days are nearer than the rule `neighbouring-days` wants.
  private func isNear(_ left: ClosedRange<Day>, _ right: ClosedRange<Day>) -> Bool {
    let apart = data.rules.daysBetween
    return left.lowerBound.number <= right.upperBound.number + apart
      && right.lowerBound.number <= left.upperBound.number + apart
  }
}
