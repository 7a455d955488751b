import type { TRPCRouterRecord } from "@trpc/server";
import { Done, pageOf } from "@clientele/domain/page";
import {
  CreateDiscount,
  Discount,
  DiscountId,
  DiscountTried,
  ListDiscounts,
  SeenDiscount,
  TryDiscount,
  UpdateDiscount,
} from "@clientele/domain/pricing/discount";
import {
  ActivationPreview,
  CreatePriceList,
  ListConflicts,
  ListPriceLists,
  PriceList,
  PriceListConflicts,
  PriceListId,
  SeenPriceList,
  UpdatePriceList,
} from "@clientele/domain/pricing/priceList";
import {
  CheckEntries,
  EntriesChecked,
  EntriesImported,
  EntriesSet,
  EntryPage,
  ImportEntries,
  ImportUndone,
  ListEntries,
  SetEntries,
  UndoImport,
} from "@clientele/domain/pricing/priceListEntry";
import { staffProcedure } from "../trpc.ts";
import { activatePriceList, archivePriceList, previewActivation } from "./activation.ts";
import { listConflicts } from "./conflicts.ts";
import {
  archiveDiscount,
  createDiscount,
  disableDiscount,
  enableDiscount,
  getDiscount,
  listDiscounts,
  removeDiscount,
  updateDiscount,
} from "./discounts.ts";
import { checkEntries, listEntries, setEntries } from "./entries.ts";
import { importEntries, undoImport } from "./imports.ts";
import { createPriceList, getPriceList, listPriceLists, removePriceList, updatePriceList } from "./priceLists.ts";
import { tryDiscount } from "./tryDiscount.ts";

const read = staffProcedure("pricing.read");
const write = staffProcedure("pricing.write");

export const priceListRoutes = {
  list: read
    .input(ListPriceLists)
    .output(pageOf(PriceList))
    .query(({ ctx, input }) => listPriceLists(ctx, input)),
  get: read
    .input(PriceListId)
    .output(PriceList)
    .query(({ ctx, input }) => getPriceList(ctx, input)),
  create: write
    .input(CreatePriceList)
    .output(PriceList)
    .mutation(({ ctx, input }) => createPriceList(ctx, input)),
  update: write
    .input(UpdatePriceList)
    .output(PriceList)
    .mutation(({ ctx, input }) => updatePriceList(ctx, input)),
  previewActivation: read
    .input(PriceListId)
    .output(ActivationPreview)
    .query(({ ctx, input }) => previewActivation(ctx, input)),
  activate: write
    .input(SeenPriceList)
    .output(PriceList)
    .mutation(({ ctx, input }) => activatePriceList(ctx, input)),
  archive: write
    .input(SeenPriceList)
    .output(PriceList)
    .mutation(({ ctx, input }) => archivePriceList(ctx, input)),
  remove: write
    .input(SeenPriceList)
    .output(Done)
    .mutation(({ ctx, input }) => removePriceList(ctx, input)),
  entries: read
    .input(ListEntries)
    .output(EntryPage)
    .query(({ ctx, input }) => listEntries(ctx, input)),
  setEntries: write
    .input(SetEntries)
    .output(EntriesSet)
    .mutation(({ ctx, input }) => setEntries(ctx, input)),
  checkEntries: read
    .input(CheckEntries)
    .output(EntriesChecked)
    .query(({ ctx, input }) => checkEntries(ctx, input)),
  importEntries: write
    .input(ImportEntries)
    .output(EntriesImported)
    .mutation(({ ctx, input }) => importEntries(ctx, input)),
  undoImport: write
    .input(UndoImport)
    .output(ImportUndone)
    .mutation(({ ctx, input }) => undoImport(ctx, input)),
  conflicts: read
    .input(ListConflicts)
    .output(PriceListConflicts)
    .query(({ ctx, input }) => listConflicts(ctx, input)),
} satisfies TRPCRouterRecord;

export const discountRoutes = {
  list: read
    .input(ListDiscounts)
    .output(pageOf(Discount))
    .query(({ ctx, input }) => listDiscounts(ctx, input)),
  get: read
    .input(DiscountId)
    .output(Discount)
    .query(({ ctx, input }) => getDiscount(ctx, input)),
  create: write
    .input(CreateDiscount)
    .output(Discount)
    .mutation(({ ctx, input }) => createDiscount(ctx, input)),
  update: write
    .input(UpdateDiscount)
    .output(Discount)
    .mutation(({ ctx, input }) => updateDiscount(ctx, input)),
  disable: write
    .input(SeenDiscount)
    .output(Discount)
    .mutation(({ ctx, input }) => disableDiscount(ctx, input)),
  enable: write
    .input(SeenDiscount)
    .output(Discount)
    .mutation(({ ctx, input }) => enableDiscount(ctx, input)),
  archive: write
    .input(SeenDiscount)
    .output(Discount)
    .mutation(({ ctx, input }) => archiveDiscount(ctx, input)),
  remove: write
    .input(SeenDiscount)
    .output(Done)
    .mutation(({ ctx, input }) => removeDiscount(ctx, input)),
  tryOut: read
    .input(TryDiscount)
    .output(DiscountTried)
    .query(({ ctx, input }) => tryDiscount(ctx, input)),
} satisfies TRPCRouterRecord;
