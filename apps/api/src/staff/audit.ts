import { listAudit as readAudit } from "@clientele/db/events/audit";
import { customerNames } from "@clientele/db/events/names";
import { groupNames } from "@clientele/db/groups/groups";
import { numbersOfOrders } from "@clientele/db/orders/orders";
import { staffNames } from "@clientele/db/staff/staff";
import type { AuditEntry, ListAudit } from "@clientele/domain/events";
import type { Page } from "@clientele/domain/page";
import type { StaffContext } from "../context.ts";
import { eventActor, staffActing } from "../eventActor.ts";

const present = (id: string | null): string[] => (id === null ? [] : [id]);

/** The audit log, newest first, with the names that still exist; six statements whatever the page's size. */
export async function listAudit(ctx: StaffContext, input: ListAudit): Promise<Page<AuditEntry>> {
  const page = await readAudit(ctx.db, input);
  const customers = await customerNames(
    ctx.db,
    page.items.flatMap(({ customerId }) => present(customerId)),
  );
  const groups = await groupNames(
    ctx.db,
    page.items.flatMap(({ groupId }) => present(groupId)),
  );
  const orders = await numbersOfOrders(
    ctx.db,
    page.items.flatMap(({ orderId }) => present(orderId)),
  );
  const staff = await staffNames(
    ctx.db,
    page.items.flatMap((event) => [...present(event.staffId), ...staffActing(event)]),
  );
  const nameIn = (names: Map<string, string>, id: string | null): string | null =>
    id === null ? null : (names.get(id) ?? null);
  const orderName = (numbers: Map<string, number>, id: string | null): string | null => {
    const number = id === null ? undefined : numbers.get(id);
    return number === undefined ? null : `#${number}`;
  };
  const items = page.items.map((event): AuditEntry => ({
    id: event.id,
    type: event.type,
    at: event.at,
    actor: eventActor(event, staff),
    data: event.data,
    customerId: event.customerId,
    groupId: event.groupId,
    orderId: event.orderId,
    staffId: event.staffId,
    subject:
      orderName(orders, event.orderId) ??
      nameIn(customers, event.customerId) ??
      nameIn(groups, event.groupId) ??
      nameIn(staff, event.staffId),
    address: event.address,
    requestId: event.requestId,
    seal: event.sealNumber === null || event.seal === null ? null : { number: event.sealNumber, hash: event.seal },
  }));
  return { ...page, items };
}
