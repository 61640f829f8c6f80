// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing

@testable import Verification

@Suite("The certified bound")
struct CertificateTests {
  /// A year of one goal, points for the interview alone.
  private static func year() -> ProgrammeYear {
    var year = Fixture.year()
    year.objective = [.filled, .points]
    year.weights = [.interview: 1]
    return year
  }

  private static func certified(
    _ prices: [RowPrice], of goal: String = "points", in year: ProgrammeYear = year()
  ) -> DispatchVerification {
    verifyDispatch(
      year, placements: Fixture.plan(in: year), baseline: nil, claimed: nil,
      certificate: Certificate(tiers: [TierPrices(name: goal, prices: prices)]))
  }

  private static func row(
    _ row: String, _ subjects: String..., price: Double
  ) -> RowPrice {
    RowPrice(
      row: row, subjects: subjects, price: Int64(price * Double(Certificate.denominator)))
  }

  @Test("without prices everybody is placed where they bring most")
  func unpriced() {
    // Interview scores are 50 to 55.
    let verification = Self.certified([])
    #expect(verification.certifiedBound(of: "points") == 315)
    #expect(verification.certified.first?.remarks.isEmpty == true)
    #expect(verification.isValid)
  }

  @Test("prices of seats and schools are added up as one does by hand")
  func priced() {
    // Six schools at 51 each; nobody gains by a seat; of the scores 50 to 55 those
    // above 51 gain 1, 2, 3 and 4: 6 · 51 + 10.
    let schools = Self.year().schools.map { Self.row("one-post-per-school", $0.id, price: 51) }
    let verification = Self.certified(Self.links(price: 51) + schools)
    #expect(verification.certifiedBound(of: "points") == 316)
    #expect(verification.certified.first?.remarks.isEmpty == true)
  }

  /// A price on the link of every slot.
  private static func links(price: Double) -> [RowPrice] {
    let plan = PlanFacts(year: year(), submitted: [], baseline: nil)
    return TripleCatalogue(of: plan).slots.map {
      row("link", $0.post.id, year().cohorts[$0.cohort].id, price: price)
    }
  }

  @Test("a price that points to a missing side proves nothing more, and nothing false")
  func missingSide() {
    let wrong = Self.certified([Self.row("cohort-places.most", "TH14", price: -7)])
    #expect(wrong.certifiedBound(of: "points") == 315)
    #expect(wrong.certified.first?.remarks.isEmpty == true)
  }

  @Test("unknown, repeated and too great prices are named")
  func remarks() {
    let unknown = Self.certified([Self.row("cohort-places.most", "TH99", price: 1)])
    #expect(unknown.certified.first?.bound == 315)
    #expect(
      unknown.certified.first?.remarks == ["this year has no row cohort-places.most(TH99)"])
    let twice = Self.certified([
      Self.row("cohort-places.most", "TH14", price: 1),
      Self.row("cohort-places.most", "TH14", price: 2),
    ])
    #expect(twice.certified.first?.bound == nil)
    #expect(twice.certified.first?.remarks == ["cohort-places.most(TH14) has two prices"])
    let great = Self.certified([RowPrice(row: "link", subjects: [], price: .max)])
    #expect(great.certified.first?.bound == nil)
    let stranger = Self.certified([], of: "fairness-areas")
    #expect(
      stranger.certified.first?.remarks
        == ["fairness-areas is no goal of this year that a certificate can bound"])
  }

  @Test("a bound that excludes a plan which keeps the rules is a fault")
  func excluding() {
    let year = Self.year()
    var verification = verifyDispatch(
      year, placements: Fixture.plan(in: year), baseline: nil, claimed: nil)
    #expect(verification.isValid)
    let value = verification.tiers.last?.value ?? 0
    verification.certified = [CertifiedTier(name: "points", bound: value, remarks: [])]
    #expect(verification.isValid)
    verification.certified = [CertifiedTier(name: "points", bound: value - 1, remarks: [])]
    #expect(!verification.isValid)
    #expect(verification.excluding.map(\.name) == ["points"])
  }
}
