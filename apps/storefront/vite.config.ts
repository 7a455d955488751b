import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const target = `http://localhost:${process.env["CLIENTELE_SHOP_PORT"] ?? "3000"}`;
// The door answers only its own origin, so that is what it is told while Vite stands before it.
const door = { target, changeOrigin: true, headers: { origin: target } };

export default defineConfig({
  plugins: [
    tanstackRouter({
      target: "react",
      autoCodeSplitting: true,
      quoteStyle: "double",
      semicolons: true,
      addExtensions: true,
    }),
    react(),
  ],
  publicDir: "../../packages/ui/public",
  build: { outDir: "dist", sourcemap: false, target: "es2023" },
  server: { port: 5173, proxy: { "/trpc": door, "/dev": door, "/pictures": door } },
});
