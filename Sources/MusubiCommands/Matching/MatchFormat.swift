// SPDX-License-Identifier: GPL-3.0-or-later
internal import MatchingCore
internal import MatchingFiles
internal import ProgrammeFiles
internal import Wording

/// A public file format whose problems the matching core solves.
///
/// A new one is a file beside this and a line in `matchFormats`.
protocol MatchFormat: SendableMetatype {
  /// The word behind `--input-format`.
  static var name: String { get }
  /// A clause for the help text.
  static var meaning: Sentence { get }

  /// Reads a file.
  ///
  /// - Throws: The first fault, or that an option does not go with the format.
  init(reading bytes: [UInt8], asked: MatchRequest) throws(MatchFault)

  /// Solves every problem of the file, in its order.
  func solve(_ asked: MatchRequest) throws(RunError) -> [MatchAnswer]
}

/// Every format, in the order of the help text.
let matchFormats: [any MatchFormat.Type] = [
  FlowMatchFormat.self, DIMACSAssignmentMatchFormat.self, DenseAssignmentMatchFormat.self,
  SparseAssignmentMatchFormat.self, GeneralizedAssignmentMatchFormat.self, CouplesMatchFormat.self,
]

/// The formats as the help text lists them, a line each.
struct MatchFormatList: Worded {
  func words(in language: Language) -> String {
    matchFormats.map { format in
      let line: Sentence = "\(format.name): \(format.meaning)."
      return line.words(in: language)
    }.joined(separator: "\n")
  }
}

/// Why a file cannot be used.
enum MatchFault: Error {
  /// The file is wrong.
  case file(FileFault)
  /// An option does not go with the format; a sentence without its full stop.
  case option(Sentence)
}

/// What the options ask for.
struct MatchRequest {
  /// Whether the value is to be large; formats that can be either way are
  /// minimized without it.
  var isMaximizing = false
  /// Which deviations of couples count.
  var couples = CoupleStability.responsive
  /// Seconds after which to stop; nothing is no limit.
  var timeLimit: Double?
  /// Whether somebody asked to stop.
  var isCancelled: @Sendable () -> Bool = { false }

  /// The limits for one problem of the core.
  var limits: SearchLimits {
    SearchLimits(seconds: timeLimit, isCancelled: isCancelled)
  }
}

/// What is said of one problem.
struct MatchAnswer {
  /// How good it is.
  enum Status: String {
    /// Proven best.
    case optimal
    /// Stopped with an answer; the bound says how far it may be from the best.
    case feasible
    /// Proven to have no answer.
    case infeasible
    /// Stopped without an answer.
    case unknown
  }

  var status: Status
  /// What the value is, for people: `cost`, `blocking pairs`, ….
  var measure: Sentence
  var objective: Int?
  var bound: Double?
  var seconds: Double
  /// More that is known, by name.
  var more: [String: CanonicalJSON] = [:]
  /// The same as sentences for people.
  var remarks: [Sentence] = []
  /// The solution in the format's own way; nothing without one.
  var solution: String?
}

extension MatchAnswer {
  /// How the shell is told.
  var exitCode: ExitCode {
    switch status {
    case .optimal: .done
    case .feasible: .stoppedWithPlan
    case .infeasible: .infeasible
    case .unknown: .stoppedWithoutPlan
    }
  }

  /// One line, such as `cost 305, proven best (0.002 s)`.
  var line: String {
    let seconds = decimal(seconds, places: 3)
    let value: Sentence = objective.map { "\(measure) \(grouped($0))" } ?? "no answer"
    switch status {
    case .optimal: return localized("\(value), proven best (\(seconds) s)")
    case .infeasible: return localized("proven infeasible (\(seconds) s)")
    case .feasible, .unknown:
      guard let bound else { return localized("\(value), stopped, no bound (\(seconds) s)") }
      return localized(
        "\(value), stopped, bound \(decimal(bound, places: 3)) (\(seconds) s)")
    }
  }

  /// The answer for programs.
  var document: CanonicalJSON {
    .object(
      more.merging([
        "status": .string(status.rawValue),
        "objective": objective.map { .integer($0) } ?? .null,
        "bound": bound.map { .number($0) } ?? .null,
        "seconds": .number(seconds),
      ]) { $1 })
  }
}

/// A number with a fixed count of digits behind the point, rounded to nearest;
/// `0.125` for 1/8 and three places, without the zeros at the end.
func decimal(_ number: Double, places: Int) -> String {
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  guard abs(number) < 1e15 / scale else { return number.description }
  let rounded = (number * scale).rounded() / scale
  return Int64(exactly: rounded).map { String($0) } ?? rounded.description
}
