// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

extension DispatchEligibility {
  /// A test whether a selector selects an applicant in a slot.
  ///
  /// - Parameter selector: The selector.
  /// - Returns: The test.
  package func selection(by selector: Selector) -> (_ applicant: Int, _ slot: Int) -> Bool {
    let test = SelectorTest(selector, year: year)
    let isSlotSelected = slots.indices.map { test.selects(slot: $0, in: self) }
    return { applicant, slot in
      isSlotSelected[slot]
        && test.selects(applicant: applicant, cohort: slots[slot].cohort, in: year)
    }
  }
}
