// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

// MARK: - Rules about one placement

extension Oracle {
  /// Whether a placement counts as a unit of a pairwise rule.
  ///
  /// Of `track-quota` this is the part about cohorts that do not take the
  /// track. For `criterion` ask with the criterion rule itself.
  package func breaks(_ rule: Rule, _ placement: Placement) -> Bool {
    let applicant = year.applicants[placement.applicant]
    let cohort = year.cohorts[placement.cohort]
    let schools = placement.post.schools.map { year.schools[$0] }
    return switch rule {
    case .trackQuota:
      applicant.track != Applicant.openTrack
        && !cohort.tracks.contains { $0.covers(applicant.track) }
    case .birthWindow: !isInBirthWindow(applicant, cohort)
    case .countryAccepted: !accepts(applicant, placement.cohort)
    case .availability: !isFree(applicant, for: cohort)
    case .housing: !schools[0].housing.admits(applicant.sex)
    case .medical: schools.contains { $0.medicalTier < applicant.medicalTier }
    case .diet:
      applicant.diet.contains { diet in schools.contains { !$0.dietAvailable.contains(diet) } }
    case .language: betterLevel(applicant, cohort) < languageNeeded(at: placement.post)
    case .forbid:
      year.pins.contains { $0.kind == .forbid && names($0, placement) }
    case .onePost, .onePostPerSchool, .seats, .cohortPlaces, .countryQuota, .hours, .travel,
      .together, .apart, .companions, .predeparture, .budget, .rotation, .announced, .pin, .quota,
      .criterion:
      false
    }
  }

  /// Whether a placement counts as a unit of a criterion rule.
  package func breaks(_ rule: CriterionRule, _ placement: Placement) -> Bool {
    selects(rule.select, placement) && points(rule.criterion, placement) < rule.minimum
  }

  /// Whether a row of `pins.csv` names the placement; it names its applicant.
  func names(_ pin: Pin, _ placement: Placement) -> Bool {
    guard pin.applicant == placement.applicant else { return false }
    if let cohort = pin.cohort, cohort != placement.cohort { return false }
    return switch pin.place {
    case .anywhere: true
    case .post(let id): placement.post.id == id
    case .school(let school): placement.post.schools.contains(school)
    }
  }

  private func isInBirthWindow(_ applicant: Applicant, _ cohort: Cohort) -> Bool {
    if let first = cohort.bornFrom, applicant.birthDate < first { return false }
    if let last = cohort.bornTo, applicant.birthDate > last { return false }
    return true
  }

  private func accepts(_ applicant: Applicant, _ cohort: Int) -> Bool {
    let ranks = applicant.countryRanks
    let country = year.cohorts[cohort].country
    let takesCountry = ranks.isEmpty || ranks.contains { $0.contains(country) }
    return takesCountry && (applicant.cohorts.isEmpty || applicant.cohorts.contains(cohort))
  }

  private func isFree(_ applicant: Applicant, for cohort: Cohort) -> Bool {
    var (first, last) = (cohort.dispatchStart, cohort.dispatchEnd)
    if let session = cohort.predeparture {
      first = min(first, session.lowerBound)
      last = max(last, session.upperBound)
    }
    if let from = applicant.availableFrom, from > first { return false }
    if let to = applicant.availableTo, to < last { return false }
    return true
  }

  /// The better of the levels in English and in the country's language.
  func betterLevel(_ applicant: Applicant, _ cohort: Cohort) -> Int {
    max(
      applicant.level(in: "en"), applicant.level(in: year.countries[cohort.country].language))
  }

  private func languageNeeded(at post: Post) -> Int {
    let isRemote = post.schools.contains { year.schools[$0].isRemote }
    return isRemote ? year.rules.language.minimumRemote : year.rules.language.minimum
  }
}

// MARK: - Rules about one open post

extension Oracle {
  /// Whether an open post counts as a unit of `hours` or `travel`.
  package func breaks(_ rule: Rule, _ post: Post) -> Bool {
    switch rule {
    case .hours:
      let hours = post.schools.reduce(0) { $0 + year.schools[$1].japaneseHours }
      return hours < year.rules.hours.minimum || hours > year.rules.hours.maximum
    case .travel:
      return post.schools.dropFirst().contains {
        metres(post.base, $0) > year.rules.travel.maximumMetres
      }
    default:
      preconditionFailure("The rule \(rule.rawValue) is not about an open post.")
    }
  }

  /// Whether a school has hosted so long without a gap that it must pause.
  package func mustPause(_ school: Int) -> Bool {
    let school = year.schools[school]
    return school.yearsRunning >= year.rules.rotation.maximumYearsRunning
      && school.lastHostedYear == year.fiscalYear - 1
  }
}

// MARK: - Companions

extension Oracle {
  /// Whether `companions` protects the placement.
  package func isGuarded(_ placement: Placement) -> Bool {
    let rule = year.rules.companions
    let applicant = year.applicants[placement.applicant]
    let cohort = year.cohorts[placement.cohort]
    return applicant.tags.contains(Applicant.firstAbroadTag)
      || cohort.dispatchStart.age(bornOn: applicant.birthDate) >= rule.oldestAge
      || betterLevel(applicant, cohort) < rule.lowLanguageBelow
  }
}
