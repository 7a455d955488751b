import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Reader } from "../database.ts";

/** The invitations that may still be accepted or have run out unused, by the person invited; the newest of each. */
export const staffInvitations = async (
  db: Reader,
  staffIds: readonly string[],
): Promise<Map<string, { sentAt: Date; expiresAt: Date }>> => {
  const { tokens: t } = db.tables;
  const invitations = new Map<string, { sentAt: Date; expiresAt: Date }>();
  if (staffIds.length === 0) return invitations;
  const rows = await db
    .select({ staffId: t.staffId, sentAt: t.createdAt, expiresAt: t.expiresAt })
    .from(t)
    .where(
      and(inArray(t.staffId, [...staffIds]), eq(t.purpose, "staff_invitation"), isNull(t.usedAt), isNull(t.voidedAt)),
    )
    .orderBy(desc(t.createdAt), desc(t.id));
  for (const { staffId, ...invitation } of rows) {
    if (staffId !== null && !invitations.has(staffId)) invitations.set(staffId, invitation);
  }
  return invitations;
};
