// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import SeededRandom

/// What a seat of the hidden plan asks of its partner.
struct Demand {
  /// Index into the plan's open posts.
  var openPost: Int
  var cohort: Int
  var country: Int
  var area: String
  var city: String
  var isRemote: Bool
  var housing: Set<Sex>
  var diets: Set<String>
  var medicalTier: Int
  var language: Int
  var track = Applicant.openTrack
  /// Nobody of the cohort is near: not for guarded people.
  var isLonely: Bool
  var hasTaught = false
  var mayBeYoung = true
  var mayBeSenior = true
  var mayBeFirstAbroad = true
}

/// Shares that the rules of a generated year ask for, in a hundred.
enum Shares {
  static let taughtInRemotePosts = 30
  static let youngOfArea = 50
  static let seniorsOfCohort = 40
  static let firstAbroadInRemotePosts = 35
  /// Partners younger than this count as young.
  static let youngBelow = 25
  static let seniorFrom = 60
  static let interviewFloor = 40
}

extension YearBuilder {
  /// The rules' language levels; posts with a remote school ask for more.
  static let language = (least: 1, remote: 2)

  /// Lists the seats of the plan with all that their partners must be.
  mutating func makeDemands() {
    var random = stream(.partners)
    let lonely = lonelyPosts()
    for (index, post) in openPosts.enumerated() {
      let members = units[post.unit].schools.map { schools[$0] }
      let isRemote = members.contains(where: \.isRemote)
      let demand = Demand(
        openPost: index, cohort: post.cohort, country: members[0].country, area: members[0].area,
        city: members[0].city, isRemote: isRemote,
        housing: Set(Sex.allCases.filter(members[0].housing.admits)),
        diets: members.dropFirst().reduce(into: Set(members[0].dietAvailable)) {
          $0.formIntersection($1.dietAvailable)
        },
        medicalTier: members.map(\.medicalTier).min() ?? 0,
        language: isRemote ? Self.language.remote : Self.language.least,
        isLonely: lonely[index])
      demands += Array(repeating: demand, count: post.seats)
    }
    limitShares()
    makeTracks(&random)
  }

  /// Walks the seats in order and lets each use up what its group's shares
  /// allow.
  ///
  /// A seat may be taken by a young person, say, in every case in which the
  /// share holds even if all seats allowed before it are taken by young people.
  private mutating func limitShares() {
    var ofArea: [String: Int] = [:]
    var ofCohort = cohorts.map { _ in 0 }
    var remote = 0
    for demand in demands {
      ofArea[demand.area, default: 0] += 1
      ofCohort[demand.cohort] += 1
      if demand.isRemote { remote += 1 }
    }
    var young: [String: Int] = [:]
    var seniors = cohorts.map { _ in 0 }
    var (remoteSeen, taught, firstAbroad) = (0, 0, 0)
    for index in demands.indices {
      let demand = demands[index]
      let youngCount = young[demand.area, default: 0]
      demands[index].mayBeYoung =
        (youngCount + 1) * 100 <= Shares.youngOfArea * ofArea[demand.area, default: 0]
      if demands[index].mayBeYoung { young[demand.area] = youngCount + 1 }
      demands[index].mayBeSenior =
        !demand.isLonely
        && (seniors[demand.cohort] + 1) * 100 <= Shares.seniorsOfCohort * ofCohort[demand.cohort]
      if demands[index].mayBeSenior { seniors[demand.cohort] += 1 }
      demands[index].mayBeFirstAbroad = !demand.isLonely
      guard demand.isRemote else { continue }
      remoteSeen += 1
      demands[index].hasTaught = taught * 100 < Shares.taughtInRemotePosts * remoteSeen
      if demands[index].hasTaught { taught += 1 }
      let mayBe =
        !demand.isLonely && (firstAbroad + 1) * 100 <= Shares.firstAbroadInRemotePosts * remote
      demands[index].mayBeFirstAbroad = mayBe
      if mayBe { firstAbroad += 1 }
    }
  }

  /// Gives seats of each cohort to its tracks, nearly as many as the quota
  /// allows, and lowers a minimum that the plan cannot reach.
  private mutating func makeTracks(_ random: inout SplitMix64) {
    var seats: [[Int]] = cohorts.map { _ in [] }
    for (index, demand) in demands.enumerated() { seats[demand.cohort].append(index) }
    for (cohort, outline) in cohorts.enumerated() {
      var free = random.shuffled(seats[cohort])[...]
      var quotas: [TrackQuota] = []
      for quota in outline.tracks {
        let wanted = max(quota.min, quota.max - random.below(quota.max / 4 + 1))
        let count = min(wanted, free.count)
        for index in free.prefix(count) {
          demands[index].track = Self.track(for: quota.key, random: &random)
        }
        free = free.dropFirst(count)
        quotas.append(TrackQuota(key: quota.key, min: min(quota.min, count), max: quota.max))
      }
      tracks.append(quotas)
    }
  }

  /// A track that a quota's key covers.
  static func track(for key: String, random: inout SplitMix64) -> String {
    key == "university" ? "university:" + random.pick(Vocabulary.universities) : key
  }
}
