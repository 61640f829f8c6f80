// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme
internal import ProgrammeFiles
internal import SeededRandom
internal import Wording

/// What may happen to a plan by chance.
///
/// In each draw every applicant withdraws with a chance of so many per cent, alone and
/// independently of others, and everybody's interview score is off by a whole number
/// from −`noise` to `noise`, each as likely as the others, held within 0 and 100.
package struct Chances: Hashable, Sendable {
  package var draws: Int
  package var seed: UInt64
  /// Per cent of applicants who withdraw, 0 to 100.
  package var withdrawals: Int
  /// Points, 0 to 100.
  package var noise: Int

  package init(draws: Int, seed: UInt64, withdrawals: Int, noise: Int) {
    self.draws = draws
    self.seed = seed
    self.withdrawals = withdrawals
    self.noise = noise
  }

  /// The year of a draw; a draw depends on the seed and its number alone.
  ///
  /// Somebody withdraws by a row `forbid` in `pins.csv`, in place of rows that want them
  /// placed, so that whoever goes only together with them stays at home too.
  ///
  /// - Parameters:
  ///   - number: From 0.
  ///   - year: The year as it is.
  /// - Returns: The year, and who has withdrawn, by index.
  package func draw(_ number: Int, of year: ProgrammeYear) -> (year: ProgrammeYear, gone: Set<Int>)
  {
    // Scrambled once, so that no draw's numbers are another one's a little later.
    var scrambled = SplitMix64(seed: seed &+ UInt64(number) &* 0xD134_2543_DE82_EF95)
    var numbers = SplitMix64(seed: scrambled.next())
    var changed = year
    var gone: Set<Int> = []
    for index in year.applicants.indices {
      if numbers.chance(percent: withdrawals) { gone.insert(index) }
      let step = numbers.within(-noise...noise)
      changed.applicants[index].interviewScore = min(
        100, max(0, year.applicants[index].interviewScore + step))
    }
    changed.pins.removeAll {
      gone.contains($0.applicant) && ($0.kind == .pin || $0.kind == .announced)
    }
    changed.pins += gone.sorted().map {
      Pin(applicant: $0, place: .anywhere, kind: .forbid, reason: "withdrawn")
    }
    return (changed, gone)
  }
}

/// How often each placement survives chance.
package struct Fragility: Hashable, Sendable {
  /// A placement of the plan as it is, with what came of it in all draws.
  package struct Row: Hashable, Sendable {
    package var applicant: String
    package var post: String
    package var cohort: String
    /// Draws in which the partner withdrew, stayed, went elsewhere, or had no place.
    package var withdrew = 0
    package var kept = 0
    package var moved = 0
    package var dropped = 0
  }

  package var chances: Chances
  /// By applicant.
  package var rows: [Row]
  /// Draws with a plan, without any, and that were stopped before there was one.
  package var planned = 0
  package var infeasible = 0
  package var stopped = 0

  /// Begins without draws.
  package init(_ chances: Chances, of base: PlacesByApplicant) {
    self.chances = chances
    rows = base.places.sorted { $0.key < $1.key }.map { applicant, place in
      Row(applicant: applicant, post: place.cells[0], cohort: place.cells[1])
    }
  }

  /// Takes a draw in.
  ///
  /// - Parameters:
  ///   - outcome: The best plan of the draw's year.
  ///   - year: That year.
  ///   - gone: Who has withdrawn.
  package mutating func add(_ outcome: DispatchOutcome, of year: ProgrammeYear, gone: Set<Int>) {
    switch outcome.status {
    case .infeasible:
      infeasible += 1
      return
    case .unknown:
      stopped += 1
      return
    case .optimal, .feasible: planned += 1
    }
    let places = PlacesByApplicant(of: outcome, in: year).places
    let withdrawn = Set(gone.map { year.applicants[$0].id })
    for index in rows.indices {
      let row = rows[index]
      switch places[row.applicant] {
      case _ where withdrawn.contains(row.applicant): rows[index].withdrew += 1
      case .some(let place) where place == PlannedScenario.Place(row.post, row.cohort):
        rows[index].kept += 1
      case .some: rows[index].moved += 1
      case .none: rows[index].dropped += 1
      }
    }
  }

  /// Takes further draws of the same plan in.
  package mutating func add(_ other: Fragility) {
    planned += other.planned
    infeasible += other.infeasible
    stopped += other.stopped
    for (index, row) in other.rows.enumerated() where rows.indices.contains(index) {
      rows[index].withdrew += row.withdrew
      rows[index].kept += row.kept
      rows[index].moved += row.moved
      rows[index].dropped += row.dropped
    }
  }
}

extension Fragility.Row {
  /// Of the draws in which the partner stayed in, those in which the placement did too,
  /// from 0 to 1; nothing without such draws.
  package var share: Double? {
    let stayed = kept + moved + dropped
    return stayed == 0 ? nil : Double(kept) / Double(stayed)
  }
}

// MARK: Words

extension Fragility {
  /// Most placements that the terminal shows.
  private static let mostShown = 10

  var lines: [String] {
    guard !rows.isEmpty || planned > 0 else {
      return [
        localized("There is no plan as it is whose placements could survive anything."), "",
      ]
    }
    var lines = [
      localized(
        """
        Fragility, over \(planned, "draw", "draws") with a plan (in each everybody withdraws with \
        a chance of \(chances.withdrawals) %, interview scores are off by up to \
        \(chances.noise)):
        """)
    ]
    if infeasible > 0 {
      lines.append(localized("  \(infeasible, "draw has", "draws have") no plan at all."))
    }
    if stopped > 0 {
      lines.append(localized("  \(stopped, "draw was", "draws were") stopped early."))
    }
    let shares = rows.compactMap(\.share)
    guard !shares.isEmpty else { return lines + [""] }
    let mean = shares.reduce(0, +) / Double(shares.count)
    let firm = shares.count { $0 == 1 }
    lines.append(
      localized(
        """
          A placement whose partner does not withdraw survives in \
        \(decimal(100 * mean, digits: 1)) % of them on average; \
        \(firm, "placement survives", "placements survive") all.
        """))
    let weakest = rows.filter { ($0.share ?? 1) < 1 }.sorted {
      ($0.share ?? 1, $0.applicant) < ($1.share ?? 1, $1.applicant)
    }
    if !weakest.isEmpty { lines.append(localized("  Those that survive least:")) }
    lines += weakest.prefix(Self.mostShown).map { row in
      localized(
        """
            \(row.applicant) at \(row.post) in \(row.cohort): \
        \(decimal(100 * (row.share ?? 0), digits: 1)) % (kept \(grouped(row.kept)), elsewhere \
        \(grouped(row.moved)), no place \(grouped(row.dropped)), withdrew \
        \(grouped(row.withdrew)))
        """)
    }
    return lines + [""]
  }
}

// MARK: For programs

extension Fragility {
  var document: CanonicalJSON {
    [
      "draws": .integer(chances.draws), "seed": .integer(chances.seed),
      "withdrawals_percent": .integer(chances.withdrawals),
      "score_noise": .integer(chances.noise), "planned": .integer(planned),
      "infeasible": .integer(infeasible), "stopped": .integer(stopped),
      "placements": .array(
        rows.map { row in
          [
            "applicant": .string(row.applicant), "post": .string(row.post),
            "cohort": .string(row.cohort), "withdrew": .integer(row.withdrew),
            "kept": .integer(row.kept), "moved": .integer(row.moved),
            "dropped": .integer(row.dropped),
          ]
        }),
    ]
  }

  /// Reads what `document` wrote.
  ///
  /// - Throws: The first thing that is amiss.
  init(_ member: DocumentMember) throws(Fault) {
    guard let seed = UInt64(exactly: try member["seed"].integer()) else {
      throw try member["seed"].fault("is below 0", expected: "a whole number from 0")
    }
    chances = Chances(
      draws: try member["draws"].count(), seed: seed,
      withdrawals: try member["withdrawals_percent"].count(),
      noise: try member["score_noise"].count())
    planned = try member["planned"].count()
    infeasible = try member["infeasible"].count()
    stopped = try member["stopped"].count()
    rows = []
    for row in try member["placements"].members() {
      rows.append(
        Row(
          applicant: try row["applicant"].text(), post: try row["post"].text(),
          cohort: try row["cohort"].text(), withdrew: try row["withdrew"].count(),
          kept: try row["kept"].count(), moved: try row["moved"].count(),
          dropped: try row["dropped"].count()))
    }
  }

  /// The table `fragility.csv`.
  var table: [UInt8] {
    var writer = CSVWriter(
      header: [
        "applicant", "post", "cohort", "draws", "withdrew", "kept", "moved", "dropped",
        "survival_percent",
      ])
    for row in rows {
      writer.append([
        row.applicant, row.post, row.cohort, String(planned), String(row.withdrew),
        String(row.kept), String(row.moved), String(row.dropped),
        row.share.map { decimal(100 * $0, digits: 1) } ?? "",
      ])
    }
    return writer.bytes
  }
}
