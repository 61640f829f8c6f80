// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Taking parts away from a year; what pointed behind the part moves up.
extension SmallYear {
  package func removing(applicant gone: Int) -> SmallYear {
    var copy = self
    copy.year.applicants.remove(at: gone)
    for index in copy.year.applicants.indices {
      copy.year.applicants[index].togetherWith.drop(gone)
      copy.year.applicants[index].apartFrom.drop(gone)
    }
    copy.year.pins = year.pins.compactMap { row in
      guard let applicant = moved(row.applicant, gone) else { return nil }
      var row = row
      row.applicant = applicant
      return row
    }
    copy.baseline = baseline?.compactMap { earlier in
      guard let applicant = moved(earlier.applicant, gone) else { return nil }
      var earlier = earlier
      earlier.applicant = applicant
      return earlier
    }
    return copy
  }

  package func removing(school gone: Int) -> SmallYear {
    var copy = self
    copy.year.schools.remove(at: gone)
    copy.year.givenPosts = year.givenPosts?.compactMap { post in
      guard !post.schools.contains(gone) else { return nil }
      var post = post
      post.schools = post.schools.compactMap { moved($0, gone) }
      return post
    }
    let name = year.schools[gone].id
    copy.year.pins = year.pins.compactMap { row in
      var row = row
      switch row.place {
      case .school(let school):
        guard let school = moved(school, gone) else { return nil }
        row.place = .school(school)
      case .post(let id):
        if id.split(separator: "+").contains(where: { $0 == name }) { return nil }
        if let given = copy.year.givenPosts, !given.contains(where: { $0.id == id }) { return nil }
      case .anywhere: break
      }
      return row
    }
    return copy
  }

  package func removing(cohort gone: Int) -> SmallYear {
    var copy = self
    copy.year.cohorts.remove(at: gone)
    // An emptied list would mean every cohort, so its owner keeps an old meaning
    // as little as possible: shrinking checks each step anyway.
    for index in copy.year.applicants.indices { copy.year.applicants[index].cohorts.drop(gone) }
    for index in copy.year.schools.indices { copy.year.schools[index].cohorts.drop(gone) }
    copy.year.pins = year.pins.compactMap { row in
      var row = row
      if let cohort = row.cohort {
        guard let cohort = moved(cohort, gone) else { return nil }
        row.cohort = cohort
      }
      return row
    }
    return copy
  }
}

/// Where an index stands once another is gone; nothing when it is that one.
private func moved(_ index: Int, _ gone: Int) -> Int? {
  index == gone ? nil : index > gone ? index - 1 : index
}

extension [Int] {
  fileprivate mutating func drop(_ gone: Int) {
    self = compactMap { moved($0, gone) }
  }
}
