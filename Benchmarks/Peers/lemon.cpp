// SPDX-License-Identifier: GPL-3.0-or-later
//
// LEMON's minimum-cost flow methods as peers: lemon METHOD FILE, where METHOD
// is network-simplex or cost-scaling. Reads the raw instance format of
// InstanceFamilies/FlowFile.swift, prints one line of JSON. Timed is building
// the solver object from the graph and its maps, and run(); the graph and the
// maps stand before the clock starts.
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <limits>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace {

using Graph = lemon::StaticDigraph;
using Value = std::int64_t;

template <class T>
std::vector<T> take(std::FILE* file, std::size_t count) {
  std::vector<T> numbers(count);
  if (std::fread(numbers.data(), sizeof(T), count, file) != count) std::exit(65);
  return numbers;
}

long peak() {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word) {
    if (word == "VmHWM:") {
      long size = 0;
      status >> size;
      return size * 1024;
    }
  }
  return 0;
}

template <class Solver, class Amount>
int solve(const char* path) {
  std::FILE* file = std::fopen(path, "rb");
  if (!file) return 66;
  const auto sizes = take<std::int64_t>(file, 2);
  const std::size_t nodes = sizes[0], arcs = sizes[1];
  Graph graph;
  std::vector<Amount> supply, lower, upper;
  std::vector<Value> cost;
  {
    const auto supplies = take<std::int64_t>(file, nodes);
    supply.assign(supplies.begin(), supplies.end());
    const auto tails = take<std::int32_t>(file, arcs);
    const auto heads = take<std::int32_t>(file, arcs);
    // StaticDigraph wants arcs in the order of their tails.
    std::vector<std::int32_t> order(arcs), position(arcs);
    std::iota(order.begin(), order.end(), 0);
    if (!std::is_sorted(tails.begin(), tails.end()))
      std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return tails[a] < tails[b]; });
    for (std::size_t i = 0; i < arcs; ++i) position[order[i]] = i;
    {
      std::vector<std::pair<int, int>> ends(arcs);
      for (std::size_t i = 0; i < arcs; ++i) ends[i] = {tails[order[i]], heads[order[i]]};
      graph.build(nodes, ends.begin(), ends.end());
    }
    const auto infinite = std::numeric_limits<Amount>::has_infinity
                              ? std::numeric_limits<Amount>::infinity()
                              : std::numeric_limits<Amount>::max();
    auto read = [&](auto& into) {
      into.resize(arcs);
      const std::size_t piece = 1 << 16;
      for (std::size_t first = 0; first < arcs; first += piece) {
        const auto part = take<std::int64_t>(file, std::min(piece, arcs - first));
        for (std::size_t i = 0; i < part.size(); ++i)
          into[position[first + i]] =
              part[i] == INT64_MAX ? static_cast<Value>(infinite) : part[i];
      }
    };
    read(lower);
    read(upper);
    read(cost);
  }
  std::fclose(file);
  Graph::NodeMap<Amount> supplyMap(graph);
  Graph::ArcMap<Amount> upperMap(graph);
  Graph::ArcMap<Value> costMap(graph);
  for (std::size_t v = 0; v < nodes; ++v) supplyMap[graph.node(v)] = supply[v];
  bool hasLowers = false;
  for (std::size_t i = 0; i < arcs; ++i) {
    upperMap[graph.arc(i)] = upper[i];
    costMap[graph.arc(i)] = cost[i];
    hasLowers = hasLowers || lower[i] != 0;
  }
  Graph::ArcMap<Amount>* lowerMap = nullptr;
  if (hasLowers) {
    lowerMap = new Graph::ArcMap<Amount>(graph);
    for (std::size_t i = 0; i < arcs; ++i) (*lowerMap)[graph.arc(i)] = lower[i];
  }
  supply = {}, lower = {}, upper = {}, cost = {};
  const auto start = std::chrono::steady_clock::now();
  Solver solver(graph);
  solver.upperMap(upperMap).costMap(costMap).supplyMap(supplyMap);
  if (lowerMap) solver.lowerMap(*lowerMap);
  const auto status = solver.run();
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (status == Solver::OPTIMAL) {
    std::printf("{\"status\":\"optimal\",\"objective\":%lld,\"seconds\":%.6f,\"peakBytes\":%ld}\n",
                static_cast<long long>(solver.template totalCost<Value>()), seconds, peak());
  } else {
    std::printf("{\"status\":\"infeasible\",\"seconds\":%.6f,\"peakBytes\":%ld}\n", seconds, peak());
  }
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) return 64;
  // Amounts of 32 bits and costs of 64: LEMON's own choice where sums of costs
  // may leave 32 bits; 64 bits for both is slower.
  if (!std::strcmp(words[1], "network-simplex"))
    return solve<lemon::NetworkSimplex<Graph, int, Value>, int>(words[2]);
  if (!std::strcmp(words[1], "cost-scaling"))
    return solve<lemon::CostScaling<Graph, int, Value>, int>(words[2]);
  return 64;
}
