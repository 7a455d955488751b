// Opens an account, keeps its profile and address book, and meets two problems on purpose:
//   node account.mjs http://localhost:3000 new@example.com
import { createShopClient, memoryCookies, problemOf } from "@clientele/client";

const [store = "http://localhost:3000", email = `shopper.${process.pid}@example.com`] = process.argv.slice(2);
const password = "seven green kettles";
const shop = createShopClient({ url: `${store}/trpc`, cookies: memoryCookies() });

// Sign-up begins at the mailbox: the answer is the same whether the address is known or not.
await shop.account.requestSignUp.mutate({ email });
const token = await mailedToken();
const link = await shop.account.link.query({ token });
console.log(`the link is ${link.state} and opens an account for ${link.email}`);

await shop.account.completeSignUp.mutate({ token, password, firstName: "Mira", lastName: "Okafor" });
const me = await shop.account.me.query();
console.log(`signed in as ${me?.firstName} ${me?.lastName}`);

// What people edit has a version; an update names the one it saw.
const seen = await shop.profile.get.query();
const profile = await shop.profile.update.mutate({ version: seen.version, phone: "+49 30 901820" });
console.log(`the phone is ${profile.phone}`);

// A wrong value comes back as a problem at its field.
try {
  await shop.profile.update.mutate({ version: profile.version, phone: "12" });
} catch (error) {
  console.log(`refused: ${problemOf(error)?.fields["phone"]?.code} at phone`);
}
// So does a version that somebody else has passed; `params` tells the present one.
try {
  await shop.profile.update.mutate({ version: seen.version, firstName: "Miriam" });
} catch (error) {
  const problem = problemOf(error);
  console.log(`refused: ${problem?.code}, now at version ${problem?.params["version"]}`);
}

// The first address becomes the default for both uses; a later one takes over when it is asked to.
await shop.addresses.create.mutate({
  line1: "Lindenstrasse 9",
  city: "Berlin",
  postalCode: "10969",
  countryCode: "DE",
});
const second = await shop.addresses.create.mutate({
  label: "Studio",
  line1: "12 Rue des Archives",
  city: "Paris",
  postalCode: "75004",
  countryCode: "FR",
});
const addresses = await shop.addresses.setDefault.mutate({ id: second.id, use: "shipping" });
console.log(`parcels go to ${addresses.find((address) => address.isDefaultShipping)?.city}`);

await shop.account.signOut.mutate();
await shop.account.signIn.mutate({ email, password });
console.log(`signed in again as ${(await shop.profile.get.query()).email}`);

/** The token in the newest mail; outside production the store keeps its mails to read instead of sending them. */
async function mailedToken() {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${store}/dev/mail.json?to=${encodeURIComponent(email)}`);
    const mails = /** @type {{ text: string }[]} */ (await answer.json());
    const found = /#token=(\S+)/.exec(mails[0]?.text ?? "")?.[1];
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no mail came for ${email}`);
}
