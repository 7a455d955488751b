import { postgres } from "./columns/postgres.ts";
import { tables } from "./schema/index.ts";

export const schema = tables(postgres);
