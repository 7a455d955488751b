import type { Logger } from "pino";

export interface Periodic {
  /** Ends after the work in hand. */
  stop(): Promise<void>;
}

/** Does something now and then again and again, never twice at once; a failure is reported and tried again next time. */
export const periodic = (log: Logger, name: string, every: number, work: () => Promise<unknown>): Periodic => {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const once = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.error({ err: error, event: "periodic.failed", name }, "a periodic work failed");
    }
    if (stopped) return;
    timer = setTimeout(begin, every);
    timer.unref();
  };
  const begin = (): void => {
    running = once();
  };
  begin();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};
