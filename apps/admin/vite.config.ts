import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const target = `http://localhost:${process.env["CLIENTELE_ADMIN_PORT"] ?? "3001"}`;
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
  build: {
    outDir: "dist",
    sourcemap: false,
    target: "es2023",
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Without it every icon that two pages share would be a file and a request of its own.
            { name: "icons", test: /@tabler[\\/]icons-react/ },
            // What most pages need comes in one file: fewer requests, and what is alike is packed better.
            { name: "shared", minShareCount: 25 },
          ],
        },
      },
    },
  },
  server: { port: 5174, proxy: { "/trpc": door, "/dev": door, "/picture": door } },
});
