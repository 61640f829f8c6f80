// SPDX-License-Identifier: GPL-3.0-or-later

/// A side of a town.
enum Side: Hashable {
  case north, east, south, west
}

/// A town around which schools lie.
///
/// Coordinates are public geography, rounded
/// to a few kilometres; integers, so that every machine agrees.
struct Town {
  var name: String
  /// Hundred-thousandths of a degree.
  var latitude: Int
  var longitude: Int
  /// Sides without schools: the sea, a border, mountains.
  var closed: [Side]
  /// Medical care within reach, 0 to 5.
  var medicalTier: Int
  /// Whether most of its schools count as remote.
  var isRemote: Bool

  /// A town at so many thousandths of a degree.
  init(
    _ name: String, _ latitude: Int, _ longitude: Int, closed: [Side] = [], tier: Int = 4,
    remote: Bool = false
  ) {
    self.name = name
    self.latitude = latitude * 100
    self.longitude = longitude * 100
    self.closed = closed
    self.medicalTier = tier
    self.isRemote = remote
  }
}

/// A part of a country, and its share of the country's schools.
struct Region {
  var name: String
  var weight: Int
  var towns: [Town]
}

/// What is known of a country that hosts partners.
struct CountryProfile {
  var id: String
  var english: String
  var japanese: String
  /// ISO 639-1 code.
  var language: String
  var regions: [Region]
  /// Schools in a hundred that can serve halal and vegetarian meals.
  var halal: Int
  var vegetarian: Int
  /// Month in which dispatch begins and month in which it ends, counted from
  /// January of the year of dispatch.
  var dispatchMonths: ClosedRange<Int>
  /// First day of training before departure, as months from January of the year
  /// of dispatch (0 is December before it) and a day.
  var trainingStart: (month: Int, day: Int)
  /// Whether schools that renew come before new ones.
  var renewalsFirst = false
  /// Weight in the share of places when a year of any size is made.
  var weight: Int
}

/// The countries of the programme.
enum Atlas {
  /// Those that a year of any size draws on, the most important first.
  static let programme: [CountryProfile] = [
    thailand, indonesia, vietnam, taiwan, malaysia, philippines, cambodia, laos, india,
    timorLeste, brunei,
  ]

  static let all: [CountryProfile] = programme + [myanmar, singapore, china]
}
