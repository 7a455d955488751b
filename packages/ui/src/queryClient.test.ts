import { MutationObserver } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { createQueryClient } from "./queryClient.ts";

const groups = [["groups", "list"], { type: "query" }] as const;
const customers = [["customers", "get"], { type: "query" }] as const;

describe("createQueryClient", () => {
  const afterMutation = async (meta?: { invalidates: readonly string[] }) => {
    const client = createQueryClient();
    for (const key of [groups, customers]) client.setQueryData(key, "old");
    const mutation = new MutationObserver(client, {
      mutationKey: [["groups", "addMembers"]],
      mutationFn: async () => "done",
      ...(meta === undefined ? {} : { meta }),
    });
    await mutation.mutate();
    const stale = (key: readonly unknown[]) => client.getQueryState(key)?.isInvalidated;
    return { groups: stale(groups), customers: stale(customers) };
  };

  it("makes the reads of the mutation's own feature stale", async () => {
    expect(await afterMutation()).toEqual({ groups: true, customers: false });
  });

  it("makes stale what the mutation names instead", async () => {
    expect(await afterMutation({ invalidates: ["groups", "customers"] })).toEqual({ groups: true, customers: true });
    expect(await afterMutation({ invalidates: ["customers"] })).toEqual({ groups: false, customers: true });
  });

  it("asks again only when the connection was lost", () => {
    const retry = createQueryClient().getDefaultOptions().queries?.retry;
    if (typeof retry !== "function") throw new Error("retry must decide by the failure");
    expect(retry(0, new TypeError("Failed to fetch"))).toBe(true);
    expect(retry(0, Object.assign(new Error("no"), { data: { problem: {} } }))).toBe(false);
    expect(retry(9, new TypeError("Failed to fetch"))).toBe(false);
  });
});
