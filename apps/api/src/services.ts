import type { Database } from "@clientele/db";
import { idPrefixes, type NewId } from "@clientele/domain/ids";
import type { Logger } from "pino";
import { monotonicFactory } from "ulid";
import type { Services } from "./context.ts";
import { mailedTokensOf } from "./sessions/mailedTokens.ts";
import { type HashCost, passwordHasher } from "./sessions/passwordHasher.ts";
import { vaultOf } from "./sessions/vault.ts";
import { type Limits, limits as usualLimits } from "./throttle/limits.ts";

/** What a process decides once; the rest of the services follows from it. */
export interface ServiceChoices {
  db: Database;
  secret: string;
  log: Logger;
  realMail: boolean;
  wakeMail: () => void;
  now: () => Date;
  newId?: NewId;
  limits?: Limits;
  hashCost?: HashCost;
}

/** Ids that rise with the clock and never repeat; the random part comes from the machine's secure source. */
const risingIds = (now: () => Date): NewId => {
  const next = monotonicFactory();
  return (kind) => `${idPrefixes[kind]}_${next(now().getTime())}`;
};

/** Everything a use case may ask for, put together for a server, a command or a test. */
export const servicesOf = ({ db, now, secret, log, realMail, wakeMail, ...choices }: ServiceChoices): Services => {
  const vault = vaultOf(secret);
  return {
    db,
    now,
    newId: choices.newId ?? risingIds(now),
    log,
    passwords: passwordHasher(choices.hashCost),
    tokens: mailedTokensOf(vault),
    vault,
    limits: choices.limits ?? usualLimits,
    wakeMail,
    realMail,
  };
};
