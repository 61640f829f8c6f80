// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import ProgrammeFiles
import Testing
import Verification
import YearGenerator

@Suite("Generated returnees and activities")
struct ReturneeDataTests {
  @Test("are as many as asked for, always the same, and leave the rest of the year alone")
  func counts() {
    let without = generateYear(applicants: 60, schools: 30, seed: 5)
    #expect(!without.returnees.isPlanned)
    let year = generateYear(
      applicants: 60, schools: 30, seed: 5, returnees: 120, activities: 90)
    #expect(year.returnees.returnees.count == 120 && year.returnees.activities.count == 90)
    #expect(
      year
        == generateYear(applicants: 60, schools: 30, seed: 5, returnees: 120, activities: 90))
    var bare = year
    bare.returnees = ReturneeData()
    #expect(bare == without)
  }

  @Test("lie in the year, near Japan's prefectures, and are marked as synthetic")
  func places() {
    let data = generateYear(
      applicants: 60, schools: 30, seed: 6, returnees: 200, activities: 200
    ).returnees
    for activity in data.activities {
      #expect(
        activity.days.lowerBound >= Day(year: 2026, month: 4, day: 1) ?? activity.days.upperBound)
      #expect(
        activity.days.upperBound <= Day(year: 2027, month: 3, day: 31) ?? activity.days.lowerBound)
      #expect((1...activity.seatsMax).contains(activity.seatsMin))
      #expect(activity.tags.contains("synthetic"))
    }
    for returnee in data.returnees {
      #expect((25.9...43.4).contains(returnee.home.latitude))
      #expect((127.4...141.7).contains(returnee.home.longitude))
      #expect(returnee.tags.contains("synthetic"))
      if let duty = returnee.dutyPrefecture { #expect(duty == returnee.prefecture) }
    }
    #expect(data.returnees.contains { $0.dutyPrefecture != nil })
    #expect(
      data.activities.contains { $0.tie != nil } && data.activities.contains(where: \.isOnline))
  }

  @Test("nobody in anything is a plan")
  func emptyPlan() {
    let year = generateYear(applicants: 60, schools: 30, seed: 7, returnees: 50, activities: 50)
    #expect(verifyReturnees(ReturneePlan([]), in: year).isValid)
  }
}
