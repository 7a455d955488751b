import { eachDatabase } from "@clientele/testing/eachDatabase";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { z } from "zod";
import { runningProcedures, type RunningProcedure } from "../src/procedures.ts";
import { badBodiesOf, type BadInput, badInputsOf } from "./badInputs.ts";
import { newSession } from "./callAs.ts";
import { fingerprint } from "./fingerprint.ts";
import { httpDoors, type WireAnswer } from "./httpDoors.ts";
import { inputsFor, world } from "./world.ts";

const procedures = runningProcedures();
// A body that is too large is refused before its procedure is looked for: one of each kind of caller shows it.
const kinds = procedures.map(({ realm, kind, meta }) => `${realm} ${kind} ${meta.access}`);
const large = new Set(procedures.filter((_, at) => kinds.indexOf(kinds[at] ?? "") === at));

const Refused = z.object({
  error: z.strictObject({
    message: z.string(),
    code: z.int(),
    data: z.strictObject({
      code: z.string(),
      httpStatus: z.int(),
      problem: z.strictObject({
        code: z.string(),
        params: z.record(z.string(), z.unknown()),
        fields: z.record(z.string(), z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) })),
        requestId: z.string().min(1),
      }),
    }),
  }),
});

/** What is wrong with an answer to a bad input; null when it is refused as it must be. */
const complaintAbout = ({ what, field, refused }: BadInput, { status, body, requestId }: WireAnswer): string | null => {
  const answer = `${what} → ${status} ${JSON.stringify(body).slice(0, 300)}`;
  if (status >= 500) return answer;
  if (status < 400) return refused ? answer : null;
  const parsed = Refused.safeParse(body);
  if (!parsed.success) return `${answer}: not our shape`;
  const { problem, httpStatus } = parsed.data.error.data;
  if (problem.requestId !== requestId || httpStatus !== status) return `${answer}: not of this request`;
  const named = field === null || !refused || status === 413;
  if (!named && !Object.keys(problem.fields).some((key) => key.split(".")[0] === field))
    return `${answer}: not at ${field}`;
  return null;
};

eachDatabase((database, open) => {
  it("refuses every wrong input with a problem that says where, and changes nothing", async () => {
    const w = await world(await open());
    const inputs = inputsFor(w);
    const doors = await httpDoors(w.h);
    const tokens = {
      shop: await newSession(w.h, "shop", w.shopper.id),
      staff: await newSession(w.h, "staff", await w.h.staffId("owner")),
    };
    const send = async (procedure: RunningProcedure, bad: BadInput): Promise<string | null> => {
      const { realm, path } = procedure;
      const post = () => doors.post(realm, path, bad.body, tokens[realm]);
      let answer = await post();
      // A door that notices that this machine is slow holds calls off for a moment; that is no verdict on the input.
      for (let tries = 0; tries < 5 && answer.status === 503; tries += 1) {
        await setTimeout(1_000);
        answer = await post();
      }
      return complaintAbout(bad, answer);
    };
    const sendAll = async (wanted: (bad: BadInput) => boolean): Promise<(string | null)[]> => {
      const complaints: (string | null)[] = [];
      for (const procedure of procedures) {
        const bodies = [
          ...badBodiesOf(procedure, "small"),
          ...(large.has(procedure) ? badBodiesOf(procedure, "large") : []),
        ];
        const all = [...badInputsOf(procedure, inputs[procedure.name]), ...bodies].filter(wanted);
        // A wrong shape never gets as far as a database; only text is judged differently by the two.
        const sent = database === "sqlite" ? all : all.filter(({ characters }) => characters === true);
        for (let from = 0; from < sent.length; from += 8) {
          complaints.push(...(await Promise.all(sent.slice(from, from + 8).map((bad) => send(procedure, bad)))));
        }
      }
      return complaints;
    };

    const before = await fingerprint(w.h.db);
    const refused = await sendAll(({ refused }) => refused);
    expect(refused.length).toBeGreaterThan(database === "sqlite" ? 3_500 : 200);
    expect(refused.filter((complaint) => complaint !== null)).toEqual([]);
    expect(await fingerprint(w.h.db)).toEqual(before);

    // What a field may rightly hold must not break anything either.
    const taken = await sendAll(({ refused }) => !refused);
    expect(taken.length).toBeGreaterThan(20);
    expect(taken.filter((complaint) => complaint !== null)).toEqual([]);
  }, 120_000);
});
