// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording
internal import Workbooks

extension PlanTable {
  /// Tables of trainings.
  static let training = [
    PlanTable(
      "sessions.csv", says: "The sessions that take place",
      [
        words("course", says: "The course"), words("site", says: "The house"),
        days("start", says: "First day"),
        days("end", says: "Last day"),
        numbers("people", says: "People, leaders included", colouring: .bars),
        numbers("women", says: "Women among them"), numbers("men", says: "Men among them"),
        words("countries", says: "Where they come from"),
        words("levels", says: "Their levels of Japanese"),
        numbers("classes", says: "Language classes at a time"),
        numbers("single_rooms", says: "Rooms for one"),
        numbers("twin_rooms", says: "Rooms for two"),
        numbers("cost_thousand_jpy", says: "Cost in thousand yen"),
      ]),
    PlanTable(
      "delegates.csv", says: "Who joins which session",
      [
        words("delegation", says: "The delegation, where the row is one's"),
        words("cohort", says: "The cohort of partners, where the row is one's"),
        words("course", says: "The course"), words("site", says: "The house"),
        days("start", says: "First day"),
        days("end", says: "Last day"), numbers("people", says: "People"),
        numbers("women", says: "Women among them"),
        numbers("men", says: "Men among them"), words("country", says: "The country's code"),
        words("school", says: "The delegation's school"),
        words("pinned", says: "Whether a planner has put it there"),
      ]),
    PlanTable(
      "rooms.csv", says: "Who has which room",
      [
        words("site", says: "The house"), words("room", says: "The room"),
        days("from", says: "First night"),
        days("to", says: "Last night"), words("course", says: "The course"),
        days("start", says: "First day of the session"), words("sex", says: "Women or men"),
        words("role", says: "Teachers, students, leaders or partners"),
        words("occupants", says: "Who has the room, by group and number"),
      ]),
    PlanTable(
      "waiting.csv", says: "Which delegations do not train, and why",
      [
        words("delegation", says: "The delegation"), words("school", says: "Its school"),
        words("country", says: "The country's code"), words("kind", says: "Teachers or students"),
        numbers("people", says: "People"), words("reasons", says: "Why, in a sentence"),
      ]),
  ]

  /// Tables of returned partners' activities.
  static let returnees = [
    PlanTable(
      "participations.csv", says: "Who takes part in which activity",
      [
        words("activity", says: "The activity's identifier"),
        words("returnee", says: "The returnee's identifier"),
        words("name", says: "The returnee's name"),
        words("activity_name", says: "The activity's name"), days("from", says: "First day"),
        days("to", says: "Last day"), numbers("km", says: "The way there, in kilometres"),
        numbers("cost_thousand_jpy", says: "Travel, in thousand yen"),
        words("leader", says: "Whether the person can lead"),
      ]),
    PlanTable(
      "held.csv", says: "Which activities take place",
      [
        words("activity", says: "The activity's identifier"), words("name", says: "Its name"),
        words("kind", says: "What it is"), words("prefecture", says: "Where it is"),
        days("from", says: "First day"),
        days("to", says: "Last day"),
        numbers("people", says: "Returnees who take part", colouring: .bars),
        numbers("seats_min", says: "Fewest it needs"), numbers("seats_max", says: "Most it takes"),
        numbers("leaders", says: "How many of them can lead"),
        numbers("reach", says: "People whom it reaches"),
        numbers("cost_thousand_jpy", says: "Travel, in thousand yen"),
        words("returnees", says: "Who takes part"),
      ]),
    PlanTable(
      "people.csv", says: "What each returnee does",
      [
        words("returnee", says: "The returnee's identifier"),
        words("name", says: "The returnee's name"),
        words("prefecture", says: "Where they live"),
        numbers("activities", says: "Activities in the year", colouring: .bars),
        numbers("quarter_1", says: "Those of April to June"),
        numbers("quarter_2", says: "Those of July to September"),
        numbers("quarter_3", says: "Those of October to December"),
        numbers("quarter_4", says: "Those of January to March"),
        numbers("km", says: "Their ways, in kilometres"),
        numbers("cost_thousand_jpy", says: "Travel, in thousand yen"),
        words("list", says: "The activities"),
      ]),
    PlanTable(
      "unmet.csv", says: "Which activities do not take place, and why",
      [
        words("activity", says: "The activity's identifier"), words("name", says: "Its name"),
        words("kind", says: "What it is"), words("prefecture", says: "Where it is"),
        days("from", says: "First day"),
        numbers("seats_min", says: "Fewest it needs"),
        numbers("possible", says: "Returnees who could take part"),
        numbers("reach", says: "People whom it would reach"),
        words("reason", says: "Why, in a sentence"),
      ]),
  ]

  /// Tables of the exchange of teachers.
  static let exchange = [
    PlanTable(
      "partnerships.csv", says: "Which schools exchange teachers",
      [
        words("japan", says: "The school in Japan"), words("abroad", says: "The school abroad"),
        days("to_japan", says: "First day of the visit to Japan; empty without one"),
        days("from_japan", says: "First day of the visit from Japan; empty without one"),
        words("japan_name", says: "The name of the school in Japan"),
        words("prefecture", says: "Where it is"),
        words("abroad_name", says: "The name of the school abroad"),
        words("country", says: "Its country"), words("area", says: "Its area"),
        words("level", says: "Primary or secondary"),
      ]),
    PlanTable(
      "visits.csv", says: "Who visits whom, by day",
      [
        words("direction", says: "To Japan or from Japan"), days("from", says: "First day"),
        days("to", says: "Last day"), words("guest", says: "The school that travels"),
        words("guest_name", says: "Its name"), words("guest_country", says: "Its country"),
        words("host", says: "The school that hosts"), words("host_name", says: "Its name"),
        words("host_country", says: "Its country"),
        words("host_area", says: "Its prefecture or area"),
        words("role", says: "Who travels"),
        numbers("teachers", says: "How many travel", colouring: .bars),
        words("pays_back", says: "Whether the visit pays back one of earlier years"),
      ]),
    PlanTable(
      "groups.csv", says: "Who travels together",
      [
        days("from", says: "First day"), days("to", says: "Last day"),
        words("direction", says: "To Japan or from Japan"),
        words("country", says: "The country abroad"),
        words("role", says: "Who travels"), numbers("schools", says: "Schools"),
        numbers("teachers", says: "Teachers", colouring: .bars),
        words("areas", says: "Where they are hosted"),
      ]),
    PlanTable(
      "schools.csv", says: "Every school, with its partners",
      [
        words("school", says: "The school's identifier"), words("name", says: "Its name"),
        words("country", says: "Its country"), words("area", says: "Its prefecture or area"),
        words("level", says: "Primary or secondary"),
        numbers("partners_max", says: "Most partners it can have"),
        words("partners", says: "Its partners"),
        words("sends_on", says: "First days of visits it makes"),
        words("hosts_on", says: "First days of visits it hosts"),
        words("wish", says: "Which of its wishes is met, 1 for the first"),
      ]),
    PlanTable(
      "unpartnered.csv", says: "Which schools have no partner, and why",
      [
        words("school", says: "The school's identifier"), words("name", says: "Its name"),
        words("country", says: "Its country"), words("area", says: "Its prefecture or area"),
        words("level", says: "Primary or secondary"),
        numbers("possible", says: "Schools that could be its partner"),
        words("reason", says: "Why, in a sentence"),
      ]),
    PlanTable(
      "debts.csv", says: "Who owes whom visits",
      [
        words("japan", says: "The school in Japan"), words("abroad", says: "The school abroad"),
        numbers("owed_before", says: "Visits owed before the year"),
        numbers("owed_after", says: "Visits owed after it"),
        words("owes", says: "The school that owes them"),
      ]),
    PlanTable(
      "ties.csv", says: "The ties of the next year",
      [
        words("japan", says: "The school in Japan"), words("abroad", says: "The school abroad"),
        numbers("strength", says: "How strong the tie is, 0 to 100"),
        numbers("to_japan", says: "Visits to Japan so far"),
        numbers("from_japan", says: "Visits from Japan so far"),
      ]),
  ]

  /// Tables of ten years.
  static let decade = [
    PlanTable(
      "units.csv", says: "How much of each line there is in each year",
      [
        words("line", says: "The programme line"),
        ExplainedColumn("year", .number(), says: "The fiscal year"),
        numbers("units", says: "Units", colouring: .bars), words("unit", says: "What a unit is"),
        numbers("people", says: "People reached"),
        numbers("cost_thousand_jpy", says: "Cost in thousand yen"),
        words("earned", says: "Whether the year is over, so that this is what it was"),
        words("name", says: "The line's name"),
      ]),
    PlanTable(
      "reach.csv", says: "What each year brings",
      [
        ExplainedColumn("year", .number(), says: "The fiscal year"),
        numbers("people", says: "People reached in the year"),
        numbers("people_so_far", says: "People reached up to its end", colouring: .bars),
        numbers("cost_thousand_jpy", says: "Cost in thousand yen"),
        numbers("budget_thousand_jpy", says: "Budget in thousand yen"),
        numbers(
          "people_over_all_years_if_lost", says: "People reached in all years if this one is lost"),
        numbers("extra_budget_thousand_jpy", says: "What the target needs beyond the budget"),
      ]),
    PlanTable(
      "backtest.csv", says: "What the estimates say of years that are over",
      [
        words("line", says: "The programme line"),
        words("years", says: "The years that are compared"),
        numbers("units", says: "Units in these years"),
        numbers("people_estimated", says: "People that the estimate gives"),
        numbers("people_reached", says: "People who were counted"),
        numbers("difference_percent", says: "By how many per cent the estimate is off"),
      ]),
  ]
}
