/** A clock that stands still until the test moves it. */
export interface TestClock {
  readonly now: () => Date;
  set(at: Date | string): void;
  /** Moves on by milliseconds; `minutes`, `hours` and `days` of the domain's `time.ts` make them. */
  forward(milliseconds: number): void;
}

export const clockAt = (start: Date | string = "2026-03-02T09:00:00.000Z"): TestClock => {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    set: (next) => {
      at = new Date(next).getTime();
    },
    forward: (milliseconds) => {
      at += milliseconds;
    },
  };
};
