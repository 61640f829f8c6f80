// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Finds, for one applicant after the other, the posts that take him and for how
/// many points.
///
/// The cohort makes no difference to either but for applicants whom `pins.csv`
/// names, so that a post is looked at once and not once for each cohort. Years
/// with soft rules about single placements, with a baseline, or with criterion
/// rules other than an interview floor are not scanned this way.
package struct PostScan: Sendable {
  /// A post that takes an applicant.
  package struct Entry: Sendable {
    package var post: Int32
    /// Weighted points.
    package var points: Int32
    /// Cohorts in which the post takes him for these points, a bit each.
    package var cohorts: UInt64
  }

  package let eligibility: DispatchEligibility
  /// Posts that keep the hard rules about posts, of each country.
  package let postsOfCountry: [[Int32]]
  /// The cohorts that each post takes, a bit each.
  package let cohortsOfPost: [UInt64]
  /// The cohorts of each country, a bit each.
  package let cohortsOfCountry: [UInt64]
  /// The slot of a post in a cohort, by post × cohort; −1 for none.
  package let slotTable: [Int32]
  /// The cohorts that hard rules leave each applicant, a bit each.
  package let cohortsOfApplicant: [UInt64]
  private let places: [Place]
  private let checks: Checks
  private let weight: Weights

  /// What is asked of a post, in one piece of memory.
  private struct Place {
    var sexes: UInt8
    var isRemote: Bool
    var medicalTier: Int16
    var weakness: Int32
    /// Weighted points whoever comes.
    var points: Int32
  }

  /// Which pairwise rules are hard.
  private struct Checks {
    var housing, medical, diet, language: Bool
    var interviewFloor: Int32
  }

  /// What a point of each criterion weighs.
  private struct Weights {
    var wish = 0, interview = 0, skills = 0, communicator = 0, ties = 0, remote = 0
  }

  /// Prepares to scan, but for years that cannot be scanned this way.
  ///
  /// - Parameter eligibility: Who may go where.
  /// - Complexity: O(*s* + *a* · *c*) for *s* slots, *a* applicants, *c* cohorts.
  package init?(_ eligibility: DispatchEligibility) {
    let year = eligibility.year
    let cohorts = year.cohorts.count
    guard cohorts <= 64, !eligibility.hasSoftPairRules,
      let floor = eligibility.interviewFloor
    else { return nil }
    self.eligibility = eligibility
    checks = Checks(
      housing: year.rules[.housing] == .hard, medical: year.rules[.medical] == .hard,
      diet: year.rules[.diet] == .hard, language: year.rules[.language] == .hard,
      interviewFloor: Int32(clamping: floor))
    var weight = Weights()
    var need = 0
    for (criterion, points) in eligibility.weights {
      switch criterion {
      case .countryWish: weight.wish = points
      case .interview: weight.interview = points
      case .skillMatch: weight.skills = points
      case .communicator: weight.communicator = points
      case .schoolNeed: need = points
      case .regionalTies: weight.ties = points
      case .remoteExperience: weight.remote = points
      case .continuity, .preference: break
      }
    }
    self.weight = weight
    places = eligibility.pairs.places.map { place in
      var sexes: UInt8 = 0
      for (position, sex) in Sex.allCases.enumerated() where place.housing.admits(sex) {
        sexes |= 1 << UInt8(position)
      }
      return Place(
        sexes: sexes, isRemote: place.isRemote, medicalTier: place.medicalTier,
        weakness: Int32(place.weakness), points: Int32(need) * place.need)
    }
    var table = [Int32](repeating: -1, count: eligibility.posts.count * cohorts)
    var ofPost = [UInt64](repeating: 0, count: eligibility.posts.count)
    for (number, slot) in eligibility.slots.enumerated() {
      table[slot.post * cohorts + slot.cohort] = Int32(number)
      ofPost[slot.post] |= 1 << UInt64(slot.cohort)
    }
    slotTable = table
    cohortsOfPost = ofPost
    var ofCountry = [UInt64](repeating: 0, count: year.countries.count)
    for (number, cohort) in year.cohorts.enumerated() {
      ofCountry[cohort.country] |= 1 << UInt64(number)
    }
    cohortsOfCountry = ofCountry
    var posts = [[Int32]](repeating: [], count: year.countries.count)
    for post in eligibility.posts.indices where ofPost[post] != 0 && eligibility.isUsable(post) {
      posts[eligibility.facts[post].country].append(Int32(post))
    }
    postsOfCountry = posts
    cohortsOfApplicant = year.applicants.indices.map { applicant in
      year.cohorts.indices.reduce(UInt64(0)) { bits, cohort in
        eligibility.isExcluded(applicant: applicant, fromCohort: cohort)
          ? bits : bits | 1 << UInt64(cohort)
      }
    }
  }

  /// The slot of a post in a cohort that the post takes.
  @inline(__always)
  package func slot(ofPost post: Int, cohort: Int) -> Int {
    Int(slotTable[post * eligibility.year.cohorts.count + cohort])
  }

  /// Finds the posts that take an applicant, country by country, ascending in each.
  ///
  /// - Parameters:
  ///   - applicant: The applicant.
  ///   - found: Takes the posts in place of what it held. A post stands there again
  ///     where its cohorts are worth different points to somebody in `pins.csv`.
  /// - Complexity: O(*p*) for *p* posts of the countries that he accepts.
  package func collect(of applicant: Int, into found: inout [Entry]) {
    found.removeAll(keepingCapacity: true)
    let own = cohortsOfApplicant[applicant]
    let person = eligibility.pairs.people[applicant]
    guard own != 0, person.interview >= checks.interviewFloor else { return }
    if person.hasPins { return collectBySlots(of: applicant, own, into: &found) }
    let sex = UInt8(1) << UInt8(Sex.allCases.firstIndex(of: person.sex) ?? 0)
    let language = eligibility.year.rules.language
    let pairs = eligibility.pairs
    for country in postsOfCountry.indices where own & cohortsOfCountry[country] != 0 {
      let level = eligibility.communication(of: applicant, in: country)
      let speaks = !checks.language || level >= language.minimum
      let speaksRemote = !checks.language || level >= language.minimumRemote
      let points =
        weight.wish * eligibility.countryWish(of: applicant, in: country)
        + weight.interview * Int(person.interview)
      let remotePoints = weight.remote * Int(person.experience)
      for post in postsOfCountry[country] {
        let cohorts = own & cohortsOfPost[Int(post)]
        let place = places[Int(post)]
        guard cohorts != 0, !checks.housing || place.sexes & sex != 0,
          !checks.medical || person.medicalTier <= place.medicalTier,
          place.isRemote ? speaksRemote : speaks,
          !checks.diet || pairs.diets.value(person: applicant, place: Int(post)) != 0
        else { continue }
        var sum = points + Int(place.points)
        if weight.skills != 0 {
          sum += weight.skills * pairs.skills.value(person: applicant, place: Int(post))
        }
        if weight.ties != 0 {
          sum += weight.ties * pairs.ties.value(person: applicant, place: Int(post))
        }
        sum += weight.communicator * (20 * level * Int(place.weakness) / 100)
        if place.isRemote { sum += remotePoints }
        found.append(Entry(post: post, points: Int32(sum), cohorts: cohorts))
      }
    }
  }

  /// The same for somebody in `pins.csv`, whose rows may name cohorts.
  private func collectBySlots(of applicant: Int, _ own: UInt64, into found: inout [Entry]) {
    for country in postsOfCountry.indices where own & cohortsOfCountry[country] != 0 {
      for post in postsOfCountry[country] {
        let first = found.count
        for slot in eligibility.slotsOfPost[Int(post)]
        where eligibility.hardBroken(applicant: applicant, slot: slot).isEmpty {
          let bit = UInt64(1) << UInt64(eligibility.slots[slot].cohort)
          let points = Int32(eligibility.points(applicant: applicant, slot: slot))
          if let known = found[first...].firstIndex(where: { $0.points == points }) {
            found[known].cohorts |= bit
          } else {
            found.append(Entry(post: post, points: points, cohorts: bit))
          }
        }
      }
    }
  }

  /// Counts who may fill each slot.
  ///
  /// - Parameter threads: On how many threads to look; the counts are the same.
  /// - Returns: How many applicants, by slot.
  /// - Complexity: O(*a* · *p*) for *a* applicants and *p* posts.
  package func candidates(threads: Int) -> [Int32] {
    let pieces = inParallel(cohortsOfApplicant.indices, threads: threads) { piece in
      var counts = [Int32](repeating: 0, count: eligibility.slots.count)
      var entries: [Entry] = []
      for applicant in piece {
        collect(of: applicant, into: &entries)
        for entry in entries {
          var rest = entry.cohorts
          while rest != 0 {
            counts[slot(ofPost: Int(entry.post), cohort: rest.trailingZeroBitCount)] += 1
            rest &= rest - 1
          }
        }
      }
      return counts
    }
    return eligibility.slots.indices.map { slot in pieces.reduce(0) { $0 + $1[slot] } }
  }
}
