// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

@testable import YearGenerator

@Suite("The datasets made by hand")
struct HandMadeTests {
  /// Places applicants of the village; positions count from zero.
  private func plan(_ rows: [(applicant: Int, schools: [Int], cohort: Int)]) -> [Placement] {
    rows.map { row in
      let members = row.schools.map { Village.schools[$0] }
      let isSingle = members.count == 1
      return Placement(
        applicant: row.applicant,
        post: Post(
          id: members.map(\.id).joined(separator: "+"), schools: row.schools,
          seatsMin: isSingle ? members[0].seatsMin : 1,
          seatsMax: isSingle ? members[0].seatsMax : 1),
        cohort: row.cohort)
    }
  }

  /// A plan of the village that keeps every hard rule.
  private let good: [(applicant: Int, schools: [Int], cohort: Int)] = [
    (0, [1, 2], 1), (1, [0], 1), (10, [0], 1), (9, [9], 0), (6, [5], 2), (7, [5], 2),
  ]

  @Test("the village has a plan")
  func villageHasAPlan() {
    let found = verifyDispatch(Village.year, placements: plan(good), baseline: nil, claimed: [])
    #expect(found.rules.filter(\.isBroken).map(\.id) == [])
  }

  @Test("the village has twelve applicants, ten schools and every rule at work")
  func villageUsesEveryRule() {
    let found = verifyDispatch(Village.year, placements: plan(good), baseline: nil, claimed: [])
    #expect(Village.year.applicants.count == 12)
    #expect(Village.year.schools.count == 10)
    for check in found.rules where check.id != "post" {
      #expect(check.checked > 0, "\(check.id) looks at nothing")
    }
  }

  @Test("the village's trainings have a plan beside a dispatch, with every rule at work")
  func villageTrains() {
    let hosting = hostingFacts(of: plan(good), in: Village.year)
    let training = trainingWitness(of: Village.year, hosting: hosting)
    let found = verifyTraining(training, in: Village.year, hosting: hosting)
    for rule in found.rules where rule.isBroken {
      Issue.record("\(rule.id): \(rule.violations.map(\.sentence))")
    }
    #expect(training.sessions.count >= 5)
    // Nobody was told of a session, and pins come with an earlier plan.
    for check in found.rules where !["announced", "pin"].contains(check.id) {
      #expect(check.checked > 0, "\(check.id) looks at nothing")
    }
    #expect(Village.year.sites.count == 2)
    #expect(Village.year.training.courses.count == 4)
    #expect(Village.year.training.delegations.count == 8)
  }

  @Test("tight asks Vietnam for more women than accept it")
  func tightWantsWomen() throws {
    let year = Tight.year
    let vietnam = try #require(year.countries.firstIndex { $0.id == "VNM" })
    let able = year.applicants.count {
      $0.sex == .female
        && ($0.countryRanks.isEmpty || $0.countryRanks.joined().contains(vietnam))
    }
    #expect(able == Tight.womenForVietnam)
    #expect(year.countries[vietnam].min > able)
    let homes = year.schools.filter { $0.country == vietnam }.map(\.housing)
    #expect(!homes.isEmpty && homes.allSatisfy { $0 == .women })
  }

  @Test("tight ties a couple to a town where one of the two must not be")
  func tightTiesACouple() throws {
    let year = Tight.year
    let (pin, announced) = (year.pins[0], year.pins[1])
    let third = try #require(year.applicants[pin.applicant].togetherWith.first)
    #expect(year.applicants[third].apartFrom == [announced.applicant])
    let cities = [pin, announced].map { row -> String in
      guard case .post(let id) = row.place else { return "" }
      let base = id.prefix { $0 != "+" }
      return year.schools.first { $0.id == base }?.city ?? ""
    }
    #expect(cities[0] == cities[1])
    #expect(!cities[0].isEmpty)
  }
}
