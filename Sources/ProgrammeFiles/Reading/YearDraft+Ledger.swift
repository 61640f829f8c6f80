// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension YearDraft {
  /// Years that are not over, what is told twice, and what contradicts itself or the other
  /// tables.
  mutating func checkLedger() {
    struct Key: Hashable {
      var year: Int
      var entry: LedgerEntry
      var id: String
    }
    var lines: [Key: Int] = [:]
    for read in ledger where read.has("year", "entry", "id") {
      let row = read.row
      if let fiscalYear = settings.fiscalYear, row.year >= fiscalYear {
        report(
          read, "year", String(row.year), "is not before the fiscal year \(fiscalYear)",
          expected: "a year that is over", kind: "year not over")
      }
      if let first = lines[Key(year: row.year, entry: row.entry, id: row.id)] {
        report(
          read, "id", row.id,
          "has this entry and year in \(sources.ledger.phrase(forLine: first, in: read.line)) already",
          expected: "each entry of a year once", kind: "duplicate")
      } else if let other = row.entry.opposite,
        let first = lines[Key(year: row.year, entry: other, id: row.id)]
      {
        report(
          read, "entry", row.entry.rawValue,
          """
          is said of \(row.id) in \(row.year), of which \
          \(sources.ledger.phrase(forLine: first, in: read.line)) says \(other.rawValue)
          """,
          expected: "one of the two", kind: "contradiction")
      }
      lines[Key(year: row.year, entry: row.entry, id: row.id)] =
        lines[Key(year: row.year, entry: row.entry, id: row.id)] ?? read.line
    }
    guard ledger.allSatisfy(\.failed.isEmpty), !ledger.isEmpty else { return }
    let history = LedgerHistory(Ledger(ledger.map(\.row)))
    checkSchools(against: history)
    checkDelegations(against: history)
  }

  /// Schools of which `schools.csv` and the ledger say different things.
  private mutating func checkSchools(against history: LedgerHistory) {
    for read in schools where read.has("school", "last_hosted_year") {
      let school = read.row.school
      guard let last = school.lastHostedYear else { continue }
      let hosted = history.years(.hosted, school.id)
      if history.knowsHosts(of: last), !hosted.contains(last) {
        faults.report(
          sources.schools.fault(
            line: read.line, column: "last_hosted_year", value: String(last),
            "is a year in which ledger.csv knows who hosted, and \(school.id) is not among them",
            expected: "what the ledger says, or a ledger that says hosted",
            hint: hosted.max().map { .didYouMean(String($0)) }, kind: "contradicts the ledger"))
      } else if read.has("years_running"), let years = read.row.yearsRunning,
        last == hosted.max()
      {
        let running = history.yearsRunning(school.id, upTo: last)
        guard years < running else { continue }
        faults.report(
          sources.schools.fault(
            line: read.line, column: "years_running", value: String(years),
            """
            is fewer than the \(running) years up to \(last) in which the school hosted by ledger.csv
            """, expected: "\(running) or more", hint: .didYouMean(String(running)),
            kind: "fewer years than the ledger's", and: ["last_hosted_year"]))
      }
    }
  }

  /// Delegations of which `delegations.csv` and the ledger say different things.
  private mutating func checkDelegations(against history: LedgerHistory) {
    for read in delegations where read.has("delegation", "last_invited_year", "people") {
      let delegation = read.row
      guard let last = delegation.lastInvitedYear, history.knowsInvitations(of: last),
        !history.years(.invited, delegation.id).contains(last),
        !delegation.people.contains(where: {
          history.years(.personInvited, $0).contains(last)
        })
      else { continue }
      faults.report(
        sources.delegations.fault(
          line: read.line, column: "last_invited_year", value: String(last),
          """
          is a year in which ledger.csv knows who was invited, and \(delegation.id) is not among them
          """,
          expected: "what the ledger says, or a ledger that says invited",
          kind: "contradicts the ledger"))
    }
  }

  private mutating func report(
    _ read: ReadRow<LedgerRow>, _ column: String, _ value: String, _ problem: Sentence,
    expected: Sentence, kind: String
  ) {
    faults.report(
      sources.ledger.fault(
        line: read.line, column: column, value: value, problem, expected: expected, kind: kind))
  }
}

extension LedgerEntry {
  /// What cannot have happened in the same year, if there is such an entry.
  fileprivate var opposite: LedgerEntry? {
    switch self {
    case .hosted: .schoolWaited
    case .schoolWaited: .hosted
    case .sent: .applicantWaited
    case .applicantWaited: .sent
    case .invited: .delegationWaited
    case .delegationWaited: .invited
    case .personInvited, .teachersHosted, .visitsToJapan, .visitsFromJapan: nil
    }
  }
}
