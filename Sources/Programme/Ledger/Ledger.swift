// SPDX-License-Identifier: GPL-3.0-or-later

/// What happened in years that are over, as the years after them need to know it: who
/// hosted, who was sent, who was invited, and who waited.
///
/// Each row stands for itself. Identifiers may be of schools, people and delegations that
/// this year does not have; rows about them are kept for years that do.
package struct Ledger: Hashable, Sendable {
  /// By year, entry and identifier.
  package var rows: [LedgerRow]

  package init(_ rows: [LedgerRow] = []) { self.rows = rows.sorted() }

  /// This ledger with further rows; of equal ones one stays.
  package func adding(_ further: [LedgerRow]) -> Ledger { Ledger(Array(Set(rows + further))) }
}

/// What a row of the ledger is about.
package enum LedgerEntry: String, CaseIterable, Sendable {
  /// A school hosted so many partners.
  case hosted
  /// A school asked for a partner and hosted none.
  case schoolWaited = "school-waited"
  /// An applicant became a partner.
  case sent
  /// An applicant was not placed.
  case applicantWaited = "applicant-waited"
  /// A delegation of so many people came to Japan.
  case invited
  /// Somebody named in `people` of a delegation came to Japan.
  case personInvited = "person-invited"
  /// A delegation asked to come and did not.
  case delegationWaited = "delegation-waited"
  /// A school hosted so many teachers for an exchange.
  case teachersHosted = "teachers-hosted"
  /// Two schools, as `XJ012>XA003`, the one in Japan first, have had so many visits to Japan
  /// up to that year, and from Japan.
  case visitsToJapan = "visits-to-japan"
  case visitsFromJapan = "visits-from-japan"
}

/// Something that happened in one year.
package struct LedgerRow: Hashable, Sendable, Comparable {
  package var year: Int
  package var entry: LedgerEntry
  /// Whose, in the words of the year's tables.
  package var id: String
  /// Partners hosted, people invited, or visits so far; 1 otherwise.
  package var count: Int

  package init(year: Int, entry: LedgerEntry, id: String, count: Int = 1) {
    self.year = year
    self.entry = entry
    self.id = id
    self.count = count
  }

  package static func < (left: LedgerRow, right: LedgerRow) -> Bool {
    let order = LedgerEntry.allCases
    let (first, second) = (order.firstIndex(of: left.entry), order.firstIndex(of: right.entry))
    return (left.year, first ?? 0, left.id, left.count)
      < (right.year, second ?? 0, right.id, right.count)
  }
}
