// SPDX-License-Identifier: GPL-3.0-or-later

/// Circles of three or more in who names whom, in which somebody does not name
/// back.
///
/// Of each strongly connected part of the graph at most one circle is given:
/// the shortest through its first one-sided step.
///
/// - Parameter named: For each vertex, those it names.
/// - Returns: The circles, each from its first step on.
/// - Complexity: O(*v* + *e*) for the parts, and as much again for each part
///   that has a circle.
func circles(among named: [[Int]]) -> [[Int]] {
  let parts = stronglyConnectedParts(of: named)
  var isFound = [Bool](repeating: false, count: named.count)
  var circles: [[Int]] = []
  for (vertex, others) in named.enumerated() where !isFound[parts[vertex]] {
    for other in others
    where other != vertex && parts[other] == parts[vertex] && !named[other].contains(vertex) {
      isFound[parts[vertex]] = true
      circles.append([vertex] + shortestWay(from: other, to: vertex, in: named, parts))
      break
    }
  }
  return circles
}

/// The vertices from one to another of the same part, the last left out.
private func shortestWay(from start: Int, to end: Int, in named: [[Int]], _ parts: [Int]) -> [Int] {
  var before = [start: start]
  var queue = [start]
  var position = 0
  while position < queue.count, before[end] == nil {
    for next in named[queue[position]]
    where parts[next] == parts[start] && before[next] == nil {
      before[next] = queue[position]
      queue.append(next)
    }
    position += 1
  }
  var way: [Int] = []
  var vertex = before[end] ?? start
  while vertex != start {
    way.append(vertex)
    vertex = before[vertex] ?? start
  }
  way.append(start)
  return way.reversed()
}

/// The strongly connected part of each vertex (Tarjan 1972), without recursion.
private func stronglyConnectedParts(of named: [[Int]]) -> [Int] {
  let count = named.count
  var order = [Int](repeating: -1, count: count)
  var low = [Int](repeating: 0, count: count)
  var part = [Int](repeating: -1, count: count)
  var open: [Int] = []
  var path: [(vertex: Int, next: Int)] = []
  var clock = 0
  func enter(_ vertex: Int) {
    order[vertex] = clock
    low[vertex] = clock
    clock += 1
    open.append(vertex)
    path.append((vertex, 0))
  }
  for root in 0..<count where order[root] < 0 {
    enter(root)
    while let (vertex, next) = path.last {
      if next < named[vertex].count {
        path[path.count - 1].next += 1
        let other = named[vertex][next]
        if order[other] < 0 {
          enter(other)
        } else if part[other] < 0 {
          low[vertex] = min(low[vertex], order[other])
        }
        continue
      }
      path.removeLast()
      if let above = path.last?.vertex { low[above] = min(low[above], low[vertex]) }
      guard low[vertex] == order[vertex] else { continue }
      while let member = open.popLast() {
        part[member] = vertex
        if member == vertex { break }
      }
    }
  }
  return part
}
