// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import MatchingCore
internal import Programme
internal import Wording

/// The dispatch of a year that has too many triples to keep them all, formulated
/// over those that matter.
///
/// - Parameters:
///   - eligibility: Who may go where.
///   - options: When triples are too many, and how many are chosen.
///   - clock: Told about steps.
/// - Returns: The formulation; nothing where all triples can be kept, or where a
///   goal over people has to be bounded by more than points.
/// - Complexity: Three times O(*a* · *s*) for *a* applicants and *s* slots, and two
///   flows over the choice.
func chosenFormulation(
  _ eligibility: DispatchEligibility, options: DispatchOptions, clock: RunClock
) -> DispatchFormulation? {
  let year = eligibility.year
  guard options.baseline == nil,
    year.applicants.count * eligibility.slots.count > options.mostPairsToKeep
  else { return nil }
  let names = DispatchFormulation.tierNames(of: year, hasBaseline: false)
  let aboutPoints = names.firstIndex { $0 == "points" || $0 == "weighted" }
  guard aboutPoints ?? names.count >= names.count - 1 else { return nil }

  let width = TripleChoice.Width(
    ofApplicant: 2 * options.choiceWidth, ofSlot: options.choiceWidth)
  var prices: TripleChoice.Prices?
  for round in 1...3 {
    let choice = TripleChoice(eligibility, at: prices, width: width, threads: options.threads)
    clock.tell(tier: "preparing", step: "choosing triples, round \(round)", columns: choice.count)
    let table = TripleTable(choice)
    if round < 3, !clock.isOver, let found = marketPrices(table, eligibility) {
      prices = found
      continue
    }
    return DispatchFormulation(eligibility, table, hasBaseline: false)
  }
  return nil
}

/// Prices of applicants and slots when slots are filled from the table for the
/// most points, with nothing to keep but seats and the places of cohorts.
///
/// - Returns: The prices; nothing when the numbers are beyond what flows take.
/// - Complexity: Of one minimum-cost flow.
private func marketPrices(
  _ table: TripleTable, _ eligibility: DispatchEligibility
) -> TripleChoice.Prices? {
  let people = eligibility.year.applicants.count
  let slots = eligibility.slots
  let firstCohort = people + slots.count
  let cohorts = eligibility.year.cohorts
  let sink = Int32(firstCohort + cohorts.count)
  let slotNodes = slots.indices.map { Int32(people + $0) }
  let cohortNodes = cohorts.indices.map { Int32(firstCohort + $0) }
  let personNodes = (0..<people).map { Int32($0) }
  let network = try? FlowNetwork(
    supplies: Array(repeating: 1, count: people)
      + Array(repeating: 0, count: slots.count + cohorts.count) + [-people],
    tails: table.applicants + personNodes + slotNodes + cohortNodes,
    heads: table.slots.map { $0 + Int32(people) } + personNodes.map { _ in sink }
      + slots.map { Int32(firstCohort + $0.cohort) } + cohorts.map { _ in sink },
    capacities: Array(repeating: 1, count: table.count + people)
      + slots.map { eligibility.posts[$0.post].seatsMax } + cohorts.map(\.places),
    costs: table.points.map { -Int($0) }
      + Array(repeating: 0, count: people + slots.count + cohorts.count))
  guard let network, case .optimal(let flow) = network.cheapestFlow() else { return nil }
  let atSink = flow.potentials[Int(sink)]
  return TripleChoice.Prices(
    applicants: (0..<people).map { max(0, Double(flow.potentials[$0] - atSink)) },
    slots: slotNodes.map { Double(atSink - flow.potentials[Int($0)]) })
}
