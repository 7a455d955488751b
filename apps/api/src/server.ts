import type { Database } from "@clientele/db";
import { examine } from "@clientele/db/examine";
import { OutcomeUnknown } from "@clientele/db/failures";
import { migrateDatabase } from "@clientele/db/migrate";
import { openDatabase } from "@clientele/db/open";
import { countUses } from "@clientele/db/pricing/uses";
import { findSettings } from "@clientele/db/settings/settings";
import { minutes } from "@clientele/domain/time";
import type { FastifyInstance } from "fastify";
import { join } from "node:path";
import type { Logger } from "pino";
import { clean } from "./cleaning.ts";
import { adminContext, shopContext } from "./contexts.ts";
import type { Services } from "./context.ts";
import { keptSecret, openDataFolder } from "./dataFolder.ts";
import { fillApart } from "./demo/fillApart.ts";
import { type DoorOptions, openDoor } from "./door.ts";
import type { Env } from "./env.ts";
import { firstStart, type Started } from "./firstStart.ts";
import { allowedAt } from "./http/allowed.ts";
import { pictureUploads, receivePictures } from "./http/pictures.ts";
import { devMailbox } from "./mail/devMailbox.ts";
import { keptTransport, smtpTransport } from "./mail/transport.ts";
import { mailWorker, type MailWorker } from "./mail/worker.ts";
import { periodic } from "./periodic.ts";
import { adminRouter, shopRouter } from "./router.ts";
import { sealEvents } from "./seal.ts";
import { servicesOf } from "./services.ts";

/** How long requests may take to end when the server stops, shorter than what `main.ts` waits for. */
const answersMost = 8_000;

export interface RunningServer extends Started {
  /** Not ready at once, no new work, what was begun is finished (R5). */
  stop(): Promise<void>;
}

export interface ServerPlace {
  /** The repository's folder. */
  root: string;
  log: Logger;
  /** The machine's clock. */
  now: () => Date;
  /** The program that fills an empty database with the demo store, run as a process of its own. */
  demoFill: string;
  /** Somebody asked to stop; a start that is not through yet throws the signal's reason. */
  stopping: AbortSignal;
  /** The storage failed under a commit: the process must end, since only a restart knows what is on the disk (R2). */
  onStorageFailure(error: unknown): void;
}

const openStore = async (env: Env, { root, log }: ServerPlace): Promise<Database> => {
  await migrateDatabase(env.databaseUrl, { root, migrations: join(root, "packages/db/migrations") });
  const db = await openDatabase(env.databaseUrl, {
    root,
    asServer: true,
    report: (error) => log.error({ err: error, event: "database.reported" }, "the database reported a failure"),
  });
  try {
    // A development's PostgreSQL may be a fast one that syncs nothing.
    await examine(db, { durable: env.mode === "production" });
  } catch (error) {
    await db.close();
    throw error;
  }
  return db;
};

const openDoors = async (
  env: Env,
  place: ServerPlace,
  services: Services,
  isReady: () => Promise<boolean>,
): Promise<FastifyInstance[]> => {
  const common = {
    services,
    trustedProxies: env.trustedProxies,
    isReady,
    onFailure: (error: unknown) => {
      if (error instanceof OutcomeUnknown && error.mustStop) place.onStorageFailure(error);
    },
  };
  const origins = { shop: env.shop.origin, admin: env.admin.origin };
  const shop: DoorOptions = {
    ...common,
    realm: "shop",
    router: shopRouter,
    createContext: shopContext,
    guard: allowedAt(env.mode, env.shop),
    https: env.shop.origin.startsWith("https:"),
    app: join(place.root, "apps/storefront/dist"),
    extend:
      env.mode === "production" || env.smtpUrl !== null
        ? undefined
        : (door) => devMailbox(door, { ...services, origins }),
  };
  const admin: DoorOptions = {
    ...common,
    realm: "staff",
    router: adminRouter,
    createContext: adminContext,
    guard: { ...allowedAt(env.mode, env.admin), uploads: pictureUploads },
    https: env.admin.origin.startsWith("https:"),
    app: join(place.root, "apps/admin/dist"),
    extend: (door) => receivePictures(door, common),
  };
  const doors: FastifyInstance[] = [];
  try {
    for (const [options, { port }] of [[shop, env.shop] as const, [admin, env.admin] as const]) {
      const door = await openDoor(options);
      doors.push(door);
      await door.listen({ port, host: env.host });
    }
  } catch (error) {
    await Promise.all(doors.map((door) => door.close()));
    throw error;
  }
  return doors;
};

/** Lets every request that was begun be answered; who has not even finished asking by then is cut off. */
const closeDoor = async (door: FastifyInstance): Promise<void> => {
  const cut = setTimeout(() => door.server.closeAllConnections(), answersMost);
  try {
    await door.close();
  } finally {
    clearTimeout(cut);
  }
};

/** Starts everything: the database brought up to date and looked at, both doors, and what works behind them. */
export const startServer = async (env: Env, place: ServerPlace): Promise<RunningServer> => {
  openDataFolder(env.dataDir);
  const secret = env.secret ?? keptSecret(env.dataDir);
  const db = await openStore(env, place);
  const { log } = place;
  let mails: MailWorker | undefined;
  let stopping = false;
  try {
    const realMail = env.smtpUrl !== null;
    const services = servicesOf({ db, now: place.now, secret, log, realMail, wakeMail: () => mails?.wake() });
    const origins = { shop: env.shop.origin, admin: env.admin.origin };
    const transport = env.smtpUrl === null ? keptTransport : smtpTransport(env.smtpUrl, env.mailFrom);
    mails = mailWorker({ ...services, origins }, transport);
    const started = await firstStart(services, env, () => fillApart(place.demoFill, place.stopping));
    place.stopping.throwIfAborted();
    const isReady = async (): Promise<boolean> => !stopping && (await findSettings(db)) !== null;
    const doors = await openDoors(env, place, services, isReady);
    mails.start();
    const works = [
      periodic(log, "seal", minutes(0.5), () => sealEvents(db)),
      periodic(log, "count", minutes(0.5), () => db.transaction((tx) => countUses(tx))),
      periodic(log, "clean", minutes(10), () => clean(db, services.now())),
    ];
    return {
      ...started,
      stop: async () => {
        stopping = true;
        await Promise.all(doors.map(closeDoor));
        await Promise.all([mails?.stop(), ...works.map((work) => work.stop())]);
        await db.close();
      },
    };
  } catch (error) {
    await db.close();
    throw error;
  }
};
