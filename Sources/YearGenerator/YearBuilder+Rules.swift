// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension YearBuilder {
  /// The rules of a generated year: the usual ones, and quotas that the plan
  /// keeps.
  func rules() -> Rules {
    var rules = Rules()
    rules.language.minimum = Self.language.least
    rules.language.minimumRemote = Self.language.remote
    rules.hours.minimum = 6
    rules.hours.maximum = 30
    rules.travel.maximumMetres = 8_000
    rules.rotation.maximumYearsRunning = 3
    // Two in a hundred more than the plan costs, in whole millions.
    let cost = demands.reduce(Int64(0)) { $0 + countries[$1.country].cost }
    rules.budget.total = (cost * 102 / 100 + 999_999) / 1_000_000 * 1_000_000
    rules.quotas = [
      QuotaRule(
        id: "taught-in-remote-posts",
        select: Selector(conditions: [
          .init(.postRemote, .among(["yes"])), .init(.applicantTeachingYears, .range(1, nil)),
        ]),
        share: .init(
          of: Selector(conditions: [.init(.postRemote, .among(["yes"]))]),
          minimumPercent: Shares.taughtInRemotePosts)),
      QuotaRule(
        id: "young-of-area",
        select: Selector(conditions: [
          .init(.applicantAge, .range(nil, Shares.youngBelow - 1))
        ]),
        share: .init(of: Selector(conditions: []), maximumPercent: Shares.youngOfArea),
        each: .postArea),
      QuotaRule(
        id: "seniors-of-cohort",
        select: Selector(conditions: [.init(.applicantAge, .range(Shares.seniorFrom, nil))]),
        share: .init(of: Selector(conditions: []), maximumPercent: Shares.seniorsOfCohort),
        each: .cohortId),
      QuotaRule(
        id: "first-abroad-in-remote-posts", strictness: .soft(penalty: 2),
        select: Selector(conditions: [
          .init(.postRemote, .among(["yes"])),
          .init(.applicantTags, .among([Applicant.firstAbroadTag])),
        ]),
        share: .init(
          of: Selector(conditions: [.init(.postRemote, .among(["yes"]))]),
          maximumPercent: Shares.firstAbroadInRemotePosts)),
      QuotaRule(
        id: "sent-before",
        select: Selector(conditions: [.init(.applicantEarlierDispatches, .range(1, nil))]),
        minimum: persons.prefix(demands.count).count { $0.earlierDispatches >= 1 } * 7 / 10),
    ]
    rules.criteria = [
      CriterionRule(
        id: "interview-floor", criterion: .interview, minimum: Shares.interviewFloor)
    ]
    return rules
  }
}
