// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
package import Wording

/// Why a delegation does not train.
package struct WaitingReason: Hashable, Sendable {
  /// Index into the year's delegations.
  package var delegation: Int
  /// Sessions that are possible and that the delegation and the course accept,
  /// whether the plan has them or not.
  package var accepted: Int
  /// Those of them that no hard rule about the delegation and the session alone
  /// excludes.
  package var possible: Int
  /// How many each of these rules excludes, in the order of `TrainingRule`; only
  /// when no session is possible.
  ///
  /// A session may be excluded several times.
  package var excluded: [Exclusion]
  /// What keeps the delegation out of each session of the plan that it accepts.
  package var obstacles: [SessionObstacle]
  /// Why no further session of a course opens for it, for each course that has a
  /// possible one; only when a rule keeps it out of each session of the plan.
  package var further: [FurtherSession]
  /// The most useful of all that in the planner's words.
  package var words: Sentence

  /// The same in the language spoken now.
  package var sentence: String { words.description }

  package struct Exclusion: Hashable, Sendable {
    package var rule: TrainingRule
    package var sessions: Int

    package init(rule: TrainingRule, sessions: Int) {
      self.rule = rule
      self.sessions = sessions
    }
  }
}

/// What keeps a delegation out of a session of the plan.
package struct SessionObstacle: Hashable, Sendable {
  package var session: TrainingSession
  /// The first check that joining would break, as in `RuleCheck`; none when the goals
  /// alone keep the delegation out.
  package var rule: String?
  /// What would be wrong then.
  package var violation: Violation?

  package init(session: TrainingSession, rule: String? = nil, violation: Violation? = nil) {
    self.session = session
    self.rule = rule
    self.violation = violation
  }
}

/// Why a course has no session more than those of the plan, as far as one of those who
/// wait would join it.
package struct FurtherSession: Hashable, Sendable {
  /// Index into the year's courses.
  package var course: Int
  package var obstacle: Obstacle

  package init(course: Int, obstacle: Obstacle) {
    self.course = course
    self.obstacle = obstacle
  }

  /// What stands against it; the later ones are looked for where the earlier ones do
  /// not.
  package enum Obstacle: Hashable, Sendable {
    /// The course has as many as it may.
    case sessions(Int)
    /// The plan has each session that the rules about the delegation alone leave.
    case taken
    /// So many people wait for it who may be in one session, and so many are needed.
    case people(Int, needed: Int)
    /// Groups of so many countries wait for it, and so many are needed.
    case countries(Int, needed: Int)
    /// A rule, which leaves no date beside the sessions of the plan.
    case rule(TrainingRule)
    /// So many people may join on the best date that is left, and so many are needed.
    case peopleAtATime(Int, needed: Int)
    /// A rule about a site's beds, classrooms or lecturers: there is nowhere room for
    /// so many people on a date that is left.
    case room(TrainingRule, people: Int)
    /// Nothing of all that: this session could open.
    case nothing(TrainingSession)
  }
}
