// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import SeededRandom

extension TrainingBuilder {
  /// Delegations of the schools that are likely to host: teachers first, then
  /// students with a teacher.
  mutating func delegations() -> [Delegation] {
    let hosts = schoolsByLikelihood()
    var delegations: [Delegation] = []
    let count = shape.teacherDelegations + shape.studentDelegations
    let width = digits(for: count, least: 4)
    for number in 0..<shape.teacherDelegations {
      var delegation = teachers(of: hosts[number % hosts.count])
      delegation.id = "D" + padded(number + 1, to: width)
      delegations.append(delegation)
    }
    for number in 0..<shape.studentDelegations {
      // Schools with teachers in another delegation among them.
      let school = hosts[number * 3 % hosts.count]
      var delegation = students(of: school)
      delegation.id = "D" + padded(shape.teacherDelegations + number + 1, to: width)
      if number * 3 < min(hosts.count, shape.teacherDelegations), random.chance(percent: 30) {
        // The leader is the teacher of the other delegation.
        let person = "T-" + year.schools[school].id
        delegation.people = [person]
        delegations[number * 3].people = [person]
      }
      delegations.append(delegation)
    }
    return delegations
  }

  /// Schools of the plan mixed with some that hosted last year, then the others.
  private mutating func schoolsByLikelihood() -> [Int] {
    let cohorts = hosting.cohortsOfSchool ?? []
    let hosts = random.shuffled(year.schools.indices.filter { !cohorts[$0].isEmpty })
    let lastYear = random.shuffled(
      year.schools.indices.filter {
        cohorts[$0].isEmpty && year.schools[$0].lastHostedYear == year.fiscalYear - 1
      })
    let others = random.shuffled(
      year.schools.indices.filter {
        cohorts[$0].isEmpty && year.schools[$0].lastHostedYear != year.fiscalYear - 1
      })
    // One in five hosted last year, one in twenty neither does nor did.
    var queues = [hosts[...], lastYear[...], others[...]]
    var schools: [Int] = []
    for turn in year.schools.indices {
      let wanted = turn % 20 == 19 ? 2 : turn % 5 == 4 ? 1 : 0
      if let queue = ([wanted] + [0, 1, 2]).first(where: { !queues[$0].isEmpty }),
        let school = queues[queue].popFirst()
      {
        schools.append(school)
      }
    }
    return schools
  }

  private mutating func teachers(of school: Int) -> Delegation {
    let isPair = year.schools[school].japaneseTeachers >= 3 && random.chance(percent: 15)
    // Courses ask for some Japanese, and native speakers need none of them.
    let weakest = year.schools[school].teacherLevel
    let level = weakest == .none ? .n5 : weakest == .native ? .n1 : weakest
    var delegation = Delegation(
      id: "", school: school, trainee: .teachers,
      members: headcount(isPair ? 2 : 1, women: 70), level: level,
      isFirstVisit: random.chance(percent: 45), tags: [Vocabulary.syntheticTag])
    addWishes(to: &delegation)
    if [.n4, .n3].contains(level), random.chance(percent: 12),
      let special = year.training.courses.firstIndex(where: { $0.id == "teachers-special" })
    {
      delegation.courses = [special]
    }
    return delegation
  }

  private mutating func students(of school: Int) -> Delegation {
    let levels: [TeacherLevel] = [.none, .n5, .n4, .n3]
    var delegation = Delegation(
      id: "", school: school, trainee: .students,
      members: headcount(random.within(3...5), women: 60), leaders: headcount(1, women: 70),
      level: levels[random.position(weights: [15, 45, 30, 10])],
      isFirstVisit: random.chance(percent: 85), tags: [Vocabulary.syntheticTag])
    addWishes(to: &delegation)
    return delegation
  }

  private mutating func headcount(_ people: Int, women percent: Int) -> Headcount {
    let women = (0..<people).count { _ in random.chance(percent: percent) }
    return Headcount(women: women, men: people - women)
  }

  /// Priority, months, free days, diets and earlier invitations.
  private mutating func addWishes(to delegation: inout Delegation) {
    let country = year.countries[year.schools[delegation.school].country].id
    let habits = TravelHabits.of(country)
    delegation.priority = [1, 2, 3][random.position(weights: [80, 15, 5])]
    if delegation.trainee == .teachers, random.chance(percent: 60) {
      delegation.months = habits.months
    }
    if random.chance(percent: 10) {
      delegation.availableFrom = Day.on(year.fiscalYear, 4 + random.below(4), 1)
    }
    if random.chance(percent: 10) {
      delegation.availableTo = Day.end(year.fiscalYear, 11 + random.below(4))
    }
    // Of several people, somebody more easily keeps a diet.
    if random.chance(percent: habits.halal) { delegation.diet.append("halal") }
    if random.chance(percent: habits.vegetarian) { delegation.diet.append("vegetarian") }
    if random.chance(percent: 6) {
      delegation.lastInvitedYear = year.fiscalYear - random.within(1...5)
    }
  }
}
