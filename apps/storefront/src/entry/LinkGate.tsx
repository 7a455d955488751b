import type { TokenPurpose } from "@clientele/domain/sessions/token";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { FormSkeleton } from "@clientele/ui/Skeletons.tsx";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { heldToken } from "../mailedToken.ts";
import { text } from "../text.ts";
import { type Outputs, trpc } from "../trpc.ts";
import { EntryPage } from "./EntryPage.tsx";

const t = text.link;

export interface OpenLink {
  token: string;
  email: string;
  firstName: string;
  lastName: string;
}

export interface LinkGateProps {
  /** The path the mail leads to. */
  page: string;
  kind: keyof typeof t.used;
  purposes: readonly TokenPurpose[];
  /** Where to go with a link that is no good any more. */
  wayOn: ReactNode;
  /** Where to go when it was used, if somewhere else. */
  wayOnUsed?: ReactNode;
  /** What a good link shows; acting on it is always a button. */
  children: (link: OpenLink) => ReactNode;
}

/** Asks what the mailed link is for, and explains the one that is used or expired. */
export function LinkGate({ page, ...rest }: LinkGateProps) {
  const token = heldToken(page);
  if (token === null) {
    return (
      <EntryPage title={t.missingTitle} description={t.missing}>
        {rest.wayOn}
      </EntryPage>
    );
  }
  return <Asked token={token} {...rest} />;
}

function Asked({
  token,
  kind,
  purposes,
  wayOn,
  wayOnUsed = wayOn,
  children,
}: Omit<LinkGateProps, "page"> & { token: string }) {
  // Asked once: after acting on it the link reads as used, which is for the next visit.
  const link = useQuery(
    trpc.account.link.queryOptions({ token }, { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false }),
  );
  if (link.isPending) {
    return (
      <EntryPage title={t.checking}>
        <FormSkeleton fields={2} />
      </EntryPage>
    );
  }
  if (link.isError) {
    return (
      <EntryPage title={t.checking}>
        <ProblemNotice error={link.error} onRetry={() => void link.refetch()} />
      </EntryPage>
    );
  }
  const refused = refusal(link.data, kind, purposes);
  if (refused !== null) return <EntryPage {...refused}>{link.data.state === "used" ? wayOnUsed : wayOn}</EntryPage>;
  const { email, firstName, lastName } = link.data;
  return children({ token, email: email ?? "", firstName: firstName ?? "", lastName: lastName ?? "" });
}

function refusal(
  { purpose, state }: Outputs["account"]["link"],
  kind: LinkGateProps["kind"],
  purposes: readonly TokenPurpose[],
): { title: string; description: string } | null {
  if (purpose !== null && !purposes.includes(purpose)) return { title: t.otherTitle, description: t.other };
  if (state === "used") return { title: t.usedTitle, description: t.used[kind] };
  return state === "expired" ? { title: t.expiredTitle, description: t.expired[kind] } : null;
}
