import { defineConfig } from "vitest/config";

// The unbounded runs: timings, many kills, long chains, and the properties of the domain on cases drawn anew. Too long and
// too dependent on the machine for every test run.
export default defineConfig({
  test: {
    environment: "node",
    include: ["apps/api/test/long/**/*.test.ts", "packages/domain/src/**/*.test.ts"],
    globalSetup: "packages/testing/src/globalSetup.ts",
    fileParallelism: false,
    hookTimeout: 60_000,
  },
});
