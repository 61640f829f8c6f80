// SPDX-License-Identifier: GPL-3.0-or-later
// Charts, drawn with D3; each has its figures as a table beside it.
"use strict";

/** Draws every chart anew at the width that it has now. */
const drawings = [];

/** Colours of kinds that stand on each other; they are told apart in grey, too. */
const shades = [
  "#1f3f6e", "#4f7cac", "#9fbcd8", "#0f766e", "#7fb8a4", "#8a5a00", "#d9a441", "#7b3f61", "#c48aa9",
  "#5c6670",
];

/**
 * A chart with its title, what it shows in words, and its figures.
 *
 * `draw(svg, width)` draws into an empty SVG element and returns its height.
 */
function figure(title, note, draw, titles, rows, numbers, isWide = false) {
  const holder = make("div", {});
  const redraw = () => {
    const width = Math.max(260, holder.clientWidth || 560);
    const svg = d3.create("svg").attr("role", "img").attr("aria-label", `${title}. ${note}`);
    const height = draw(svg, width);
    svg.attr("viewBox", `0 0 ${width} ${height}`);
    holder.replaceChildren(svg.node());
  };
  drawings.push(redraw);
  return make(
    "figure",
    { class: isWide ? "wide" : null },
    make("figcaption", {}, title, note ? make("small", {}, note) : null),
    holder,
    make(
      "details",
      {},
      make("summary", {}, say("chart.figures")),
      plainTable(title, titles, rows, numbers)
    )
  );
}

/** Draws all charts at their width. */
function drawAll() {
  for (const draw of drawings) draw();
}

/** The widest of some texts, about, in pixels. */
function widthOf(texts) {
  let widest = 0;
  for (const text of texts) {
    let width = 0;
    for (const letter of text) width += letter.charCodeAt(0) > 0x2e80 ? 12.5 : 6.7;
    widest = Math.max(widest, width);
  }
  return widest;
}

/** As many of some labels as have room where each has so many pixels. */
function readable(labels, step) {
  const every = Math.ceil((widthOf(labels) + 8) / step);
  return labels.filter((_, index) => index % every === 0);
}

/** Lying bars: `rows` of {label, value, of, text}; `of` is what the bar could be at most. */
function lyingBars(title, note, rows, titles) {
  const most = d3.max(rows, (row) => Math.max(row.value, row.of || 0)) || 1;
  const draw = (svg, width) => {
    const step = 25;
    const left = Math.min(widthOf(rows.map((row) => row.label)) + 10, width * 0.42);
    const right = widthOf(rows.map((row) => row.text)) + 12;
    const scale = d3.scaleLinear().domain([0, most]).range([0, width - left - right]);
    const group = svg.selectAll("g").data(rows).join("g")
      .attr("transform", (_, index) => `translate(0,${index * step})`);
    group.append("text").attr("x", left - 8).attr("y", 16).attr("text-anchor", "end")
      .text((row) => row.label);
    group.append("rect").attr("class", "ground").attr("x", left).attr("y", 4).attr("rx", 2)
      .attr("height", 16).attr("width", (row) => scale(row.of === undefined ? 0 : row.of));
    group.append("rect").attr("class", "filling").attr("x", left).attr("y", 4).attr("rx", 2)
      .attr("height", 16).attr("width", (row) => scale(row.value));
    group.append("text").attr("class", "quiet").attr("y", 16)
      .attr("x", (row) => left + scale(Math.max(row.value, row.of || 0)) + 8)
      .text((row) => row.text);
    return rows.length * step + 4;
  };
  return figure(title, note, draw, titles, rows.map((row) => row.cells), d3.range(1, titles.length));
}

/** How many of some values lie in each of equal steps. */
function histogram(title, note, values, valueTitle) {
  const bins = d3.histogram().thresholds(12)(values);
  const shown = (bin) => `${numeral(bin.x0)}–${numeral(bin.x1)}`;
  const draw = (svg, width) => {
    const [height, left, bottom] = [210, 44, 38];
    const x = d3.scaleLinear().domain([bins[0].x0, bins[bins.length - 1].x1]).range([left, width - 12]);
    const y = d3.scaleLinear().domain([0, d3.max(bins, (bin) => bin.length)]).nice()
      .range([height - bottom, 10]);
    svg.append("g").attr("transform", `translate(0,${height - bottom})`)
      .call(d3.axisBottom(x).ticks(width / 90).tickFormat((value) => numeral(value)));
    svg.append("g").attr("transform", `translate(${left},0)`)
      .call(d3.axisLeft(y).ticks(5).tickFormat((value) => numeral(value, 1)));
    svg.selectAll(".filling").data(bins).join("rect").attr("class", "filling")
      .attr("x", (bin) => x(bin.x0) + 1).attr("width", (bin) => Math.max(0, x(bin.x1) - x(bin.x0) - 2))
      .attr("y", (bin) => y(bin.length)).attr("height", (bin) => y(0) - y(bin.length));
    svg.append("text").attr("class", "quiet").attr("x", width - 12).attr("y", height - 3)
      .attr("text-anchor", "end").text(valueTitle);
    return height;
  };
  return figure(
    title, note, draw, [valueTitle, say("chart.count")],
    bins.map((bin) => [shown(bin), numeral(bin.length)]), [1]
  );
}

/** Standing bars made of kinds: `columns` of {label, parts: {kind: value}}. */
function standingBars(title, note, columns, kinds, labelTitle, isWide = false) {
  const color = d3.scaleOrdinal(kinds.map((kind) => kind.key), shades);
  const sum = (column) => d3.sum(kinds, (kind) => column.parts[kind.key] || 0);
  const draw = (svg, width) => {
    const left = 12 + widthOf([numeral(d3.max(columns, sum) || 1)]);
    const perRow = Math.max(1, Math.floor((width - left) / (34 + widthOf(kinds.map((kind) => kind.name)))));
    const legend = kinds.length > 1 ? Math.ceil(kinds.length / perRow) * 18 + 8 : 0;
    const [height, bottom] = [230, 24];
    const x = d3.scaleBand(columns.map((column) => column.label), [left, width - 6]).padding(0.25);
    const y = d3.scaleLinear().domain([0, d3.max(columns, sum) || 1]).nice().range([height - bottom, 10]);
    svg.append("g").attr("transform", `translate(0,${height - bottom})`)
      .call(d3.axisBottom(x).tickSizeOuter(0).tickValues(readable(x.domain(), x.step())));
    svg.append("g").attr("transform", `translate(${left},0)`)
      .call(d3.axisLeft(y).ticks(5).tickFormat((value) => numeral(value, 1)));
    for (const column of columns) {
      let base = 0;
      for (const kind of kinds) {
        const value = column.parts[kind.key] || 0;
        svg.append("rect").attr("fill", color(kind.key)).attr("x", x(column.label))
          .attr("width", x.bandwidth()).attr("y", y(base + value)).attr("height", y(base) - y(base + value))
          .append("title").text(`${column.label}, ${kind.name}: ${numeral(value)}`);
        base += value;
      }
    }
    if (legend) {
      const cell = (width - left) / perRow;
      const entry = svg.selectAll(".entry").data(kinds).join("g").attr("transform", (_, index) =>
        `translate(${left + (index % perRow) * cell},${height + 8 + Math.floor(index / perRow) * 18})`);
      entry.append("rect").attr("width", 11).attr("height", 11).attr("rx", 2).attr("fill", (kind) => color(kind.key));
      entry.append("text").attr("x", 17).attr("y", 10).text((kind) => kind.name);
    }
    return height + legend;
  };
  return figure(
    title, note, draw,
    [labelTitle, ...kinds.map((kind) => kind.name), ...(kinds.length > 1 ? [say("chart.all")] : [])],
    columns.map((column) => [
      column.label, ...kinds.map((kind) => numeral(column.parts[kind.key] || 0)),
      ...(kinds.length > 1 ? [numeral(sum(column))] : []),
    ]),
    d3.range(1, kinds.length + 2), isWide
  );
}

/** A curve that grows towards a target: `points` of {label, value}. */
function growth(title, note, points, target, titles) {
  const draw = (svg, width) => {
    const most = Math.max(target, d3.max(points, (point) => point.value));
    const [height, bottom, left] = [250, 24, 12 + widthOf([numeral(most)])];
    const x = d3.scalePoint(points.map((point) => point.label), [left, width - 26]).padding(0.3);
    const y = d3.scaleLinear().domain([0, most * 1.08]).range([height - bottom, 10]);
    svg.append("path").datum(points).attr("class", "area")
      .attr("d", d3.area().x((point) => x(point.label)).y0(y(0)).y1((point) => y(point.value)));
    svg.append("g").attr("transform", `translate(0,${height - bottom})`)
      .call(d3.axisBottom(x).tickSizeOuter(0).tickValues(readable(x.domain(), x.step())));
    svg.append("g").attr("transform", `translate(${left},0)`)
      .call(d3.axisLeft(y).ticks(5).tickFormat((value) => numeral(value)));
    svg.append("path").datum(points).attr("class", "curve")
      .attr("d", d3.line().x((point) => x(point.label)).y((point) => y(point.value)));
    svg.selectAll(".filling").data(points).join("circle").attr("class", "filling").attr("r", 3.5)
      .attr("cx", (point) => x(point.label)).attr("cy", (point) => y(point.value))
      .append("title").text((point) => `${point.label}: ${numeral(point.value)}`);
    svg.append("line").attr("class", "target").attr("x1", left).attr("x2", width - 6)
      .attr("y1", y(target)).attr("y2", y(target));
    svg.append("text").attr("x", left + 8).attr("y", y(target) + 16)
      .text(say("decade.target", { people: numeral(target) }));
    return height;
  };
  return figure(title, note, draw, titles, points.map((point) => [point.label, numeral(point.value)]), [1]);
}

/** Beds taken by site and week, as a table whose cells are the darker the fuller the house is. */
function timetable(facts) {
  const dark = d3.scaleQuantize([0, 1], ["#e3ecf6", "#c3d5e9", "#9dbad9", "#3c6396", "#1f3f6e"]);
  const month = (week) => Number(week.slice(5, 7));
  const head = facts.weeks.map((week, index) => {
    const isNew = index === 0 || month(week) !== month(facts.weeks[index - 1]);
    const [day, name] = [Number(week.slice(8)), say(`month.${month(week)}`)];
    return make("th", { scope: "col", title: dayInWords(week) }, isNew ? name : "", make("br"), String(day));
  });
  const rows = facts.sites.map((site) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, site.name || site.site, make("br"),
        make("small", { class: "quiet" }, say("training.beds", { beds: numeral(site.beds) }))),
      facts.weeks.map((week, index) => {
        const [used, others] = [site.used[index], site.others[index]];
        const share = site.beds ? site.taken[index] / site.beds : 0;
        const cell = make(
          "td",
          { title: say("training.cell", { week: dayInWords(week), used, others, beds: site.beds }) },
          used ? String(used) : others ? make("small", {}, "·") : ""
        );
        if (used) {
          cell.style.background = dark(share);
          cell.style.color = share > 0.6 ? "#ffffff" : "#1c2733";
        }
        return cell;
      })
    )
  );
  return make(
    "figure",
    { class: "wide" },
    make("figcaption", {}, say("training.timetable"), make("small", {}, say("training.timetableNote"))),
    make(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": say("training.timetable") },
      make(
        "table",
        { class: "timetable" },
        make("caption", { class: "unseen" }, say("training.timetable")),
        make("thead", {}, make("tr", {}, make("th", { scope: "col" }, say("training.site")), head)),
        make("tbody", {}, rows)
      )
    )
  );
}
