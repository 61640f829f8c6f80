// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Verification
package import Wording

/// Something of a year that may give way: a number that bounds, a rule, or what is asked
/// for.
package struct YearLever<Problem: YearProblem>: Sendable {
  package enum Content: Sendable {
    /// A number that bounds plans.
    case number(YearNumber)
    /// A rule as a whole: how it is taken away, and how it may be broken at a price, where
    /// it may.
    case rule(
      off: @Sendable (inout ProgrammeYear) -> Void,
      soft: (@Sendable (inout ProgrammeYear, _ penalty: Int) -> Void)?)
    /// What a plan has to have; that is never relaxed.
    case asked([Problem.Force])
  }

  /// The rule that it belongs to.
  package var rule: String
  package var isLaw: Bool
  /// What a unit of giving way costs, 1 or more.
  package var cost: Int
  package var content: Content

  package init(rule: String, isLaw: Bool, cost: Int, _ content: Content) {
    self.rule = rule
    self.isLaw = isLaw
    self.cost = max(1, cost)
    self.content = content
  }

  /// The number, if it is one.
  package var number: YearNumber? { if case .number(let number) = content { number } else { nil } }
}

/// A year in which some levers are kept, and others have given way.
package struct YearLevers<Problem: YearProblem>: Sendable {
  /// The year without what is soft, which never stands in the way of a plan.
  package let year: ProgrammeYear
  package let levers: [YearLever<Problem>]

  package init(_ year: ProgrammeYear, _ levers: [YearLever<Problem>]) {
    self.year = year
    self.levers = levers
  }

  /// The year in which none but some levers hold, and what is asked of a plan of it.
  package func keeping(_ kept: Set<Int>) -> (year: ProgrammeYear, forced: [Problem.Force]) {
    var copy = year
    var forced: [Problem.Force] = []
    for (index, lever) in levers.enumerated() {
      if case .asked(let asked) = lever.content {
        if kept.contains(index) { forced += asked }
      } else if !kept.contains(index) {
        release(lever, in: &copy)
      }
    }
    return (copy, forced)
  }

  private func release(_ lever: YearLever<Problem>, in year: inout ProgrammeYear) {
    switch lever.content {
    case .number(let number): number.set(loosest(number), in: &year)
    case .rule(let off, _): off(&year)
    case .asked: break
    }
  }

  /// A number with which a lever keeps nothing out.
  private func loosest(_ number: YearNumber) -> Int64 {
    number.idle ?? (number.isFloor ? number.range.lowerBound : number.range.upperBound)
  }

  /// Whether a plan keeps some levers.
  func keeps(_ plan: Problem.Plan, _ kept: Set<Int>) -> Bool {
    let (year, forced) = keeping(kept)
    return forced.allSatisfy { Problem.holds($0, in: plan) }
      && Problem.verify(plan, in: year, claimed: []).isValid
  }

  /// By how many units a lever gives way in a plan.
  package func units(of lever: Int, in plan: Problem.Plan) -> Int {
    let (year, forced) = keeping([lever])
    return Problem.verify(plan, in: year, claimed: []).rules.reduce(0) {
      $0 + ($1.isBroken ? $1.units : 0)
    } + forced.count { !Problem.holds($0, in: plan) }
  }

  /// What a plan breaks of a lever, as the verification says it.
  package func violations(of lever: Int, in plan: Problem.Plan) -> [Sentence] {
    Problem.verify(plan, in: keeping([lever]).year, claimed: []).rules.filter(\.isBroken)
      .flatMap { $0.violations.map(\.words) }
  }

  /// The number nearest to the one in the data with which a plan keeps a lever; none of
  /// levers that are no number.
  package func nearestNumber(of lever: Int, in plan: Problem.Plan) -> Int64? {
    guard let number = levers[lever].number, let present = number.value(in: year) else {
      return nil
    }
    var year = keeping([lever]).year
    return number.nearest(to: present, or: loosest(number)) { value in
      number.set(value, in: &year)
      return Problem.verify(plan, in: year, claimed: []).isValid
    }
  }
}

extension YearNumber {
  /// The number nearest to one that fits, in grains; nothing when not even the loosest fits.
  func nearest<Failure: Error>(
    to present: Int64, or loosest: Int64, fits: (Int64) throws(Failure) -> Bool
  ) throws(Failure) -> Int64? {
    if try fits(present) { return present }
    // Invariant: `bad` does not fit, `good` does.
    var (bad, good) = (present, loosest)
    guard try fits(good) else { return nil }
    while abs(good - bad) > grain {
      var middle = bad + (good - bad) / 2
      let rounded = middle / grain * grain
      if rounded > min(bad, good), rounded < max(bad, good) { middle = rounded }
      if try fits(middle) { good = middle } else { bad = middle }
    }
    return good
  }
}
