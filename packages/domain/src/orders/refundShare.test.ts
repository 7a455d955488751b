import fc from "fast-check";
import { expect, test } from "vitest";
import { cheap } from "../../test/priceCases.ts";
import { mostAmount } from "../money.ts";
import { refundShare } from "./refundShare.ts";

test("any sequence of part refunds adds up to the line to the cent, none of it negative", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: mostAmount }),
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 }),
      (paid, parts) => {
        const quantity = parts.reduce((sum, part) => sum + part, 0);
        let returned = 0;
        let refunded = 0;
        for (const pieces of parts) {
          const share = refundShare(paid, quantity, returned, pieces);
          expect(share).toBeGreaterThanOrEqual(0);
          expect(Math.abs(share * quantity - paid * pieces)).toBeLessThan(quantity * pieces);
          returned += pieces;
          refunded += share;
        }
        expect(refunded).toBe(paid);
      },
    ),
    cheap,
  );
});

test.each([
  [100, 3, 0, 1, 34],
  [100, 3, 1, 1, 33],
  [100, 3, 2, 1, 33],
  [100, 3, 0, 3, 100],
  [100, 3, 1, 2, 66],
  [2, 3, 2, 1, 0],
])("of %d for %d pieces, after %d the next %d are %d", (paid, quantity, returned, pieces, share) => {
  expect(refundShare(paid, quantity, returned, pieces)).toBe(share);
});
