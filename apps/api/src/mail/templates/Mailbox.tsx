import type { ReactNode } from "react";

// A page of the server's own, outside of both apps: it brings its few rules along.
const style = `
:root { color-scheme: light dark; --ink: #17202b; --soft: #566371; --page: #f8fafb; --sheet: #fff; --line: #e4e9ed; --accent: #0f766e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e7ebef; --soft: #9ba7b4; --page: #101419; --sheet: #161b21; --line: #2a333c; --accent: #2dd4bf; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/24px Inter, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
main { max-width: 860px; margin: 0 auto; padding: 32px 16px 64px; }
h1 { font-size: 24px; line-height: 32px; font-weight: 600; letter-spacing: -0.01em; margin: 0 0 4px; overflow-wrap: anywhere; }
p { margin: 0 0 16px; color: var(--soft); }
a { color: var(--accent); }
a:focus-visible, button:focus-visible, input:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
form { display: flex; gap: 8px; margin: 16px 0 24px; flex-wrap: wrap; align-items: end; }
label { display: grid; gap: 4px; flex: 1 1 220px; font-size: 14px; font-weight: 500; }
input { font: inherit; padding: 8px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--sheet); color: inherit; width: 100%; }
button { font: inherit; font-weight: 500; padding: 8px 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--sheet); color: inherit; cursor: pointer; }
table { width: 100%; border-collapse: separate; border-spacing: 0; background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
th, td { text-align: start; padding: 12px 16px; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
thead th { border-top: 0; font-size: 13px; color: var(--soft); font-weight: 500; }
tbody th { font-weight: 500; }
td time, .when { color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 12px 0 24px; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
iframe { width: 100%; height: 720px; border: 1px solid var(--line); border-radius: 8px; background: #f1f4f6; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; padding: 20px; font: 14px/22px ui-monospace, Menlo, Consolas, monospace; }
h2 { font-size: 18px; line-height: 28px; font-weight: 600; margin: 32px 0 12px; }
.none { padding: 40px 16px; text-align: center; background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; }
.none p { margin: 0; }
@media (max-width: 560px) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { display: grid; padding: 12px 16px; border-top: 1px solid var(--line); }
  tbody tr:first-child { border-top: 0; }
  th, td { padding: 0; border: 0; }
}
`;

const when = (at: Date): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" }).format(at);

const Page = ({ title, children }: { title: string; children: ReactNode }) => (
  <html lang="en">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · Mailbox`}</title>
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <style dangerouslySetInnerHTML={{ __html: style }} />
    </head>
    <body>
      <main>{children}</main>
    </body>
  </html>
);

interface ListedMail {
  id: string;
  at: Date;
  to: string;
  subject: string;
}

/** The list of kept mails, newest first. */
export const mailList = ({ mails, to }: { mails: readonly ListedMail[]; to: string }) => (
  <Page title="Development mailbox">
    <h1>Development mailbox</h1>
    <p>No mail server is set, so every mail is kept here instead of being sent.</p>
    <form method="get" action="/dev/mail">
      <label>
        Sent to
        <input type="email" name="to" defaultValue={to} placeholder="Everyone" />
      </label>
      <button type="submit">Show</button>
    </form>
    {mails.length === 0 ? (
      <div className="none">
        <p>
          {to === "" ? "No mails yet. Sign up in the shop, and the first one is here." : "No mails to this address."}
        </p>
      </div>
    ) : (
      <table>
        <thead>
          <tr>
            <th scope="col">Mail</th>
            <th scope="col">To</th>
            <th scope="col">Time (UTC)</th>
          </tr>
        </thead>
        <tbody>
          {mails.map((mail) => (
            <tr key={mail.id}>
              <th scope="row">
                <a href={`/dev/mail/${mail.id}`}>{mail.subject}</a>
              </th>
              <td>{mail.to}</td>
              <td>
                <time dateTime={mail.at.toISOString()}>{when(mail.at)}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </Page>
);

const address = /(https?:\/\/\S+)/g;

/** One mail as HTML and as text; its links work, its scripts and styles stay in their frame. */
export const mailPage = (mail: ListedMail & { text: string; html: string }) => (
  <Page title={mail.subject}>
    <p>
      <a href="/dev/mail">All mails</a>
    </p>
    <h1>{mail.subject}</h1>
    <dl>
      <dt>To</dt>
      <dd>{mail.to}</dd>
      <dt>Time (UTC)</dt>
      <dd className="when">{when(mail.at)}</dd>
    </dl>
    <iframe title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" srcDoc={mail.html} />
    <h2>As text</h2>
    <pre>
      {mail.text.split(address).map((part, at) =>
        at % 2 === 1 ? (
          <a key={`${at}${part}`} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </pre>
  </Page>
);
