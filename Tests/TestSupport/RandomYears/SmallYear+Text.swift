// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

extension SmallYear: CustomStringConvertible {
  /// The year in a line for each thing; what is as usual is left out.
  package var description: String {
    var lines = [
      "fiscal year \(year.fiscalYear); goals \(words(year.objective.map(\.rawValue)))"
        + (year.objective.contains(.weighted) ? "; filled weight \(year.filledWeight)" : ""),
      "weights " + words(Criterion.allCases.compactMap { weightText($0) }),
    ]
    lines += year.countries.map { text($0) }
    lines += year.cohorts.map { text($0) }
    lines += year.sites.map {
      "site \($0.id): beds \($0.beds), rooms \($0.classrooms), class size \($0.classSize)"
    }
    lines += year.siteBookings.map {
      "booking \(year.sites[$0.site].id) \(range($0.days)): beds \($0.beds), rooms \($0.classrooms)"
    }
    lines += year.schools.map { text($0) }
    if let posts = year.givenPosts {
      lines += posts.map {
        "post \($0.id): \(words(schoolNames($0.schools))) seats \($0.seatsMin)...\($0.seatsMax)"
      }
    } else {
      lines.append(
        "posts formed: up to \(year.bundles.maximumSchools) schools in \(year.bundles.outerMetres) m"
      )
    }
    lines += year.applicants.map { text($0) }
    lines += year.pins.map { text($0) }
    lines += ruleLines()
    if let baseline {
      lines.append("baseline of \(baseline.count):")
      lines += baseline.map {
        "  \(year.applicants[$0.applicant].id) at \(words($0.schools)) base \($0.base) in \($0.cohort)"
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A plan in a line for each placement.
  package func text(of plan: [Placement]) -> String {
    plan.map {
      "\(year.applicants[$0.applicant].id) → \($0.post.id) in \(year.cohorts[$0.cohort].id)"
    }.joined(separator: "; ")
  }

  private func words(_ words: [String]) -> String { words.joined(separator: " ") }

  private func schoolNames(_ schools: [Int]) -> [String] { schools.map { year.schools[$0].id } }

  private func cohortNames(_ cohorts: [Int]) -> String {
    "{" + cohorts.map { year.cohorts[$0].id }.joined(separator: " ") + "}"
  }

  private func range(_ days: ClosedRange<Day>) -> String {
    "\(days.lowerBound)…\(days.upperBound)"
  }

  private func weightText(_ criterion: Criterion) -> String? {
    let weight = year.weights[criterion] ?? 0
    return weight == 0 ? nil : "\(criterion.rawValue)=\(weight)"
  }

  /// Joins a name with those of its parts that are to be told.
  private func line(_ name: String, _ parts: [(Bool, String)]) -> String {
    name + ":" + parts.filter(\.0).map { " " + $0.1 }.joined(separator: ",")
  }

  private func text(_ country: Country) -> String {
    line(
      "country \(country.id)",
      [
        (true, "language \(country.language)"),
        (country.min > 0, "min \(country.min)"),
        (country.max != nil, "max \(country.max ?? 0)"),
        (country.costPerPartner > 0, "cost \(country.costPerPartner)"),
        (country.budget != nil, "budget \(country.budget ?? 0)"),
        (country.renewalsFirst, "renewals first"),
      ])
  }

  private func text(_ cohort: Cohort) -> String {
    line(
      "cohort \(cohort.id)",
      [
        (true, "\(year.countries[cohort.country].id)"), (true, "places \(cohort.places)"),
        (true, "dispatch \(cohort.dispatchStart)…\(cohort.dispatchEnd)"),
        (cohort.bornFrom != nil, "born from \(cohort.bornFrom ?? Day(number: 0))"),
        (cohort.bornTo != nil, "born to \(cohort.bornTo ?? Day(number: 0))"),
        (cohort.predeparture != nil, "session \(cohort.predeparture.map { range($0) } ?? "")"),
        (
          cohort.predepartureSite != nil,
          "at \(cohort.predepartureSite.map { year.sites[$0].id } ?? "")"
        ),
        (
          !cohort.tracks.isEmpty,
          "tracks " + words(cohort.tracks.map { "\($0.key)=\($0.min)..\($0.max)" })
        ),
      ])
  }

  private func text(_ school: School) -> String {
    line(
      "school \(school.id)",
      [
        (true, "\(year.countries[school.country].id)/\(school.area)/\(school.city)"),
        (true, "at \(school.position.latitude),\(school.position.longitude)"),
        (true, "level \(school.level)"), (true, "learners \(school.learners)"),
        (true, "hours \(school.japaneseHours)"), (true, "teachers \(school.japaneseTeachers)"),
        (true, "of \(school.teacherLevel.rawValue)"),
        (school.housing != .any, "housing \(school.housing.rawValue)"),
        (school.medicalTier != 5, "medical \(school.medicalTier)"), (school.isRemote, "remote"),
        (!school.skillsWanted.isEmpty, "wants \(words(school.skillsWanted))"),
        (!school.dietAvailable.isEmpty, "diet \(words(school.dietAvailable))"),
        (school.isRenewal, "renewal"),
        (school.lastHostedYear != nil, "hosted \(school.lastHostedYear ?? 0)"),
        (school.yearsRunning > 0, "running \(school.yearsRunning)"),
        (!school.cohorts.isEmpty, "only \(cohortNames(school.cohorts))"),
        (school.priority != 1, "priority \(school.priority)"),
        (
          school.seatsMin != 1 || school.seatsMax != 1,
          "seats \(school.seatsMin)...\(school.seatsMax)"
        ),
        (!school.tags.isEmpty, "tags \(words(school.tags))"),
      ])
  }

  private func text(_ applicant: Applicant) -> String {
    let names = { (list: [Int]) in words(list.map { year.applicants[$0].id }) }
    let wishes = applicant.countryRanks.map { group in
      group.map { year.countries[$0].id }.joined(separator: "=")
    }
    return line(
      "applicant \(applicant.id)",
      [
        (true, "\(applicant.sex.rawValue)"), (true, "born \(applicant.birthDate)"),
        (!applicant.prefecture.isEmpty, "from \(applicant.prefecture)"),
        (applicant.track != Applicant.openTrack, "track \(applicant.track)"),
        (!wishes.isEmpty, "wishes \(wishes.joined(separator: ">"))"),
        (!applicant.cohorts.isEmpty, "only \(cohortNames(applicant.cohorts))"),
        (
          !applicant.languages.isEmpty,
          words(applicant.languages.map { "\($0.code)\($0.level)" })
        ),
        (!applicant.skills.isEmpty, "skills \(words(applicant.skills))"),
        (applicant.teachingYears > 0, "taught \(applicant.teachingYears)"),
        (applicant.earlierDispatches > 0, "dispatched \(applicant.earlierDispatches)"),
        (applicant.medicalTier > 0, "medical \(applicant.medicalTier)"),
        (!applicant.diet.isEmpty, "diet \(words(applicant.diet))"),
        (true, "score \(applicant.interviewScore)"),
        (!applicant.togetherWith.isEmpty, "together \(names(applicant.togetherWith))"),
        (!applicant.apartFrom.isEmpty, "apart \(names(applicant.apartFrom))"),
        (applicant.availableFrom != nil, "free from \(applicant.availableFrom ?? Day(number: 0))"),
        (applicant.availableTo != nil, "free to \(applicant.availableTo ?? Day(number: 0))"),
        (!applicant.tags.isEmpty, "tags \(words(applicant.tags))"),
      ])
  }

  private func text(_ row: Pin) -> String {
    let place =
      switch row.place {
      case .anywhere: "anywhere"
      case .post(let id): "post \(id)"
      case .school(let school): "school \(year.schools[school].id)"
      }
    let cohort = row.cohort.map { " in \(year.cohorts[$0].id)" } ?? ""
    return "\(row.kind.rawValue) \(year.applicants[row.applicant].id) \(place)\(cohort)"
  }
}
