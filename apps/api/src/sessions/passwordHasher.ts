import { hash, verify, type Options } from "@node-rs/argon2";
import { assertOutsideTransaction } from "@clientele/db/transactionScope";
import { DomainError } from "@clientele/domain/errors";
import PQueue from "p-queue";

/** Hashes and compares passwords; the stored form is PHC text, so that the parameters can rise later. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** With no stored hash it takes as long as with one, and answers false (ENU-2). */
  verify(password: string, stored: string | null): Promise<boolean>;
  /** Whether the stored hash was made with lower parameters than today's. */
  needsUpgrade(stored: string): boolean;
}

export interface HashCost {
  memoryKiB: number;
  passes: number;
}

/** The floor of PWD-5; no caller may go below it but a test of what is above. */
export const hashCost: HashCost = { memoryKiB: 19_456, passes: 2 };

const atOnce = 2;
const waitingMost = 32;
// The enum of the package is a const one, which cannot be imported from an isolated module.
const argon2id: NonNullable<Options["algorithm"]> = 2;

/**
 * argon2id off the event loop, two at a time: more would only take the cores from everything else. What does not fit the
 * queue is refused at once (PWD-6).
 */
export const passwordHasher = (cost: HashCost = hashCost): PasswordHasher => {
  const options: Options = {
    algorithm: argon2id,
    memoryCost: cost.memoryKiB,
    timeCost: cost.passes,
    parallelism: 1,
  };
  const queue = new PQueue({ concurrency: atOnce });
  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    assertOutsideTransaction("a password's hash");
    if (queue.size >= waitingMost) throw new DomainError("server.busy");
    return queue.add(work, { throwOnTimeout: true });
  };
  let nobodys: Promise<string> | undefined;
  return {
    hash: (password) => run(() => hash(password, options)),
    verify: async (password, stored) => {
      // Made once with today's parameters, and waited for in every case: comparing with it costs what any comparison does.
      nobodys ??= hash("nobody's password", options);
      const nobodysHash = await nobodys;
      const right = await run(() => verify(stored ?? nobodysHash, password));
      return right && stored !== null;
    },
    needsUpgrade: (stored) => {
      const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(stored) ?? [];
      return Number(memory ?? 0) < cost.memoryKiB || Number(passes ?? 0) < cost.passes;
    },
  };
};
