// SPDX-License-Identifier: GPL-3.0-or-later

/// Partners who train, leave and return together, such as "Thailand 14".
package struct Cohort: Hashable, Sendable {
  package var id: String
  /// Index into the year's countries.
  package var country: Int
  /// Most partners, 0 or more.
  package var places: Int
  package var dispatchStart: Day
  package var dispatchEnd: Day
  /// Earliest and latest birth date, both included; none means no limit.
  package var bornFrom: Day?
  package var bornTo: Day?
  /// First and last day of the training before departure; both or neither.
  package var predeparture: ClosedRange<Day>?
  /// Index into the year's sites; none when the site is not decided.
  package var predepartureSite: Int?
  /// Quotas of tracks inside the places, in the file's order.
  package var tracks: [TrackQuota]

  package init(
    id: String, country: Int, places: Int, dispatchStart: Day, dispatchEnd: Day,
    bornFrom: Day? = nil, bornTo: Day? = nil, predeparture: ClosedRange<Day>? = nil,
    predepartureSite: Int? = nil, tracks: [TrackQuota] = []
  ) {
    self.id = id
    self.country = country
    self.places = places
    self.dispatchStart = dispatchStart
    self.dispatchEnd = dispatchEnd
    self.bornFrom = bornFrom
    self.bornTo = bornTo
    self.predeparture = predeparture
    self.predepartureSite = predepartureSite
    self.tracks = tracks
  }
}

/// How many partners of a cohort come through a track.
///
/// Written `prefecture:Fukuoka=5` (at most five) or `university=2..4` (two to
/// four). A key without a colon covers every track that begins with it and a
/// colon, so `prefecture` covers `prefecture:Fukuoka`.
package struct TrackQuota: Hashable, Sendable {
  package var key: String
  package var min: Int
  package var max: Int

  package init(key: String, min: Int = 0, max: Int) {
    self.key = key
    self.min = min
    self.max = max
  }

  /// Whether an applicant of this track counts towards the quota.
  package func covers(_ track: String) -> Bool {
    track == key || (!key.contains(":") && track.hasPrefix(key + ":"))
  }
}
