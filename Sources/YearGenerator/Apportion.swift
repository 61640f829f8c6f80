// SPDX-License-Identifier: GPL-3.0-or-later

/// Divides a whole among shares in proportion to weights, by largest remainder;
/// among equal remainders the earlier share is served.
///
/// - Parameters:
///   - total: What is divided, 0 or more.
///   - weights: One for each share, none negative.
/// - Returns: A number for each share; their sum is `total` unless every weight
///   is zero.
func apportion(_ total: Int, by weights: [Int]) -> [Int] {
  let sum = weights.reduce(0, +)
  guard sum > 0 else { return weights.map { _ in 0 } }
  var shares = weights.map { total * $0 / sum }
  let order = weights.indices.sorted {
    let (left, right) = (total * weights[$0] % sum, total * weights[$1] % sum)
    return left == right ? $0 < $1 : left > right
  }
  for index in order.prefix(total - shares.reduce(0, +)) { shares[index] += 1 }
  return shares
}
