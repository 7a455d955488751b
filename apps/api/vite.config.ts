import { defineConfig } from "vite";

// The server is one bundle that runs with `node apps/api/dist/main.js`: everything is inside except the packages that load
// a native file of their own.
export default defineConfig({
  // What is built is the production server, also when nobody sets NODE_ENV: otherwise tRPC would send stacks.
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  ssr: { noExternal: true, external: ["better-sqlite3", "@node-rs/argon2", "sharp"] },
  build: {
    target: "node20",
    emptyOutDir: true,
    copyPublicDir: false,
    minify: false,
    rollupOptions: {
      input: {
        main: "src/main.ts",
        demoFill: "src/demoFill.ts",
        ownerRescue: "src/ownerRescue.ts",
        figuresRebuild: "src/figuresRebuild.ts",
      },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "chunks/[name]-[hash].js",
        // Some libraries read NODE_ENV in ways that `define` does not see; some chunks have a `process` of their own.
        banner: `globalThis.process.env.NODE_ENV ??= "production";`,
      },
    },
  },
});
