// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// The second ten years of the programme, 2024 to 2033, with what is known of the first
/// seven; `datasets/README.md` says which numbers are published and which are assumed.
enum TenYears {
  /// The decade that comes with `call-2026`.
  ///
  /// - Parameter countries: The year's countries, by identifier.
  /// - Returns: Lines, years, what is known, and rules.
  static func decade(for countries: [Country]) -> DecadeData {
    var decade = DecadeData()
    let lines =
      countries.indices.map { partners($0, countries[$0]) } + events + visits + others + history
    decade.lines = lines.sorted { $0.id < $1.id }
    decade.years = (2024...2033).map { year in
      var planned = DecadeYear(year: year)
      planned.budget = yearlyBudget
      planned.venueNights = 20_000
      return planned
    }
    decade.actuals = decade.lines.indices.compactMap { index in
      switch decade.lines[index].id {
      case "first-events":
        DecadeActual(year: 2020, line: index, units: 2_504, reached: 5_538_490)
      case "first-partners":
        DecadeActual(year: 2020, line: index, units: 2_375, reached: 678_650)
      default: nil
      }
    }
    for (line, counts) in [
      ("teachers", DecadeCount.teachers), ("learners", .students), ("returnees", .activities),
      ("educators", .educators),
    ] {
      for index in decade.lines.indices where decade.lines[index].id == line {
        decade.lines[index].counts = counts
      }
    }
    decade.rules.lostYearPercent = 80
    decade.rules.wishedPoints = [50_000, 50_000, 15_000, 50_000, 50_000]
    for (index, country) in countries.enumerated() {
      if let floor = floors[country.id] { decade.rules.floors[index] = floor }
    }
    decade.rules.shares = [.training: 3]
    return decade
  }

  /// ¥20,034,581 thousand over seven years.
  private static let yearlyBudget: Int64 = 2_862_083_000

  /// Most partners a year of a country: the greatest number published.
  private static let most: [String: Int] = [
    "IDN": 150, "THA": 85, "TWN": 79, "VNM": 45, "MYS": 34, "PHL": 20, "KHM": 12, "IND": 6,
    "LAO": 5,
  ]

  private static let floors = ["LAO": 20_000, "KHM": 30_000, "IND": 20_000]

  private static func partners(_ index: Int, _ country: Country) -> DecadeLine {
    let most = most[country.id] ?? 10
    var line = DecadeLine(id: "partners-\(country.id)", kind: .dispatch)
    line.name = "Partners to \(country.nameEnglish)"
    line.country = index
    line.unit = "partner"
    line.counts = .partners
    line.min = most < 15 ? 1 : most / 5
    line.max = most
    line.rampUp = max(2, most * 24 / 100)
    line.rampDown = line.rampUp
    line.restart = max(1, most * 24 / 100)
    line.cost = country.costPerPartner
    (line.taught, line.met, line.countedOnce) = (286, 572, 90)
    (line.later, line.laterDecay) = (10, 50)
    line.points = [8, 6, 1, 8, 3]
    line.venueNights = 26
    return line
  }

  private static let events: [DecadeLine] = [
    (DecadeKind.arts, 120), (.audiovisual, 90), (.music, 90), (.sports, 60),
  ].map { kind, most in
    var line = DecadeLine(id: kind.rawValue, kind: kind)
    line.name = "Events: \(kind.rawValue)"
    line.unit = "event"
    line.max = most
    (line.rampUp, line.rampDown, line.restart) = (most / 4, most / 4, most / 3)
    line.cost = 5_800_000
    line.audience = 2_212
    line.points = [3, 3, 1, 3, 6]
    return line
  }

  private static let visits: [DecadeLine] = [
    visit(
      "teachers", .training, "Teachers of host schools trained in Japan", 40...150,
      cost: 600_000, met: 0, later: (40, 20), points: [4, 8, 1, 6, 2], nights: 14),
    visit(
      "learners", .training, "Learners of host schools trained in Japan", 0...120,
      cost: 500_000, met: 20, later: (5, 50), points: [4, 4, 1, 9, 3], nights: 13),
    visit(
      "educators", .exchange, "Educators invited", 20...120, cost: 700_000, met: 30,
      later: (60, 20), points: [5, 9, 2, 6, 3], nights: 8),
  ]

  private static func visit(
    _ id: String, _ kind: DecadeKind, _ name: String, _ range: ClosedRange<Int>, cost: Int64,
    met: Int, later: (people: Int, decay: Int), points: [Int], nights: Int
  ) -> DecadeLine {
    var line = DecadeLine(id: id, kind: kind)
    line.name = name
    line.unit = "person"
    (line.min, line.max) = (range.lowerBound, range.upperBound)
    (line.rampUp, line.rampDown, line.restart) = (30, 30, 30)
    line.cost = cost
    line.met = met
    (line.later, line.laterDecay) = later
    line.points = points
    line.venueNights = nights
    return line
  }

  private static let others: [DecadeLine] = [
    other(
      "returnees", .returnees, "Activities of returned partners", "activity", 100...800, 100,
      cost: 40_000, met: 40, points: [2, 3, 1, 3, 9]),
    other(
      "dialogue", .dialogue, "Dialogue projects", "project", 10...40, 10, cost: 6_000_000,
      met: 200, points: [9, 9, 30, 4, 6]),
    other(
      "research", .research, "Joint research", "project", 0...20, 5, cost: 4_000_000, met: 100,
      points: [6, 8, 40, 2, 4]),
  ]

  private static func other(
    _ id: String, _ kind: DecadeKind, _ name: String, _ unit: String, _ range: ClosedRange<Int>,
    _ ramp: Int, cost: Int64, met: Int, points: [Int]
  ) -> DecadeLine {
    var line = DecadeLine(id: id, kind: kind)
    (line.name, line.unit) = (name, unit)
    (line.min, line.max) = (range.lowerBound, range.upperBound)
    (line.rampUp, line.rampDown) = (ramp, ramp)
    line.cost = cost
    line.met = met
    line.points = points
    line.stops = false
    return line
  }

  /// What was counted from 2014 to 2020, in one sum; no line of the years to come.
  private static let history: [DecadeLine] = {
    var partners = DecadeLine(id: "first-partners", kind: .dispatch)
    partners.name = "Partners of 2014 to 2020 in one sum"
    partners.unit = "partner"
    partners.taught = 286
    var events = DecadeLine(id: "first-events", kind: .arts)
    events.name = "Events of 2014 to 2020 in one sum"
    events.unit = "event"
    events.audience = 2_212
    return [partners, events]
  }()
}
