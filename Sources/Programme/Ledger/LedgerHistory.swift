// SPDX-License-Identifier: GPL-3.0-or-later

/// What a ledger says of each school, applicant and delegation.
package struct LedgerHistory: Sendable {
  private struct Key: Hashable {
    let entry: LedgerEntry
    let id: String
  }
  private var years: [Key: Set<Int>] = [:]
  private var known: [LedgerEntry: Set<Int>] = [:]

  /// - Complexity: O(*n*), where *n* is the number of rows.
  package init(_ ledger: Ledger) {
    for row in ledger.rows {
      years[Key(entry: row.entry, id: row.id), default: []].insert(row.year)
      known[row.entry, default: []].insert(row.year)
    }
  }

  /// The years in which something happened to somebody.
  package func years(_ entry: LedgerEntry, _ id: String) -> Set<Int> {
    years[Key(entry: entry, id: id)] ?? []
  }

  /// Whether the ledger tells who hosted in a year, so that whoever it does not name did
  /// not.
  package func knowsHosts(of year: Int) -> Bool {
    known[.hosted]?.contains(year) ?? false || known[.schoolWaited]?.contains(year) ?? false
  }

  /// Whether the ledger tells who was invited in a year.
  package func knowsInvitations(of year: Int) -> Bool {
    known[.invited]?.contains(year) ?? false
      || known[.delegationWaited]?.contains(year) ?? false
  }

  /// Years for which somebody has waited since they last had their turn.
  package func waited(_ waiting: LedgerEntry, since turn: LedgerEntry, _ id: String) -> Int {
    let last = years(turn, id).max() ?? Int.min
    return years(waiting, id).count { $0 > last }
  }

  /// Years for which a school has hosted without a gap, up to a year.
  package func yearsRunning(_ school: String, upTo year: Int) -> Int {
    let hosted = years(.hosted, school)
    var first = year
    while hosted.contains(first) { first -= 1 }
    return year - first
  }
}

extension LedgerHistory {
  /// Words by which selectors find those who have waited: `waited-1` to `waited-`*n* after
  /// *n* years, so that `waited-2` is had by all who have waited for two years or more.
  package static func tags(forYears years: Int) -> [String] {
    years <= 0 ? [] : (1...years).map { "waited-\($0)" }
  }

  /// Tells a year what the ledger knows, where the year's own tables do not know better.
  ///
  /// - `last_hosted_year` of a school and `last_invited_year` of a delegation become the
  ///   later of what the table and what the ledger says; a delegation was invited when
  ///   the ledger names it or somebody of its `people`.
  /// - `years_running` grows by the years of the ledger that follow on those of the table.
  /// - `earlier_dispatches` is at least as often as the ledger says somebody was sent.
  /// - Whoever has waited gets the tags of `tags(forYears:)`.
  ///
  /// - Parameter year: The year, which has this ledger.
  package func tell(_ year: inout ProgrammeYear) {
    for index in year.schools.indices { tell(&year.schools[index], of: year.fiscalYear) }
    for index in year.applicants.indices {
      let id = year.applicants[index].id
      year.applicants[index].earlierDispatches = max(
        year.applicants[index].earlierDispatches, years(.sent, id).count)
      year.applicants[index].tags.add(
        Self.tags(forYears: waited(.applicantWaited, since: .sent, id)))
    }
    for index in year.training.delegations.indices {
      let delegation = year.training.delegations[index]
      let invited = years(.invited, delegation.id).union(
        delegation.people.reduce(into: Set<Int>()) { $0.formUnion(years(.personInvited, $1)) })
      if let last = invited.max() {
        year.training.delegations[index].lastInvitedYear = max(
          last, delegation.lastInvitedYear ?? last)
      }
      year.training.delegations[index].tags.add(
        Self.tags(forYears: waited(.delegationWaited, since: .invited, delegation.id)))
    }
  }

  private func tell(_ school: inout School, of fiscalYear: Int) {
    school.tags.add(Self.tags(forYears: waited(.schoolWaited, since: .hosted, school.id)))
    guard let last = years(.hosted, school.id).max(), last >= school.lastHostedYear ?? last else {
      return
    }
    let told = school.lastHostedYear
    school.lastHostedYear = last
    guard last == fiscalYear - 1 else {
      school.yearsRunning = 0
      return
    }
    let running = yearsRunning(school.id, upTo: last)
    if told == last {
      school.yearsRunning = max(school.yearsRunning, running)
    } else {
      // The table's years count on where they end just before those of the ledger.
      school.yearsRunning = running + (told == last - running ? max(1, school.yearsRunning) : 0)
    }
  }
}

extension [String] {
  /// Adds words that are not there yet.
  fileprivate mutating func add(_ words: [String]) {
    for word in words where !contains(word) { append(word) }
  }
}
