import type { Staff } from "@clientele/domain/staff/staff";
import { later, minutes } from "@clientele/domain/time";
import { addAddress, addNote, answerConsent, continueNote, moveDefault, removeOldestAddress } from "./belongings.ts";
import { type Life, move, setMetadata, signIn, updateProfile } from "./life.ts";
import { consentReasons, disabledReasons, laterLines, noteTexts } from "./noteTexts.ts";
import { homeIn, withDigits } from "./person.ts";
import { type TagBox, tagNames } from "./tags.ts";
import { someoneAtTheDesk, type Team } from "./team.ts";
import { instantsAfter, type World } from "./world.ts";

/** What all stories are told with. */
export interface Telling {
  world: World;
  team: Team;
  tags: TagBox;
}

type Step = (at: Date) => void;

/** What happens to somebody: some of it at once, the rest spread over the time until now. */
export interface Course {
  soon: readonly Step[];
  over: readonly Step[];
}

/** The course with more after it. */
export const andThen = ({ soon, over }: Course, ...steps: readonly Step[]): Course => ({
  soon,
  over: [...over, ...steps],
});

/** Lets a course take place from the instant on, in its order. */
export const tell = ({ world }: Telling, from: Date, { soon, over }: Course): void => {
  let at = from;
  for (const step of soon) {
    at = later(at, world.random.int(minutes(1), minutes(9)));
    step(at);
  }
  const instants = instantsAfter(world, at, over.length);
  over.forEach((step, index) => step(instants[index] ?? at));
};

/** Steps that happen with a probability. */
const maybe = ({ world }: Telling, probability: number, ...steps: readonly Step[]): Step[] =>
  world.random.chance(probability) ? [...steps] : [];

const times = (count: number, step: Step): Step[] => Array.from({ length: count }, () => step);

const desk = ({ world, team }: Telling): Staff => someoneAtTheDesk(world, team);

const settleIn =
  ({ world }: Telling, life: Life): Step =>
  (at) => {
    const { phone, companyName, taxId, country } = life.person;
    const { random } = world;
    updateProfile(world, at, life, {
      ...(random.chance(0.75) ? { phone } : {}),
      companyName,
      taxId,
      ...(random.chance(0.8) ? { locale: country.locale } : {}),
    });
  };

const newHome =
  ({ world }: Telling, life: Life, staff?: Staff): Step =>
  (at) => {
    const { random } = world;
    const { country, phone } = life.person;
    const { firstName, lastName, companyName } = life.customer;
    const atWork = companyName !== null && random.chance(0.5);
    addAddress(
      world,
      at,
      life,
      {
        ...homeIn(random, country),
        label: random.pick(atWork ? ["Work", "Shop", ""] : ["Home", "", "", "Parents", "Holiday flat"]),
        firstName,
        lastName,
        company: atWork ? companyName : null,
        phone: random.chance(0.4) ? phone : null,
      },
      { asked: { shipping: random.chance(0.3), billing: random.chance(0.2) }, staff },
    );
  };

const consent =
  ({ world }: Telling, life: Life, channel: "email" | "sms" | "phone", state: "granted" | "withdrawn"): Step =>
  (at) =>
    answerConsent(world, at, life, { channel, state });

/** Takes back what was given, if it was. */
const secondThoughts =
  ({ world }: Telling, life: Life, channel: "email" | "sms"): Step =>
  (at) => {
    const given = life.consents.some(
      (answer) => answer.channel === channel && answer.present && answer.state === "granted",
    );
    if (given) answerConsent(world, at, life, { channel, state: "withdrawn" });
  };

/** What staff do with any customer over time. */
const staffSteps = (telling: Telling, life: Life): Step[] => {
  const { world, tags } = telling;
  const { random } = world;
  const staff = desk(telling);
  const note: Step = (at) =>
    addNote(world, at, life, desk(telling), { text: random.pick(noteTexts), pinned: random.chance(0.2) });
  const tagged: Step = (at) => tags.setTags(at, life, staff, random.some(tagNames, random.int(1, 3)));
  const card = { loyaltyCard: withDigits(random, "LH-#####") };
  const home = { preferredWood: random.pick(["oak", "walnut", "ash", "beech"]), lift: random.chance(0.5) };
  const metadata: Step = (at) =>
    setMetadata(world, at, life, staff, random.pick([card, home, { ...card, ...home, floor: random.int(0, 5) }]));
  return [
    ...maybe(telling, 0.35, tagged),
    ...maybe(telling, 0.3, note),
    ...maybe(telling, 0.12, metadata),
    ...maybe(telling, 0.1, note, (at) => continueNote(world, at, life, staff, random.pick(laterLines))),
    ...maybe(telling, 0.12, tagged),
  ];
};

/** What somebody with an account does over time, among what staff do. */
export const accountCourse = (telling: Telling, life: Life, allows: { email: boolean }): Course => {
  const { world } = telling;
  const { random } = world;
  const visit: Step = (at) => signIn(world, at, life);
  const moved: Step = (at) => moveDefault(world, at, life, random.pick(["shipping", "billing"]));
  const homes = random.pick([0, 1, 1, 1, 2, 2, 3]);
  const shelf = times(homes, newHome(telling, life));
  const soonHomes = random.chance(0.4) ? 1 : 0;
  const over: Step[] = [
    ...times(random.int(1, 7), visit),
    ...shelf.slice(soonHomes),
    ...(homes > 1 ? maybe(telling, 0.4, moved) : []),
    ...(homes > 1 ? maybe(telling, 0.12, (at) => removeOldestAddress(world, at, life)) : []),
    ...maybe(telling, 0.3, settleIn(telling, life)),
    ...maybe(telling, 0.15, consent(telling, life, "sms", "granted"), secondThoughts(telling, life, "sms")),
    ...maybe(telling, 0.08, consent(telling, life, "phone", "withdrawn")),
    ...(allows.email
      ? []
      : maybe(telling, 0.25, consent(telling, life, "email", "granted"), secondThoughts(telling, life, "email"))),
    ...maybe(telling, 0.2, (at) => updateProfile(world, at, life, { phone: life.person.phone })),
    ...staffSteps(telling, life),
  ];
  const soon = [
    ...(allows.email ? [consent(telling, life, "email", "granted")] : []),
    ...maybe(telling, 0.5, settleIn(telling, life)),
    ...shelf.slice(0, soonHomes),
  ];
  return { soon, over: random.some(over, over.length) };
};

/** The one whom visitors sign in as has something on every page. */
export const shopperCourse = (telling: Telling, life: Life): Course => {
  const { world, tags } = telling;
  const staff = desk(telling);
  const visit: Step = (at) => signIn(world, at, life);
  const text = "Bought the first table we ever sold, and still sends a card every December.";
  const soon: Step[] = [
    consent(telling, life, "email", "granted"),
    (at) => updateProfile(world, at, life, { phone: life.person.phone, locale: "de-DE" }),
    newHome(telling, life),
  ];
  const over: Step[] = [
    consent(telling, life, "sms", "granted"),
    visit,
    (at) => tags.setTags(at, life, staff, ["Regular", "Gift buyer"]),
    (at) => addNote(world, at, life, staff, { text, pinned: true }),
    newHome(telling, life),
    (at) => moveDefault(world, at, life, "billing"),
    (at) => answerConsent(world, at, life, { channel: "sms", state: "withdrawn" }),
    visit,
    newHome(telling, life),
    visit,
  ];
  return { soon, over };
};

/** What happens to a row without an account: staff write down what they hear. */
export const guestCourse = (telling: Telling, life: Life, allows: { email: boolean }): Course => {
  const { world } = telling;
  const { random } = world;
  const staff = desk(telling);
  const heard = { staff, reason: random.pick(consentReasons) };
  const granted = { channel: "email", state: "granted" } as const;
  const over = [
    ...maybe(telling, 0.35, newHome(telling, life, staff)),
    ...maybe(telling, 0.15, (at) => updateProfile(world, at, life, { phone: life.person.phone }, staff)),
    ...staffSteps(telling, life),
  ];
  return { soon: allows.email ? [(at) => answerConsent(world, at, life, granted, heard)] : [], over };
};

/** How an account comes to be closed by the store. */
export const closing = (telling: Telling, life: Life): Step => {
  const { world } = telling;
  const data = { reason: world.random.pick(disabledReasons), sessions: world.random.int(0, 2) };
  const staff = desk(telling);
  return (at) => move(world, at, life, staff, "customer.disabled", data);
};

/** A closed account that was opened again. */
export const reopening = (telling: Telling, life: Life): Step[] => {
  const { world } = telling;
  return [closing(telling, life), (at) => move(world, at, life, desk(telling), "customer.enabled")];
};
