import type { Database } from "@clientele/db";
import { clockAt, type TestClock } from "@clientele/testing/clock";
import { testIds } from "@clientele/testing/ids";
import { type Logger, pino } from "pino";
import type { Services } from "../src/context.ts";
import { servicesOf } from "../src/services.ts";
import type { Limits } from "../src/throttle/limits.ts";

export interface TestServices extends Services {
  clock: TestClock;
}

/** Services over a test's database: a clock that the test moves, ids that repeat, hashes that cost next to nothing. */
export const testServices = (
  db: Database,
  options: { clock?: TestClock; limits?: Limits; log?: Logger; wakeMail?: () => void } = {},
): TestServices => {
  const clock = options.clock ?? clockAt();
  const services = servicesOf({
    db,
    secret: "a secret that only tests know, long enough",
    log: options.log ?? pino({ level: "silent" }),
    realMail: false,
    wakeMail: options.wakeMail ?? (() => {}),
    now: clock.now,
    newId: testIds(clock.now),
    hashCost: { memoryKiB: 64, passes: 1 },
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  return { ...services, clock };
};
