import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The built app of a door: nothing but its files, and its page for whatever address a person opens in it. */
export const serveApp = async (
  door: FastifyInstance,
  folder: string,
): Promise<(request: FastifyRequest) => boolean> => {
  if (!existsSync(join(folder, "index.html"))) return () => false;
  await door.register(fastifyStatic, {
    root: folder,
    wildcard: true,
    index: ["index.html"],
    dotfiles: "ignore",
    redirect: false,
    cacheControl: false,
    allowedPath: (path) => !path.endsWith(".map"),
    setHeaders: (response, path) => {
      // Vite names everything in assets/ by its content; the page that names them must be asked for each time.
      const forever = path.startsWith(join(folder, "assets"));
      void response.header("cache-control", forever ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  return isNavigation;
};

/** Somebody opens an address in the browser, as opposed to a script that asks for a file that is not there. */
const isNavigation = ({ method, url, headers }: FastifyRequest): boolean => {
  if (method !== "GET" && method !== "HEAD") return false;
  const destination = headers["sec-fetch-dest"];
  if (destination !== undefined && destination !== "document") return false;
  const path = url.split("?", 1)[0] ?? "";
  const reserved = /^\/(?:trpc|health|ready|dev|assets)(?:\/|$)/.test(path);
  return !reserved && !/[.%\\]|\/\//.test(path) && (headers.accept ?? "").includes("text/html");
};
