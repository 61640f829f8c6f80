// SPDX-License-Identifier: GPL-3.0-or-later

extension StableMarket {
  /// The pairwise stable matching that is best for every person when persons, too, may have
  /// several places (with ties broken by number).
  ///
  /// Persons propose in the order of their lists until they have as many places as they
  /// take; a place that is full keeps the best of those who ask. With preferences over
  /// single partners on both sides no pair blocks that is not matched, and no person has
  /// a better partner in any such matching (Roth, "Stability and polarization of interests
  /// in job matching", 1984).
  ///
  /// - Parameter personQuotas: The most places of each person, 0 or more.
  /// - Returns: Pairs of a person and a place, by person, the best place first.
  /// - Precondition: There is a quota for each person.
  /// - Complexity: O(*n* + *m* + *l*).
  public func personOptimal(personQuotas: [Int]) -> [(person: Int, place: Int)] {
    precondition(personQuotas.count == personCount, "\(personQuotas.count) quotas of persons.")
    var next = personStarts.dropLast().map { Int($0) }
    var held = [Bool](repeating: false, count: pairCount)
    var counts = [Int](repeating: 0, count: personCount)
    var room = quotas.map { Int($0) }
    // Behind the last held entry of each place.
    var ends = placeStarts.dropFirst().map { Int($0) }
    var waiting = Array((0..<personCount).reversed())
    while let person = waiting.popLast() {
      while counts[person] < personQuotas[person], next[person] < Int(personStarts[person + 1]) {
        let edge = next[person]
        next[person] += 1
        let (place, mirror) = (Int(edgePlaces[edge]), Int(edgeMirrors[edge]))
        guard quotas[place] > 0 else { continue }
        if room[place] > 0 {
          room[place] -= 1
        } else {
          while !held[ends[place] - 1] { ends[place] -= 1 }
          let worst = ends[place] - 1
          guard mirror < worst else { continue }
          held[worst] = false
          let sentAway = Int(mirrorPersons[worst])
          counts[sentAway] -= 1
          waiting.append(sentAway)
        }
        held[mirror] = true
        counts[person] += 1
      }
    }
    var pairs: [(person: Int, place: Int)] = []
    for person in 0..<personCount {
      for edge in Int(personStarts[person])..<Int(personStarts[person + 1])
      where held[Int(edgeMirrors[edge])] {
        pairs.append((person, Int(edgePlaces[edge])))
      }
    }
    return pairs
  }
}
