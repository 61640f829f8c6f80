// SPDX-License-Identifier: GPL-3.0-or-later
internal import MatchingCore
internal import Testing

@Suite struct SearchLimitsTests {
  @Test("limits nothing unless asked")
  func noLimits() {
    let limits = SearchLimits()
    #expect(limits.work == nil && limits.seconds == nil && limits.isCancelled == nil)
  }
}
