import { DatabaseBusy } from "./failures.ts";

interface Waiting {
  readonly start: () => void;
  readonly timer: NodeJS.Timeout;
}

/** A queue that lets one at a time through, in the order they came, and sends away who waits past the deadline. */
export class Turns {
  #taken = false;
  readonly #queue: Waiting[] = [];

  /** Waits for the turn; the answer gives it back. `deadline` is of the monotonic clock, `performance.now()`. */
  async take(deadline: number): Promise<() => void> {
    if (this.#taken) await this.#wait(deadline);
    this.#taken = true;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.#next();
    };
  }

  #wait(deadline: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        this.#queue.splice(this.#queue.indexOf(waiting), 1);
        reject(new DatabaseBusy("too many transactions are waiting to write"));
      };
      const timer = setTimeout(giveUp, Math.max(0, deadline - performance.now()));
      const waiting: Waiting = { start: resolve, timer };
      this.#queue.push(waiting);
    });
  }

  /** Hands the turn on without letting it go, so that a newcomer cannot slip in between. */
  #next(): void {
    const next = this.#queue.shift();
    if (next === undefined) {
      this.#taken = false;
      return;
    }
    clearTimeout(next.timer);
    next.start();
  }
}

/** A short random pause that grows with each try and never passes the deadline. */
export const pause = (tries: number, deadline: number): Promise<void> => {
  const most = Math.min(5 * 2 ** Math.min(tries, 5), Math.max(1, deadline - performance.now()));
  return new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * most));
};
