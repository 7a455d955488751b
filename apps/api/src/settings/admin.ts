import type { TRPCRouterRecord } from "@trpc/server";
import { Nothing } from "@clientele/domain/page";
import { SettingsDetail, UpdateSettings } from "@clientele/domain/settings/settings";
import { staffProcedure } from "../trpc.ts";
import { getSettingsDetail, updateSettings } from "./settings.ts";

export const settingsRoutes = {
  get: staffProcedure("settings.read")
    .input(Nothing)
    .output(SettingsDetail)
    .query(({ ctx }) => getSettingsDetail(ctx)),
  update: staffProcedure("settings.write")
    .input(UpdateSettings)
    .output(SettingsDetail)
    .mutation(({ ctx, input }) => updateSettings(ctx, input)),
} satisfies TRPCRouterRecord;
