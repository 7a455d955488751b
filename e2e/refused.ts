import { expect, type Locator } from "@playwright/test";

export interface Typed {
  field: Locator;
  typed: string;
  /** The remedy that must stand at the field; left out where the value is right. */
  says?: RegExp;
}

/**
 * Types everything and sends it: each wrong value is told at its own field with its remedy, the first of them has the
 * focus, and everything stands as it was typed. Fields come in the order of the page.
 */
export async function expectRefused(send: Locator, fields: readonly Typed[]): Promise<void> {
  for (const { field, typed } of fields) await field.fill(typed);
  await send.click();
  for (const { field, typed, says } of fields) {
    if (says === undefined) {
      await expect(field).not.toHaveAttribute("aria-invalid", "true");
    } else {
      await expect(field).toHaveAttribute("aria-invalid", "true");
      await expect(field).toHaveAccessibleDescription(says);
    }
    await expect(field).toHaveValue(typed);
  }
  const first = fields.find(({ says }) => says !== undefined);
  if (first !== undefined) await expect(first.field).toBeFocused();
}

/** What the fields say, each with the way out of it. */
export const remedy = {
  needed: /This is needed/,
  email: /needs the form name@example\.com/,
  tooLong: (most: string) => new RegExp(`Use at most ${most} characters`),
  tooShort: (least: number) => new RegExp(`Use at least ${least} characters`),
  common: /easy to guess. Use a few unrelated words/,
  wrongPassword: /not your current password. Type it again/,
} as const;
