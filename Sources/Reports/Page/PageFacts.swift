// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles

/// What charts and key figures are drawn from, beside a plan's tables.
struct PageFacts {
  private let year: ProgrammeYear
  private let claims: PlanClaims
  private let tables: [CSVTable]

  init(_ year: ProgrammeYear, claims: PlanClaims, tables: [CSVTable]) {
    self.year = year
    self.claims = claims
    self.tables = tables
  }

  /// The facts of the plan's problem.
  var document: CanonicalJSON {
    switch claims.problem {
    case .dispatch: dispatch
    case .training: training
    case .returnees, .exchange: [:]
    case .decade: decade
    }
  }

  /// The rows of a table, each by the names of its columns; none without the table.
  private func rows(of file: String) -> [(String) -> String] {
    guard let table = tables.first(where: { $0.file == file }) else { return [] }
    let columns = Dictionary(
      table.header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return (0..<table.rowCount).map { row in
      { name in columns[name].map { table.cell(row: row, column: $0) } ?? "" }
    }
  }
}

// MARK: Dispatch

extension PageFacts {
  private var dispatch: CanonicalJSON {
    let rows = rows(of: "placements.csv")
    let cohorts = positions(year.cohorts.map(\.id))
    let applicants = positions(year.applicants.map(\.id))
    var filled = [Int](repeating: 0, count: year.cohorts.count)
    var placed: [(applicant: Int, cohort: Int)] = []
    for row in rows {
      guard let cohort = cohorts[row("cohort")] else { continue }
      filled[cohort] += 1
      if let applicant = applicants[row("applicant")] { placed.append((applicant, cohort)) }
    }
    let (wishes, unnamed) = wishesMet(of: placed, in: year)
    return [
      "filled": .integer(rows.count), "places": .integer(year.places),
      "applicants": .integer(year.applicants.count),
      "cohorts": .array(
        year.cohorts.indices.map { index in
          let cohort = year.cohorts[index]
          return [
            "cohort": .string(cohort.id), "country": .string(year.countries[cohort.country].id),
            "places": .integer(cohort.places), "filled": .integer(filled[index]),
          ]
        }),
      "wishes": .array(wishes.map { .integer($0) }), "unnamed": .integer(unnamed),
      "evenness": evenness(rows, filled: filled),
      "blocking": claims.blockingPairs.map { .integer($0) } ?? .null,
      "posts": .array(posts(rows)),
    ]
  }

  /// The Gini coefficients of countries' and areas' shares.
  private func evenness(_ rows: [(String) -> String], filled: [Int]) -> CanonicalJSON {
    let schools = positions(year.schools.map(\.id))
    let hosting = Set(
      rows.flatMap { row in row("schools").split(separator: ";").map(String.init) }
        .compactMap { schools[$0] })
    func rounded(_ shares: [Int]) -> CanonicalJSON {
      .number((gini(of: shares) * 10_000).rounded() / 10_000)
    }
    return [
      "countries": rounded(fillShares(ofCountriesIn: year, filled: filled)),
      "areas": rounded(hostingShares(ofAreasIn: year, hosting: hosting)),
    ]
  }

  /// Where partners live, with the fewest companions that one of them has near by.
  private func posts(_ rows: [(String) -> String]) -> [CanonicalJSON] {
    let schools = positions(year.schools.map(\.id))
    var bases: [Int: (partners: Int, companions: Int?)] = [:]
    for row in rows {
      guard let base = schools[row("base")] else { continue }
      bases[base, default: (0, nil)].partners += 1
      if let companions = Int(row("companions")) {
        let fewest = bases[base]?.companions ?? companions
        bases[base]?.companions = min(companions, fewest)
      }
    }
    return bases.sorted { $0.key < $1.key }.map { base, found in
      let school = year.schools[base]
      return [
        "school": .string(school.id), "name": .string(school.name), "city": .string(school.city),
        "country": .string(year.countries[school.country].id),
        "latitude": .number(school.position.latitude),
        "longitude": .number(school.position.longitude), "partners": .integer(found.partners),
        "companions": found.companions.map { .integer($0) } ?? .null,
      ]
    }
  }
}

/// The positions of identifiers.
private func positions(_ identifiers: [String]) -> [String: Int] {
  Dictionary(identifiers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
}

// MARK: Training

extension PageFacts {
  /// The sites with the beds that are taken in each week: by sessions of the plan, by other
  /// courses, and by both together; of a week's nights the fullest counts.
  private var training: CanonicalJSON {
    let sites = positions(year.sites.map(\.id))
    var stays: [(site: Int, nights: Range<Day>, people: Int)] = []
    for row in rows(of: "sessions.csv") {
      guard let site = sites[row("site")], let start = Day(iso: row("start")),
        let end = Day(iso: row("end")), start <= end
      else { continue }
      stays.append((site, start..<end, Int(row("people")) ?? 0))
    }
    guard let first = stays.map(\.nights.lowerBound).min(),
      let last = stays.map(\.nights.upperBound).max()
    else { return ["weeks": [], "sites": []] }
    let monday = first.adding(days: -first.weekday.rawValue)
    let weeks = (last.number - monday.number) / 7 + 1
    let used = Set(stays.map(\.site)).sorted()
    return [
      "weeks": .array(
        (0..<weeks).map { .string(monday.adding(days: 7 * $0).description) }),
      "sites": .array(
        used.map { site in
          let own = stays.filter { $0.site == site }
          let others = year.siteBookings.filter { $0.site == site }
          func ofPlan(_ night: Day) -> Int {
            own.reduce(0) { $0 + ($1.nights.contains(night) ? $1.people : 0) }
          }
          func ofOthers(_ night: Day) -> Int {
            others.reduce(0) { sum, booking in
              let nights = booking.days.lowerBound..<booking.days.upperBound
              return sum + (nights.contains(night) ? booking.beds : 0)
            }
          }
          func fullest(_ beds: (Day) -> Int) -> CanonicalJSON {
            .array(
              (0..<weeks).map { week in
                .integer((0..<7).map { beds(monday.adding(days: 7 * week + $0)) }.max() ?? 0)
              })
          }
          return [
            "site": .string(year.sites[site].id), "name": .string(year.sites[site].name),
            "beds": .integer(year.sites[site].beds),
            "used": fullest(ofPlan),
            "others": fullest(ofOthers),
            "taken": fullest { ofPlan($0) + ofOthers($0) },
          ]
        }),
    ]
  }
}

// MARK: Ten years

extension PageFacts {
  private var decade: CanonicalJSON {
    let data = year.decade
    let lines = positions(data.lines.map(\.id))
    var points = [Int](repeating: 0, count: Aim.allCases.count)
    for row in rows(of: "units.csv") {
      guard let line = lines[row("line")], let units = Int(row("units")) else { continue }
      for aim in points.indices { points[aim] += units * data.lines[line].points[aim] }
    }
    return [
      "target": .integer(data.rules.target),
      "kinds": .object(
        Dictionary(
          data.lines.map { ($0.id, .string($0.kind.rawValue)) },
          uniquingKeysWith: { first, _ in first })),
      "aims": .array(
        Aim.allCases.enumerated().map { index, aim in
          [
            "aim": .string(aim.rawValue), "points": .integer(points[index]),
            "wished": .integer(data.rules.wishedPoints[index]),
          ]
        }),
    ]
  }
}
