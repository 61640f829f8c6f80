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
  /// Rooms with two beds among the beds; the other beds are in rooms of their own.
  package var twinRooms: Int
  /// Diets that can be kept here.
  package var diets: [String]
  /// Classes of each language that lecturers can hold at a time; empty means any
  /// number, and otherwise a language that is not named has none.
  package var lecturers: [LecturerCount]
  /// Days on which the house is closed.
  package var closed: [ClosedRange<Day>]

  package init(
    id: String, name: String = "", prefecture: String = "", beds: Int, classrooms: Int,
    classSize: Int = 12, twinRooms: Int = 0, diets: [String] = [],
    lecturers: [LecturerCount] = [], closed: [ClosedRange<Day>] = []
  ) {
    self.id = id
    self.name = name
    self.prefecture = prefecture
    self.beds = beds
    self.classrooms = classrooms
    self.classSize = classSize
    self.twinRooms = twinRooms
    self.diets = diets
    self.lecturers = lecturers
    self.closed = closed
  }
}

/// How many classes of a language can be held at a time.
package struct LecturerCount: Hashable, Sendable {
  /// ISO 639-1 code.
  package var language: String
  package var classes: Int

  package init(language: String, classes: Int) {
    self.language = language
    self.classes = classes
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
  /// Rooms with two beds that are held, their beds counted among `beds`.
  package var twinRooms: Int

  package init(
    site: Int, days: ClosedRange<Day>, beds: Int, classrooms: Int = 0, twinRooms: Int = 0
  ) {
    self.site = site
    self.days = days
    self.beds = beds
    self.classrooms = classrooms
    self.twinRooms = twinRooms
  }
}
