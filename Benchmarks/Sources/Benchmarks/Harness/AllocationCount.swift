// SPDX-License-Identifier: GPL-3.0-or-later
internal import CAllocationCount

/// How often the process has asked for memory.
enum AllocationCount {
  /// Calls of `malloc` and its like so far, in all threads.
  static var now: Int { allocation_count() }
}
