// SPDX-License-Identifier: GPL-3.0-or-later

/// Something in Japan that returned partners take part in: a class, a talk at a
/// school, an exchange on line, a festival.
package struct Activity: Hashable, Sendable {
  package var id: String
  package var name: String
  /// A word of the planner's, such as `school-talk`.
  package var kind: String
  package var prefecture: String
  /// Where it takes place; for an activity on line, where it is run from.
  package var place: GeoPoint
  /// Whether people take part from home, so that nobody travels.
  package var isOnline: Bool
  /// First to last day.
  package var days: ClosedRange<Day>
  /// People who take part: none, or so many.
  package var seatsMin: Int
  package var seatsMax: Int
  /// Fewest among them who can lead.
  package var leaders: Int
  /// Codes of languages, each of which somebody must speak.
  package var languages: [String]
  /// Skills, each of which somebody must have.
  package var skills: [String]
  /// People in Japan or abroad whom it reaches when it takes place.
  package var reach: Int
  /// Weight of a person reached, 1 to 100.
  package var priority: Int
  /// Index of the host school with which a school in Japan keeps a standing tie.
  package var tie: Int?
  package var tags: [String]

  package init(
    id: String, name: String = "", kind: String = "", prefecture: String, place: GeoPoint,
    isOnline: Bool = false, days: ClosedRange<Day>, seatsMin: Int = 1, seatsMax: Int = 1,
    leaders: Int = 0, languages: [String] = [], skills: [String] = [], reach: Int = 0,
    priority: Int = 1, tie: Int? = nil, tags: [String] = []
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.prefecture = prefecture
    self.place = place
    self.isOnline = isOnline
    self.days = days
    self.seatsMin = seatsMin
    self.seatsMax = seatsMax
    self.leaders = leaders
    self.languages = languages
    self.skills = skills
    self.reach = reach
    self.priority = priority
    self.tie = tie
    self.tags = tags
  }

  /// The quarter of the fiscal year in which it begins, 1 (April to June) to 4.
  package var quarter: Int { (days.lowerBound.parts.month + 8) % 12 / 3 + 1 }
}

/// What a journey is, where the great circle says too little.
package struct GivenJourney: Hashable, Sendable {
  /// One way, metres.
  package var metres: Int
  /// There and back, yen; none means what the distance costs.
  package var cost: Int64?

  package init(metres: Int, cost: Int64? = nil) {
    self.metres = metres
    self.cost = cost
  }
}

/// A returnee and an activity, by index.
package struct Participation: Hashable, Sendable, Comparable {
  package var activity: Int
  package var returnee: Int

  package init(returnee: Int, activity: Int) {
    self.returnee = returnee
    self.activity = activity
  }

  /// By activity, then by returnee.
  package static func < (left: Participation, right: Participation) -> Bool {
    (left.activity, left.returnee) < (right.activity, right.returnee)
  }
}

/// Who takes part in what: pairs by activity, then by returnee.
package struct ReturneePlan: Hashable, Sendable {
  package var participations: [Participation]

  package init(_ participations: [Participation]) {
    self.participations = participations
  }
}
