// SPDX-License-Identifier: GPL-3.0-or-later

extension Ledger {
  /// The ledger that the year after a planned one needs: what was known before, and what
  /// the plan of the year adds.
  ///
  /// A school hosted as many partners as its posts have; one of a bundle hosts its
  /// partner too. Stages without a plan add nothing.
  ///
  /// - Parameters:
  ///   - year: The year that is planned.
  ///   - decisions: What its plan decides.
  /// - Complexity: O(*n* log *n*), where *n* is the number of rows.
  package init(after year: ProgrammeYear, _ decisions: YearDecisions) {
    self = year.ledger.adding(
      Self.dispatchRows(decisions, year) + Self.trainingRows(decisions, year)
        + Self.exchangeRows(decisions, year))
  }

  private static func dispatchRows(
    _ decisions: YearDecisions, _ year: ProgrammeYear
  ) -> [LedgerRow] {
    guard let placements = decisions.placements else { return [] }
    var partners: [Int: Int] = [:]
    for placement in placements {
      for school in placement.post.schools { partners[school, default: 0] += 1 }
    }
    let placed = Set(placements.map(\.applicant))
    return year.schools.indices.map { index in
      let count = partners[index] ?? 0
      return LedgerRow(
        year: year.fiscalYear, entry: count > 0 ? .hosted : .schoolWaited,
        id: year.schools[index].id, count: max(1, count))
    }
      + year.applicants.indices.map { index in
        LedgerRow(
          year: year.fiscalYear, entry: placed.contains(index) ? .sent : .applicantWaited,
          id: year.applicants[index].id)
      }
  }

  private static func trainingRows(
    _ decisions: YearDecisions, _ year: ProgrammeYear
  ) -> [LedgerRow] {
    guard let plan = decisions.training else { return [] }
    let invited = Set(
      plan.attendances.compactMap { attendance -> Int? in
        if case .delegation(let index) = attendance.group { index } else { nil }
      })
    return year.training.delegations.enumerated().flatMap { index, delegation -> [LedgerRow] in
      guard invited.contains(index) else {
        return [LedgerRow(year: year.fiscalYear, entry: .delegationWaited, id: delegation.id)]
      }
      return [
        LedgerRow(
          year: year.fiscalYear, entry: .invited, id: delegation.id,
          count: max(1, delegation.headcount.people))
      ]
        + delegation.people.map {
          LedgerRow(year: year.fiscalYear, entry: .personInvited, id: $0)
        }
    }
  }

  private static func exchangeRows(
    _ decisions: YearDecisions, _ year: ProgrammeYear
  ) -> [LedgerRow] {
    guard let plan = decisions.exchange else { return [] }
    let schools = year.exchange.schools
    var hosted: [Int: Int] = [:]
    var rows: [LedgerRow] = []
    for partnership in plan.partnerships {
      let (japan, abroad) = (partnership.pair.japan, partnership.pair.abroad)
      let tie = year.exchange.ties[partnership.pair] ?? ExchangeTie()
      let isToJapan = partnership.toJapan != nil
      let isFromJapan = partnership.fromJapan != nil
      if isToJapan { hosted[japan, default: 0] += schools[abroad].sends }
      if isFromJapan { hosted[abroad, default: 0] += schools[japan].sends }
      let id = "\(schools[japan].id)>\(schools[abroad].id)"
      for (entry, count) in [
        (LedgerEntry.visitsToJapan, tie.toJapan + (isToJapan ? 1 : 0)),
        (.visitsFromJapan, tie.fromJapan + (isFromJapan ? 1 : 0)),
      ] where count > 0 {
        rows.append(LedgerRow(year: year.fiscalYear, entry: entry, id: id, count: count))
      }
    }
    return rows
      + hosted.map { school, count in
        LedgerRow(
          year: year.fiscalYear, entry: .teachersHosted, id: schools[school].id,
          count: max(1, count))
      }
  }
}
