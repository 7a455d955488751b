import { z } from "zod";
import type { TRPCRouterRecord } from "@trpc/server";
import {
  Address,
  CreateCustomerAddress,
  CustomerAddressId,
  ListCustomerAddresses,
  SetCustomerDefaultAddress,
  UpdateCustomerAddress,
} from "@clientele/domain/customers/address";
import { Consents, SetCustomerConsent } from "@clientele/domain/customers/consent";
import {
  ChangeCustomerEmail,
  CreateCustomer,
  CustomerDetail,
  CustomerId,
  CustomerInList,
  CustomerVersion,
  DisableCustomer,
  SetMetadata,
  SetTags,
  UpdateCustomer,
} from "@clientele/domain/customers/customer";
import { CustomerFilter, ListCustomers } from "@clientele/domain/customers/customerList";
import { AddNote, ListNotes, Note, NoteId, UpdateNote } from "@clientele/domain/customers/note";
import { Tag, TagId, TagInUse, UpdateTag } from "@clientele/domain/customers/tag";
import { ListTimeline, TimelineEntry } from "@clientele/domain/events";
import { Figures } from "@clientele/domain/orders/order";
import { Done, Nothing, pageOf } from "@clientele/domain/page";
import { PreviewPrices, PricesPreview } from "@clientele/domain/pricing/previewPrices";
import { SessionList, SessionsEnded } from "@clientele/domain/sessions/session";
import { customerFigures } from "../orders/figures.ts";
import { previewPrices } from "../pricing/previewPrices.ts";
import { staffProcedure } from "../trpc.ts";
import { createAddress, listAddresses, removeAddress, setDefaultAddress, updateAddress } from "./customerAddresses.ts";
import { listConsents, setConsent } from "./consents.ts";
import { createCustomer } from "./createCustomer.ts";
import { changeEmail } from "./customerEmail.ts";
import { countCustomers, getCustomerDetail, listCustomers } from "./customerQueries.ts";
import { disableCustomer, enableCustomer, setMetadata, updateCustomer } from "./customers.ts";
import { customerSessions, endCustomerSessions, sendPasswordReset } from "./customerSessions.ts";
import { inviteCustomer, withdrawInvitation } from "./invitations.ts";
import { addNote, listNotes, removeNote, updateNote } from "./notes.ts";
import { listTags, removeTag, setTags, updateTag } from "./tags.ts";
import { customerTimeline } from "./timeline.ts";

const read = staffProcedure("customers.read");
const write = staffProcedure("customers.write");

export const customerRoutes = {
  list: read
    .input(ListCustomers)
    .output(pageOf(CustomerInList))
    .query(({ ctx, input }) => listCustomers(ctx, input)),
  count: read
    .input(CustomerFilter)
    .output(z.object({ count: z.int(), capped: z.boolean() }))
    .query(({ ctx, input }) => countCustomers(ctx, input)),
  get: read
    .input(CustomerId)
    .output(CustomerDetail)
    .query(({ ctx, input }) => getCustomerDetail(ctx, input)),
  figures: read
    .input(CustomerId)
    .output(z.array(Figures))
    .query(({ ctx, input }) => customerFigures(ctx, input)),
  previewPrices: read
    .input(PreviewPrices)
    .output(PricesPreview)
    .query(({ ctx, input }) => previewPrices(ctx, input)),
  create: write
    .input(CreateCustomer)
    .output(CustomerDetail)
    .mutation(({ ctx, input }) => createCustomer(ctx, input)),
  update: write
    .input(UpdateCustomer)
    .output(CustomerDetail)
    .mutation(({ ctx, input }) => updateCustomer(ctx, input)),
  invite: write
    .input(CustomerVersion)
    .output(CustomerDetail)
    .mutation(({ ctx, input }) => inviteCustomer(ctx, input)),
  withdrawInvitation: write
    .input(CustomerVersion)
    .output(CustomerDetail)
    .mutation(({ ctx, input }) => withdrawInvitation(ctx, input)),
  disable: write
    .input(DisableCustomer)
    .output(CustomerDetail)
    .mutation(({ ctx, input }) => disableCustomer(ctx, input)),
  enable: write
    .input(CustomerVersion)
    .output(CustomerDetail)
    .mutation(({ ctx, input }) => enableCustomer(ctx, input)),
  changeEmail: write
    .input(ChangeCustomerEmail)
    .output(CustomerDetail)
    .mutation(({ ctx, input }) => changeEmail(ctx, input)),
  setTags: write
    .input(SetTags)
    .output(z.array(Tag))
    .mutation(({ ctx, input }) => setTags(ctx, input)),
  setMetadata: write
    .input(SetMetadata)
    .output(CustomerDetail)
    .mutation(({ ctx, input }) => setMetadata(ctx, input)),
  setConsent: write
    .input(SetCustomerConsent)
    .output(Consents)
    .mutation(({ ctx, input }) => setConsent(ctx, input)),
  consents: read
    .input(CustomerId)
    .output(Consents)
    .query(({ ctx, input }) => listConsents(ctx, input)),
  notes: read
    .input(ListNotes)
    .output(pageOf(Note))
    .query(({ ctx, input }) => listNotes(ctx, input)),
  addNote: write
    .input(AddNote)
    .output(Note)
    .mutation(({ ctx, input }) => addNote(ctx, input)),
  updateNote: write
    .input(UpdateNote)
    .output(Note)
    .mutation(({ ctx, input }) => updateNote(ctx, input)),
  removeNote: write
    .input(NoteId)
    .output(Done)
    .mutation(({ ctx, input }) => removeNote(ctx, input)),
  timeline: read
    .input(ListTimeline)
    .output(pageOf(TimelineEntry))
    .query(({ ctx, input }) => customerTimeline(ctx, input)),
  sendPasswordReset: write
    .input(CustomerId)
    .output(Done)
    .mutation(({ ctx, input }) => sendPasswordReset(ctx, input)),
  sessions: read
    .input(CustomerId)
    .output(SessionList)
    .query(({ ctx, input }) => customerSessions(ctx, input)),
  endSessions: write
    .input(CustomerId)
    .output(SessionsEnded)
    .mutation(({ ctx, input }) => endCustomerSessions(ctx, input)),
} satisfies TRPCRouterRecord;

export const customerAddressRoutes = {
  list: read
    .input(ListCustomerAddresses)
    .output(z.array(Address))
    .query(({ ctx, input }) => listAddresses(ctx, input)),
  create: write
    .input(CreateCustomerAddress)
    .output(Address)
    .mutation(({ ctx, input }) => createAddress(ctx, input)),
  update: write
    .input(UpdateCustomerAddress)
    .output(Address)
    .mutation(({ ctx, input }) => updateAddress(ctx, input)),
  remove: write
    .input(CustomerAddressId)
    .output(Done)
    .mutation(({ ctx, input }) => removeAddress(ctx, input)),
  setDefault: write
    .input(SetCustomerDefaultAddress)
    .output(z.array(Address))
    .mutation(({ ctx, input }) => setDefaultAddress(ctx, input)),
} satisfies TRPCRouterRecord;

export const tagRoutes = {
  list: read
    .input(Nothing)
    .output(z.array(TagInUse))
    .query(({ ctx }) => listTags(ctx)),
  update: write
    .input(UpdateTag)
    .output(TagInUse)
    .mutation(({ ctx, input }) => updateTag(ctx, input)),
  remove: write
    .input(TagId)
    .output(Done)
    .mutation(({ ctx, input }) => removeTag(ctx, input)),
} satisfies TRPCRouterRecord;
