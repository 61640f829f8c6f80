// SPDX-License-Identifier: GPL-3.0-or-later

/// A block of memory that a search owns for as long as it runs.
///
/// A copy is the same block. The owner gives it back exactly once, in its own
/// `deinit`, and hands it to nobody that lives longer. Indices are checked in
/// debug builds only: a search computes them from sizes that were checked when
/// the problem was made, and every kernel states the range of its own.
@safe
struct Cells<Element: BitwiseCopyable> {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating element: Element, count: Int) {
    unsafe base = UnsafeMutablePointer<Element>.allocate(capacity: max(count, 1))
    unsafe base.initialize(repeating: element, count: max(count, 1))
    self.count = count
  }

  init(_ elements: [Element], padding: Element) {
    self.init(repeating: padding, count: elements.count)
    for (index, element) in elements.enumerated() { self[index] = element }
  }

  /// - Precondition: The index is in `0..<count`.
  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "No cell \(index) among \(count).")
      return unsafe base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count, "No cell \(index) among \(count).")
      unsafe base[index] = newValue
    }
  }

  @inline(__always)
  func swapAt(_ first: Int, _ second: Int) {
    let element = self[first]
    self[first] = self[second]
    self[second] = element
  }

  /// Copies the first elements of another block.
  func copy(from other: Cells<Element>, count: Int) {
    assert(count <= self.count && count <= other.count)
    unsafe base.update(from: other.base, count: count)
  }

  func deallocate() {
    unsafe base.deallocate()
  }
}
