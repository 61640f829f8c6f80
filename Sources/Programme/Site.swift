// SPDX-License-Identifier: GPL-3.0-or-later

/// A place in Japan where cohorts train.
package struct Site: Hashable, Sendable {
  package var id: String
  package var name: String
  package var prefecture: String
  /// Beds per night.
  package var beds: Int
  /// Rooms for language classes per day.
  package var classrooms: Int
  /// Most people in one language class, 1 or more.
  package var classSize: Int

  package init(
    id: String, name: String = "", prefecture: String = "", beds: Int, classrooms: Int,
    classSize: Int = 12
  ) {
    self.id = id
    self.name = name
    self.prefecture = prefecture
    self.beds = beds
    self.classrooms = classrooms
    self.classSize = classSize
  }
}

/// Beds and classrooms that other courses hold at a site.
package struct SiteBooking: Hashable, Sendable {
  /// Index into the year's sites.
  package var site: Int
  /// First and last day; beds are held on every night but the last day's.
  package var days: ClosedRange<Day>
  package var beds: Int
  package var classrooms: Int

  package init(site: Int, days: ClosedRange<Day>, beds: Int, classrooms: Int = 0) {
    self.site = site
    self.days = days
    self.beds = beds
    self.classrooms = classrooms
  }
}
