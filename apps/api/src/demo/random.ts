/** Chance that repeats itself: the same seed gives the same run of choices. */
export interface Random {
  /** From 0 up to but not including 1. */
  next(): number;
  /** A whole number, both ends included. */
  int(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** As many different ones as asked for, or all there are, in no order. */
  some<T>(choices: readonly T[], count: number): T[];
}

/** Mulberry32: small, even enough for inventing people, and the same on every machine. */
const streamFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const randomFrom = (seed: number): Random => {
  const next = streamFrom(seed);
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (choices) => {
      const found = choices[int(0, choices.length - 1)];
      if (found === undefined) throw new Error("nothing to choose from");
      return found;
    },
    some: (choices, count) => {
      const left = [...choices];
      const taken: (typeof left)[number][] = [];
      while (taken.length < count && left.length > 0) taken.push(...left.splice(int(0, left.length - 1), 1));
      return taken;
    },
  };
};
