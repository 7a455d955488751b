import { defineConfig } from "vite";

// The door answers pages of its own origin only, so in development the page's calls go through here.
const target = process.env["SHOP"] ?? "http://localhost:3000";
export default defineConfig({ server: { proxy: { "/trpc": { target, headers: { origin: target } } } } });
