// SPDX-License-Identifier: GPL-3.0-or-later

/// What makes a generated year hard to plan.
package enum YearShape: String, CaseIterable, Sendable {
  /// Wishes differ, and limits leave room.
  case plain
  /// Nearly everybody wants the same few countries and schools; people and
  /// schools are so alike that many placements earn equal points.
  case popular
  /// Countries, cohorts, areas, tracks, housing, languages, beds and budgets
  /// leave next to no room beside one plan.
  case tight
}
