import { eachDatabase } from "@clientele/testing/eachDatabase";
import { once } from "node:events";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { openDoors } from "./openDoors.ts";

eachDatabase((_name, open) => {
  it("a stop does not wait for connections that never asked for anything (R5)", { timeout: 5_000 }, async () => {
    const { shop } = await openDoors(await open(), {
      patience: { request: 60_000, connection: 60_000, handler: 60_000 },
    });
    const socket = connect(shop.port, "127.0.0.1");
    const ended = new Promise((resolve) => socket.once("close", resolve));
    socket.on("error", () => {});
    await once(socket, "connect");
    expect((await shop.post("store.get", {})).status).toBe(200);
    await shop.door.close();
    await ended;
  });
});
