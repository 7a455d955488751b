import type { Customer } from "@clientele/domain/customers/customer";
import { givenCustomer, goodPassword, signedIn } from "./accounts.ts";
import { type Harness, type Jar, tokenIn } from "./caller.ts";

/** The address that a test's account moves to unless it says another. */
export const next = "new@shop.example";

/** The link in the newest mail of a kind to a mailbox. */
export const linkTo = async (h: Harness, to: string, template: string): Promise<string> =>
  tokenIn((await h.mails(to)).findLast((mail) => mail.template === template));

/** An account and a browser signed in to it. */
export const givenAccount = async (h: Harness): Promise<{ customer: Customer; email: string; jar: Jar }> => {
  const email = "old@shop.example";
  const customer = await givenCustomer(h, { email, password: goodPassword });
  return { customer, email, jar: await signedIn(h, email) };
};

/** Asks for the new address in the browser and answers the link that its mailbox got. */
export const askedFor = async (h: Harness, jar: Jar, email = next): Promise<string> => {
  await h.asAnyone({ jar }).account.requestEmailChange({ email });
  return linkTo(h, email, "email_change");
};

/** Changes the address from asking to confirming. */
export const changedTo = async (h: Harness, jar: Jar, email = next): Promise<void> => {
  const token = await askedFor(h, jar, email);
  await h.asAnyone({ jar }).account.confirmEmailChange({ token });
};
