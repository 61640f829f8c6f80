// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// What rules and criteria ask about an applicant and a place in one look: plain
/// numbers in flat arrays, without a reference to count.
///
/// Sets of words (diets, skills, ties) fall into few classes; what a class of
/// applicants and a class of places have in common is worked out once.
struct PairTables: Sendable {
  struct Person {
    var sex: Sex
    var hasPins: Bool
    var hasEarlier: Bool
    var medicalTier: Int16
    var experience: Int16
    var interview: Int32
  }

  struct Place {
    var housing: Housing
    var isRemote: Bool
    var medicalTier: Int16
    var weakness: Int16
    var need: Int32
    var country: Int32
  }

  let people: [Person]
  let places: [Place]
  /// 1 where every diet of the applicant can be kept.
  let diets: ClassTable
  /// The criterion `skill-match`.
  let skills: ClassTable
  /// The criterion `regional-ties`.
  let ties: ClassTable

  init(_ year: ProgrammeYear, applicants: [ApplicantFacts], posts: [PostFacts]) {
    people = zip(year.applicants, applicants).map { person, facts in
      Person(
        sex: person.sex, hasPins: !facts.pins.isEmpty, hasEarlier: facts.earlier != nil,
        medicalTier: Int16(clamping: person.medicalTier), experience: Int16(facts.experience),
        interview: Int32(person.interviewScore))
    }
    places = posts.map { place in
      Place(
        housing: place.housing, isRemote: place.isRemote,
        medicalTier: Int16(clamping: place.medicalTier), weakness: Int16(place.weakness),
        need: Int32(place.need), country: Int32(place.country))
    }
    diets = ClassTable(applicants.map(\.diets), posts.map(\.dietsAvailable)) { diets, available in
      diets.isSubset(of: available) ? 1 : 0
    }
    skills = ClassTable(applicants.map(\.skills), posts.map(\.skillsWanted)) { skills, wanted in
      let count = wanted.count
      return count == 0 ? 50 : Int8(100 * skills.countCommon(with: wanted) / count)
    }
    ties = ClassTable(applicants.map(\.ties), posts.map(\.ties)) { own, other in
      own.countCommon(with: other) > 0 ? 100 : 0
    }
  }
}

/// A function of an applicant's and a place's word sets.
struct ClassTable: Sendable {
  private let classOfPerson: [Int32]
  private let classOfPlace: [Int32]
  private let width: Int
  private let cells: [Int8]

  /// - Complexity: O(*c* · *d*) for *c* distinct sets of people and *d* of places.
  init(_ people: [WordSet], _ places: [WordSet], _ value: (WordSet, WordSet) -> Int8) {
    let (rows, ofPerson) = Self.classes(of: people)
    let (columns, ofPlace) = Self.classes(of: places)
    classOfPerson = ofPerson
    classOfPlace = ofPlace
    width = columns.count
    cells = rows.flatMap { row in columns.map { value(row, $0) } }
  }

  /// Distinct sets in the order of their first member, and each member's class.
  private static func classes(of sets: [WordSet]) -> (distinct: [WordSet], numbers: [Int32]) {
    var distinct: [WordSet] = []
    var known: [WordSet: Int32] = [:]
    let numbers = sets.map { set in
      if let number = known[set] { return number }
      let number = Int32(distinct.count)
      known[set] = number
      distinct.append(set)
      return number
    }
    return (distinct, numbers)
  }

  @inline(__always)
  func value(person: Int, place: Int) -> Int {
    Int(cells[Int(classOfPerson[person]) * width + Int(classOfPlace[place])])
  }
}
