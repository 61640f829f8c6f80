// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import Reports
internal import Verification
internal import Wording

/// A plan of another problem than dispatch: what is decided, and how good that is.
public struct YearPlan<Decision: Hashable & Sendable>: Sendable {
  /// What is decided, in the order of identifiers or days.
  public let decisions: [Decision]
  /// The goals in the planner's order.
  public let goals: [GoalValue]
  /// Whether each goal is proven to the gap that was asked for.
  public let isProven: Bool
  /// What was found when the plan was checked against the data alone.
  public let verification: Verification

  init(
    _ decisions: [Decision], _ outcome: some PlanOutcome, _ verification: PlanVerification
  ) throws(PlanningFailure) {
    self.verification = Verification(verification)
    guard self.verification.isValid else { throw .unverified(self.verification.sentences) }
    self.decisions = decisions
    goals = outcome.tiers.map(GoalValue.init)
    isProven = outcome.status == .optimal
  }
}

/// A delegation, or the partners of a cohort, in a session of a course.
public struct TrainingAttendance: Hashable, Sendable {
  /// Who comes.
  public let group: Group
  /// The course, by identifier.
  public let course: String
  /// The house, by identifier.
  public let site: String
  /// The first day.
  public let start: Day

  /// Who joins a session as one.
  public enum Group: Hashable, Sendable {
    /// A delegation, by identifier.
    case delegation(String)
    /// All partners of a cohort, by identifier.
    case cohort(String)
  }
}

/// A returned partner in an activity, by identifiers.
public struct ActivityPart: Hashable, Sendable {
  /// The activity.
  public let activity: String
  /// The returned partner.
  public let returnee: String
}

/// Two schools that exchange teachers, by identifiers.
public struct SchoolPartnership: Hashable, Sendable {
  /// The school in Japan.
  public let japan: String
  /// The school abroad.
  public let abroad: String
  /// When the visit to Japan begins; none when there is no such visit.
  public let toJapan: Day?
  /// When the visit from Japan begins; none when there is no such visit.
  public let fromJapan: Day?
}

/// How much of a line of the programme there is in a year.
public struct LineUnits: Hashable, Sendable {
  /// The line, by identifier.
  public let line: String
  /// The fiscal year.
  public let year: Int
  /// Units, 0 or more.
  public let units: Int
}

extension ProgrammeYear {
  /// Plans the trainings in Japan: which delegation and cohort joins which session.
  ///
  /// - Parameters:
  ///   - dispatch: The plan whose partners train; without one each cohort's places stand in.
  ///   - options: Gap, limits and callbacks; a limit of work and a baseline are refused.
  /// - Returns: The best plan, verified from the data, or why there is none.
  /// - Throws: `PlanningFailure` when there are no courses, an option is refused, the solver broke
  ///   or the plan is not valid.
  public func planTraining(
    of dispatch: DispatchPlan? = nil, _ options: PlanningOptions = PlanningOptions()
  ) throws(PlanningFailure) -> PlanningAnswer<YearPlan<TrainingAttendance>> {
    guard !value.training.courses.isEmpty else { throw .nothingToPlan("courses in Japan") }
    guard options.workLimit == nil else {
      throw .unsupported(
        localized("The work of planning trainings cannot be limited; give a time limit."))
    }
    try options.refuseBaseline()
    var asked = TrainingOptions()
    if let gap = options.gap { asked.gap = gap }
    asked.timeLimit = options.timeLimit.map(\.inSeconds)
    asked.isCancelled = options.isCancelled
    asked.progress = options.forEngine(value).progress
    let hosting =
      try dispatch.map { (plan) throws(PlanningFailure) in
        try hostingFacts(of: values(of: plan.placements), in: value)
      } ?? standInHosting(for: value)
    let outcome: TrainingOutcome
    do throws(EngineFailure) {
      outcome = try Engine.planTraining(value, hosting: hosting, options: asked)
    } catch {
      throw PlanningFailure(error)
    }
    guard let plan = outcome.plan else {
      return outcome.status == .infeasible ? .infeasible([]) : .stopped
    }
    return .plan(
      try YearPlan(
        plan.attendances.map { attendance in
          let session = plan.sessions[attendance.session].session
          return TrainingAttendance(
            group: TrainingAttendance.Group(attendance.group, in: value),
            course: value.training.courses[session.course].id, site: value.sites[session.site].id,
            start: Day(session.start))
        }, outcome, verifyTraining(plan, in: value, hosting: hosting, claimed: outcome.tiers)))
  }

  /// Plans the activities of returned partners: who takes part in which.
  ///
  /// - Parameter options: Gap, limits and callbacks; a baseline is refused.
  /// - Returns: The best plan, verified from the data, or why there is none.
  /// - Throws: `PlanningFailure` when there are no activities or nobody for them, an option is
  ///   refused, the solver broke or the plan is not valid.
  public func planReturnees(
    _ options: PlanningOptions = PlanningOptions()
  ) throws(PlanningFailure) -> PlanningAnswer<YearPlan<ActivityPart>> {
    guard !value.returnees.activities.isEmpty else { throw .nothingToPlan("activities") }
    guard !value.returnees.returnees.isEmpty else { throw .nothingToPlan("returned partners") }
    return try plan(ReturneeActivities.self, options, usualGap: ReturneeOptions().gap) { plan in
      plan.participations.map {
        ActivityPart(
          activity: value.returnees.activities[$0.activity].id,
          returnee: value.returnees.returnees[$0.returnee].id)
      }
    }
  }

  /// Plans the exchange of teachers: which schools, in which weeks.
  ///
  /// - Parameter options: Gap, limits and callbacks; a baseline is refused.
  /// - Returns: The best plan, verified from the data, or why there is none.
  /// - Throws: `PlanningFailure` when there are no schools for it, an option is refused, the
  ///   solver broke or the plan is not valid.
  public func planExchange(
    _ options: PlanningOptions = PlanningOptions()
  ) throws(PlanningFailure) -> PlanningAnswer<YearPlan<SchoolPartnership>> {
    guard value.exchange.isPlanned else { throw .nothingToPlan("schools that exchange teachers") }
    return try plan(TeacherExchange.self, options, usualGap: ExchangeOptions().gap) { plan in
      plan.partnerships.map {
        SchoolPartnership(
          japan: value.exchange.schools[$0.pair.japan].id,
          abroad: value.exchange.schools[$0.pair.abroad].id,
          toJapan: $0.toJapan.map(Day.init), fromJapan: $0.fromJapan.map(Day.init))
      }
    }
  }

  /// Plans ten years: how much of each line of the programme there is in each.
  ///
  /// - Parameter options: Gap (usually 0.1 %), limits and callbacks; a baseline is refused.
  /// - Returns: The best plan, verified from the data, or why there is none.
  /// - Throws: `PlanningFailure` when there are no lines or years, an option is refused, the
  ///   solver broke or the plan is not valid.
  public func planDecade(
    _ options: PlanningOptions = PlanningOptions()
  ) throws(PlanningFailure) -> PlanningAnswer<YearPlan<LineUnits>> {
    let decade = value.decade
    guard !decade.lines.isEmpty else { throw .nothingToPlan("lines of the programme") }
    guard !decade.years.isEmpty else { throw .nothingToPlan("years") }
    return try plan(TenYears.self, options, usualGap: DecadeOptions().gap) { plan in
      zip(decade.lines, plan.units).flatMap { line, units in
        zip(decade.years, units).map { LineUnits(line: line.id, year: $0.year, units: $1) }
      }
    }
  }

  /// Plans a problem that is planned from the year alone.
  private func plan<Problem: YearProblem, Decision: Hashable & Sendable>(
    _: Problem.Type, _ options: PlanningOptions, usualGap: Double,
    decisions: (Problem.Plan) -> [Decision]
  ) throws(PlanningFailure) -> PlanningAnswer<YearPlan<Decision>> {
    try options.refuseBaseline()
    var request = PlanningRequest<Problem>()
    request.gap = options.gap ?? usualGap
    request.timeLimit = options.timeLimit.map(\.inSeconds)
    request.workLimit = options.workLimit
    request.isCancelled = options.isCancelled
    request.progress = options.forEngine(value).progress
    let planned: PlannedYear<Problem.Plan>
    do throws(EngineFailure) {
      planned = try Problem.plan(value, request)
    } catch {
      throw PlanningFailure(error)
    }
    guard let plan = planned.plan else {
      return planned.status == .infeasible ? .infeasible([]) : .stopped
    }
    return .plan(
      try YearPlan(
        decisions(plan), planned, Problem.verify(plan, in: value, claimed: planned.tiers)))
  }
}

extension PlanningOptions {
  fileprivate func refuseBaseline() throws(PlanningFailure) {
    guard baseline == nil else {
      throw .unsupported(
        localized("An earlier plan says something of dispatch only; leave it out."))
    }
  }
}

extension TrainingAttendance.Group {
  fileprivate init(_ group: TrainingGroup, in year: Programme.ProgrammeYear) {
    self =
      switch group {
      case .delegation(let index): .delegation(year.training.delegations[index].id)
      case .cohort(let index): .cohort(year.cohorts[index].id)
      }
  }
}
