import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Follows a server's connections and answers how to close those that never sent a byte. Browsers open some ahead of need,
 * and Node, which closes idle ones when it stops, takes these for requests that are about to come and waits for them.
 */
export const followConnections = (server: Server): (() => void) => {
  const open = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  return () => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  };
};
