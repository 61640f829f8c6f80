// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// The `ledger.csv` of a ledger, for the folder of the next year.
package func ledgerFile(of ledger: Ledger) -> TextFile {
  file(Tables.ledger, ledger.rows, .none)
}
