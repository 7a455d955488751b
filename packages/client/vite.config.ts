import { defineConfig } from "vite";

// The published code: one file, with the domain's list of unbatchable calls in it and tRPC's client beside it.
export default defineConfig({
  build: {
    lib: { entry: "src/index.ts", formats: ["es"], fileName: "index" },
    rollupOptions: { external: [/^@trpc\//] },
    minify: false,
    target: "node20",
    emptyOutDir: true,
  },
});
