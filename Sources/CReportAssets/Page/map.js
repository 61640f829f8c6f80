// SPDX-License-Identifier: GPL-3.0-or-later
// The map of the programme countries with the partners' posts.
"use strict";

const world = takeBlock("countries");

/** Posts of one city together, by country and city. */
function citiesOf(posts) {
  const cities = new Map();
  for (const post of posts) {
    const key = `${post.country}/${post.city || post.school}`;
    const city = cities.get(key) || {
      name: post.city || post.name || post.school, country: post.country, posts: 0, partners: 0,
      alone: false, latitude: 0, longitude: 0,
    };
    city.posts += 1;
    city.partners += post.partners;
    city.alone = city.alone || post.companions === 0;
    city.latitude += post.latitude;
    city.longitude += post.longitude;
    cities.set(key, city);
  }
  return [...cities.values()].map((city) => ({
    ...city, latitude: city.latitude / city.posts, longitude: city.longitude / city.posts,
  })).sort((one, other) => other.partners - one.partners);
}

/** The map, and the countries' figures beside it. */
function mapOf(facts) {
  const codes = new Set(facts.cohorts.map((cohort) => cohort.country));
  const cities = citiesOf(facts.posts);
  const shown = {
    type: "FeatureCollection",
    features: world.features.filter((feature) => codes.has(feature.id) || feature.id === "JPN"),
  };
  const rows = [...codes].map((code) => {
    const cohorts = facts.cohorts.filter((cohort) => cohort.country === code);
    const posts = facts.posts.filter((post) => post.country === code);
    return {
      code,
      places: d3.sum(cohorts, (cohort) => cohort.places),
      filled: d3.sum(cohorts, (cohort) => cohort.filled),
      posts: posts.length,
      cities: cities.filter((city) => city.country === code).length,
      alone: posts.filter((post) => post.companions === 0).length,
    };
  }).sort((one, other) => other.filled - one.filled || (one.code < other.code ? -1 : 1));
  const holder = make("div", {});
  drawings.push(() => {
    const width = Math.max(260, holder.clientWidth || 640);
    const height = Math.round(width * 0.82);
    const projection = d3.geoMercator().fitExtent([[10, 10], [width - 10, height - 10]], shown);
    const path = d3.geoPath(projection);
    const svg = d3.create("svg").attr("role", "img").attr("class", "map")
      .attr("viewBox", `0 0 ${width} ${height}`)
      .attr("aria-label", say("map.description", {
        partners: numeral(facts.filled), cities: numeral(cities.length), countries: numeral(rows.length),
      }));
    svg.append("rect").attr("class", "sea").attr("width", width).attr("height", height).attr("rx", 6);
    svg.append("g").selectAll("path").data(world.features).join("path").attr("d", path)
      .attr("class", (feature) =>
        feature.id === "JPN" ? "land japan" : codes.has(feature.id) ? "land ours" : "land");
    const most = d3.max(cities, (city) => city.partners) || 1;
    const radius = d3.scaleSqrt().domain([0, most]).range([0, Math.min(12, width / 52)]);
    svg.append("g").selectAll("circle").data(cities).join("circle")
      .attr("class", (city) => (city.alone ? "post alone" : "post"))
      .attr("r", (city) => Math.max(2.2, radius(city.partners)))
      .attr("cx", (city) => projection([city.longitude, city.latitude])[0])
      .attr("cy", (city) => projection([city.longitude, city.latitude])[1])
      .append("title").text((city) => say("map.city", {
        city: city.name, country: countryName(city.country), partners: numeral(city.partners),
        posts: numeral(city.posts),
      }) + (city.alone ? ` ${say("map.alone")}` : ""));
    holder.replaceChildren(svg.node());
  });
  const dot = (name) => {
    const svg = d3.create("svg").attr("viewBox", "0 0 12 12").attr("aria-hidden", "true");
    svg.append("circle").attr("class", name).attr("cx", 6).attr("cy", 6).attr("r", 4.8);
    return svg.node();
  };
  return make(
    "div",
    { class: "columns" },
    make(
      "figure",
      {},
      make("figcaption", {}, say("map.title"), make("small", {}, say("map.note"))),
      holder,
      make(
        "ul",
        { class: "legend" },
        make("li", {}, dot("post"), say("map.together")),
        make("li", {}, dot("post alone"), say("map.alone"))
      )
    ),
    plainTable(
      say("map.table"),
      ["country", "filled", "places", "posts", "cities", "alone_count"].map((key) => say(`map.${key}`)),
      rows.map((row) => [
        countryName(row.code), numeral(row.filled), numeral(row.places), numeral(row.posts),
        numeral(row.cities), numeral(row.alone),
      ]),
      [1, 2, 3, 4, 5]
    )
  );
}
