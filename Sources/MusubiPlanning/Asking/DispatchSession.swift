// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import Reports

/// A planned year that answers questions, each from the state in which its plan was proven.
///
/// Planning is the long part; a question afterwards usually takes a small part of that. The
/// values of every answer are those that planning anew would have.
///
/// Its plans have no certificates: ``ProgrammeYear/planDispatch(_:)-34kd0`` works out prices, a
/// session leaves them out. It keeps every pair of an applicant and a post that may go together,
/// so that it is for years of thousands, not of tens of thousands.
///
/// A session belongs to the thread that made it and cannot be copied or sent elsewhere. To ask
/// on several threads, make one on each.
public struct DispatchSession: ~Copyable {
  /// The year.
  public let year: ProgrammeYear
  /// The plan of the year as it is, with every goal proven, unless there is none or the run was
  /// stopped.
  public let base: PlanningAnswer<DispatchPlan>
  let session: Engine.DispatchSession
  /// The base, ready to be asked about; none unless it is proven.
  let explained: ExplainedPlan?
  let options: PlanningOptions

  /// Plans a year and keeps the state.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - options: As for ``ProgrammeYear/planDispatch(_:)-34kd0``, but for the gap: a
  ///     session proves the best itself.
  /// - Throws: `PlanningFailure` when the solver broke or the plan is not valid.
  @available(*, noasync, message: "A session belongs to one thread; make it in a synchronous call")
  public init(
    _ year: ProgrammeYear, _ options: PlanningOptions = PlanningOptions()
  ) throws(PlanningFailure) {
    var options = options
    options.gap = 0
    let asked = options.forEngine(year.value)
    let made = try Self.session(of: year, asked)
    let base = try year.answer(made.base, asked)
    explained =
      made.base.status == .optimal
      ? ExplainedPlan(
        year.value, placements: made.base.placements, baseline: asked.baseline) : nil
    self.year = year
    self.options = options
    self.base = base
    session = made
  }

  private static func session(
    of year: ProgrammeYear, _ options: DispatchOptions
  ) throws(PlanningFailure) -> Engine.DispatchSession {
    do throws(EngineFailure) {
      return try Engine.DispatchSession(year.value, options: options)
    } catch {
      throw PlanningFailure(error)
    }
  }

  /// The best plan of the year with a scenario laid on it; the session stays as it is.
  ///
  /// Of equally good plans one is taken that moves few people of the base, where the state of a
  /// proof, the base's or the changed year's own, tells them apart.
  ///
  /// - Parameter scenario: What is different.
  /// - Returns: The plan, verified from the data, or why there is none.
  /// - Throws: `PlanningFailure` when the scenario does not fit the year, or the solver broke.
  public func planning(
    with scenario: Scenario
  ) throws(PlanningFailure) -> PlanningAnswer<DispatchPlan> {
    let other: ProgrammeYear
    do throws(YearFaults) {
      other = try year.applying(scenario)
    } catch {
      throw .faults(error)
    }
    let asked = options.forEngine(other.value)
    let outcome: DispatchOutcome
    do throws(EngineFailure) {
      if asked.baseline == nil, let known = try session.outcome(of: other.value) {
        outcome = known.outcome
      } else {
        let anew = try Engine.DispatchSession(other.value, options: asked)
        let earlier = base.plan?.earlier(in: other.value)
        outcome = earlier.flatMap { anew.base(nearestTo: $0)?.outcome } ?? anew.base
      }
    } catch {
      throw PlanningFailure(error)
    }
    return try other.answer(outcome, asked)
  }
}
