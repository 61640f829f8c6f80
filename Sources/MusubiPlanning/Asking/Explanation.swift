// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import Reports
internal import Wording

/// Who or what is asked about.
public enum PlanSubject: Hashable, Sendable {
  /// Somebody who applied, by identifier.
  case applicant(String)
  /// A school, by identifier.
  case school(String)
  /// A post, by identifier.
  case post(String)
  /// A cohort, by identifier.
  case cohort(String)
}

/// Why somebody or something is where the best plan has it, and what others would cost.
public struct Explanation: Sendable {
  /// The plan's placements of the subject.
  public let placements: [Placement]
  /// The best of the other placements there could be, the least loss first.
  public let alternatives: [Alternative]
  /// How many others there were to look at.
  public let candidates: Int
  /// How many of them no plan keeps.
  public let impossible: Int
  /// Whether none that is left out is better than one that is listed.
  public let isComplete: Bool
  /// Everything in words, as `musubi explain` has it: the rules that bind, the alternatives and
  /// what would help.
  ///
  /// Everybody but the subject is an identifier.
  public let text: String

  /// Another placement and what it would cost the whole programme.
  public struct Alternative: Hashable, Sendable {
    /// Who would go where.
    public let placement: Placement
    /// How much worse each goal would be in the best plan that has the placement; less than 0 is
    /// better.
    public let losses: [Loss]
    /// Whether these are the losses of a best plan with the placement, proven; otherwise no
    /// plan with it loses less.
    public let isExact: Bool
    /// Who moves, the alternative's own applicant first; empty unless it is exact.
    public let moves: [Move]
  }

  /// What a goal loses.
  public struct Loss: Hashable, Sendable {
    /// The goal's name.
    public let goal: String
    /// In the goal's own units.
    public let loss: Int64
  }

  /// Somebody who has another placement than before.
  public struct Move: Hashable, Sendable {
    /// Who.
    public let applicant: String
    /// Where they were placed; none if nowhere.
    public let from: Placement?
    /// Where they would be placed; none if nowhere.
    public let to: Placement?
  }

  init(_ value: Reports.Explanation, in year: Programme.ProgrammeYear) {
    func placement(_ value: Programme.Placement) -> Placement { Placement(value, in: year) }
    placements = value.placements.map(placement)
    alternatives = value.alternatives.map { other in
      Alternative(
        placement: placement(other.placement),
        losses: zip(other.tiers, other.losses).map { Loss(goal: $0.name, loss: $1) },
        isExact: other.isExact,
        moves: other.moves.map {
          Move(
            applicant: year.applicants[$0.applicant].id, from: $0.from.map(placement),
            to: $0.to.map(placement))
        })
    }
    candidates = value.candidates
    impossible = value.impossible
    isComplete = value.isComplete
    text = value.summary(isInternal: false)
  }
}

extension DispatchSession {
  /// Says why a plan has somebody or something where it has, and what others would cost.
  ///
  /// A cancellation or the time limit ends the looking; alternatives are then bounded, not solved.
  ///
  /// - Parameters:
  ///   - subject: Who or what is asked about.
  ///   - plan: A plan of the session's year, such as one that was written or announced; the base
  ///     if left out.
  ///   - wanted: How many alternatives are looked for, 1 or more.
  ///   - solves: Most of them that are searched for; the others are bounded.
  /// - Returns: The explanation.
  /// - Throws: `PlanningFailure` when the subject is not in the year, the plan is of another
  ///   year, there is no proven best plan, or the solver broke.
  public func explain(
    _ subject: PlanSubject, in plan: DispatchPlan? = nil, alternatives wanted: Int = 10,
    solves: Int = 60
  ) throws(PlanningFailure) -> Explanation {
    guard var explained else { throw .noBestPlan }
    if let plan {
      guard plan.year.digest == year.digest else {
        throw .unsupported(localized("The plan is of another year than the session."))
      }
      explained = ExplainedPlan(
        year.value, placements: plan.outcome.placements, baseline: explained.baseline)
    }
    var limits = AlternativeLimits()
    limits.wanted = wanted
    limits.solves = solves
    let (start, limit) = (ContinuousClock.now, options.timeLimit)
    limits.isOver = { [isCancelled = options.isCancelled] in
      isCancelled() || limit.map { ContinuousClock.now - start >= $0 } ?? false
    }
    let asked = try subject.value(in: year.value)
    do throws(EngineFailure) {
      return Explanation(
        try Reports.explain(asked, of: explained, in: session, limits: limits), in: year.value)
    } catch {
      throw PlanningFailure(error)
    }
  }
}

extension PlanSubject {
  /// The subject by its index.
  fileprivate func value(
    in year: Programme.ProgrammeYear
  ) throws(PlanningFailure) -> ExplainedSubject {
    func index(_ kind: String, _ id: String, _ names: [String]) throws(PlanningFailure) -> Int {
      guard let index = names.firstIndex(of: id) else {
        throw .unknown(kind, id, among: names)
      }
      return index
    }
    switch self {
    case .applicant(let id):
      return .applicant(try index("applicant", id, year.applicants.map(\.id)))
    case .school(let id): return .school(try index("school", id, year.schools.map(\.id)))
    case .cohort(let id): return .cohort(try index("cohort", id, year.cohorts.map(\.id)))
    case .post(let id):
      let posts = candidatePosts(of: year)
      return .post(posts[try index("post", id, posts.map(\.id))])
    }
  }
}
