// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme

/// A session that is being filled, within what its site has left on its days.
struct SessionDraft {
  let session: TrainingSession
  /// Index into the possible sessions.
  let number: Int
  private let course: Course
  /// Numbers of the days before whose nights it has rooms.
  let nights: Range<Int>
  let mornings: [Day]
  /// Most people in it.
  private let mostPeople: Int
  private let free: (single: Int, twin: Int)
  private let freeClassrooms: Int
  private let classSize: Int
  private var freeLecturers: [String: Int] = [:]
  private var peopleByLanguage: [String: Int] = [:]
  private var members = Headcount()
  private var leaders = Headcount()
  /// Who joins it: classes by index, and how many of their members.
  private(set) var seats: [(group: Int, count: Int)] = []
  /// Groups of each country in it.
  private(set) var countries: [Int: Int] = [:]
  /// Yen for the journeys of everybody in it.
  private(set) var cost: Int64 = 0
  /// People who had rather come at another time.
  private(set) var unloved = 0
  /// Teachers in it, by school, and people whom delegations name.
  private(set) var teachersOfSchool: [Int: Int] = [:]
  private(set) var names: Set<String> = []

  init(
    _ number: Int, _ eligibility: TrainingEligibility, mornings: [Day], mostPeople: Int,
    _ ledger: SiteLedger
  ) {
    self.number = number
    session = eligibility.sessions[number]
    self.mornings = mornings
    self.mostPeople = mostPeople
    course = eligibility.year.training.courses[session.course]
    let days = eligibility.days[number]
    nights = days.lowerBound.number..<days.upperBound.number
    free = ledger.rooms(at: session.site, on: nights)
    freeClassrooms = ledger.classrooms(at: session.site, on: mornings)
    classSize = max(1, course.classSize ?? eligibility.year.sites[session.site].classSize)
  }

  var people: Int { members.people + leaders.people }

  /// Rooms for one and for two that its people hold.
  var rooms: (single: Int, twin: Int) { Self.rooms(members, leaders, course, outOf: free) }

  /// Classes taught at a time.
  private(set) var classes = 0

  var classesByLanguage: [(language: String, classes: Int)] {
    guard !mornings.isEmpty else { return [] }
    return peopleByLanguage.sorted { $0.key < $1.key }.map {
      ($0.key, ($0.value + classSize - 1) / classSize)
    }
  }

  /// About how many people, whoever they are, its site has beds for, and how many
  /// classes of how many people each in a language.
  func roomAtSite(
    teaching language: String, _ ledger: SiteLedger
  ) -> (beds: Int, classes: Int, classSize: Int) {
    let beds = free.single + (course.sharesRooms ? 2 : 1) * free.twin
    guard !mornings.isEmpty else { return (beds, Int.max / 4, classSize) }
    let lecturers =
      language.isEmpty
      ? freeClassrooms : ledger.lecturers(of: language, at: session.site, on: mornings)
    return (beds, min(freeClassrooms, lecturers), classSize)
  }

  /// About how many people there is room for in it.
  func roomForPeople(_ ledger: SiteLedger) -> Int {
    let room = roomAtSite(teaching: course.language, ledger)
    let (seats, isTooMany) = room.classes.multipliedReportingOverflow(by: room.classSize)
    return min(mostPeople, room.beds, isTooMany ? .max : seats)
  }

  /// Beds that are left at the site when the session has its own.
  var slack: Int { free.single + 2 * free.twin - people }

  /// One more group joins, where there is room for it.
  ///
  /// - Parameters:
  ///   - index: Its class, by index.
  ///   - group: Its class.
  ///   - delegation: One of its members, unless it is a cohort.
  ///   - language: What it is taught in.
  ///   - fare: Yen for the journey of a person.
  ///   - isUnloved: Whether it had rather come at another time.
  ///   - ledger: What the sites have left.
  /// - Returns: Whether it has joined.
  mutating func add(
    _ index: Int, _ group: TrainingClass, _ delegation: Delegation?, language: String,
    fare: Int64, isUnloved: Bool, _ ledger: SiteLedger
  ) -> Bool {
    guard people + group.people <= mostPeople else { return false }
    let members = self.members + group.members
    let leaders = self.leaders + group.leaders
    let taken = Self.rooms(members, leaders, course, outOf: free)
    guard taken.single <= free.single, taken.twin <= free.twin else { return false }
    var more = 0
    if !mornings.isEmpty {
      let before = peopleByLanguage[language] ?? 0
      let taught = (before + group.people + classSize - 1) / classSize
      more = taught - (before + classSize - 1) / classSize
      if more > 0 {
        guard classes + more <= freeClassrooms else { return false }
        let left =
          freeLecturers[language]
          ?? ledger.lecturers(of: language, at: session.site, on: mornings)
        freeLecturers[language] = left
        guard taught <= left else { return false }
      }
    }
    classes += more
    self.members = members
    self.leaders = leaders
    peopleByLanguage[language, default: 0] += group.people
    countries[group.country, default: 0] += 1
    cost += fare * Int64(group.people)
    if isUnloved { unloved += group.people }
    if let delegation {
      if delegation.teachers > 0 {
        teachersOfSchool[delegation.school, default: 0] += delegation.teachers
      }
      names.formUnion(delegation.people)
    }
    if let last = seats.last, last.group == index {
      seats[seats.count - 1].count += 1
    } else {
      seats.append((index, 1))
    }
    return true
  }

  /// Whether students have their leaders, and the course its countries.
  func isComplete(leastPeople: Int, leastCountries: Int, countsLeaders: Bool) -> Bool {
    people >= leastPeople && countries.count >= leastCountries
      && (!countsLeaders || members.people <= course.studentsPerLeader * leaders.people)
  }

  /// The rooms that people hold (`docs/training.md`, "Enough rooms"): rooms for two
  /// for those who share, for the others rooms for one as long as there are any.
  private static func rooms(
    _ members: Headcount, _ leaders: Headcount, _ course: Course,
    outOf free: (single: Int, twin: Int)
  ) -> (single: Int, twin: Int) {
    let people = members.people + leaders.people
    let kinds = [members.women, members.men, leaders.women, leaders.men]
    let pairs = course.sharesRooms ? kinds.reduce(0) { $0 + $1 / 2 } : 0
    let shared = min(pairs, free.twin)
    let rest = people - 2 * shared
    let singles = min(rest, free.single)
    // Each of those who are left is alone in a room for two; of people who might
    // share, that is one more than there are rooms for.
    let alone = rest - singles
    return shared + alone <= free.twin ? (singles, shared + alone) : (rest, shared)
  }
}
