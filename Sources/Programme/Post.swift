// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a partner may work: one school, or a bundle one partner serves.
///
/// The partner lives at the first school, the base; the post's city and area
/// are the base's.
package struct Post: Hashable, Sendable {
  /// The identifier in `posts.csv`, or the schools' identifiers joined by `+`,
  /// base first.
  package var id: String
  /// Indices into the year's schools, base first; never empty.
  package var schools: [Int]
  /// The post takes none, or at least `seatsMin` and at most `seatsMax`.
  package var seatsMin: Int
  package var seatsMax: Int

  package init(id: String, schools: [Int], seatsMin: Int = 1, seatsMax: Int = 1) {
    self.id = id
    self.schools = schools
    self.seatsMin = seatsMin
    self.seatsMax = seatsMax
  }

  package var base: Int { schools[0] }
}
