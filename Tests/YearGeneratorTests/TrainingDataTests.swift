// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Programme
import ProgrammeFiles
import Testing
import Verification

@testable import YearGenerator

/// What the verifier says of the trainings of a year.
private func brokenRules(
  of plan: TrainingPlan, in year: ProgrammeYear, hosting: HostingFacts
) -> [String] {
  verifyTraining(plan, in: year, hosting: hosting).rules.filter(\.isBroken).map { rule in
    "\(rule.id): \(rule.violations.prefix(2).map(\.sentence))"
  }
}

@Suite("The trainings of a generated year")
struct TrainingDataTests {
  @Test(
    "have a plan that keeps every hard rule, whoever hosts", arguments: YearShape.allCases,
    Size.tiny + Size.middling + Size.fifty.prefix(10))
  func havePlan(shape: YearShape, size: Size) {
    let made = generateYearWithWitness(
      applicants: size.applicants, schools: size.schools, seed: size.seed, shape: shape)
    for hosting in [
      standInHosting(for: made.year), hostingFacts(of: made.witness, in: made.year),
    ] {
      let plan = trainingWitness(of: made.year, hosting: hosting)
      #expect(brokenRules(of: plan, in: made.year, hosting: hosting) == [])
      let cohorts = hosting.partners.count { $0.people > 0 }
      let placed = plan.attendances.count { if case .cohort = $0.group { true } else { false } }
      #expect(placed == cohorts)
    }
  }

  @Test("are the usual number: groups of teachers and of learners in the published sizes")
  func haveTheUsualSize() throws {
    let year = ShippedDataset.call2026.year
    let teachers = year.training.delegations.filter { $0.trainee == .teachers }
    let students = year.training.delegations.filter { $0.trainee == .students }
    #expect((100...200).contains(teachers.count))
    #expect((20...50).contains(students.count))
    #expect(students.allSatisfy { $0.leaders.people == 1 && (3...5).contains($0.members.people) })
    let plan = trainingWitness(of: year, hosting: standInHosting(for: year))
    let groups = Dictionary(grouping: plan.attendances, by: \.session)
    var sessions: [String: [Int]] = [:]
    for (offset, open) in plan.sessions.enumerated() {
      let people = (groups[offset] ?? []).reduce(0) { sum, attendance in
        guard case .delegation(let index) = attendance.group else { return sum }
        return sum + year.training.delegations[index].headcount.people
      }
      sessions[year.training.courses[open.session.course].id, default: []].append(people)
    }
    let groupsOfTeachers = try #require(sessions["teachers-2w"])
    #expect((3...6).contains(groupsOfTeachers.count))
    #expect(groupsOfTeachers.allSatisfy { (9...26).contains($0) })
    #expect(sessions["teachers-special"]?.count == 1)
    #expect(try #require(sessions["students-2w"]).allSatisfy { (30...50).contains($0) })
  }

  @Test("have the houses that are published: 144 single rooms at Urawa, at most 170 at Kansai")
  func haveThePublishedHouses() throws {
    for dataset in [ShippedDataset.call2026, .peak2018] {
      let sites = dataset.year.sites
      let urawa = try #require(sites.first { $0.id == "urawa" })
      #expect(urawa.beds == 144 && urawa.twinRooms == 0)
      let kansai = try #require(sites.first { $0.id == "kansai" })
      #expect(kansai.classrooms == 18 && kansai.twinRooms > 0)
      #expect(kansai.beds - kansai.twinRooms <= 170)
      #expect(sites.allSatisfy { !$0.closed.isEmpty && !$0.lecturers.isEmpty })
    }
  }

  @Test("grow with the delegations asked for: eight houses and twenty courses for 2,000")
  func growWithDelegations() {
    let year = generateYear(applicants: 600, schools: 900, seed: 3, delegations: 2_000)
    #expect(year.training.delegations.count == 2_000)
    #expect(year.training.courses.count == 20)
    #expect(year.sites.count == 8)
    let courses = year.training.courses.map(\.id)
    #expect(courses == courses.sorted())
    let delegations = year.training.delegations.map(\.id)
    #expect(delegations == delegations.sorted())
  }

  @Test("have a plan for many delegations, too")
  func havePlanForMany() {
    let year = generateYear(applicants: 600, schools: 500, seed: 3, delegations: 800)
    let hosting = standInHosting(for: year)
    let plan = trainingWitness(of: year, hosting: hosting)
    #expect(brokenRules(of: plan, in: year, hosting: hosting) == [])
    #expect(plan.sessions.count > 20)
    #expect(plan.attendances.count > 300)
  }

  @Test("leave the dispatch of a year alone, and stay few in the largest")
  func leaveTheDispatchAlone() {
    let few = generateYear(applicants: 300, schools: 100, seed: 7, delegations: 0)
    let many = generateYear(applicants: 300, schools: 100, seed: 7, delegations: 300)
    #expect(few.training.delegations.isEmpty)
    #expect(few.applicants == many.applicants)
    #expect(few.schools == many.schools)
    #expect(few.cohorts == many.cohorts)
    let large = TrainingShape(schools: 20_000)
    #expect(large.teacherDelegations + large.studentDelegations == 2_000)
  }

  @Test(
    "are the same to the last byte for equal arguments, and read back as they were",
    arguments: [0, 40, 400])
  func areReproducible(delegations: Int) throws {
    func made() -> ProgrammeYear {
      generateYear(applicants: 300, schools: 100, seed: 5, delegations: delegations)
    }
    let year = made()
    #expect(programmeFiles(of: year) == programmeFiles(of: made()))
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("trainings-" + UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try writeProgrammeYear(year, to: folder)
    let reading = readProgrammeYear(at: folder)
    #expect(reading.faults.map { "\($0)" } == [])
    #expect(try #require(reading.year).training == year.training)
  }

  @Test("have calendars of the year's countries and areas only")
  func haveTheirCalendars() {
    let year = generateYear(applicants: 97, schools: 31, seed: 6)
    let codes = Set(year.countries.map(\.id)).union(["JPN"])
    let areas = Set(year.schools.map(\.area))
    #expect(!year.training.calendars.isEmpty)
    for entry in year.training.calendars {
      #expect(codes.contains(entry.country))
      #expect(areas.isSuperset(of: entry.areas))
    }
  }
}
