import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const door = `http://127.0.0.1:${process.env["CLIENTELE_ADMIN_PORT"] ?? "3001"}`;

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
  build: { outDir: "dist", sourcemap: false, target: "es2023", chunkSizeWarningLimit: 700 },
  server: { port: 5174, proxy: { "/trpc": door, "/dev": door } },
});
