import { defineConfig } from "vitest/config";

const screens = ["packages/ui", "apps/storefront", "apps/admin"];

export default defineConfig({
  test: {
    // All cores: the default leaves one of two idle, and much of a test's time is spent waiting for PostgreSQL.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          include: ["{packages,apps}/*/{src,test}/**/*.test.ts", "scripts/*.test.ts"],
          exclude: ["**/node_modules/**", "apps/*/test/long/**"],
          globalSetup: "packages/testing/src/globalSetup.ts",
          setupFiles: "packages/testing/src/steadySeed.ts",
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "screens",
          environment: "happy-dom",
          setupFiles: "packages/ui/src/test/setup.ts",
          include: screens.map((folder) => `${folder}/{src,test}/**/*.test.tsx`),
        },
      },
    ],
  },
});
