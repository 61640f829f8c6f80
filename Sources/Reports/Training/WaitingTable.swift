// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles
internal import Verification
internal import Wording

/// The file of a plan that says who waits.
let waitingFileName = "waiting.csv"

extension TrainingReport {
  /// The table `waiting.csv`: a row for each delegation without a session, and why.
  func waitingTable() -> CSVWriter {
    var table = CSVWriter(
      header: ["delegation", "school", "country", "kind", "people", "reasons"])
    for reason in waiting {
      let delegation = year.training.delegations[reason.delegation]
      let school = year.schools[delegation.school]
      table.append([
        delegation.id, school.id, year.countries[school.country].id,
        delegation.trainee.rawValue, String(delegation.headcount.people),
        reason.sentence,
      ])
    }
    return table
  }

  /// Why delegations wait, the most frequent reasons first; a delegation counts at
  /// each of its reasons.
  var frequentReasons: [(reason: String, delegations: Int, people: Int)] {
    var counts: [String: (delegations: Int, people: Int)] = [:]
    for reason in waiting {
      let people = year.training.delegations[reason.delegation].headcount.people
      for word in reason.words {
        counts[word, default: (0, 0)].delegations += 1
        counts[word, default: (0, 0)].people += people
      }
    }
    return counts.map { ($0.key, $0.value.delegations, $0.value.people) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}

extension WaitingReason {
  /// The reasons in short, each once.
  fileprivate var words: [String] {
    if accepted == 0 { return [localized("no course takes them")] }
    if possible == 0 {
      let alone = excluded.filter { $0.sessions == accepted }.map(\.rule.rawValue)
      guard alone.isEmpty else { return alone.map { localized("\($0), in every session") } }
      let rules = Listing(excluded.map(\.rule.rawValue), .andEach)
      return [localized("\(rules), in every session")]
    }
    if obstacles.isEmpty { return [localized("no session of the plan suits them")] }
    return Set(obstacles.map { $0.rule ?? localized("the order of goals alone") }).sorted()
  }
}
