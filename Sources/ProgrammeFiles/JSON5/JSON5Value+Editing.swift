// SPDX-License-Identifier: GPL-3.0-or-later

extension JSON5Object {
  /// An object of members whose names differ.
  init(_ members: [Member]) {
    self.init(
      members,
      indices: Dictionary(
        members.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first }))
  }

  /// The object with a member, in place of one of that name or behind the others.
  func setting(_ member: Member) -> JSON5Object {
    var members = members
    if let index = indices[member.key] {
      members[index] = member
    } else {
      members.append(member)
    }
    return JSON5Object(members)
  }

  /// The object without a member.
  func removing(_ key: String) -> JSON5Object {
    JSON5Object(members.filter { $0.key != key })
  }
}

extension JSON5Value {
  /// Something else in the same place.
  func with(_ content: Content) -> JSON5Value {
    JSON5Value(content, at: position, step: step)
  }

  /// A member of an object.
  ///
  /// Setting one puts it in place of the member of that name or behind the others; what
  /// is no object stays as it is.
  subscript(key: String) -> JSON5Value? {
    get { object?[key] }
    set {
      guard let newValue, let object else { return }
      self = with(
        .object(object.setting(.init(key: key, keyPosition: newValue.position, value: newValue))))
    }
  }

  /// A member of an object in an object; setting one makes the object between them.
  subscript(outer: String, inner: String) -> JSON5Value? {
    get { self[outer]?[inner] }
    set {
      guard let newValue else { return }
      var object = self[outer] ?? newValue.with(.object(JSON5Object([])))
      object[inner] = newValue
      self[outer] = object
    }
  }
}
