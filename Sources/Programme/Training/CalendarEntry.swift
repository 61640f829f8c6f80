// SPDX-License-Identifier: GPL-3.0-or-later

/// Days that mean something for travelling or for school visits: a row of
/// `calendars.csv`.
package struct CalendarEntry: Hashable, Sendable {
  /// ISO 3166 alpha-3 code; `JPN` for Japan.
  package var country: String
  /// Areas of the country for which it holds, as schools name them; empty means
  /// all.
  package var areas: [String]
  /// Such as `Songkran`.
  package var name: String
  package var kind: Kind
  package var days: ClosedRange<Day>
  /// Who may not be in Japan then (rule `calendars`).
  ///
  /// Entries of Japan concern everybody, those of a country its teachers and
  /// students.
  package var blocks: [Trainee]
  /// Who had rather not (goal `months`).
  package var avoids: [Trainee]
  /// Where the days are from.
  package var source: String

  package enum Kind: String, CaseIterable, Sendable {
    case festival
    case exam
    /// The school is closed.
    case closure
    /// Of Japan: schools are not in session (rule `japan-schools-open`).
    case schoolBreak = "school-break"
  }

  package init(
    country: String, areas: [String] = [], name: String, kind: Kind, days: ClosedRange<Day>,
    blocks: [Trainee] = [], avoids: [Trainee] = [], source: String = ""
  ) {
    self.country = country
    self.areas = areas
    self.name = name
    self.kind = kind
    self.days = days
    self.blocks = blocks
    self.avoids = avoids
    self.source = source
  }

  /// The code of Japan.
  package static let japan = "JPN"
}
