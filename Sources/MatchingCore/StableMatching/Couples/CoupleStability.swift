// SPDX-License-Identifier: GPL-3.0-or-later

/// Which deviations of a couple count against a matching.
///
/// Two definitions are in the literature. They agree on single persons and on
/// couples that want two different places, and differ where both members of a
/// couple are to be at *one* place *h* with quota *q*. Write *M(h)* for who is
/// there, and let `r₁`, `r₂` be the members; a place prefers whoever has the
/// lower rank on its list.
///
/// | the couple wants both at *h*, and | `responsive` blocks if | `choice` blocks if |
/// | --- | --- | --- |
/// | neither is there; two seats are free | always | always |
/// | neither is there; one seat is free | *h* prefers one of them to somebody in *M(h)* | *h* prefers both of them to one somebody |
/// | neither is there; no seat is free | *h* prefers one of them to `s`, the other to `t`, `s` ≠ `t` | *h* prefers both of them to `s` and to `t` |
/// | `r₁` is there; a seat is free | always | always |
/// | `r₁` is there; no seat is free | *h* prefers `r₂` to somebody but `r₁` | *h* prefers both to somebody but `r₁` |
///
/// So `responsive` asks whether the place would rather have the new *group* (as
/// responsive preferences compare groups), and `choice` whether the place,
/// choosing its best *q* from everybody, would choose both. Whatever blocks
/// under `choice` blocks under `responsive`: a matching that is stable under
/// `responsive` is stable under `choice`, not the reverse, and there are
/// markets in which only the latter has one.
public enum CoupleStability: String, Hashable, Sendable, CaseIterable {
  /// McDermid and Manlove, "Keeping partners together" (2010); the definition
  /// of Biró, Manlove, McBride, "The hospitals/residents problem with couples:
  /// complexity and integer programming models" (2014), there called
  /// MM-stability.
  ///
  /// The default, since it is the stricter one: what it calls stable, the other
  /// does too.
  case responsive
  /// Biró, Irving, Schlotter, "Stable matching with couples: an empirical study"
  /// (2011), called BIS-stability; the rule by which Roth and Peranson's
  /// algorithm is usually read (Ashlagi, Braverman, Hassidim 2014; Drummond,
  /// Perrault, Bacchus, "SAT is an effective and complete method for solving
  /// stable matching problems with couples", IJCAI 2015).
  case choice
}
