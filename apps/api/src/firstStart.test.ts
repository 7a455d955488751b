import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { expect, it, onTestFinished } from "vitest";
import { testServices } from "../test/services.ts";
import { envOf } from "./env.ts";
import { firstStart } from "./firstStart.ts";

const production = {
  CLIENTELE_MODE: "production",
  CLIENTELE_SECRET: "q8Zr2vL0xT5mB7nK3hW9dP4yJ6fG1sRc",
  CLIENTELE_SMTP_URL: "smtp://mail.example.com",
};

eachDatabase((_name, open) => {
  it.each([production, { CLIENTELE_MODE: "development" }])("never fills a store of one's own", async (settings) => {
    const dataDir = mkdtempSync(join(tmpdir(), "clientele-first-"));
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
    const env = envOf({ ...settings, CLIENTELE_DATA_DIR: dataDir }, "/");
    const started = await firstStart(testServices(await open()), env, async () => {
      throw new Error("it was filled");
    });
    expect(started.demo).toBeNull();
    expect(started.firstOwnerLink).toContain("/first-owner#token=");
  });
});
