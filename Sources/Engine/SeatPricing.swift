// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Wording

/// Moves the seats that the counts asked for to where people bring more.
///
/// At prices of the applicants each slot is worth the most that anybody brings
/// there beyond his price, and the structure's parts choose the best seats for
/// that. A flow fills these seats and prices the applicants anew. Prices are
/// averaged from step to step, since the answers alone jump to and fro (the
/// volume algorithm does the like with its primal values; Barahona and Anbil
/// 2000). What the prices prove is a bound of all plans: each placement is worth
/// at most the price of its applicant and the worth of its slot.
struct SeatPricing {
  let filling: SeatFilling
  let parts: [(part: StructurePart, stack: TierStack)]
  let clock: RunClock

  /// Less than this part of the value is not worth another step.
  private static let leastGain = 0.0001

  /// What the steps came to.
  struct Result {
    /// Seats of the best flow.
    var seats: [Int64]
    /// What that flow is worth; couples and quotas of people are not in it.
    var value: Int64
    /// What a place of each applicant is worth, where that bounds plans best.
    var prices: [Double]
    /// No plan is worth more, if only triples are worth anything.
    var bound: Int64
  }

  /// Takes steps from the given seats on until they bring little.
  ///
  /// - Parameters:
  ///   - seats: How many sit in each slot; they keep the rows of the structure.
  ///   - steps: Most steps.
  /// - Returns: The best seats found; nothing when the first cannot be filled, or
  ///   the tier is no maximum over people.
  /// - Throws: `EngineFailure` when the solver broke.
  /// - Complexity: A flow, and a dive in each part, for each step.
  func run(from seats: [Int64], steps: Int) throws(EngineFailure) -> Result? {
    guard filling.tier.sense == .maximize, !filling.tier.terms.isEmpty,
      let first = filling.flow(for: seats)
    else { return nil }
    var result = Result(seats: seats, value: first.value, prices: first.prices, bound: .max)
    let isBound = filling.weights.indices.allSatisfy {
      filling.weights[$0] == 0 || filling.formulation.tripleColumns.contains($0)
    }
    var leastBound = Double.infinity
    var prices = first.prices
    for step in 1...steps where !clock.isOver {
      let worth = filling.worth(ofSlotsAt: &prices)
      guard let (chosen, most) = try bestSeats(worth) else { break }
      let bound = prices.reduce(0, +) + most
      if bound < leastBound {
        leastBound = bound
        result.prices = prices
        if isBound { result.bound = wholeBound(bound, .maximize) + 1 }
      }
      clock.spend(columns: filling.formulation.triples.count)
      let before = result.value
      if let flow = filling.flow(for: chosen) {
        if flow.value > result.value {
          result.value = flow.value
          result.seats = chosen
        }
        let share = max(1 / Double(step + 1), Self.leastShare)
        for person in prices.indices {
          prices[person] += share * (flow.prices[person] - prices[person])
        }
      }
      clock.tell(
        tier: filling.tier.name, step: "seats for people, step \(step)", value: result.value,
        bound: result.bound == .max ? nil : result.bound)
      if Double(result.value - before) < Self.leastGain * Double(result.value) { break }
    }
    return result
  }

  /// How much new prices count at least in the average.
  private static let leastShare = 0.15

  /// The seats that the parts choose at what slots are worth, and a bound of what
  /// any seats are worth.
  private func bestSeats(_ worth: [Double]) throws(EngineFailure) -> ([Int64], Double)? {
    let seatColumns = filling.formulation.seatColumns
    var seats = [Int64](repeating: 0, count: seatColumns.count)
    var slotOfColumn: [Int: Int] = [:]
    for (slot, column) in seatColumns.enumerated() {
      if let column { slotOfColumn[column.index] = slot }
    }
    var sum = 0.0
    var isInPart = [Bool](repeating: false, count: seats.count)
    for (part, stack) in parts {
      var tier = Tier(name: "priced seats", sense: .maximize, terms: [])
      for (position, column) in part.columns.enumerated() {
        let person = slotOfColumn[column].map { Int64(worth[$0].rounded(.up)) } ?? 0
        let weight = filling.weights[column] + person
        if weight != 0 { tier.terms.append(Term(Column(index: position), weight)) }
      }
      var stack = stack
      guard let bound = try stack.dive(for: tier), let assignment = stack.incumbent else {
        return nil
      }
      sum += Double(bound)
      for (position, column) in part.columns.enumerated() {
        guard let slot = slotOfColumn[column] else { continue }
        seats[slot] = assignment.values[position]
        isInPart[slot] = true
      }
    }
    for (slot, column) in seatColumns.enumerated() where !isInPart[slot] {
      guard let column else { continue }
      sum += worth[slot] * Double(filling.program.bounds(of: column).upper ?? 0)
    }
    return (seats, sum)
  }
}
