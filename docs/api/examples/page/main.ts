import { createShopClient, problemOf } from "@clientele/client";

const { account, profile } = createShopClient({ url: "/trpc" });
// The token of a mailed link stands behind the #, where no server sees it; nor should the browser's history.
const token = new URLSearchParams(location.hash.slice(1)).get("token") ?? "";
history.replaceState(null, "", location.pathname);

const form = (id: string) => document.getElementById(id) as HTMLFormElement;
const say = (text: string) => document.querySelector("output")?.replaceChildren(text);
let version = 0;

/** Shows the one form that fits: the visitor's, the one behind a mailed link, or the signed-in shopper's. */
async function show() {
  const me = await account.me.query();
  const fits = me === null ? (token === "" ? "ask" : "open") : "profile";
  for (const id of ["ask", "open", "profile"]) form(id).hidden = id !== fits;
  if (me === null) return;
  const seen = await profile.get.query();
  version = seen.version;
  form("profile")["phone"].value = seen.phone ?? "";
}

function submits(id: string, done: string, work: (field: (name: string) => string) => Promise<unknown>) {
  form(id).onsubmit = (event) => {
    event.preventDefault();
    const data = new FormData(form(id));
    work((name) => String(data.get(name)))
      .then(show)
      .then(() => say(done))
      .catch((error: unknown) => say(JSON.stringify(problemOf(error)?.fields ?? "The store cannot be reached.")));
  };
}

submits("ask", "Look into your mailbox.", (field) => account.requestSignUp.mutate({ email: field("email") }));
submits("open", "Welcome.", (field) =>
  account.completeSignUp.mutate({ token, password: field("password"), firstName: field("firstName") }),
);
submits("profile", "Saved.", (field) => profile.update.mutate({ version, phone: field("phone") }));
void show();
