// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// The triples that matter most at given prices, of years that have too many to
/// keep them all.
///
/// Every applicant and every slot has its best ones. Applicants whom rules bind to
/// places or to each other have all of theirs.
package struct TripleChoice: Sendable {
  /// Prices at which triples are compared: what a place of each applicant, and a
  /// seat of each slot, is worth elsewhere.
  package struct Prices: Sendable {
    package var applicants: [Double]
    package var slots: [Double]

    package init(applicants: [Double], slots: [Double]) {
      self.applicants = applicants
      self.slots = slots
    }
  }

  /// How many triples are chosen.
  package struct Width: Sendable {
    package var ofApplicant: Int
    package var ofSlot: Int

    package init(ofApplicant: Int, ofSlot: Int) {
      self.ofApplicant = ofApplicant
      self.ofSlot = ofSlot
    }
  }

  struct Chosen {
    var applicant: Int32
    var triple: TripleScan.Triple

    /// Orders by applicant, then slot.
    var key: UInt64 { UInt64(UInt32(applicant)) << 32 | UInt64(UInt32(triple.slot)) }
  }

  let applicantCount: Int
  /// Sorted by applicant, then slot.
  private(set) var triples: [Chosen] = []
  /// How many applicants may fill each slot.
  let candidates: [Int32]
  /// The greatest penalty of a triple in each country.
  let greatestPenalties: [Int32]

  /// Looks at every eligible triple.
  ///
  /// - Parameters:
  ///   - eligibility: Who may go where, and for how many points.
  ///   - prices: At what prices triples are compared; nothing for zero.
  ///   - width: How many triples of each applicant and slot are kept.
  ///   - threads: On how many threads to look; the choice is the same for any.
  /// - Complexity: O(*a* · *s*) for *a* applicants and *s* slots.
  package init(
    _ eligibility: DispatchEligibility, at prices: Prices? = nil, width: Width, threads: Int
  ) {
    let year = eligibility.year
    applicantCount = year.applicants.count
    let scan = TripleScan(eligibility)
    let isBound = eligibility.boundApplicants
    let slotCount = eligibility.slots.count
    let pieces = inParallel(year.applicants.indices, threads: threads) { piece in
      var found = Piece(slotCount: slotCount, countryCount: year.countries.count, width: width)
      var triples: [TripleScan.Triple] = []
      for applicant in piece {
        scan.collect(of: applicant, into: &triples)
        found.add(triples, of: applicant, isBound: isBound[applicant], prices, eligibility)
      }
      return found
    }
    candidates = (0..<slotCount).map { slot in
      pieces.reduce(0) { $0 + $1.candidates[slot] }
    }
    greatestPenalties = year.countries.indices.map { country in
      pieces.map { $0.greatestPenalties[country] }.max() ?? 0
    }
    var all = pieces.flatMap(\.kept)
    for slot in 0..<slotCount {
      let best = pieces.flatMap { $0.best[slot] }.sorted {
        ($1.gain, $0.chosen.applicant) < ($0.gain, $1.chosen.applicant)
      }
      for entry in best.prefix(width.ofSlot) { all.append(entry.chosen) }
    }
    all.sort { $0.key < $1.key }
    for chosen in all where triples.last?.key != chosen.key { triples.append(chosen) }
  }

  package var count: Int { triples.count }

  /// What consecutive applicants bring.
  private struct Piece {
    let width: Width
    var kept: [Chosen] = []
    /// The best triples of each slot, the best first.
    var best: [[(gain: Double, chosen: Chosen)]]
    var candidates: [Int32]
    var greatestPenalties: [Int32]

    init(slotCount: Int, countryCount: Int, width: Width) {
      self.width = width
      best = Array(repeating: [], count: slotCount)
      candidates = Array(repeating: 0, count: slotCount)
      greatestPenalties = Array(repeating: 0, count: countryCount)
    }

    mutating func add(
      _ triples: [TripleScan.Triple], of applicant: Int, isBound: Bool, _ prices: Prices?,
      _ eligibility: DispatchEligibility
    ) {
      let price = prices?.applicants[applicant] ?? 0
      var own: [(gain: Double, chosen: Chosen)] = []
      for triple in triples {
        let slot = Int(triple.slot)
        let chosen = Chosen(applicant: Int32(applicant), triple: triple)
        candidates[slot] += 1
        if triple.penalty > 0 {
          let country = eligibility.country(ofSlot: slot)
          greatestPenalties[country] = max(greatestPenalties[country], triple.penalty)
        }
        let points = Double(triple.points)
        insert((points - price, chosen), into: &best[slot], most: width.ofSlot)
        if isBound {
          kept.append(chosen)
        } else {
          let gain = points - (prices?.slots[slot] ?? 0)
          insert((gain, chosen), into: &own, most: width.ofApplicant)
        }
      }
      kept += own.map(\.chosen)
    }

    /// Inserts an entry behind those that gain as much, if there is room or one
    /// gains less.
    @inline(__always)
    private func insert(
      _ entry: (gain: Double, chosen: Chosen),
      into list: inout [(gain: Double, chosen: Chosen)], most: Int
    ) {
      if list.count >= most {
        guard let last = list.last, entry.gain > last.gain else { return }
        list.removeLast()
      }
      var (low, high) = (0, list.count)
      while low < high {
        let middle = (low + high) / 2
        if list[middle].gain < entry.gain { high = middle } else { low = middle + 1 }
      }
      list.insert(entry, at: low)
    }
  }
}

extension DispatchEligibility {
  /// The country of a slot.
  func country(ofSlot slot: Int) -> Int { facts[slots[slot].post].country }

  /// Whether a row of the program speaks of an applicant by name: those with an
  /// announced placement or a pin, and those who name others.
  package var boundApplicants: [Bool] {
    var isBound = [Bool](repeating: false, count: year.applicants.count)
    for pin in year.pins where pin.kind == .announced || pin.kind == .pin {
      isBound[pin.applicant] = true
    }
    for (index, applicant) in year.applicants.enumerated() {
      for other in applicant.togetherWith + applicant.apartFrom where other != index {
        isBound[index] = true
        isBound[other] = true
      }
    }
    return isBound
  }
}
