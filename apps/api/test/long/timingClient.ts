// A client in a process of its own: what the server does after its answer cannot hold up the reading of that answer.
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";

const Order = z.object({
  url: z.string(),
  warmUp: z.number(),
  samples: z.number(),
  /** How long to wait before each call, in ms, so that what the one before left to be done is over. */
  apart: z.number(),
  bodies: z.record(z.string(), z.string()),
});

export type TimingOrder = z.infer<typeof Order>;

process.once("message", (message) => {
  const { url, warmUp, samples, apart, bodies } = Order.parse(message);
  const call = async (body: string): Promise<number> => {
    await pause(apart);
    const began = performance.now();
    const headers = { "content-type": "application/json", "x-clientele": "1" };
    const answer = await fetch(url, { method: "POST", headers, body });
    await answer.arrayBuffer();
    return performance.now() - began;
  };
  const run = async (): Promise<void> => {
    const times: Record<string, number[]> = {};
    for (let round = 0; round < warmUp + samples; round += 1) {
      // In another order each time, so that whatever else the machine does falls on all of them alike.
      for (const [name, body] of Object.entries(bodies).toSorted(() => Math.random() - 0.5)) {
        const took = await call(body);
        if (round >= warmUp) (times[name] ??= []).push(took);
      }
    }
    process.send?.(times, () => process.disconnect());
  };
  void run();
});
