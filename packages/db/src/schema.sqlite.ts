import { sqlite } from "./columns/sqlite.ts";
import { tables } from "./schema/index.ts";

export const schema = tables(sqlite);
