// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension TrainingBuilder {
  /// The courses that are known, and as many more as were asked for.
  ///
  /// `datasets/README.md` says which lengths, sizes and dates are published;
  /// money is assumed.
  func courses() -> [Course] {
    var courses = [partners, teachers, specialTeachers, students, studentInvitation]
    for number in 0..<shape.extraCourses { courses.append(extraCourse(number)) }
    return courses.sorted { $0.id < $1.id }
  }

  /// Four weeks before departure. Cohorts with one window train together.
  private var partners: Course {
    Course(
      id: "partners", name: "Training before departure", trainee: .partners,
      days: Self.partnersDays, startWeekdays: Weekday.allCases, sizeMin: 1,
      sizeMax: max(80, largestSession), language: "", sharesRooms: true, costPerDay: 9_000,
      costPerSession: 400_000)
  }

  /// Most partners of cohorts at one house whose windows begin on one day.
  private var largestSession: Int {
    struct Key: Hashable {
      var site: Int?
      var start: Day
    }
    var sizes: [Key: Int] = [:]
    for cohort in year.cohorts {
      guard let window = cohort.predeparture else { continue }
      sizes[Key(site: cohort.predepartureSite, start: window.lowerBound), default: 0] +=
        cohort.places
    }
    return sizes.values.max() ?? 0
  }

  private var teachers: Course {
    Course(
      id: "teachers-2w", name: "Counterpart teachers", trainee: .teachers, days: 15,
      sites: sites(["urawa"]), startWeekdays: [.monday, .tuesday], sizeMin: 9, sizeMax: 26,
      sessionsMax: max(6, shape.teacherDelegations / 25), levelMin: .n5, levelMax: .n1,
      levelBand: 2, mix: .one, costPerDay: 15_000, costPerSession: 1_500_000)
  }

  /// Has one span of dates.
  private var specialTeachers: Course {
    let first = Day.on(year.fiscalYear, 9, 22)
    let last = Day.on(year.fiscalYear, 10, 22)
    return Course(
      id: "teachers-special", name: "Special training of host-school teachers",
      trainee: .teachers, days: last.number - first.number + 1, sites: sites(["urawa"]),
      startWeekdays: Weekday.allCases, from: first, to: last, sizeMin: 8, sizeMax: 24,
      sessionsMax: 1, levelMin: .n4, levelMax: .n3, levelBand: 1, mix: several(3),
      costPerDay: 15_000, costPerSession: 2_500_000)
  }

  private var students: Course {
    Course(
      id: "students-2w", name: "Learners of host schools", trainee: .students, days: 15,
      sites: sites(["kansai"]), startWeekdays: [.tuesday, .wednesday], sizeMin: 30, sizeMax: 50,
      sessionsMax: max(2, shape.studentDelegations / 20), levelMin: .none, levelMax: .n3,
      classSize: 15, sharesRooms: true, studentsPerLeader: 10, visitsSchools: true,
      costPerDay: 11_000, costPerSession: 1_200_000)
  }

  private var studentInvitation: Course {
    Course(
      id: "students-1w", name: "Invitation of learners", trainee: .students, days: 8,
      sites: sites(["kansai", "urawa"]), startWeekdays: [.saturday, .sunday], sizeMin: 25,
      sizeMax: 50, sessionsMax: max(1, shape.studentDelegations / 40), mix: several(5),
      classSize: 25, sharesRooms: true, studentsPerLeader: 10, visitsSchools: true,
      costPerDay: 12_000, costPerSession: 1_800_000)
  }

  /// A synthetic course: mostly of teachers, of one to three weeks, at some of the
  /// houses, once a week.
  private func extraCourse(_ number: Int) -> Course {
    let isOfStudents = number % 5 == 4
    let houses = year.sites.indices.filter { ($0 + number) % 3 != 0 }
    let weekday = Weekday.allCases[number % 6]
    let mixes: [CountryMix] = [.one, .any, several(2)]
    return Course(
      id: (isOfStudents ? "students-x" : "teachers-x") + padded(number + 1, to: 2),
      name: "Synthetic course \(number + 1)", trainee: isOfStudents ? .students : .teachers,
      days: [15, 8, 22, 12][number % 4], sites: houses, startWeekdays: [weekday], sizeMin: 8,
      sizeMax: [26, 20, 30][number % 3], sessionsMax: max(2, shape.teacherDelegations / 150),
      levelMin: isOfStudents ? .none : .n5, levelMax: isOfStudents ? .n3 : .n1,
      levelBand: number % 2 == 0 && !isOfStudents ? 2 : nil, mix: mixes[number % 3],
      sharesRooms: isOfStudents, studentsPerLeader: isOfStudents ? 10 : 0,
      visitsSchools: isOfStudents, costPerDay: 12_000 + Int64(number % 4) * 1_000,
      costPerSession: 1_000_000 + Int64(number % 3) * 300_000)
  }

  /// The houses with these identifiers; all where there is none of them.
  private func sites(_ identifiers: [String]) -> [Int] {
    year.sites.indices.filter { identifiers.contains(year.sites[$0].id) }
  }

  /// At least so many countries, or as many as there are.
  private func several(_ count: Int) -> CountryMix {
    year.countries.count < 2 ? .any : .atLeast(min(count, year.countries.count))
  }
}
