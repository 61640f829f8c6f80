// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import Testing
internal import Wording
internal import YearGenerator

@testable import Reports

@Suite("Prices of limits")
struct PriceTests {
  /// Plans a year anew, whole.
  private static func plan(_ year: ProgrammeYear) throws(EngineFailure) -> DispatchOutcome {
    var options = DispatchOptions()
    options.gap = 0
    options.mostTriplesForGLPK = .max
    options.findsNearest = false
    return try planDispatch(year, options: options)
  }

  @Test("are what independent solves say", arguments: [1, 2] as [UInt64])
  func agree(seed: UInt64) throws {
    var year = generateYear(applicants: 40, schools: 16, seed: seed)
    // A year in which places are what is short.
    for index in year.cohorts.indices where year.cohorts[index].places > 2 {
      year.cohorts[index].places -= 1
    }
    var options = DispatchOptions()
    options.mostTriplesForGLPK = -1
    options.mostTriplesToRetry = -1
    options.findsNearest = false
    let session = try DispatchSession(year, options: options)
    let base = session.base
    try #require(base.status == .optimal)
    let offers = Offer.all(in: year, at: base.placements)
    #expect(!offers.isEmpty)
    for offer in offers {
      let found = try LimitPrice.price(of: offer, in: year, base: base.tiers) {
        changed throws(EngineFailure) in
        if let answer = try session.outcome(of: changed) { return answer.outcome }
        return try Self.plan(changed)
      }
      let price = try #require(found)
      // Each number anew: the first step, the last that is the same, and the next one.
      let first = try Self.plan(try #require(offer.widened(by: 1, in: year)))
      #expect(comparable(first.tiers).map(\.value) == price.tiers.map(\.value))
      #expect(comparable(first.tiers).map(\.shares) == price.tiers.map(\.shares))
      #expect(price.isBetter == isBetter(first.tiers, than: base.tiers))
      let points = try #require(price.tiers.last?.value) - (base.tiers.last?.value ?? 0)
      if price.isBetter, price.sameSteps > 1 {
        let last = try Self.plan(
          try #require(offer.widened(by: price.sameSteps, in: year)))
        #expect(
          last.tiers.last?.value == (base.tiers.last?.value ?? 0) + Int64(price.sameSteps) * points)
      }
      if price.idleSteps > 0 {
        let still = try Self.plan(try #require(offer.widened(by: price.idleSteps, in: year)))
        #expect(still.tiers.map(\.value) == base.tiers.map(\.value))
        if price.isEndKnown {
          let next = try #require(offer.widened(by: price.idleSteps + 1, in: year))
          #expect(try Self.plan(next).tiers.map(\.value) != base.tiers.map(\.value))
        }
      }
    }
  }

  @Test("are listed by what is most worth negotiating")
  func order() throws {
    let year = generateYear(applicants: 40, schools: 16, seed: 3)
    let base = try Self.plan(year)
    let prices = try Offer.all(in: year, at: base.placements).prefix(6).compactMap {
      try LimitPrice.price(of: $0, in: year, base: base.tiers, plan: Self.plan)
    }
    let list = PriceList(prices, base: base.tiers)
    for (one, next) in zip(list.prices, list.prices.dropFirst()) {
      #expect(!isBetter(next.tiers, than: one.tiers))
    }
    #expect(Set(list.prices) == Set(prices))
    #expect(
      PriceList([], base: []).lines.first == "There is no plan as it is, so no limit has a price.")
  }

  @Test("name every limit in the way of a partner more")
  func offers() throws {
    var year = generateYear(applicants: 40, schools: 16, seed: 1)
    let base = try Self.plan(year)
    let cohort = try #require(base.placements.first?.cohort)
    let country = year.cohorts[cohort].country
    year.cohorts[cohort].places = base.placements.count { $0.cohort == cohort }
    let partners = base.placements.count { year.cohorts[$0.cohort].country == country }
    year.countries[country].max = partners
    year.countries[country].costPerPartner = 100
    year.countries[country].budget = Int64(partners) * 100 + 99
    year.rules.budget.total = nil
    let offer = try #require(
      Offer.all(in: year, at: base.placements).first { $0.limits.contains(.places(cohort)) })
    #expect(
      offer.limits == [.places(cohort), .most(country: country), .budget(country: country)])
    let wider = try #require(offer.widened(by: 2, in: year))
    #expect(wider.cohorts[cohort].places == year.cohorts[cohort].places + 2)
    #expect(wider.countries[country].max == partners + 2)
    #expect(wider.countries[country].budget == Int64(partners) * 100 + 299)
    #expect(offer.words(in: year) == "one more partner in \(year.cohorts[cohort].id)")
  }
}
