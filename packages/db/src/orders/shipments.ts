import { asc, eq } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Reader, Tx } from "../database.ts";

/** Pieces of an order's lines that were sent together. */
export interface StoredShipment {
  id: string;
  carrier: string | null;
  tracking: string | null;
  shippedAt: Date;
  deliveredAt: Date | null;
  lines: { lineId: string; quantity: number }[];
}

/** An order's shipments, the first sent first. */
export const listShipments = async (db: Reader, orderId: string): Promise<StoredShipment[]> => {
  const { shipments: t, shipmentLines } = db.tables;
  const rows = await db
    .select({
      id: t.id,
      carrier: t.carrier,
      tracking: t.tracking,
      shippedAt: t.shippedAt,
      deliveredAt: t.deliveredAt,
      lineId: shipmentLines.lineId,
      quantity: shipmentLines.quantity,
    })
    .from(t)
    .innerJoin(shipmentLines, eq(shipmentLines.shipmentId, t.id))
    .where(eq(t.orderId, orderId))
    .orderBy(asc(t.shippedAt), asc(t.id), asc(shipmentLines.lineId));
  const found = new Map<string, StoredShipment>();
  for (const { lineId, quantity, ...shipment } of rows) {
    const known = found.get(shipment.id) ?? { ...shipment, lines: [] };
    known.lines.push({ lineId, quantity });
    found.set(shipment.id, known);
  }
  return [...found.values()];
};

/** Writes what is sent together; it has not arrived yet. */
export const insertShipment = async (
  tx: Tx,
  orderId: string,
  { lines, ...shipment }: Omit<StoredShipment, "deliveredAt">,
): Promise<void> => {
  await tx.insert(tx.tables.shipments).values({ ...shipment, orderId, deliveredAt: null });
  for (const some of chunked(lines, 3)) {
    await tx.insert(tx.tables.shipmentLines).values(some.map((line) => ({ ...line, shipmentId: shipment.id })));
  }
};

export const setDelivered = async (tx: Tx, shipmentId: string, at: Date): Promise<void> => {
  const { shipments: t } = tx.tables;
  await tx.update(t).set({ deliveredAt: at }).where(eq(t.id, shipmentId));
};
