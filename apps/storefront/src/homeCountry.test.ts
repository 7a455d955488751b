import { expect, test } from "vitest";
import { homeCountry } from "./homeCountry.ts";

test("takes the region of the first language that names one", () => {
  expect(homeCountry(["de-AT", "en-US"])).toBe("AT");
  expect(homeCountry(["en", "fr-CA"])).toBe("CA");
});

test("guesses nothing from a language alone, nor from a region that is no country", () => {
  expect(homeCountry(["en", "de"])).toBe("");
  expect(homeCountry(["es-419"])).toBe("");
  expect(homeCountry([])).toBe("");
});
