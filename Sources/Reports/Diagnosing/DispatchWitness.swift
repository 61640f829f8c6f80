// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine

/// What can be counted of a conflict, in sentences a planner can check by hand.
func dispatchWitness(
  of conflict: Conflict, in years: LeverYear, words: DispatchLeverWords
) -> [String] {
  []
}
