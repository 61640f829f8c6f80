// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme

/// Seats people in activities one by one, keeping every hard rule: a plan within seconds,
/// whatever the size of the year.
///
/// First each activity that may take place gets the fewest people that it needs, those
/// with fewest to choose from first; where nobody is free, somebody is made free by a
/// third person who takes over. Then the seats that are left go to whoever has least.
struct ActivitySeating {
  let eligibility: ReturneeEligibility
  let data: ReturneeData
  /// What each activity wants to have there.
  let wishes: [[ActivityWish]]
  /// People of each activity, as positions among the eligibility's pairs.
  private(set) var people: [[Int]]
  /// Activities of each returnee.
  private(set) var activities: [[Int]]
  /// Activities of each returnee in each quarter.
  private var loads: [[Int]]
  private var atHome: [Int]
  /// The prefecture that has to come first, where the rule is hard and there is something.
  let duties: [String?]
  private var cost: Int64 = 0
  private let budget: Int64?

  init(_ eligibility: ReturneeEligibility) {
    self.eligibility = eligibility
    data = eligibility.year.returnees
    let data = data
    wishes = data.activities.map { ActivityWish.of($0, data.rules) }
    people = [[Int]](repeating: [], count: data.activities.count)
    activities = [[Int]](repeating: [], count: data.returnees.count)
    loads = [[Int]](repeating: [0, 0, 0, 0, 0], count: data.returnees.count)
    atHome = [Int](repeating: 0, count: data.returnees.count)
    var duties = [String?](repeating: nil, count: data.returnees.count)
    // A soft rule is kept here as well: what it costs is not looked at.
    if data.rules[.prefectureFirst] != .off {
      for pair in eligibility.pairs {
        let duty = data.returnees[pair.returnee].dutyPrefecture
        if let duty, data.activities[pair.activity].prefecture == duty {
          duties[pair.returnee] = duty
        }
      }
    }
    self.duties = duties
    budget = data.rules[.budget] == .off ? nil : data.rules.totalBudget.map { $0 / 1_000 }
  }

  /// The plan as it stands.
  var plan: ReturneePlan {
    ReturneePlan(
      people.joined().map { pair in
        Participation(
          returnee: eligibility.pairs[pair].returnee, activity: eligibility.pairs[pair].activity)
      }.sorted())
  }

  /// Makes the plan.
  ///
  /// - Parameter isOver: Asked often; true leaves the plan as it is then.
  mutating func fill(isOver: () -> Bool) {
    let order = data.activities.indices.filter {
      eligibility.pairs(ofActivity: $0).count >= data.activities[$0].seatsMin
    }.sorted { rank(of: $0) < rank(of: $1) }
    for activity in order where !isOver() { _ = hold(activity, freeing: false) }
    for activity in order where people[activity].isEmpty && !isOver() {
      _ = hold(activity, freeing: true)
    }
    spread(isOver)
  }

  /// Few people to spare first, then the greater reach.
  private func rank(of activity: Int) -> (Int, Int, Int) {
    let offer = data.activities[activity]
    let spare = eligibility.pairs(ofActivity: activity).count / offer.seatsMin
    return (spare, -offer.reach * offer.priority, activity)
  }

  // MARK: - One person in one activity

  func collides(_ first: Int, _ second: Int) -> Bool {
    guard data.rules[.neighbouringDays] != .off else { return false }
    let (left, right) = (data.activities[first].days, data.activities[second].days)
    let apart = data.rules.daysBetween
    return left.lowerBound.number <= right.upperBound.number + apart
      && right.lowerBound.number <= left.upperBound.number + apart
  }

  private func isFull(_ returnee: Int, in quarter: Int) -> Bool {
    guard data.rules[.load] != .off else { return false }
    return loads[returnee][quarter] >= data.returnees[returnee].perQuarter
      ?? data.rules.perQuarter
  }

  private func isAtHome(_ returnee: Int, _ activity: Int) -> Bool {
    duties[returnee] == data.activities[activity].prefecture
  }

  /// Whether duty and budget let somebody take part, whatever else they do.
  private func isAffordable(_ pair: Int) -> Bool {
    let pair = eligibility.pairs[pair]
    if let budget, cost + pair.cost > budget { return false }
    return duties[pair.returnee] == nil || atHome[pair.returnee] > 0
      || isAtHome(pair.returnee, pair.activity)
  }

  func mayJoin(_ position: Int) -> Bool {
    let pair = eligibility.pairs[position]
    return isAffordable(position)
      && !isFull(pair.returnee, in: data.activities[pair.activity].quarter)
      && !activities[pair.returnee].contains {
        $0 == pair.activity || collides($0, pair.activity)
      }
  }

  /// The activities of which somebody could leave one to take part; none where several
  /// keep them from it, or where none does.
  func obstacles(_ position: Int) -> [Int] {
    let pair = eligibility.pairs[position]
    guard isAffordable(position), !activities[pair.returnee].contains(pair.activity) else {
      return []
    }
    let quarter = data.activities[pair.activity].quarter
    let near = activities[pair.returnee].filter { collides($0, pair.activity) }
    if near.count > 1 { return [] }
    guard isFull(pair.returnee, in: quarter) else { return near }
    let inQuarter = activities[pair.returnee].filter { data.activities[$0].quarter == quarter }
    return near.isEmpty ? inQuarter : near.filter(inQuarter.contains)
  }

  mutating func join(_ position: Int) {
    let pair = eligibility.pairs[position]
    people[pair.activity].append(position)
    activities[pair.returnee].append(pair.activity)
    loads[pair.returnee][data.activities[pair.activity].quarter] += 1
    if isAtHome(pair.returnee, pair.activity) { atHome[pair.returnee] += 1 }
    cost += pair.cost
  }

  mutating func leave(_ position: Int) {
    let pair = eligibility.pairs[position]
    people[pair.activity].removeAll { $0 == position }
    activities[pair.returnee].removeAll { $0 == pair.activity }
    loads[pair.returnee][data.activities[pair.activity].quarter] -= 1
    if isAtHome(pair.returnee, pair.activity) { atHome[pair.returnee] -= 1 }
    cost -= pair.cost
  }

  /// Whether somebody who leaves an activity still helps at home first.
  func mayLeave(_ position: Int) -> Bool {
    let pair = eligibility.pairs[position]
    return !isAtHome(pair.returnee, pair.activity) || atHome[pair.returnee] > 1
      || activities[pair.returnee].count == 1
  }

  // MARK: - One activity

  /// How many of a wish somebody brings.
  func brings(_ position: Int, _ wish: ActivityWish) -> Bool {
    wish.isMet(by: data.returnees[eligibility.pairs[position].returnee])
  }

  /// What is missing where these people are: units of hard rules, then what soft ones and
  /// their pairs cost.
  func shortage(_ activity: Int, _ team: [Int]) -> (hard: Int, soft: Int64) {
    var (hard, soft) = (0, Int64(0))
    for wish in wishes[activity] {
      let short = max(0, wish.count - team.count { brings($0, wish) })
      if let penalty = wish.penalty { soft += Int64(short * penalty) } else { hard += short }
    }
    for position in team { soft += eligibility.pairs[position].penalty }
    return (hard, soft)
  }

  /// Gives an activity the fewest people that it can take place with.
  ///
  /// - Parameters:
  ///   - activity: One without people.
  ///   - freeing: Whether people may leave others for it.
  /// - Returns: Whether it takes place now; otherwise nothing has changed.
  private mutating func hold(_ activity: Int, freeing: Bool) -> Bool {
    let offer = data.activities[activity]
    let before = freeing ? self : nil
    while people[activity].count < offer.seatsMax {
      let missing = shortage(activity, people[activity])
      if people[activity].count >= offer.seatsMin, missing.hard == 0,
        missing.soft == 0
      {
        break
      }
      let isEnough = people[activity].count >= offer.seatsMin
      guard let next = best(for: activity, missing, isEnough: isEnough) else {
        if isEnough, missing.hard == 0 { break }
        guard freeing, free(somebodyFor: activity, missing.hard) else { break }
        continue
      }
      join(next)
    }
    if people[activity].count >= offer.seatsMin, shortage(activity, people[activity]).hard == 0 {
      return true
    }
    if let before {
      self = before
    } else {
      for position in people[activity] { leave(position) }
    }
    return false
  }

  /// Who helps an activity most: with what is hard, with what costs, then those who have
  /// least to do and travel least; nobody where nobody helps and there are enough.
  private func best(
    for activity: Int, _ missing: (hard: Int, soft: Int64), isEnough: Bool
  ) -> Int? {
    var chosen: (position: Int, rank: (Int, Int64, Int, Int64))?
    for position in eligibility.pairs(ofActivity: activity) where mayJoin(position) {
      let after = shortage(activity, people[activity] + [position])
      if isEnough, (after.hard, after.soft) >= (missing.hard, missing.soft) { continue }
      let pair = eligibility.pairs[position]
      let rank = (after.hard, after.soft, activities[pair.returnee].count, pair.cost)
      if let best = chosen, best.rank <= rank { continue }
      chosen = (position, rank)
    }
    return chosen?.position
  }

  /// Lets somebody leave another activity who can help this one then.
  private mutating func free(somebodyFor activity: Int, _ hard: Int) -> Bool {
    for position in eligibility.pairs(ofActivity: activity) {
      let helps = shortage(activity, people[activity] + [position]).hard < hard
      let isShort = people[activity].count < data.activities[activity].seatsMin
      guard helps || (hard == 0 && isShort) else { continue }
      let returnee = eligibility.pairs[position].returnee
      for other in obstacles(position) {
        guard
          let seat = people[other].first(where: { eligibility.pairs[$0].returnee == returnee }),
          mayLeave(seat), replace(seat, sparing: nil), mayJoin(position)
        else { continue }
        join(position)
        return true
      }
    }
    return false
  }

  /// Takes somebody out of an activity, which stays as good as it is: without anybody in
  /// their place, or with somebody else.
  ///
  /// - Parameters:
  ///   - seat: The pair that ends.
  ///   - substitute: The pair that takes its place; any will do where there is none.
  /// - Returns: Whether that was possible; otherwise nothing has changed.
  mutating func replace(_ seat: Int, sparing substitute: Int?) -> Bool {
    let activity = eligibility.pairs[seat].activity
    let now = shortage(activity, people[activity])
    func isAsGood(_ team: [Int]) -> Bool {
      let after = shortage(activity, team)
      return (after.hard, after.soft) <= (now.hard, now.soft)
    }
    let rest = people[activity].filter { $0 != seat }
    leave(seat)
    if let substitute {
      if isAsGood(rest + [substitute]), mayJoin(substitute) {
        join(substitute)
        return true
      }
    } else {
      if rest.count >= data.activities[activity].seatsMin, isAsGood(rest) { return true }
      for position in eligibility.pairs(ofActivity: activity)
      where position != seat && isAsGood(rest + [position]) && mayJoin(position) {
        join(position)
        return true
      }
    }
    join(seat)
    return false
  }

  // MARK: - Everybody

  /// Gives seats that are left to those with fewest activities, and seats of those who
  /// have two more to them.
  private mutating func spread(_ isOver: () -> Bool) {
    let own = eligibility.pairsOfReturnees()
    var level = 0
    while level < data.activities.count, !isOver() {
      var isOpen = false
      for returnee in own.indices where activities[returnee].count >= level {
        isOpen = isOpen || activities[returnee].count > level
        if isOver() { return }
        guard activities[returnee].count == level else { continue }
        isOpen = seat(returnee, own[returnee]) || isOpen
      }
      if !isOpen { return }
      level += 1
    }
  }

  /// Gives somebody one more activity, the nearest that there is; a seat that is free, or
  /// that of somebody who has two more.
  private mutating func seat(_ returnee: Int, _ pairs: [Int]) -> Bool {
    let count = activities[returnee].count
    var nearest: Int?
    var taken: [Int] = []
    for position in pairs where eligibility.pairs[position].penalty == 0 {
      let activity = eligibility.pairs[position].activity
      guard !people[activity].isEmpty, mayJoin(position) else { continue }
      guard people[activity].count < data.activities[activity].seatsMax else {
        taken.append(position)
        continue
      }
      if let best = nearest, eligibility.pairs[best].cost <= eligibility.pairs[position].cost {
        continue
      }
      nearest = position
    }
    if let nearest {
      join(nearest)
      return true
    }
    for position in taken {
      let seats = people[eligibility.pairs[position].activity].filter {
        activities[eligibility.pairs[$0].returnee].count >= count + 2 && mayLeave($0)
      }
      for seat in seats where replace(seat, sparing: position) { return true }
    }
    return false
  }
}

/// Something that somebody in an activity should bring.
struct ActivityWish: Sendable {
  enum Kind: Sendable {
    case leader
    case language(String)
    case skill(String)
    case hostSchool(Int)
  }

  var kind: Kind
  /// How many should bring it.
  var count = 1
  /// What each that is missing costs; none where it must not be missing.
  var penalty: Int?

  func isMet(by returnee: Returnee) -> Bool {
    switch kind {
    case .leader: returnee.leads
    case .language(let code): returnee.languages.contains(code)
    case .skill(let word): returnee.skills.contains(word)
    case .hostSchool(let school): returnee.hostSchool == school
    }
  }

  /// What an activity wishes by the rules that are not off.
  static func of(_ activity: Activity, _ rules: ReturneeRules) -> [ActivityWish] {
    var wishes: [ActivityWish] = []
    func add(_ rule: ReturneeRule, _ kind: Kind, count: Int = 1) {
      guard rules[rule] != .off, count > 0 else { return }
      wishes.append(ActivityWish(kind: kind, count: count, penalty: rules[rule].penalty))
    }
    add(.leaders, .leader, count: activity.leaders)
    for language in activity.languages { add(.languages, .language(language)) }
    for skill in activity.skills { add(.skills, .skill(skill)) }
    if let tie = activity.tie { add(.tie, .hostSchool(tie)) }
    return wishes
  }
}
