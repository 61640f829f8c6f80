// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension Tables {
  /// Partners who are back in Japan.
  static let returnees = TableSchema(
    "returnees.csv", noun: "returnee", isRequired: false, hasIdentifiers: true,
    meaning: "Partners who are back in Japan and wish to take part in activities there.",
    blank: ReturneeRow(), columns: whoReturned + whatTheyBring + whenTheyCan)

  private static let whoReturned: [Column<ReturneeRow>] = [
    Column(
      "returnee", \.returnee.id, .identifier(), whenEmpty: .refused, example: "R0123",
      "The person's identifier"),
    Column(
      "name", \.returnee.name, .text, whenEmpty: .means(""), example: "山田 花子",
      "Their name in reports"),
    Column(
      "prefecture", \.returnee.prefecture, .text, whenEmpty: .refused, example: "Fukuoka",
      "Where they live, in the words of `activities.csv`"),
    Column(
      "latitude", \.latitude, .decimal(in: -90...90), whenEmpty: .refused, unit: "degrees north",
      example: "33.59", "Where they live"),
    Column(
      "longitude", \.longitude, .decimal(in: -180...180), whenEmpty: .refused,
      unit: "degrees east", example: "130.4", "Where they live"),
    Column(
      "country", \.returnee.country, .optional(.reference(\.countries, to: "country")),
      whenEmpty: .stands(for: nil, shown: "none of the year's"), example: "THA",
      "Where they served"),
    Column(
      "host_school", \.returnee.hostSchool, .optional(.reference(\.schools, to: "school")),
      whenEmpty: .stands(for: nil, shown: "none of the year's"), example: "S017",
      "Which school hosted them (rule `tie`)"),
    Column(
      "returned", \.returnee.returned, .day, whenEmpty: .refused, example: "2025-03-08",
      "The day they came back (rule `after-return`)"),
    Column(
      "track", \.returnee.track, .track, whenEmpty: .means(Returnee.openTrack),
      example: "prefecture:Fukuoka", "How they had applied (rule `prefecture-first`)"),
  ]

  private static let whatTheyBring: [Column<ReturneeRow>] = [
    Column(
      "languages", \.returnee.languages, .languageCodes, whenEmpty: .means([]), example: "th;en",
      "Languages they can interpret or teach in"),
    Column(
      "skills", \.returnee.skills, .words, whenEmpty: .means([]), example: "cooking;dance",
      "What they can show or teach"),
    Column(
      "leader", \.returnee.leads, .yesNo, whenEmpty: .means(false), example: "yes",
      "Whether they have the experience to lead an activity"),
  ]

  private static let whenTheyCan: [Column<ReturneeRow>] = [
    Column(
      "travel_km", \.returnee.travelMetres, .optional(.kilometres(to: 3_000)),
      whenEmpty: .stands(for: nil, shown: "the rule's"), unit: "km", example: "40",
      "How far from home they go (rule `distance`)"),
    Column(
      "free_days", \.returnee.freeWeekdays, .weekdays, whenEmpty: .means([]), example: "sat;sun",
      "Days of the week on which they may be free"),
    Column(
      "away", \.returnee.away, .dayRanges, whenEmpty: .stands(for: [], shown: "never"),
      example: "2026-08-08..2026-08-16", "Days on which they are not free"),
    Column(
      "per_quarter", \.returnee.perQuarter, .optional(.integer(in: 0...100)),
      whenEmpty: .stands(for: nil, shown: "the rule's"), unit: "activities", example: "2",
      "Most activities in a quarter (rule `load`)"),
    Column(
      "tags", \.returnee.tags, .words, whenEmpty: .means([]), example: "alumni-board",
      "Words for the planner"),
  ]

  /// What they take part in.
  static let activities = TableSchema(
    "activities.csv", noun: "activity", isRequired: false, hasIdentifiers: true,
    meaning: "Activities in Japan that returned partners take part in.",
    blank: ActivityRow(), columns: whatTakesPlace + whoIsWanted)

  private static let whatTakesPlace: [Column<ActivityRow>] = [
    Column(
      "activity", \.activity.id, .identifier(), whenEmpty: .refused, example: "E0042",
      "The activity's identifier"),
    Column(
      "name", \.activity.name, .text, whenEmpty: .means(""), example: "Talk at a school",
      "Its name in reports"),
    Column(
      "kind", \.activity.kind, .text, whenEmpty: .means(""), example: "school-talk",
      "What sort of activity, in your words"),
    Column(
      "prefecture", \.activity.prefecture, .text, whenEmpty: .refused, example: "Fukuoka",
      "Where it takes place, as tracks `prefecture:…` name it"),
    Column(
      "latitude", \.latitude, .decimal(in: -90...90), whenEmpty: .refused, unit: "degrees north",
      example: "33.58", "Where it takes place; on line, where it is run from"),
    Column(
      "longitude", \.longitude, .decimal(in: -180...180), whenEmpty: .refused,
      unit: "degrees east", example: "130.42", "Where it takes place"),
    Column(
      "online", \.activity.isOnline, .yesNo, whenEmpty: .means(false), example: "no",
      "Whether people take part from home"),
    Column(
      "from", \.from, .day, whenEmpty: .refused, example: "2026-06-13",
      "First day; in the fiscal year"),
    Column(
      "to", \.to, .optional(.day), whenEmpty: .stands(for: nil, shown: "the first day"),
      example: "2026-06-14", "Last day"),
  ]

  private static let whoIsWanted: [Column<ActivityRow>] = [
    Column(
      "seats_min", \.activity.seatsMin, .integer(in: 1...1_000), whenEmpty: .means(1),
      unit: "people", example: "2", "Fewest without whom it does not take place"),
    Column(
      "seats_max", \.seatsMax, .optional(.integer(in: 1...1_000)),
      whenEmpty: .stands(for: nil, shown: "seats_min"), unit: "people", example: "4",
      "Most who take part"),
    Column(
      "leaders", \.activity.leaders, .integer(in: 0...1_000), whenEmpty: .means(0),
      unit: "people", example: "1", "Fewest among them who can lead (rule `leaders`)"),
    Column(
      "languages", \.activity.languages, .languageCodes, whenEmpty: .means([]), example: "th",
      "Languages, each of which somebody must speak (rule `languages`)"),
    Column(
      "skills", \.activity.skills, .words, whenEmpty: .means([]), example: "cooking",
      "Skills, each of which somebody must have (rule `skills`)"),
    Column(
      "reach", \.activity.reach, .integer(in: 0...1_000_000), whenEmpty: .means(0),
      unit: "people", example: "120", "People whom it reaches when it takes place"),
    Column(
      "priority", \.activity.priority, .integer(in: 1...100), whenEmpty: .means(1),
      unit: "weight", example: "2", "Weight of a person whom it reaches"),
    Column(
      "tie", \.activity.tie, .optional(.reference(\.schools, to: "school")),
      whenEmpty: .stands(for: nil, shown: "none"), example: "S017",
      "The host school with which a school here keeps a standing tie (rule `tie`)"),
    Column(
      "tags", \.activity.tags, .words, whenEmpty: .means([]), example: "new",
      "Words for the planner"),
  ]

  /// Journeys that are not as the great circle says.
  static let travel = TableSchema(
    "travel.csv", noun: "journey", isRequired: false, hasIdentifiers: false,
    meaning: """
      Ways that are longer, shorter or dearer than the great circle and the kilometre say. \
      Pairs without a row go by the great circle.
      """,
    blank: TravelRow(),
    columns: [
      Column(
        "returnee", \.returnee, .reference(\.returnees, to: "returnee"), whenEmpty: .refused,
        example: "R0123", "Who travels"),
      Column(
        "activity", \.activity, .reference(\.activities, to: "activity"), whenEmpty: .refused,
        example: "E0042", "Where to"),
      Column(
        "km", \.metres, .kilometres(to: 5_000), whenEmpty: .refused, unit: "km", example: "63.5",
        "One way"),
      Column(
        "cost_jpy", \.cost, .optional(.integer(in: 0...100_000_000)),
        whenEmpty: .stands(for: nil, shown: "by the kilometre"), unit: "yen", example: "4200",
        "There and back"),
    ])
}

/// A row of `returnees.csv`.
struct ReturneeRow: Sendable {
  var returnee = Returnee(
    id: "", prefecture: "", home: GeoPoint(latitude: 0, longitude: 0), returned: Day(number: 0))
  var latitude = 0.0
  var longitude = 0.0
}

extension ReturneeRow {
  init(_ returnee: Returnee) {
    self.returnee = returnee
    latitude = returnee.home.latitude
    longitude = returnee.home.longitude
  }

  /// The returnee with the place that the columns give.
  var complete: Returnee {
    var returnee = returnee
    returnee.home = GeoPoint(latitude: latitude, longitude: longitude)
    return returnee
  }
}

/// A row of `activities.csv`.
struct ActivityRow: Sendable {
  var activity = Activity(
    id: "", prefecture: "", place: GeoPoint(latitude: 0, longitude: 0),
    days: Day(number: 0)...Day(number: 0))
  var latitude = 0.0
  var longitude = 0.0
  var from = Day(number: 0)
  var to: Day?
  var seatsMax: Int?
}

extension ActivityRow {
  init(_ activity: Activity) {
    self.activity = activity
    latitude = activity.place.latitude
    longitude = activity.place.longitude
    from = activity.days.lowerBound
    to = activity.days.upperBound
    seatsMax = activity.seatsMax
  }

  /// The activity with the place, days and seats that the columns give.
  var complete: Activity {
    var activity = activity
    activity.place = GeoPoint(latitude: latitude, longitude: longitude)
    activity.days = from...max(from, to ?? from)
    activity.seatsMax = seatsMax ?? activity.seatsMin
    return activity
  }
}

/// A row of `travel.csv`.
struct TravelRow: Sendable {
  var returnee = 0
  var activity = 0
  var metres = 0
  var cost: Int64?
}
