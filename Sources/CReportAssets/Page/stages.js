// SPDX-License-Identifier: GPL-3.0-or-later
// What the plan of each problem shows: its charts, goals and tables.
"use strict";

const stageOf = (problem) => report.stages.find((stage) => stage.problem === problem);
const sum = (records, key) => d3.sum(records, (record) => Number(record[key]) || 0);

/** How far a goal's value is from its bound, of the value. */
function gapOf(tier) {
  return Math.abs(tier.bound - tier.value) / Math.max(1, Math.abs(tier.value));
}

/** A goal's number; shares are in a hundred. */
function tierNumber(tier, number) {
  return tier.shares ? percent(number / 10000, 2) : numeral(number);
}

/** How good a plan is, as a chip. */
function goodness(stage) {
  const gap = Math.max(0, ...stage.verification.tiers.map(gapOf));
  if (stage.status === "optimal" && gap === 0) return chip("good", say("state.best"));
  if (stage.status === "optimal") return chip("good", say("state.asked", { gap: percent(gap, 2) }));
  return chip("fair", say("state.stopped", { gap: percent(gap, 2) }));
}

function chip(kind, text) {
  return make("span", { class: `chip ${kind}` }, text);
}

function validity(stage) {
  return stage.verification.valid ? chip("good", say("state.valid")) : chip("bad", say("state.invalid"));
}

/** A key figure: what, how many, of how many, and more in words. */
function card(title, value, of, more) {
  const share = of ? Math.min(1, value / of) : null;
  const bar = make("span", {});
  if (share !== null) bar.style.width = `${share * 100}%`;
  return make("li", { class: "card" }, make("h3", {}, title),
    make("p", { class: "figure" }, numeral(value), " ",
      of ? make("small", {}, say("card.of", { of: numeral(of) })) : null),
    share === null ? null : make("div", { class: "meter", "aria-hidden": "true" }, bar),
    more ? make("p", {}, more) : null);
}

/** A part of the page. */
function part(identifier, title, ...content) {
  return make("section", { class: "part", id: identifier, "aria-labelledby": `${identifier}-title` },
    make("h2", { id: `${identifier}-title` }, title), content);
}

function goalsTable(stage) {
  const rows = stage.verification.tiers.map((tier) => [
    named("goal", tier.name), tierNumber(tier, tier.value), tierNumber(tier, tier.bound),
    tier.value === tier.bound
      ? (tier.shares_proven === false ? say("state.smallest") : say("state.best"))
      : say("state.within", { gap: percent(gapOf(tier), 2) }),
  ]);
  return make("div", {}, make("h3", {}, say("goals.title")), make("p", { class: "lead" }, say("goals.lead")),
    plainTable(say("goals.title"), ["goal", "value", "bound", "proof"].map((key) => say(`goals.${key}`)), rows, [1, 2]));
}

const stageCharts = {
  dispatch(stage) {
    const { facts } = stage;
    const fill = (rows, key, name) => rows.map((row) => ({
      label: name(row[key]), value: row.filled, of: row.places,
      text: `${numeral(row.filled)} / ${numeral(row.places)}`,
      cells: [name(row[key]), numeral(row.filled), numeral(row.places), percent(row.places ? row.filled / row.places : 0)],
    }));
    const titles = (key) => [say(`column.${key}`), say("map.filled"), say("map.places"), say("chart.share")];
    const countries = d3.nest().key((row) => row.country).entries(facts.cohorts)
      .map(({ key, values }) => ({ country: key, filled: sum(values, "filled"), places: sum(values, "places") }));
    const charts = [
      lyingBars(say("dispatch.cohorts"), say("dispatch.cohortsNote"), fill(facts.cohorts, "cohort", (id) => id), titles("cohort")),
      lyingBars(say("dispatch.countries"), say("dispatch.countriesNote"), fill(countries, "country", countryName), titles("country")),
    ];
    const placements = recordsOf(stage, "placements");
    const means = criteria.filter((key) => placements.some((row) => row[key])).map((key) => {
      const mean = d3.mean(placements, (row) => row[key]);
      const label = say(`column.${key}`);
      return { label, value: mean, of: 100, text: numeral(mean, 1), cells: [label, numeral(mean, 1)] };
    });
    if (placements.length > 1) {
      charts.push(
        histogram(say("dispatch.points"), say("dispatch.pointsNote"), placements.map((row) => row.points), say("column.points")),
        lyingBars(say("dispatch.criteria"), say("dispatch.criteriaNote"), means, [say("dispatch.criterion"), say("dispatch.mean")]));
    }
    const wishes = facts.wishes.map((count, index) => ({ label: say("dispatch.wish", { rank: index + 1 }), value: count }));
    if (facts.unnamed) wishes.push({ label: say("dispatch.unnamed"), value: facts.unnamed });
    const placed = d3.sum(wishes, (wish) => wish.value) || 1;
    charts.push(lyingBars(say("dispatch.wishes"), say("dispatch.wishesNote"), wishes.map((wish) => ({
      ...wish, of: placed, text: percent(wish.value / placed), cells: [wish.label, numeral(wish.value), percent(wish.value / placed)],
    })), [say("dispatch.wishes"), say("map.filled"), say("chart.share")]));
    return charts;
  },
  training(stage) {
    const people = (key) => {
      const counts = new Map();
      for (const row of recordsOf(stage, "delegates")) counts.set(row[key], (counts.get(row[key]) || 0) + row.people);
      return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
    };
    return [
      ...(stage.facts.weeks.length ? [timetable(stage.facts)] : []),
      lyingBars(say("training.countries"), say("training.countriesNote"), people("country").map(([code, count]) => ({
        label: countryName(code), value: count, text: numeral(count), cells: [countryName(code), numeral(count)],
      })), [say("column.country"), say("column.people")]),
      lyingBars(say("training.courses"), say("training.coursesNote"), people("course").map(([course, count]) => ({
        label: course, value: count, text: numeral(count), cells: [course, numeral(count)],
      })), [say("column.course"), say("column.people")]),
    ];
  },
  returnees(stage) {
    const held = recordsOf(stage, "held");
    const kinds = [...new Set(held.map((row) => row.kind))].sort()
      .map((key) => ({ key, name: named("value", key) }));
    return held.length ? [byMonth(held, kinds, "from", "kind", () => 1, say("returnees.months"), say("returnees.monthsNote"))] : [];
  },
  exchange(stage) {
    const visits = recordsOf(stage, "visits");
    const kinds = ["to-japan", "from-japan"].map((key) => ({ key, name: named("value", key) }));
    return visits.length
      ? [byMonth(visits, kinds, "from", "direction", (row) => row.teachers, say("exchange.months"), say("exchange.monthsNote"))] : [];
  },
  decade(stage) {
    const years = recordsOf(stage, "reach");
    const units = recordsOf(stage, "units");
    const kinds = [...new Set(units.map((row) => stage.facts.kinds[row.line]))].filter((kind) => kind)
      .map((key) => ({
        key, name: named("value", key),
        people: d3.sum(units, (row) => (stage.facts.kinds[row.line] === key ? row.people : 0)),
      }))
      .filter((kind) => kind.people > 0).sort((one, other) => other.people - one.people);
    const columns = years.map(({ year }) => ({ label: String(year), parts: {} }));
    for (const row of units) {
      const column = columns.find((other) => other.label === String(row.year));
      const kind = stage.facts.kinds[row.line];
      if (column) column.parts[kind] = (column.parts[kind] || 0) + row.people;
    }
    const aims = stage.facts.aims.filter((aim) => aim.wished > 0).map((aim) => ({
      label: named("aim", aim.aim), value: aim.points, of: aim.wished, text: percent(aim.points / aim.wished),
      cells: [named("aim", aim.aim), numeral(aim.points), numeral(aim.wished), percent(aim.points / aim.wished)],
    }));
    return [
      growth(say("decade.growth"), say("decade.growthNote"),
        years.map((row) => ({ label: String(row.year), value: row.people_so_far })), stage.facts.target,
        [say("column.year"), say("column.people_so_far")]),
      standingBars(say("decade.lines"), say("decade.linesNote"), columns, kinds, say("column.year")),
      ...(aims.length ? [lyingBars(say("decade.aims"), say("decade.aimsNote"), aims,
        [say("decade.aim"), say("decade.points"), say("decade.wished"), say("chart.share")])] : []),
    ];
  },
};

/** Rows by the month of a day, told apart by a column's words. */
function byMonth(rows, kinds, day, key, weight, title, note) {
  const months = new Map();
  for (const row of rows) {
    const month = String(row[day]).slice(0, 7);
    const parts = months.get(month) || {};
    parts[row[key]] = (parts[row[key]] || 0) + weight(row);
    months.set(month, parts);
  }
  const columns = [...months].sort().map(([month, parts]) => ({ label: say(`month.${Number(month.slice(5))}`), parts }));
  return standingBars(title, note, columns, kinds, say("chart.month"), true);
}

function stagePart(stage) {
  return part(stage.problem, say(`problem.${stage.problem}`),
    make("p", { class: "lead" }, say(`lead.${stage.problem}`)),
    make("div", { class: "figures" }, stageCharts[stage.problem](stage)),
    goalsTable(stage),
    make("h3", { class: "tables" }, say("table.title")),
    stage.tables.map((table) => planTable(stage, table)));
}
