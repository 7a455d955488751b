// Writes docs/api/reference.md from the routers as they run; with --check it fails when the file says something else.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { jsonSchemaOf, runningProcedures, type RunningProcedure } from "@clientele/api/procedures";
import { rolePermissions, staffRoles } from "@clientele/domain/access";
import { Address } from "@clientele/domain/customers/address";
import { Consent, Consents } from "@clientele/domain/customers/consent";
import { CustomerDetail, CustomerInList, MembershipOfCustomer, Profile } from "@clientele/domain/customers/customer";
import { Note } from "@clientele/domain/customers/note";
import { Tag, TagInUse } from "@clientele/domain/customers/tag";
import { problems } from "@clientele/domain/errors";
import { AuditEntry, TimelineEntry } from "@clientele/domain/events";
import { GroupDetail, GroupInList, Member } from "@clientele/domain/groups/group";
import { unbatchable } from "@clientele/domain/sessions/unbatchable";
import { SecurityEvent, SessionInList } from "@clientele/domain/sessions/session";
import { LinkInfo } from "@clientele/domain/sessions/token";
import { StaffInList } from "@clientele/domain/staff/staff";
import { ProcedureErrors } from "./procedureErrors.ts";
import { shapeOf, typeText } from "./typeText.ts";

const root = path.join(import.meta.dirname, "..");
const file = path.join(root, "docs/api/reference.md");

// What many answers hold is told once, at the end.
const shapes = {
  Address,
  AuditEntry,
  Consent,
  Consents,
  CustomerDetail,
  CustomerInList,
  GroupDetail,
  GroupInList,
  LinkInfo,
  Member,
  MembershipOfCustomer,
  Note,
  Profile,
  SecurityEvent,
  SessionInList,
  StaffInList,
  Tag,
  TagInUse,
  TimelineEntry,
};
const schemas = Object.entries(shapes).map(([name, shape]) => ({ name, schema: jsonSchemaOf(shape, "output") }));
const named = new Map(schemas.map(({ name, schema }) => [shapeOf(schema), name]));

/** Problems that any call can meet; told once instead of at every procedure. */
export const everywhere = new Set([
  "input.invalid",
  "request.refused",
  "request.not_found",
  "server.busy",
  "server.storage_full",
  "server.outcome_unknown",
  "server.internal",
]);

/** The codes that belong to the procedure itself, as the reference lists them. */
export const ownErrors = (errors: ProcedureErrors, { name, meta, realm, path: call }: RunningProcedure): string[] => {
  const alone: readonly string[] = unbatchable[realm];
  return [...errors.of(name), ...(alone.includes(call) ? ["input.unbatchable"] : [])]
    .filter((code) => !everywhere.has(code))
    .filter((code) => meta.access !== "anyone" || code !== "account.not_signed_in")
    .sort();
};

const who = ({ meta }: RunningProcedure): string => {
  const fresh = meta.fresh === true ? ", with a password proven in the last ten minutes" : "";
  if (meta.access === "anyone") return "anyone";
  if (meta.access === "customer") return `a signed-in customer${fresh}`;
  if (meta.access === "staff") return `any signed-in staff member${fresh}`;
  const { access } = meta;
  const roles = staffRoles.filter((role) => rolePermissions[role].includes(access));
  return `staff with \`${access}\` (${roles.join(", ")})${fresh}`;
};

const section = (procedure: RunningProcedure, errors: ProcedureErrors): string => {
  const { name, kind, realm, path: call, input, output } = procedure;
  const alone: readonly string[] = unbatchable[realm];
  const nothing = input.anyOf === undefined && Object.keys(input.properties ?? {}).length === 0;
  const codes = ownErrors(errors, procedure);
  return [
    `### ${name}`,
    "",
    `${kind === "query" ? "Reads" : "Writes"}. Who: ${who(procedure)}.${alone.includes(call) ? " Travels alone." : ""}`,
    "",
    "```ts",
    nothing ? "input: nothing" : `input: ${typeText(input, named)}`,
    `output: ${typeText(output, named)}`,
    "```",
    "",
    codes.length === 0 ? "No problems of its own." : `Problems: ${codes.map((code) => `\`${code}\``).join(", ")}.`,
    "",
  ].join("\n");
};

/** The whole reference as Markdown. */
export const reference = (): string => {
  const procedures = runningProcedures();
  const errors = new ProcedureErrors(root, Object.keys(problems));
  const door = (realm: RunningProcedure["realm"]): string =>
    procedures
      .filter((procedure) => procedure.realm === realm)
      .map((procedure) => section(procedure, errors))
      .join("\n");
  const catalogue = Object.entries(problems).map(([code, { kind }]) => `| \`${code}\` | ${kind.replace("_", " ")} |`);
  return `# Reference

Written by \`pnpm reference\` from the routers as they run; do not edit it. How to call these is told in [the guide](README.md).

Names begin with the door: \`shop.profile.update\` is \`createShopClient(…).profile.update.mutate(…)\`, \`admin.customers.list\` is
\`createAdminClient(…).customers.list.query(…)\`. Inputs refuse keys they do not name. An \`Instant\` is ISO 8601 text
(\`2026-03-02T09:00:00.000Z\`), a \`Day\` is \`2026-03-02\`. What writes a row that people edit takes the \`version\` it saw.
A call that travels alone refuses a batch; the clients know which do.

Problems are found by following the code of a procedure, so some may need a case that is rare. Every call can also be
answered with ${[...everywhere].map((code) => `\`${code}\``).join(", ")}.

## Shop door

${door("shop")}
## Admin door

${door("staff")}
## Shapes

\`\`\`ts
${schemas
  .map(({ name, schema }) => {
    const others = new Map([...named].filter(([, other]) => other !== name));
    return `type ${name} = ${typeText(schema, others)};`;
  })
  .join("\n\n")}
\`\`\`

## Problems

| code | kind |
|---|---|
${catalogue.join("\n")}
`;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const text = reference();
  if (!process.argv.includes("--check")) {
    writeFileSync(file, text);
  } else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
    console.error("docs/api/reference.md is not what the routers say: run `pnpm reference` and commit it.");
    process.exitCode = 1;
  }
}
