import { defineConfig } from "drizzle-kit";
import { casing } from "./src/columns/casing.ts";

export default defineConfig({
  dialect: "sqlite",
  schema: "./drizzle.sqlite.schema.cjs",
  out: "./migrations/sqlite",
  casing,
});
