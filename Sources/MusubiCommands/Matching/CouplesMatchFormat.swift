// SPDX-License-Identifier: GPL-3.0-or-later
internal import GLPKBackend
internal import IntegerProgramming
internal import MatchingCore
internal import MatchingFiles
internal import ProgrammeFiles
internal import StableMatchingProgram
internal import Wording

/// Stable matching of persons, couples and places with quotas and ties.
struct CouplesMatchFormat: MatchFormat {
  static let name = "hrc"
  static let meaning: Sentence =
    "persons, couples, places with seats: stable matching (r, c, p lines)"

  private let file: CouplesFile

  init(reading bytes: [UInt8], asked: MatchRequest) throws(MatchFault) {
    guard !asked.isMaximizing else {
      throw .option("--maximize does not go with hrc: blocking pairs are to be few")
    }
    do throws(FileFault) {
      file = try CouplesFile(reading: bytes)
    } catch {
      throw .file(error)
    }
  }

  func solve(_ asked: MatchRequest) throws(RunError) -> [MatchAnswer] {
    let start = ContinuousClock.now
    let verdict: StableVerdict
    do throws(SolverFailure) {
      if let plain = file.plain {
        verdict = .stable(try deferredAcceptance(plain))
      } else {
        verdict = try findStableMatching(
          file.market, stability: asked.couples, solver: GLPKSolver(),
          timeLimit: asked.timeLimit, isCancelled: asked.isCancelled)
      }
    } catch {
      throw RunError(.ourFault, said: error.description)
    }
    return [answer(verdict, asked, seconds: seconds(since: start))]
  }

  /// Deferred acceptance, and blocking pairs counted from the lists.
  private func deferredAcceptance(
    _ market: StableMarket
  ) throws(SolverFailure) -> CouplesMatching {
    let places = market.personOptimal().placeOfPerson
    let count: Int
    do throws(InvalidMatching) {
      count = try market.blockingPairs(of: places).count
    } catch {
      throw .wrongAnswer(localized("the answer is no matching: \(String(describing: error))."))
    }
    guard count == 0 else {
      throw .wrongAnswer(localized("\(count) pairs block a matching called stable."))
    }
    return CouplesMatching(placeOfPerson: places, blockingPairs: 0)
  }

  private func answer(
    _ verdict: StableVerdict, _ asked: MatchRequest, seconds: Double
  ) -> MatchAnswer {
    let matching = verdict.matching
    let isProven = verdict.bound == matching.blockingPairs
    let statement: Sentence =
      switch verdict {
      case .stable: "The matching is stable."
      case .noneExists, .noneExistsStopped: "No stable matching exists."
      case .undecided: "Whether a stable matching exists was not decided."
      }
    let persons = file.market.personCount
    var remarks: [Sentence] = [
      statement,
      "\(grouped(matching.placed)) of \(grouped(persons)) persons have a place.",
    ]
    if file.market.coupleCount > 0 {
      remarks.append(
        Sentence("Couples block by the \(asked.couples.rawValue) rule (\(asked.couples.alias))."))
    }
    return MatchAnswer(
      status: isProven ? .optimal : .feasible, measure: "blocking pairs",
      objective: matching.blockingPairs, bound: Double(verdict.bound), seconds: seconds,
      more: [
        "stableExists": verdict.exists.map { .boolean($0) } ?? .null,
        "placed": .integer(matching.placed), "persons": .integer(persons),
        "couples": .integer(file.market.coupleCount),
        "couplesRule": .string(asked.couples.rawValue),
      ],
      remarks: remarks,
      solution: file.solution(
        matching.placeOfPerson, isStable: matching.isStable,
        comment: "blocking pairs: \(matching.blockingPairs)"))
  }
}

extension CoupleStability {
  /// The name that the literature uses.
  fileprivate var alias: String {
    switch self {
    case .responsive: "MM-stability"
    case .choice: "BIS-stability"
    }
  }
}
