import { idPrefixes, type NewId } from "@clientele/domain/ids";
import { monotonicFactory } from "ulid";

let factories = 0;

/** The same ids in every run, rising within each factory; two factories of one test file never make the same id. */
export const testIds = (now: () => Date = () => new Date("2026-03-02T09:00:00.000Z")): NewId => {
  factories += 1;
  let seed = factories * 0x9e37_79b9;
  const nextRandom = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const next = monotonicFactory(nextRandom);
  return (kind) => `${idPrefixes[kind]}_${next(now().getTime())}`;
};
