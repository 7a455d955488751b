import { defineConfig } from "drizzle-kit";
import { casing } from "./src/columns/casing.ts";

export default defineConfig({
  dialect: "postgresql",
  schema: "./drizzle.postgres.schema.cjs",
  out: "./migrations/postgres",
  casing,
});
