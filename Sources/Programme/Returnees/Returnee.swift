// SPDX-License-Identifier: GPL-3.0-or-later

/// A partner who is back in Japan and takes part in activities there.
package struct Returnee: Hashable, Sendable {
  package var id: String
  package var name: String
  /// Where they live now, as the tracks of `prefecture:NAME` name it.
  package var prefecture: String
  /// Where they live now.
  package var home: GeoPoint
  /// Index of the country they served in; none if it is not among this year's.
  package var country: Int?
  /// Index of the school that hosted them; none if it is not among this year's.
  package var hostSchool: Int?
  /// The day they came back to Japan.
  package var returned: Day
  /// How they had applied, such as `open` or `prefecture:Fukuoka`.
  package var track: String
  /// Codes of the languages they can interpret or teach in.
  package var languages: [String]
  package var skills: [String]
  /// Whether they have the experience to lead an activity.
  package var leads: Bool
  /// Farthest way from home in metres; none means the rule's.
  package var travelMetres: Int?
  /// Days of the week on which they may be free; empty means all.
  package var freeWeekdays: [Weekday]
  /// Days on which they are not free.
  package var away: [ClosedRange<Day>]
  /// Most activities in a quarter; none means the rule's.
  package var perQuarter: Int?
  package var tags: [String]

  package init(
    id: String, name: String = "", prefecture: String, home: GeoPoint, country: Int? = nil,
    hostSchool: Int? = nil, returned: Day, track: String = Returnee.openTrack,
    languages: [String] = [], skills: [String] = [], leads: Bool = false,
    travelMetres: Int? = nil, freeWeekdays: [Weekday] = [], away: [ClosedRange<Day>] = [],
    perQuarter: Int? = nil, tags: [String] = []
  ) {
    self.id = id
    self.name = name
    self.prefecture = prefecture
    self.home = home
    self.country = country
    self.hostSchool = hostSchool
    self.returned = returned
    self.track = track
    self.languages = languages
    self.skills = skills
    self.leads = leads
    self.travelMetres = travelMetres
    self.freeWeekdays = freeWeekdays
    self.away = away
    self.perQuarter = perQuarter
    self.tags = tags
  }

  package static let openTrack = "open"

  /// The prefecture that they promised to serve; none without such a track.
  package var dutyPrefecture: String? {
    let parts = track.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0] == "prefecture" ? String(parts[1]) : nil
  }
}
