import type { Staff } from "@clientele/domain/staff/staff";
import { days, hours, later } from "@clientele/domain/time";
import { germany } from "./countries/germany.ts";
import { correctEmail, enterFromList, enterGuest, type Life, move, openAccount, signIn, signUp } from "./life.ts";
import { type Inventor, inventor } from "./person.ts";
import {
  accountCourse,
  andThen,
  closing,
  guestCourse,
  reopening,
  shopperCourse,
  tell,
  type Telling,
} from "./stories.ts";
import { someoneAtTheDesk } from "./team.ts";
import { daytimeOf } from "./world.ts";

/** Everyone the store knows. */
export interface Cast {
  /** The one whose password is printed. */
  shopper: Life;
  /** Who left an address at the stand, entered from one list. */
  popUp: readonly Life[];
  /** All of them, those above included, the oldest first. */
  everyone: readonly Life[];
}

/** How many live through which story; with the shopper they are 600. */
const counts = {
  signedUp: 347,
  invitedAndCame: 56,
  cameUnasked: 14,
  guests: 96,
  invited: 20,
  invitedLately: 4,
  withdrawn: 3,
  disabled: 14,
  reopened: 3,
  popUpGuests: 32,
  popUpCame: 10,
} as const;

const shopperEmail = "clara.sommer@lindenholz.example";

interface Casting extends Telling {
  invent: Inventor;
}

/** Newer rows are more: the store grows. */
const someInstant = ({ world }: Casting): Date => {
  const { random, now, opened } = world;
  const span = now.getTime() - opened.getTime() - days(10);
  const at = later(now, -(hours(3) + Math.floor((span - hours(3)) * random.next() ** 1.4)));
  const inDaytime = daytimeOf(world, at);
  return inDaytime < later(now, -hours(2)) ? inDaytime : at;
};

/** Early enough that a longer story has room. */
const someEarlyInstant = (casting: Casting): Date => {
  const at = someInstant(casting);
  const latest = later(casting.world.now, -days(20));
  return at < latest ? at : later(latest, -days(casting.world.random.int(0, 60)));
};

const desk = ({ world, team }: Casting): Staff => someoneAtTheDesk(world, team);

const allowing = ({ world }: Casting): { email: boolean } => ({ email: world.random.chance(0.5) });

const signedUp = (casting: Casting): Life => {
  const at = someInstant(casting);
  const life = signUp(casting.world, at, casting.invent());
  tell(casting, at, accountCourse(casting, life, allowing(casting)));
  return life;
};

/** A guest of whom the store knows much, little or only the address. */
const entered = (casting: Casting, at: Date): Life => {
  const { random } = casting.world;
  const person = casting.invent();
  const { firstName, lastName, phone, companyName, taxId } = person;
  const { locale } = person.country;
  const known = random.pick([
    {},
    { firstName, lastName },
    { firstName, lastName, phone, locale },
    { firstName, lastName, phone, companyName, taxId, locale },
    { firstName, lastName, companyName, taxId },
  ]);
  return enterGuest(casting.world, at, desk(casting), person, known);
};

const guest = (casting: Casting): Life => {
  const { world } = casting;
  const at = someInstant(casting);
  const life = entered(casting, at);
  const course = guestCourse(casting, life, allowing(casting));
  // Staff sometimes mistype an address.
  const { email } = life.customer;
  const mistyped = email !== null && world.random.chance(0.06);
  if (mistyped) life.customer = { ...life.customer, email: email.replace(".example", ".exmaple.example") };
  const corrected = (when: Date): void =>
    correctEmail(world, when, life, desk(casting), email ?? "", "Mistyped on the phone");
  tell(casting, at, mistyped ? { ...course, over: [corrected, ...course.over] } : course);
  return life;
};

const invite =
  (casting: Casting, life: Life) =>
  (at: Date): void =>
    move(casting.world, at, life, desk(casting), "customer.invited");

const invitedAndCame = (casting: Casting): Life => {
  const { world } = casting;
  const at = someEarlyInstant(casting);
  const life = entered(casting, at);
  const invitedAt = later(at, days(world.random.int(0, 9)) + hours(1));
  invite(casting, life)(invitedAt);
  // The link is good for 72 hours.
  const cameAt = later(invitedAt, hours(world.random.int(1, 70)));
  openAccount(world, cameAt, life);
  tell(casting, cameAt, accountCourse(casting, life, allowing(casting)));
  return life;
};

const cameUnasked = (casting: Casting): Life => {
  const { world } = casting;
  const at = someEarlyInstant(casting);
  const life = entered(casting, at);
  const cameAt = later(at, days(world.random.int(1, 10)));
  openAccount(world, cameAt, life);
  tell(casting, cameAt, accountCourse(casting, life, allowing(casting)));
  return life;
};

const invited = (casting: Casting): Life => {
  const at = someEarlyInstant(casting);
  const life = entered(casting, at);
  const again = casting.world.random.chance(0.3) ? [invite(casting, life)] : [];
  tell(casting, at, andThen(guestCourse(casting, life, allowing(casting)), invite(casting, life), ...again));
  return life;
};

/** Whose invitation can still be followed. */
const invitedLately = (casting: Casting): Life => {
  const { world } = casting;
  const at = later(world.now, -days(world.random.int(5, 40)));
  const life = entered(casting, at);
  invite(casting, life)(later(world.now, -hours(world.random.int(2, 44))));
  return life;
};

const withdrawn = (casting: Casting): Life => {
  const { world } = casting;
  const at = someEarlyInstant(casting);
  const life = entered(casting, at);
  const withdraw = (when: Date): void => move(world, when, life, desk(casting), "customer.invitation_withdrawn");
  tell(casting, at, { soon: [], over: [invite(casting, life), withdraw] });
  return life;
};

const disabled = (casting: Casting): Life => {
  const at = someEarlyInstant(casting);
  const life = signUp(casting.world, at, casting.invent());
  tell(casting, at, andThen(accountCourse(casting, life, allowing(casting)), closing(casting, life)));
  return life;
};

const reopened = (casting: Casting): Life => {
  const at = someEarlyInstant(casting);
  const life = signUp(casting.world, at, casting.invent());
  const back = (when: Date): void => signIn(casting.world, when, life);
  tell(casting, at, andThen(accountCourse(casting, life, allowing(casting)), ...reopening(casting, life), back));
  return life;
};

/** Everyone from the pop-up's list came into the store's books in the same instant. */
const popUpGuest = (casting: Casting, at: Date, comes: boolean): Life => {
  const { world, invent } = casting;
  const isLocal = world.random.chance(0.8);
  const person = invent(isLocal ? { country: germany, company: false } : { company: false });
  const life = enterFromList(world, at, person, world.random.chance(0.75) ? "known" : "unknown");
  if (comes) {
    const cameAt = later(at, days(world.random.int(1, 30)));
    openAccount(world, cameAt, life);
    tell(casting, cameAt, accountCourse(casting, life, { email: true }));
  } else {
    // The first steps come after the list itself.
    tell(casting, later(at, hours(1)), guestCourse(casting, life, allowing(casting)));
  }
  return life;
};

const shopper = (casting: Casting): Life => {
  const { world, invent } = casting;
  const at = later(world.now, -days(640));
  const invented = invent({ country: germany, name: { first: "Clara", last: "Sommer" }, company: false });
  const life = signUp(world, at, { ...invented, email: shopperEmail });
  tell(casting, at, shopperCourse(casting, life));
  return life;
};

/** Lets all 600 live through their time with the store. */
export const gatherCast = (telling: Telling, popUpAt: Date): Cast => {
  const casting: Casting = { ...telling, invent: inventor(telling.world.random) };
  const many = (count: number, story: (casting: Casting) => Life): Life[] =>
    Array.from({ length: count }, () => story(casting));
  const clara = shopper(casting);
  const popUp = [
    ...many(counts.popUpGuests, () => popUpGuest(casting, popUpAt, false)),
    ...many(counts.popUpCame, () => popUpGuest(casting, popUpAt, true)),
  ];
  const everyone = [
    clara,
    ...popUp,
    ...many(counts.signedUp, signedUp),
    ...many(counts.invitedAndCame, invitedAndCame),
    ...many(counts.cameUnasked, cameUnasked),
    ...many(counts.guests, guest),
    ...many(counts.invited, invited),
    ...many(counts.invitedLately, invitedLately),
    ...many(counts.withdrawn, withdrawn),
    ...many(counts.disabled, disabled),
    ...many(counts.reopened, reopened),
  ].toSorted((one, other) => one.customer.createdAt.getTime() - other.customer.createdAt.getTime());
  return { shopper: clara, popUp, everyone };
};
