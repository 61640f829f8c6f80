// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import ProgrammeFiles
internal import Verification
internal import Wording

/// How evenly a plan serves applicants, countries and areas.
package struct FairnessFacts: Sendable {
  /// Partners whose country is in their first group of wishes, in their second, and so
  /// on; whoever takes any country has their first.
  let wishes: [Int]
  /// Partners in a country that they did not name.
  let unnamed: Int
  /// Placements over places, in basis points, smallest first.
  let countryShares: [Int]
  /// Hosting schools over schools, in basis points, smallest first.
  let areaShares: [Int]
  /// Pairs of an applicant and a place that would rather have each other; nothing where
  /// there are too many to look at.
  let blockingPairs: Int?

  /// Applicants times places up to which blocking pairs are counted though no goal asks
  /// for it: that many take a tenth of a second.
  private static let mostPairs = 2_000_000

  /// Looks at a plan.
  ///
  /// - Complexity: Linear, and O(applicants × places) where blocking pairs are counted.
  package init(_ report: DispatchReport) {
    let (year, placements) = (report.year, report.outcome.placements)
    (wishes, unnamed) = wishesMet(
      of: placements.map { (applicant: $0.applicant, cohort: $0.cohort) }, in: year)
    countryShares = fillShares(ofCountriesIn: year, filled: report.filled)
    areaShares = hostingShares(ofAreasIn: year, hosting: report.hostingSchools)
    let asked = report.verification.tiers.first { $0.name == Goal.blockingPairs.rawValue }
    let pairs = year.applicants.count * report.eligibility.slots.count
    if let asked {
      blockingPairs = Int(asked.value)
    } else if pairs <= Self.mostPairs {
      blockingPairs =
        Stability(of: placements, in: year, baseline: report.baseline).blockingPairs.count
    } else {
      blockingPairs = nil
    }
  }

  /// The lines of a summary.
  var lines: [String] {
    var lines: [String] = []
    let placed = wishes.reduce(unnamed, +)
    if placed > 0 {
      func percent(_ count: Int) -> String {
        decimal(100 * Double(count) / Double(placed), digits: 0) + " %"
      }
      let words: [Sentence] = ["first", "second", "third"]
      var parts = zip(words, wishes).map { word, count in "\(word) \(percent(count))" }
      let later = wishes.dropFirst(words.count).reduce(0, +)
      if later > 0 { parts.append(localized("later \(percent(later))")) }
      if unnamed > 0 {
        parts.append(localized("a country that was not named \(percent(unnamed))"))
      }
      lines.append(localized("Wishes met: \(Listing(parts, .plain))."))
    }
    lines.append(
      localized(
        """
        Evenness (Gini; 0 is even): countries \(decimal(gini(of: countryShares), digits: 2)), \
        areas \(decimal(gini(of: areaShares), digits: 2)).
        """))
    if let blockingPairs {
      lines.append(
        blockingPairs == 0
          ? localized("Stable: no applicant and place would both rather have each other.")
          : localized(
            """
            Blocking: \(blockingPairs, "pair", "pairs") of an applicant and a place that would \
            both rather have each other.
            """))
    }
    return lines
  }

  /// What `plan.json` says.
  var document: CanonicalJSON {
    func shares(_ values: [Int]) -> CanonicalJSON {
      [
        "gini": .number((gini(of: values) * 10_000).rounded() / 10_000),
        "shares": .array(values.map { .integer($0) }),
      ]
    }
    return [
      "wishes": .array(wishes.map { .integer($0) }),
      "unnamed": .integer(unnamed),
      "countries": shares(countryShares),
      "areas": shares(areaShares),
      "blocking_pairs": blockingPairs.map { .integer($0) } ?? .null,
    ]
  }
}

/// How many partners are in a country of their first group of wishes, of their second, and so
/// on, and how many in a country that they did not name.
///
/// - Parameters:
///   - placements: The partners, each with a cohort, by position.
///   - year: The year.
/// - Returns: The counts; a partner who takes any country has the first wish.
/// - Complexity: Linear.
func wishesMet(
  of placements: [(applicant: Int, cohort: Int)], in year: ProgrammeYear
) -> (wishes: [Int], unnamed: Int) {
  var wishes: [Int] = []
  var unnamed = 0
  for placement in placements {
    let ranks = year.applicants[placement.applicant].countryRanks
    let country = year.cohorts[placement.cohort].country
    guard let rank = ranks.isEmpty ? 0 : ranks.firstIndex(where: { $0.contains(country) }) else {
      unnamed += 1
      continue
    }
    while wishes.count <= rank { wishes.append(0) }
    wishes[rank] += 1
  }
  return (wishes, unnamed)
}

/// Placements over places of the countries that have places, in basis points, smallest first.
///
/// - Parameters:
///   - year: The year.
///   - filled: Partners of each cohort, by position.
/// - Returns: The shares, 0 to 10,000.
func fillShares(ofCountriesIn year: ProgrammeYear, filled: [Int]) -> [Int] {
  year.countries.indices.compactMap { country in
    let cohorts = year.cohorts.indices.filter { year.cohorts[$0].country == country }
    let places = cohorts.reduce(0) { $0 + year.cohorts[$1].places }
    let filled = cohorts.reduce(0) { $0 + filled[$1] }
    return places > 0 ? min(10_000, 10_000 * filled / places) : nil
  }.sorted()
}

/// Hosting schools over schools of each area, in basis points, smallest first.
///
/// - Parameters:
///   - year: The year.
///   - hosting: The schools that host, by position.
/// - Returns: The shares, 0 to 10,000.
func hostingShares(ofAreasIn year: ProgrammeYear, hosting: Set<Int>) -> [Int] {
  struct Area: Hashable {
    let country: Int
    let name: String
  }
  var areas: [Area: (hosts: Int, schools: Int)] = [:]
  for (index, school) in year.schools.enumerated() {
    let area = Area(country: school.country, name: school.area)
    areas[area, default: (0, 0)].schools += 1
    areas[area, default: (0, 0)].hosts += hosting.contains(index) ? 1 : 0
  }
  return areas.values.map { 10_000 * $0.hosts / $0.schools }.sorted()
}

/// The Gini coefficient of some shares: half the mean difference between two of them over
/// their mean; 0 when all are equal.
///
/// - Parameter shares: Numbers of 0 or more, smallest first.
/// - Returns: From 0 to less than 1; 0 where there are none.
/// - Complexity: Linear.
func gini(of shares: [Int]) -> Double {
  let sum = shares.reduce(0, +)
  guard sum > 0 else { return 0 }
  var weighted = 0
  for (index, share) in shares.enumerated() {
    weighted += (2 * (index + 1) - shares.count - 1) * share
  }
  return Double(weighted) / Double(shares.count * sum)
}
