// Buys as a guest, opens the order by its mailed secret, opens an account that takes it along, and buys again:
//   node order.mjs http://localhost:3000 new@example.com
import { createShopClient, memoryCookies, problemOf } from "@clientele/client";

const [store = "http://localhost:3000", email = `buyer.${process.pid}@example.com`] = process.argv.slice(2);
const shop = createShopClient({ url: `${store}/trpc`, cookies: memoryCookies() });

// The catalogue, at the prices that hold for whoever asks: a visitor so far.
const found = await shop.catalogue.list.query({ search: "cutting board", sort: "price" });
const product = await shop.catalogue.product.query({ handle: found.items[0]?.handle ?? "" });
const variant = product.variants.find(({ available, price }) => available && price !== null);
if (variant === undefined) throw new Error(`${product.title} is not for sale`);
console.log(`${product.title}, ${variant.title}: ${text(variant.price?.amount)}`);

// The first line begins a cart; its cookie is kept by the client, as a browser keeps it.
let cart = await shop.cart.addLine.mutate({ variantId: variant.id, quantity: 2 });
console.log(`${cart.count} pieces for ${text(cart.totals.total)}`);

// A code stays in the cart also when it takes nothing, with the reason.
cart = await shop.cart.applyCode.mutate({ code: "welcome10" });
console.log(`${cart.codes[0]?.code}: ${cart.codes[0]?.state}`);
const shownEarly = cart.totals.total;

// What an order needs: where the mail goes, where the parcel goes, and how.
await shop.cart.setEmail.mutate({ email });
await shop.cart.setAddresses.mutate({
  shippingAddress: {
    firstName: "Mira",
    lastName: "Okafor",
    line1: "Lindenstrasse 9",
    city: "Berlin",
    postalCode: "10969",
    countryCode: "DE",
  },
});
const { shippingOptions, payments } = await shop.checkout.options.query();
const standard = shippingOptions.find(({ name }) => name === "Standard");
cart = await shop.cart.setShipping.mutate({ shippingOptionId: standard?.id ?? "" });
console.log(`with shipping ${text(cart.totals.total)}, paid ${payments.join(" or ")}`);

// An order names the total that the shopper saw. This program has been slow: it still names the one without shipping.
const idempotencyKey = crypto.randomUUID();
const first = await placeOrder(shownEarly, idempotencyKey);
if (first !== null) throw new Error("another total was accepted");
cart = await shop.cart.get.query();
const placed = await placeOrder(cart.totals.total, idempotencyKey);
if (placed === null) throw new Error("the total changed once more");
console.log(`ordered for ${text(placed.order.total)}: ${placed.order.status}, ${placed.order.payment}`);

// The same call once more, as after a lost connection, answers the same order and makes no second one.
const again = await placeOrder(cart.totals.total, idempotencyKey);
console.log(`asked again: ${again?.order.id === placed.order.id ? "the same order" : "another order"}`);

// A guest's order is opened by the secret in its mail and by nothing else.
const secret = await mailedToken("/order#");
const opened = await shop.orders.guest.query({ token: secret });
console.log(`by its secret: ${opened.number === placed.order.number ? "the order" : "another order"}, ${opened.email}`);

// The same mail carries a link that opens an account and takes the order along; then its secret opens nothing.
await shop.account.completeSignUp.mutate({
  token: await mailedToken("/open-account#"),
  password: "seven green kettles",
  firstName: "Mira",
});
const own = await shop.orders.list.query({ limit: 10 });
const order = await shop.orders.get.query({ id: own.items[0]?.id ?? "" });
console.log(`in the account: ${own.total.count} order, ${order.lines[0]?.quantity} × ${order.lines[0]?.title}`);
try {
  await shop.orders.guest.query({ token: secret });
} catch (error) {
  console.log(`refused: ${problemOf(error)?.code}`);
}

// Signed in, the code that asked for an account fits, and the cart carries the account's own address.
await shop.cart.addLine.mutate({ variantId: variant.id, quantity: 2 });
cart = await shop.cart.applyCode.mutate({ code: "WELCOME10" });
console.log(`${cart.codes[0]?.code}: ${cart.codes[0]?.state}, ${text(cart.totals.discount)} off, for ${cart.email}`);

/**
 * Orders the cart at the total that was shown; null when it has another by now.
 * @param {{ amount: number, currency: string }} shown
 * @param {string} key
 */
async function placeOrder({ amount, currency }, key) {
  try {
    const seen = { total: amount, currency };
    return await shop.checkout.placeOrder.mutate({ idempotencyKey: key, payment: "invoice", seen });
  } catch (error) {
    const problem = problemOf(error);
    if (problem?.code !== "order.price_changed") throw error;
    // Show both, and let the shopper press the button again.
    const now = { amount: Number(problem.params["total"]), currency };
    console.log(`refused: ${problem.code}, ${text({ amount, currency })} is now ${text(now)}`);
    return null;
  }
}

/**
 * Amounts are whole numbers in the currency's minor unit.
 * @param {{ amount: number, currency: string } | undefined} money
 */
function text(money) {
  if (money === undefined) return "not for sale";
  return new Intl.NumberFormat("en", { style: "currency", currency: money.currency }).format(money.amount / 100);
}

/**
 * The token behind a link of the newest mail; outside production the store keeps its mails to read instead of sending them.
 * @param {string} link
 */
async function mailedToken(link) {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${store}/dev/mail.json?to=${encodeURIComponent(email)}`);
    const mails = /** @type {{ text: string }[]} */ (await answer.json());
    const token = mails[0]?.text.split(`${link}token=`)[1]?.split(/\s/)[0];
    if (token !== undefined) return token;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no mail came for ${email}`);
}
