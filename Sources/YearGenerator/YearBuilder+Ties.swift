// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import SeededRandom

extension YearBuilder {
  /// Ties people to go together or to stay apart; indices are those of `persons`
  /// until the year is put in order.
  mutating func makeTies() {
    var random = stream(.ties)
    var isTied = Array(repeating: false, count: persons.count)
    // One pair for a hundred people: two in a hundred are in one.
    for index in demands.indices.dropLast()
    where !isTied[index] && !isTied[index + 1] && random.chance(permille: 12) {
      let (here, there) = (demands[index], demands[index + 1])
      guard here.city == there.city, here.country == there.country, here.cohort == there.cohort,
        here.track == Applicant.openTrack, there.track == Applicant.openTrack
      else { continue }
      tie(index, index + 1, &isTied, random: &random)
    }
    for index in stride(from: demands.count, to: persons.count - 1, by: 2)
    where random.chance(permille: 20) {
      guard persons[index].track == Applicant.openTrack,
        persons[index + 1].track == Applicant.openTrack
      else { continue }
      tie(index, index + 1, &isTied, random: &random)
      persons[index + 1].countryRanks = persons[index].countryRanks
      persons[index + 1].cohorts = persons[index].cohorts
      persons[index + 1].availableFrom = persons[index].availableFrom
      persons[index + 1].availableTo = persons[index].availableTo
    }
    separate(&isTied, random: &random)
  }

  /// A couple names each other, or only one names the other.
  private mutating func tie(
    _ one: Int, _ other: Int, _ isTied: inout [Bool], random: inout SplitMix64
  ) {
    isTied[one] = true
    isTied[other] = true
    persons[one].togetherWith = [other]
    if random.chance(percent: 80) { persons[other].togetherWith = [one] }
  }

  /// Half a pair for a hundred people who must not meet; never both in one city
  /// of the plan.
  private mutating func separate(_ isTied: inout [Bool], random: inout SplitMix64) {
    guard persons.count >= 8 else { return }
    for _ in 0..<max(1, persons.count / 200) {
      let one = random.below(persons.count)
      let other = random.below(persons.count)
      guard one != other, !isTied[one], !isTied[other] else { continue }
      if one < demands.count, other < demands.count, demands[one].city == demands[other].city {
        continue
      }
      isTied[one] = true
      isTied[other] = true
      persons[one].apartFrom = [other]
    }
  }

  /// The planner's words: some placements of the plan are told or pinned, others
  /// are forbidden or wished for.
  func pins(posts: [Post]) -> [Pin] {
    var random = stream(.pins)
    var pins: [Pin] = []
    for (index, demand) in demands.enumerated() {
      let post = posts[demand.openPost]
      if random.chance(permille: outline.pinsPermille) {
        pins.append(
          Pin(
            applicant: ranks[index], place: .post(post.id), cohort: demand.cohort,
            kind: .announced, reason: "told in the first round"))
      } else if random.chance(permille: outline.pinsPermille) {
        let place: Pin.Place =
          switch random.below(3) {
          case 0: .anywhere
          case 1: .post(post.id)
          default: .school(random.pick(post.schools))
          }
        pins.append(
          Pin(
            applicant: ranks[index], place: place,
            cohort: random.chance(percent: 50) ? demand.cohort : nil, kind: .pin,
            reason: "agreed with the office abroad"))
      }
    }
    // A forbidden school is never that of the plan, so that no row contradicts
    // another.
    for _ in 0..<(persons.count / 100) {
      let index = random.below(persons.count)
      let school = random.below(schools.count)
      let isOfPlan =
        index < demands.count && posts[demands[index].openPost].schools.contains(school)
      if random.chance(percent: 40), !isOfPlan {
        pins.append(
          Pin(
            applicant: ranks[index], place: .school(school), kind: .forbid,
            reason: "knows the school"))
      } else {
        pins.append(
          Pin(
            applicant: ranks[index], place: .school(school), kind: .prefer,
            reason: "asked for by the school"))
      }
    }
    var seen: Set<Pin> = []
    return pins.filter { seen.insert($0).inserted }
  }
}
