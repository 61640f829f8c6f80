// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// A number for each applicant and slot that depends on few of their traits.
///
/// Applicants with the same key are one class, and so are slots; the number is
/// worked out once for each pair of classes.
struct ClassTable: Sendable {
  private let classOfApplicant: [Int32]
  private let classOfSlot: [Int32]
  private let values: [Int]

  /// Fills the table.
  ///
  /// - Parameters:
  ///   - applicants: What the number depends on, for each applicant.
  ///   - slots: What the number depends on, for each slot.
  ///   - value: The number for an applicant and a slot; asked for the first of
  ///     each class only.
  /// - Complexity: O(*a* + *s*) plus a call for each pair of classes.
  init(applicants: [String], slots: [String], value: (_ applicant: Int, _ slot: Int) -> Int) {
    let (people, firstPeople) = Self.classes(applicants)
    let (places, firstPlaces) = Self.classes(slots)
    // Rows are slots' classes, so that an applicant's class is an offset.
    classOfApplicant = people
    classOfSlot = places.map { $0 * Int32(firstPeople.count) }
    values = firstPlaces.flatMap { slot in firstPeople.map { value($0, slot) } }
  }

  /// Numbers equal keys equally; gives the first member of each class too.
  private static func classes(_ keys: [String]) -> (numbers: [Int32], first: [Int]) {
    var known: [String: Int32] = [:]
    var first: [Int] = []
    let numbers = keys.enumerated().map { index, key in
      if let number = known[key] { return number }
      let number = Int32(first.count)
      known[key] = number
      first.append(index)
      return number
    }
    return (numbers, first)
  }

  @inline(__always)
  subscript(applicant: Int, slot: Int) -> Int {
    values[Int(classOfSlot[slot] + classOfApplicant[applicant])]
  }
}

/// Which placements a selector selects, its conditions about the applicant (and
/// the cohort, for the age) parted from those about the slot.
struct SelectorTable: Sendable {
  /// Whether nothing is asked of the applicant.
  let isAboutSlotsOnly: Bool
  private let cohortCount: Int
  private let ofPerson: [Bool]
  private let ofSlot: [Bool]

  init(
    _ selector: Selector, applicantCount: Int, slots: [TripleCatalogue.Slot], year: ProgrammeYear
  ) {
    let aboutPeople = Selector(conditions: selector.conditions.filter(\.attribute.isApplicants))
    let aboutSlots = Selector(conditions: selector.conditions.filter { !$0.attribute.isApplicants })
    isAboutSlotsOnly = aboutPeople.conditions.isEmpty
    cohortCount = year.cohorts.count
    ofSlot = slots.map {
      aboutSlots.selects(Placement(applicant: 0, post: $0.post, cohort: $0.cohort), in: year)
    }
    guard !isAboutSlotsOnly, let post = slots.first?.post else {
      ofPerson = []
      return
    }
    ofPerson = (0..<applicantCount).flatMap { applicant in
      year.cohorts.indices.map {
        aboutPeople.selects(Placement(applicant: applicant, post: post, cohort: $0), in: year)
      }
    }
  }

  func selects(slot: Int) -> Bool { ofSlot[slot] }

  func selects(applicant: Int, cohort: Int) -> Bool {
    isAboutSlotsOnly || ofPerson[applicant * cohortCount + cohort]
  }
}
