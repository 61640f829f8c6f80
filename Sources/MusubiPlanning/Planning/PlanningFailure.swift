// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import ProgrammeFiles

/// Why a question has no answer.
public enum PlanningFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The solver broke, and nothing could be saved.
  case solver(String)
  /// A plan was found that does not pass its verification, and was withheld: a fault of
  /// Musubi's. A sentence for each thing that is wrong.
  case unverified([String])
  /// The year with what was asked for has faults.
  case faults(YearFaults)
  /// An identifier names nothing of its kind in the year; the nearest one that does.
  case unknown(kind: String, id: String, nearest: String?)
  /// There is no best plan to compare with: none keeps the hard rules, or the run was stopped
  /// before the best was proven.
  case noBestPlan
  /// The year has none of what is to be planned.
  case nothingToPlan(String)
  /// Something that this kind of planning cannot be asked for, in a sentence.
  case unsupported(String)

  init(_ failure: EngineFailure) { self = .solver(failure.description) }

  /// An identifier that is none of the names.
  static func unknown(_ kind: String, _ id: String, among names: [String]) -> PlanningFailure {
    .unknown(kind: kind, id: id, nearest: NearestName(among: names).nearest(to: id))
  }

  /// A sentence for people.
  public var description: String {
    switch self {
    case .solver(let reason): "The solver broke: \(reason)"
    case .unverified(let faults):
      "A plan did not pass its verification and was withheld. " + faults.joined(separator: " ")
    case .faults(let faults): faults.description
    case .unknown(let kind, let id, let nearest):
      "The year has no \(kind) \(clippedForDisplay(id))"
        + (nearest.map { "; did you mean \(clippedForDisplay($0))?" } ?? ".")
    case .noBestPlan:
      "There is no plan that is proven to be the best, so that there is nothing to compare with."
    case .unsupported(let reason): reason
    case .nothingToPlan(let what): "The year has no \(what) to plan."
    }
  }
}
