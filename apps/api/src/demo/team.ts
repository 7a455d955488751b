import type { Staff } from "@clientele/domain/staff/staff";
import { days, hours, later, minutes } from "@clientele/domain/time";
import { newStaff } from "../staff/invitations.ts";
import { byStaff, happened, instantsAfter, type World } from "./world.ts";

/** The people who run the demo store, one of each role. */
export interface Team {
  owner: Staff;
  manager: Staff;
  support: Staff;
  viewer: Staff;
}

const people = {
  manager: { email: "jonas.weidmann@lindenholz.example", name: "Jonas Weidmann", joins: 1 },
  support: { email: "aylin.demir@lindenholz.example", name: "Aylin Demir", joins: 3 },
  viewer: { email: "tom.okafor@lindenholz.example", name: "Tom Okafor", joins: 210 },
} as const;

/** The owner as the first start makes one; the others were invited and came. */
export const gatherTeam = (world: World): Team => {
  const owner: Staff = {
    ...newStaff,
    id: world.newId("staff", world.opened),
    email: "mara.lindner@lindenholz.example",
    name: "Mara Lindner",
    role: "owner",
    status: "active",
    createdAt: world.opened,
    updatedAt: world.opened,
  };
  happened(world, world.opened, byStaff(owner), { type: "staff.owner_created", staffId: owner.id });
  const invite = (role: keyof typeof people): Staff => {
    const { email, name, joins } = people[role];
    const invitedAt = later(world.opened, days(joins) + hours(1));
    const cameAt = later(invitedAt, hours(2) + minutes(world.random.int(1, 50)));
    const id = world.newId("staff", invitedAt);
    happened(world, invitedAt, byStaff(owner), { type: "staff.invited", staffId: id, data: { role } });
    happened(world, cameAt, byStaff({ id, role }), { type: "staff.invitation_accepted", staffId: id });
    const status = "active" as const;
    return { ...newStaff, id, email, name, role, status, createdAt: invitedAt, updatedAt: cameAt, version: 2 };
  };
  const team = { owner, manager: invite("manager"), support: invite("support"), viewer: invite("viewer") };
  return {
    owner: signedIn(world, team.owner),
    manager: signedIn(world, team.manager),
    support: signedIn(world, team.support),
    viewer: signedIn(world, team.viewer),
  };
};

/** The person after some weeks of coming to work. */
const signedIn = (world: World, staff: Staff): Staff => {
  const lately = later(world.now, -days(28));
  const times = instantsAfter(world, lately, staff.role === "viewer" ? 5 : 18);
  const data = { newDevice: false, code: null };
  for (const at of times) happened(world, at, byStaff(staff), { type: "staff.signed_in", staffId: staff.id, data });
  return { ...staff, lastSignInAt: times.at(-1) ?? null };
};

/** Somebody who may write down what concerns customers; most of it is the support desk's work. */
export const someoneAtTheDesk = ({ random }: World, { owner, manager, support }: Team): Staff =>
  random.pick([support, support, support, support, manager, owner]);
