// SPDX-License-Identifier: GPL-3.0-or-later
import Engine
import Foundation
import Programme
import ProgrammeFiles
import Testing
import Verification
import YearGenerator

@testable import Reports

#if DEBUG
  private let generatedYears = 1
#else
  private let generatedYears = 6
#endif

/// Goals' values, to be compared.
private func values(of tiers: [TierResult]) -> [String] {
  tiers.map { "\($0.name) \($0.value) \($0.shares ?? [])" }
}

private let options: DispatchOptions = {
  var options = DispatchOptions()
  options.gap = 0
  options.mostTriplesForGLPK = 0
  return options
}()

@Suite struct ExplanationTests {
  @Test("the moves lead to a plan that keeps the rules and has the values stated")
  func moves() throws {
    for seed in 1...UInt64(generatedYears) {
      let year = generateYear(applicants: 60, schools: 24, seed: seed)
      let session = try DispatchSession(year, options: options)
      let plan = ExplainedPlan(year, placements: session.base.placements, baseline: nil)
      let isBest = plan.isBest(in: session)
      #expect(isBest)
      for applicant in stride(from: 0, to: year.applicants.count, by: 12) {
        let explanation = try explain(.applicant(applicant), of: plan, in: session)
        for alternative in explanation.alternatives {
          #expect(alternative.isExact)
          #expect(alternative.moves.first?.applicant == applicant)
          let moved = Set(alternative.moves.map(\.applicant))
          let placements =
            plan.placements.filter { !moved.contains($0.applicant) }
            + alternative.moves.compactMap(\.to)
          let verification = verifyDispatch(
            year, placements: placements, baseline: nil, claimed: nil)
          #expect(verification.isValid)
          #expect(values(of: verification.tiers) == values(of: alternative.tiers))
        }
      }
    }
  }

  @Test("single changes that are said to place somebody do")
  func remedies() throws {
    var kinds: [String: Int] = [:]
    for seed in 1...UInt64(generatedYears) {
      let year = generateYear(applicants: 60, schools: 24, seed: seed)
      let session = try DispatchSession(year, options: options)
      let plan = ExplainedPlan(year, placements: session.base.placements, baseline: nil)
      let placed = Set(plan.placements.map(\.applicant))
      let waiting = year.applicants.indices.filter { !placed.contains($0) }
      for applicant in waiting.prefix(8) {
        let explanation = try explain(.applicant(applicant), of: plan, in: session)
        for remedy in explanation.remedies {
          var changed = remedy.applied(to: year, applicant: applicant)
          let best = try planDispatch(changed, options: options)
          switch remedy.change {
          case .interview, .prefer:
            #expect(best.placements.contains { $0.applicant == applicant }, "\(remedy)")
            // One point less is not enough.
            if case .interview(let points) = remedy.change {
              changed.applicants[applicant].interviewScore -= 1
              let less = try planDispatch(changed, options: options)
              let weight = Int64(year.weights[.interview] ?? 0)
              let last = try #require(explanation.alternatives.first?.losses.last)
              #expect(Int64(points) * weight > last && Int64(points - 1) * weight <= last)
              #expect(less.tiers.last?.value == session.base.tiers.last?.value)
            }
          case .limit, .off, .acceptsEverything:
            changed.pins.append(Pin(applicant: applicant, place: .anywhere, kind: .pin))
            let forced = try planDispatch(changed, options: options)
            if remedy.isEnough { #expect(values(of: forced.tiers) == values(of: best.tiers)) }
          }
          kinds["\(remedy.kind) \(remedy.isEnough)", default: 0] += 1
        }
      }
    }
    print("remedies: \(kinds)")
    #if !DEBUG
      #expect(kinds["interview true", default: 0] > 5)
    #endif
  }

  @Test("somebody whom a rule keeps out is told which, and what would help")
  func excluded() throws {
    var year = starterYear()
    year.applicants[3].languages = []
    let session = try DispatchSession(year, options: options)
    let plan = ExplainedPlan(year, placements: session.base.placements, baseline: nil)
    let explanation = try explain(.applicant(3), of: plan, in: session)
    #expect(explanation.placements.isEmpty && explanation.alternatives.isEmpty)
    #expect(explanation.reason?.rules.map(\.rule) == [.language])
    let remedy = try #require(explanation.remedies.first)
    #expect(remedy.change == .off(.language))
    let outcome = try planDispatch(
      remedy.applied(to: year, applicant: 3), options: options)
    #expect(outcome.placements.contains { $0.applicant == 3 } == remedy.isEnough)
  }

  @Test("limits that are reached bind, and so do rules that need the placement")
  func binding() throws {
    let year = starterYear()
    let session = try DispatchSession(year, options: options)
    let placements = session.base.placements
    let index = try #require(placements.indices.first)
    let verification = verifyDispatch(year, placements: placements, baseline: nil, claimed: nil)
    let rules = BindingRules(
      ofPlacement: index, among: placements, in: year, baseline: nil, rules: verification.rules)
    #expect(rules.limits.contains { $0.id == "seats" })
    var pinned = year
    pinned.pins.append(
      Pin(applicant: placements[index].applicant, place: .anywhere, kind: .announced))
    let pinnedRules = BindingRules(
      ofPlacement: index, among: placements, in: pinned, baseline: nil,
      rules: verifyDispatch(pinned, placements: placements, baseline: nil, claimed: nil).rules)
    #expect(pinnedRules.needs.contains { $0.id == "announced" })
  }
}
