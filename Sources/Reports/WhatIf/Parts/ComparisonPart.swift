// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
package import ProgrammeFiles
internal import Wording

/// What one shard of a comparison has found out.
package struct ComparisonPart: Sendable {
  package var shard: Shard
  package var request: ComparisonRequest
  /// The plan of the year as it is, which every shard makes for itself.
  package var base: PlannedScenario
  /// The digest of who is where in that plan.
  package var basePlan: String
  /// The shard's scenarios, by their place among all.
  package var scenarios: [Int: PlannedScenario]
  /// Prices of the shard's limits, by their place among all, if they were asked for.
  package var prices: [Int: LimitPrice]?
  /// What came of the shard's draws, if they were asked for.
  package var fragility: Fragility?

  /// Puts a part together.
  package init(
    shard: Shard, request: ComparisonRequest, base: PlannedScenario,
    basePlan: String, scenarios: [Int: PlannedScenario],
    prices: [Int: LimitPrice]? = nil, fragility: Fragility? = nil
  ) {
    self.shard = shard
    self.request = request
    self.base = base
    self.basePlan = basePlan
    self.scenarios = scenarios
    self.prices = prices
    self.fragility = fragility
  }
}

extension ComparisonPart {
  /// The part in a sentence for the terminal, with its line feed.
  package var summary: String {
    let all = request.scenarios.count
    return localized(
      """
      Planned \(grouped(scenarios.count)) of \(all, "scenario", "scenarios"), \(shard.words). \
      musubi whatif --merge puts all parts together.

      """)
  }
}

/// The name of a part's document in its folder.
package let partDocumentName = "whatif-part.json"

extension ComparisonPart {
  /// The part as its file has it; equal parts have equal bytes in every language.
  package func document() -> CanonicalJSON { Language.english.spoken { inEnglish } }

  private var inEnglish: CanonicalJSON {
    var members: [String: CanonicalJSON] = [
      "format": 1,
      "problem": .string(base.problem.rawValue),
      "shard": ["number": .integer(shard.number), "of": .integer(shard.count)],
      "request": request.document,
      "base": .object(base.members),
      "base_plan": .string(basePlan),
      "scenarios": .array(
        scenarios.sorted { $0.key < $1.key }.map { index, plan in
          .object(
            plan.keptMembers.merging(["index": .integer(index)]) { member, _ in member })
        }),
    ]
    if let prices {
      members["prices"] = .array(
        prices.sorted { $0.key < $1.key }.map { index, price in
          ["index": .integer(index), "price": .object(price.keptMembers)]
        })
    }
    if let fragility { members["fragility"] = fragility.document }
    return .object(members)
  }

  /// The files of the part's folder.
  package func files() -> [TextFile] {
    [TextFile(name: partDocumentName, bytes: document().bytes())]
  }

  /// Reads the part in a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder's path.
  ///   - faults: Where everything amiss is reported.
  /// - Returns: The part, or nothing after a fault.
  package static func read(at folder: String, faults: inout FaultList) -> ComparisonPart? {
    let file = folder + "/" + partDocumentName
    guard
      let document = JSON5.read(at: file, named: file, limits: .table, faults: &faults)
    else { return nil }
    do throws(Fault) {
      return try ComparisonPart(DocumentMember(document, of: file))
    } catch {
      faults.report(error)
      return nil
    }
  }

  private init(_ part: DocumentMember) throws(Fault) {
    guard try part["format"].integer() == 1 else {
      throw try part["format"].fault("is a format this version does not know", expected: "1")
    }
    let numbers = try part["shard"]
    guard let shard = Shard(try numbers["number"].count(), of: try numbers["of"].count()) else {
      throw numbers.fault("is no shard", expected: "a number from 1 to of")
    }
    self.shard = shard
    request = try ComparisonRequest(try part["request"])
    let word = try part["problem"]
    guard let problem = PlanProblem(rawValue: try word.text()) else {
      throw word.fault(
        "is a problem this version does not know",
        expected: "\(Listing(PlanProblem.allCases.map(\.rawValue), .orEach))")
    }
    base = try PlannedScenario(try part["base"], of: problem)
    basePlan = try part["base_plan"].text()
    scenarios = [:]
    for scenario in try part["scenarios"].members() {
      let index = try scenario["index"].count()
      guard shard.has(index), scenarios[index] == nil, index < request.scenarios.count else {
        throw try scenario["index"].fault(
          "is no scenario of \(shard.words), or is there twice",
          expected: "each of its scenarios once")
      }
      scenarios[index] = try PlannedScenario(scenario, of: problem)
    }
    if part.has("prices") {
      var found: [Int: LimitPrice] = [:]
      for price in try part["prices"].members() {
        let index = try price["index"].count()
        guard shard.has(index), found[index] == nil else {
          throw try price["index"].fault(
            "is no limit of \(shard.words), or is there twice",
            expected: "each of its limits once")
        }
        found[index] = try LimitPrice(try price["price"])
      }
      prices = found
    }
    if part.has("fragility") { fragility = try Fragility(try part["fragility"]) }
    let missing = request.scenarios.indices.first { shard.has($0) && scenarios[$0] == nil }
    if let missing {
      throw try part["scenarios"].fault(
        "lacks scenario \(grouped(missing))", expected: "every scenario of \(shard.words)")
    }
  }
}
