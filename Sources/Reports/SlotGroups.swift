// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme

/// Slots that every applicant breaks the same rules at, taken together.
///
/// Slots of one cohort whose posts agree in housing, medical care, diets,
/// remoteness, the rules about posts alone and what criterion rules read exclude
/// the same people, so that whole groups are asked once. `forbid` rows look at
/// single posts: people who have any are asked slot by slot.
struct SlotGroups {
  private struct Key: Hashable {
    var cohort: Int
    var housing: Housing
    var medicalTier: Int
    var diets: [String]
    var isRemote: Bool
    var brokenByPost: [Rule]
    var criterionTraits: [Int]
  }

  let eligibility: DispatchEligibility
  /// The slots of each group, ascending.
  private(set) var members: [[Int]] = []
  /// The group of each slot.
  private(set) var groupOfSlot: [Int] = []
  /// The first slot of each group.
  private(set) var firstSlots: [Int] = []
  /// The hard rules that each group's posts break by themselves.
  private(set) var brokenByPost: [[Rule]] = []
  /// Applicants whom `forbid` rows name.
  let forbidden: Set<Int>

  init(_ eligibility: DispatchEligibility) {
    self.eligibility = eligibility
    let year = eligibility.year
    forbidden = Set(year.pins.filter { $0.kind == .forbid }.map(\.applicant))
    let hasPeople = !year.applicants.isEmpty
    var keys: [Key: Int] = [:]
    for (slot, pair) in eligibility.slots.enumerated() {
      let post = eligibility.posts[pair.post]
      let facts = eligibility.facts[pair.post]
      let broken = eligibility.brokenByPost(pair.post).filter { year.rules[$0] == .hard }
      var diets = Set(year.schools[post.base].dietAvailable)
      for school in post.schools.dropFirst() {
        diets.formIntersection(year.schools[school].dietAvailable)
      }
      let key = Key(
        cohort: pair.cohort, housing: facts.housing, medicalTier: facts.medicalTier,
        diets: diets.sorted(), isRemote: facts.isRemote, brokenByPost: broken,
        criterionTraits: hasPeople ? eligibility.criterionTraits(ofSlot: slot) : [])
      if let group = keys[key] {
        members[group].append(slot)
        groupOfSlot.append(group)
      } else {
        keys[key] = members.count
        groupOfSlot.append(members.count)
        members.append([slot])
        firstSlots.append(slot)
        brokenByPost.append(broken)
      }
    }
  }

  /// The hard pairwise rules that an applicant breaks at each group; a group
  /// is listed slot by slot for people with `forbid` rows.
  ///
  /// - Parameter applicant: An index into the year's applicants.
  /// - Returns: The group, the slots it stands for, and the rules.
  func broken(
    applicant: Int
  ) -> [(group: Int, slots: ArraySlice<Int>, rules: RuleSet)] {
    if !forbidden.contains(applicant) {
      var rules: [RuleSet] = []
      rulesOfGroups(brokenBy: applicant, into: &rules)
      return rules.enumerated().map { group, rules in (group, members[group][...], rules) }
    }
    var found: [(group: Int, slots: ArraySlice<Int>, rules: RuleSet)] = []
    for (group, slots) in members.enumerated() {
      for position in slots.indices {
        found.append(
          (
            group, slots[position...position],
            eligibility.hardBroken(applicant: applicant, slot: slots[position])
          ))
      }
    }
    return found
  }

  /// The hard pairwise rules that an applicant breaks at the first slot of each group.
  ///
  /// - Parameters:
  ///   - applicant: An index into the year's applicants.
  ///   - rules: Takes the rules of each group in place of what it held.
  func rulesOfGroups(brokenBy applicant: Int, into rules: inout [RuleSet]) {
    eligibility.hardBroken(applicant: applicant, slots: firstSlots, into: &rules)
  }
}
