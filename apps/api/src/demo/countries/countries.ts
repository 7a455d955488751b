import { austria } from "./austria.ts";
import { britain } from "./britain.ts";
import type { Country } from "./country.ts";
import { emirates } from "./emirates.ts";
import { france } from "./france.ts";
import { germany } from "./germany.ts";
import { greece } from "./greece.ts";
import { israel } from "./israel.ts";
import { italy } from "./italy.ts";
import { japan } from "./japan.ts";
import { netherlands } from "./netherlands.ts";
import { poland } from "./poland.ts";
import { spain } from "./spain.ts";
import { sweden } from "./sweden.ts";
import { unitedStates } from "./unitedStates.ts";

/** Where the demo store's customers live; its own country first. */
export const countries: readonly Country[] = [
  germany,
  austria,
  france,
  britain,
  unitedStates,
  spain,
  italy,
  netherlands,
  poland,
  greece,
  sweden,
  japan,
  emirates,
  israel,
];
