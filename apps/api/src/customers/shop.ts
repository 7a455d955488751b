import { z } from "zod";
import type { TRPCRouterRecord } from "@trpc/server";
import {
  Address,
  AddressId,
  CreateAddress,
  SetDefaultAddress,
  UpdateAddress,
} from "@clientele/domain/customers/address";
import { Consents, SetConsent } from "@clientele/domain/customers/consent";
import { Profile, UpdateProfile } from "@clientele/domain/customers/customer";
import { Done, Nothing } from "@clientele/domain/page";
import { customerProcedure } from "../trpc.ts";
import { createOwnAddress, listOwnAddresses, removeOwnAddress, setOwnDefault, updateOwnAddress } from "./addresses.ts";
import { listOwnConsents, setOwnConsent } from "./consents.ts";
import { getProfile, updateProfile } from "./profile.ts";

export const profileRoutes = {
  get: customerProcedure
    .input(Nothing)
    .output(Profile)
    .query(({ ctx }) => getProfile(ctx)),
  update: customerProcedure
    .input(UpdateProfile)
    .output(Profile)
    .mutation(({ ctx, input }) => updateProfile(ctx, input)),
  setConsent: customerProcedure
    .input(SetConsent)
    .output(Consents)
    .mutation(({ ctx, input }) => setOwnConsent(ctx, input)),
  consents: customerProcedure
    .input(Nothing)
    .output(Consents)
    .query(({ ctx }) => listOwnConsents(ctx)),
} satisfies TRPCRouterRecord;

export const addressRoutes = {
  list: customerProcedure
    .input(Nothing)
    .output(z.array(Address))
    .query(({ ctx }) => listOwnAddresses(ctx)),
  create: customerProcedure
    .input(CreateAddress)
    .output(Address)
    .mutation(({ ctx, input }) => createOwnAddress(ctx, input)),
  update: customerProcedure
    .input(UpdateAddress)
    .output(Address)
    .mutation(({ ctx, input }) => updateOwnAddress(ctx, input)),
  remove: customerProcedure
    .input(AddressId)
    .output(Done)
    .mutation(({ ctx, input }) => removeOwnAddress(ctx, input)),
  setDefault: customerProcedure
    .input(SetDefaultAddress)
    .output(z.array(Address))
    .mutation(({ ctx, input }) => setOwnDefault(ctx, input)),
} satisfies TRPCRouterRecord;
