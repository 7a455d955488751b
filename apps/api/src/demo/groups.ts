import { days, hours, later } from "@clientele/domain/time";
import type { Cast } from "./cast.ts";
import type { GroupBook } from "./groupBook.ts";
import type { Life } from "./life.ts";
import type { Telling } from "./stories.ts";
import { daytimeOf } from "./world.ts";

/** How many the largest group has as effective members. */
export const circleSize = 300;

interface Grouping extends Telling {
  book: GroupBook;
  cast: Cast;
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** Customers of before the instant, and of a kind. */
const candidates = ({ cast }: Grouping, at: Date, fits: (life: Life) => boolean = () => true): Life[] =>
  cast.everyone.filter((life) => life.customer.createdAt < at && fits(life));

/** Some hour of a day that is at least one day back. */
const daysAgo = ({ world }: Grouping, count: number): Date => daytimeOf(world, later(world.now, -days(count)));

const allows = (life: Life): boolean =>
  life.consents.some(({ channel, state, present }) => channel === "email" && state === "granted" && present);

/** The group that nearly everyone is in: filled month by month, and some have left. */
const newsletterCircle = (grouping: Grouping): void => {
  const { world, team, book, cast } = grouping;
  const group = book.begin(later(world.opened, days(4)), team.manager, {
    name: "Newsletter circle",
    description: "Reads our letter on the first of the month.\nJoins by the form in the shop or by asking us.",
    colour: "teal",
  });
  const last = daysAgo(grouping, 2);
  const eligible = candidates(grouping, last, (life) => life !== cast.shopper);
  // Whoever allows mail comes first; the others read it on paper.
  const ordered = [
    cast.shopper,
    ...world.random.some(eligible.filter(allows), eligible.length),
    ...world.random.some(
      eligible.filter((life) => !allows(life)),
      eligible.length,
    ),
  ];
  const members = ordered.slice(0, circleSize);
  const leavers = ordered
    .slice(circleSize, circleSize + 16)
    .filter(({ customer }) => customer.createdAt < daysAgo(grouping, 60));
  let left = [...members, ...leavers];
  for (let at = later(world.opened, days(30)); left.length > 0; at = later(at, days(30))) {
    const when = at < last ? daytimeOf(world, at) : last;
    const joining = left.filter(({ customer }) => customer.createdAt < when);
    left = left.filter((life) => !joining.includes(life));
    book.add(when, { group, lives: joining, staff: team.manager });
    if (when === last) break;
  }
  const half = Math.ceil(leavers.length / 2);
  book.remove(daysAgo(grouping, 12), group, leavers.slice(0, half), team.manager);
  book.remove(daysAgo(grouping, 5), group, leavers.slice(half), team.owner);
};

const wholesale = (grouping: Grouping): void => {
  const { world, team, book } = grouping;
  const group = book.begin(later(world.opened, days(5)), team.owner, {
    name: "Wholesale",
    description: "Shops, cafés and designers who buy for others.\nThe tax id has to be checked before anyone is added.",
    colour: "blue",
  });
  const firms = (at: Date, known: readonly Life[] = []): Life[] =>
    candidates(
      grouping,
      at,
      (life) => life.customer.companyName !== null && life.customer.status !== "disabled" && !known.includes(life),
    );
  const early = daysAgo(grouping, 400);
  const lately = daysAgo(grouping, 70);
  const reason = "Tax id checked";
  const founders = world.random.some(firms(early), 12);
  book.add(early, { group, lives: founders, staff: team.owner, reason });
  const joiners = world.random.some(firms(lately, founders), 8);
  const trial = daysAgo(grouping, 120);
  const tried = world.random.some(firms(trial, [...founders, ...joiners]), 4);
  const until = dayOf(daysAgo(grouping, 31));
  book.add(trial, { group, lives: tried, staff: team.manager, until, reason: "Trial for three months" });
  book.add(lately, { group, lives: joiners, staff: team.manager, reason });
  book.remove(daysAgo(grouping, 20), group, founders.slice(0, 2), team.owner);
  const yesterday = daysAgo(grouping, 1);
  const coming = world.random.some(firms(yesterday, [...founders, ...joiners, ...tried]), 5);
  const from = dayOf(later(world.now, days(24)));
  book.add(yesterday, {
    group,
    lives: coming,
    staff: team.manager,
    from,
    reason: "Agreement begins then",
  });
};

const vip = (grouping: Grouping): void => {
  const { world, team, book, cast } = grouping;
  const group = book.begin(later(world.opened, days(9)), team.manager, {
    name: "VIP",
    description: "Those who have been with us from the start, and a few we owe a favour.",
    colour: "violet",
  });
  const at = daysAgo(grouping, 300);
  const accounts = candidates(grouping, at, ({ customer }) => customer.status === "active");
  const others = accounts.filter((life) => life !== cast.shopper);
  book.add(at, { group, lives: [cast.shopper], staff: team.owner, reason: "With us since the first shop" });
  book.add(later(at, hours(1)), { group, lives: world.random.some(others, 17), staff: team.manager });
  const guests = world.random.some(others, 6);
  const until = dayOf(later(world.now, days(38)));
  book.add(daysAgo(grouping, 45), {
    group,
    lives: guests,
    staff: team.manager,
    until,
    reason: "Until the end of the season",
  });
};

const family = (grouping: Grouping): void => {
  const { world, team, book } = grouping;
  const group = book.begin(later(world.opened, days(9) + hours(2)), team.owner, {
    name: "Staff & family",
    description: "People who work here, and theirs.",
    colour: "amber",
  });
  const at = daysAgo(grouping, 350);
  const ours = world.random.some(
    candidates(grouping, at, ({ customer, person }) => customer.status === "active" && person.country.code === "DE"),
    11,
  );
  const reasons = ["Works in the workshop", "Family of Jonas", "Family of Aylin", "Family of Mara"];
  ours.forEach((life, index) => {
    const reason = reasons[index % reasons.length] ?? "";
    book.add(later(at, days(index * 9)), { group, lives: [life], staff: team.owner, reason });
  });
  const [first] = ours;
  if (first !== undefined) book.setReason(daysAgo(grouping, 90), group, first, "Runs the workshop", team.owner);
  book.remove(daysAgo(grouping, 30), group, ours.slice(-1), team.owner);
};

const press = (grouping: Grouping): void => {
  const { world, team, book } = grouping;
  const group = book.begin(later(world.opened, days(40)), team.manager, {
    name: "Press",
    description: "Journalists and people who write about furniture. For one year each, then we ask again.",
    colour: "slate",
  });
  const before = daysAgo(grouping, 500);
  const writers = world.random.some(candidates(grouping, before), 8);
  const reason = "Press card seen";
  const year = (at: Date): string => dayOf(later(at, days(365)));
  book.add(before, { group, lives: writers, staff: team.manager, until: year(before), reason });
  // Some were asked again and went on, which begins a second membership.
  const again = daysAgo(grouping, 100);
  book.add(again, { group, lives: writers.slice(0, 4), staff: team.manager, until: year(again), reason });
  const others = world.random.some(candidates(grouping, again), 5);
  book.add(later(again, days(3)), { group, lives: others, staff: team.manager, until: year(again), reason });
};

const students = (grouping: Grouping): void => {
  const { world, team, book } = grouping;
  const group = book.begin(later(world.opened, days(20)), team.manager, {
    name: "Students",
    description: "With a valid student card. Ends with the academic year, on 30 September.",
    colour: "orange",
  });
  const { now, opened } = world;
  // Before that too few know the store.
  const firstRound = later(opened, days(60));
  const thisYear = now.getUTCMonth() >= 9 ? now.getUTCFullYear() : now.getUTCFullYear() - 1;
  const joinIn = (year: number, count: number, already: readonly Life[]): Life[] => {
    const round = new Date(Date.UTC(year, 9, 4, 10, 20));
    const wanted = round < firstRound ? firstRound : round;
    const at = wanted < now ? wanted : later(now, -hours(2));
    const lives = [
      ...already,
      ...world.random.some(
        candidates(grouping, at, ({ customer }) => customer.companyName === null),
        count,
      ),
    ];
    const terms = { from: `${year}-10-01`, until: `${year + 1}-09-30`, reason: "Student card seen" };
    book.add(at, { group, lives: [...new Set(lives)], staff: team.manager, ...terms });
    return lives;
  };
  const former = joinIn(thisYear - 1, 22, []);
  joinIn(thisYear, 24, former.slice(0, 7));
};

/** The list that was kept at the stand; everyone on it was new. */
const popUp = (grouping: Grouping): void => {
  const { team, book, cast } = grouping;
  const at = cast.popUp[0]?.customer.createdAt;
  if (at === undefined) return;
  const group = book.begin(later(at, -hours(5)), team.manager, {
    name: `Berlin pop-up ${at.getUTCFullYear()}`,
    description: "Who left an address at the stand in the market hall.",
    colour: "pink",
  });
  const reason = "Guest book of the stand";
  book.add(at, { group, lives: cast.popUp, staff: team.manager, reason, entered: cast.popUp.length });
  const after =
    "Left an address at our stand in the market hall.\nWe promised to write no more than four times a year.";
  book.change(later(at, days(2)), team.manager, group, { description: after });
};

/** Made ready, and nobody has joined yet. */
const repairClub = (grouping: Grouping): void => {
  const { team, book } = grouping;
  const group = book.begin(daysAgo(grouping, 9), team.manager, {
    name: "Repair club",
    description: "Brings broken chairs on Thursday evenings. Opens with the first evening.",
    colour: "green",
  });
  book.change(daysAgo(grouping, 8), team.owner, group, {
    description:
      "Brings broken chairs on Thursday evenings and mends them with us.\nOpens with the first evening; nobody has joined yet.",
  });
};

/** Makes the eight groups with everyone who is, was and will be in them. */
export const gatherGroups = (grouping: Grouping): void => {
  newsletterCircle(grouping);
  wholesale(grouping);
  vip(grouping);
  family(grouping);
  press(grouping);
  students(grouping);
  popUp(grouping);
  repairClub(grouping);
};
