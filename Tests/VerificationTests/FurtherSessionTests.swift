// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

private typealias F = TrainingFixture

/// T1 (3 people of THA), T2 (1 of VNM) and T3 (2 of THA) wait for `teachers`, which has no
/// session unless a test gives it one.
@Suite("Why no further session opens")
struct FurtherSessionTests {
  private func reason(_ change: (inout TrainingCase) -> Void) throws -> WaitingReason {
    var test = TrainingCase()
    test.joining = [(F.th1, F.june), (F.s1, F.november)]
    change(&test)
    return try #require(
      whyWaiting(test.plan, in: test.year, hosting: test.hosting, pins: test.pins)
        .first { $0.delegation == 3 })
  }

  private static let none =
    "The plan has no session of a course that it accepts, and teachers"
    + " cannot open one:"

  @Test("too few people wait who may be together")
  func people() throws {
    let all = try reason { $0.year.training.courses[F.teachers].sizeMin = 8 }
    #expect(all.further == [FurtherSession(course: 1, obstacle: .people(6, needed: 8))])
    #expect(all.sentence == "\(Self.none) 6 people wait, 8 are needed (session-size).")
    let ofOne = try reason {
      $0.year.training.courses[F.teachers].sizeMin = 8
      $0.year.training.courses[F.teachers].mix = .one
    }
    #expect(ofOne.sentence == "\(Self.none) 5 people of THA wait, 8 are needed (session-size).")
    let ofLevel = try reason {
      $0.year.training.courses[F.teachers].sizeMin = 4
      $0.year.training.courses[F.teachers].levelBand = 0
      $0.year.training.delegations[0].level = .n3
    }
    #expect(
      ofLevel.sentence
        == "\(Self.none) 3 people at its level (N4) wait, 4 are needed (session-size).")
    // N5 and N4, or N4 and N3: T3 with T2, or with T1.
    let ofBand = try reason {
      $0.year.training.courses[F.teachers].sizeMin = 6
      $0.year.training.courses[F.teachers].levelBand = 1
      $0.year.training.delegations[0].level = .n3
      $0.year.training.delegations[1].level = .n5
    }
    #expect(
      ofBand.sentence
        == "\(Self.none) 5 people near its level (N4) wait, 6 are needed (session-size).")
  }

  @Test("people of too few countries wait")
  func countries() throws {
    let reason = try reason { $0.year.training.courses[F.teachers].mix = .atLeast(3) }
    #expect(reason.sentence == "\(Self.none) people of 2 countries wait, 3 are needed (mix).")
  }

  @Test("too few are free at a time")
  func peopleAtATime() throws {
    // T1 is free before October, T3 from then on; T2 always.
    let reason = try reason {
      $0.year.training.courses[F.teachers].sizeMin = 4
      $0.year.training.delegations[0].availableTo = F.day("2026-09-30")
      $0.year.training.delegations[3].availableFrom = F.day("2026-10-01")
    }
    #expect(
      reason.sentence
        == "\(Self.none) at most 3 people can come on a date that is left, 4 are needed"
        + " (session-size).")
  }

  @Test("no site has room", arguments: [TrainingRule.beds, .classrooms, .lecturers])
  func room(rule: TrainingRule) throws {
    let reason = try reason {
      $0.joining = []
      for site in $0.year.sites.indices {
        switch rule {
        // Six people of a kind need three rooms for two.
        case .beds: ($0.year.sites[site].beds, $0.year.sites[site].twinRooms) = (4, 2)
        case .classrooms: $0.year.sites[site].classrooms = 0
        default: $0.year.sites[site].lecturers = [LecturerCount(language: "ja", classes: 0)]
        }
      }
      $0.year.training.courses[F.teachers].sizeMin = 6
    }
    #expect(
      reason.sentence
        == "\(Self.none) no site has room for 6 people on a date that is left (\(rule.rawValue)).")
  }

  @Test("the course has its most sessions, or the plan has each that is left")
  func most() throws {
    let most = try reason {
      $0.move(F.t1, to: F.october)
      $0.year.training.courses[F.teachers].sizeMax = 3
      $0.year.training.courses[F.teachers].sessionsMax = 1
    }
    #expect(
      most.sentence
        == "No session of the plan takes it (session-size 1), and teachers cannot open another: it"
        + " has its most sessions (1, session-size).")
    let taken = try reason {
      $0.move(F.t1, to: F.october)
      $0.year.training.courses[F.teachers].sizeMax = 3
      $0.year.training.courses[F.teachers].sites = [F.urawa]
      $0.year.training.courses[F.teachers].from = F.day("2026-10-05")
      $0.year.training.courses[F.teachers].to = F.day("2026-10-16")
    }
    #expect(taken.sentence.hasSuffix(" cannot open another: the plan has each that is left to it."))
  }

  @Test("a rule leaves no date beside the plan's sessions")
  func dates() throws {
    // The last begins on 19 October, three days after T1's ends; six must lie between.
    let spaced = try reason {
      $0.move(F.t1, to: F.october)
      $0.year.training.courses[F.teachers].mix = .one
      $0.year.training.courses[F.teachers].sizeMax = 3
      $0.year.training.courses[F.teachers].from = F.day("2026-09-28")
      $0.year.training.courses[F.teachers].to = F.day("2026-10-30")
    }
    #expect(
      spaced.sentence
        == "No session of the plan takes it (session-size 1), and teachers cannot open another:"
        + " country-spacing leaves no date beside the sessions of the plan.")
    let dear = try reason { $0.rules.totalBudget = 1 }
    #expect(
      dear.sentence == "\(Self.none) budget leaves no date beside the sessions of the plan.")
  }

  @Test("where nothing is in the way a session could open, or what keeps it out is told")
  func nothing() throws {
    // From 25 May on five days are common with the training of TH1, which T3 hosts.
    let free = try reason { _ in }
    #expect(
      free.sentence
        == "The plan has no session of a course that it accepts, but teachers at kansai from"
        + " 2026-05-25 could open as far as people, dates and room go.")
    let full = try reason {
      $0.move(F.t1, to: F.october)
      $0.year.training.courses[F.teachers].sizeMax = 3
    }
    #expect(
      full.sentence
        == "No session of the plan takes it (session-size 1): teachers at urawa from 2026-10-05"
        + " has 5 people; it takes 1 to 3.")
  }

  @Test("of several courses the one that is nearest to a session is told")
  func severalCourses() throws {
    let reason = try reason {
      $0.year.training.courses[F.teachers].sizeMin = 8
      $0.year.training.courses.append($0.year.training.courses[F.teachers])
      $0.year.training.courses[3].id = "special"
      $0.year.training.courses[3].sizeMin = 4
      $0.rules.totalBudget = 1
    }
    #expect(reason.further.map(\.course) == [1, 3])
    #expect(
      reason.sentence
        == "The plan has no session of a course that it accepts, and neither special nor 1 other"
        + " course can open one: budget leaves no date beside the sessions of the plan.")
  }
}
