// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// Makes a complete, feasible, synthetic year of any size.
///
/// Countries, towns and the shape of cohorts are real or published; schools and
/// persons are synthetic and labelled so. Equal arguments give equal years on
/// every machine.
///
/// - Parameters:
///   - applicants: 1 to 100,000.
///   - schools: 1 to 20,000.
///   - seed: Another seed gives another year.
///   - shape: What makes the year hard to plan.
///   - fiscalYear: The year in which dispatch begins, 1980 to 9000.
///   - delegations: How many delegations ask to train in Japan, 0 to 5,000, with
///     houses and courses to match; none means what is usual for the schools.
///   - returnees: How many partners are back in Japan, 0 to 20,000.
///   - activities: How many activities they may take part in, 0 to 20,000.
///   - exchangeSchools: How many schools in Japan exchange teachers with as many abroad, 0
///     to 10,000.
/// - Returns: A year in which a plan keeps every hard rule.
/// - Precondition: The arguments are in their ranges.
/// - Complexity: O(*a* + *s*) but for the search for companions, which compares
///   the posts of a cohort with each other.
package func generateYear(
  applicants: Int, schools: Int, seed: UInt64, shape: YearShape = .plain,
  fiscalYear: Int = 2026, delegations: Int? = nil, returnees: Int = 0, activities: Int = 0,
  exchangeSchools: Int = 0
) -> ProgrammeYear {
  generateYearWithWitness(
    applicants: applicants, schools: schools, seed: seed, shape: shape, fiscalYear: fiscalYear,
    delegations: delegations, returnees: returnees, activities: activities,
    exchangeSchools: exchangeSchools
  ).year
}

/// The same year, with the plan that it was built around.
///
/// - Parameters:
///   - applicants: 1 to 100,000.
///   - schools: 1 to 20,000.
///   - seed: Another seed gives another year.
///   - shape: What makes the year hard to plan.
///   - fiscalYear: The year in which dispatch begins, 1980 to 9000.
///   - delegations: How many delegations ask to train in Japan, 0 to 5,000, with
///     houses and courses to match; none means what is usual for the schools.
///   - returnees: How many partners are back in Japan, 0 to 20,000.
///   - activities: How many activities they may take part in, 0 to 20,000.
///   - exchangeSchools: How many schools in Japan exchange teachers with as many abroad, 0
///     to 10,000.
/// - Returns: The year and the plan.
/// - Precondition: The arguments are in their ranges.
package func generateYearWithWitness(
  applicants: Int, schools: Int, seed: UInt64, shape: YearShape = .plain,
  fiscalYear: Int = 2026, delegations: Int? = nil, returnees: Int = 0, activities: Int = 0,
  exchangeSchools: Int = 0
) -> GeneratedYear {
  precondition((1...100_000).contains(applicants), "Asked for \(applicants) applicants.")
  precondition((1...20_000).contains(schools), "Asked for \(schools) schools.")
  precondition((1980...9000).contains(fiscalYear), "Asked for the year \(fiscalYear).")
  if let delegations {
    precondition((0...5_000).contains(delegations), "Asked for \(delegations) delegations.")
  }
  precondition((0...20_000).contains(returnees), "Asked for \(returnees) returnees.")
  precondition((0...20_000).contains(activities), "Asked for \(activities) activities.")
  var outline = YearOutline(
    applicants: applicants, schools: schools, seed: seed, shape: shape, fiscalYear: fiscalYear,
    delegations: delegations)
  precondition(
    (0...10_000).contains(exchangeSchools), "Asked for \(exchangeSchools) exchange schools.")
  outline.exchangeSchools = exchangeSchools
  outline.returnees = ReturneeShape(returnees: returnees, activities: activities)
  return YearBuilder.built(outline)
}
