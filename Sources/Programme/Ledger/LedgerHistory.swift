// SPDX-License-Identifier: GPL-3.0-or-later

/// What a ledger says of each school, applicant and delegation.
package struct LedgerHistory: Sendable {
  private struct Key: Hashable {
    let entry: LedgerEntry
    let id: String
  }
  private var years: [Key: Set<Int>] = [:]
  private var known: [LedgerEntry: Set<Int>] = [:]
  /// The greatest count that stands with anybody.
  private var most: [Key: Int] = [:]

  /// - Complexity: O(*n*), where *n* is the number of rows.
  package init(_ ledger: Ledger) {
    for row in ledger.rows {
      years[Key(entry: row.entry, id: row.id), default: []].insert(row.year)
      known[row.entry, default: []].insert(row.year)
      let key = Key(entry: row.entry, id: row.id)
      most[key] = max(most[key] ?? 0, row.count)
    }
  }

  /// The years in which something happened to somebody.
  package func years(_ entry: LedgerEntry, _ id: String) -> Set<Int> {
    years[Key(entry: entry, id: id)] ?? []
  }

  /// The greatest count of an entry of somebody; 0 without one.
  package func most(_ entry: LedgerEntry, _ id: String) -> Int {
    most[Key(entry: entry, id: id)] ?? 0
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
  /// - `last_hosted` of a school that exchanges teachers becomes the later year, and the
  ///   visits of a tie the greater number, so that what is owed stays owed.
  /// - Whoever has waited gets the tags of `tags(forYears:)`.
  ///
  /// - Parameter year: The year, which has this ledger.
  package func tell(_ year: inout ProgrammeYear) {
    tellExchange(&year.exchange)
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

  private func tellExchange(_ data: inout ExchangeData) {
    for index in data.schools.indices {
      guard let last = years(.teachersHosted, data.schools[index].id).max() else { continue }
      data.schools[index].lastHosted = max(last, data.schools[index].lastHosted ?? last)
    }
    let numbers = Dictionary(
      data.schools.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let pairs = Set(
      years.keys.filter { $0.entry == .visitsToJapan || $0.entry == .visitsFromJapan }.map(\.id))
    for id in pairs {
      let names = id.split(separator: ">").map(String.init)
      guard names.count == 2, let japan = numbers[names[0]], let abroad = numbers[names[1]],
        data.schools[japan].isInJapan, !data.schools[abroad].isInJapan
      else { continue }
      let pair = SchoolPair(japan: japan, abroad: abroad)
      var tie = data.ties[pair] ?? ExchangeTie(strength: 50)
      tie.toJapan = max(tie.toJapan, most(.visitsToJapan, id))
      tie.fromJapan = max(tie.fromJapan, most(.visitsFromJapan, id))
      data.ties[pair] = tie
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
