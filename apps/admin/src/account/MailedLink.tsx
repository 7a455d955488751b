import type { TokenPurpose } from "@clientele/domain/sessions/token";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { FormSkeleton } from "@clientele/ui/Skeletons.tsx";
import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { ButtonLink } from "../links.tsx";
import { text } from "../text.ts";
import { type Outputs, trpc } from "../trpc.ts";
import { DoorTitle } from "./DoorTitle.tsx";

const t = text.account.link;
export type LinkInfo = Outputs["account"]["link"];

const tokenIn = (hash: string): string | null => new URLSearchParams(hash.replace(/^#/, "")).get("token");

/** Reads the token behind `#token=` once, keeps it in memory and takes it out of the address bar. */
function useMailedToken(): string | null {
  const hash = useLocation({ select: (location) => location.hash });
  const found = tokenIn(hash);
  const [token, setToken] = useState(found);
  if (found !== null && found !== token) setToken(found);
  useEffect(() => {
    if (found === null) return;
    window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
  }, [found]);
  return token;
}

export interface MailedLinkProps {
  purpose: TokenPurpose;
  /** What is offered in place of a link that no longer works. */
  otherwise: ReactNode;
  children: (token: string, info: LinkInfo) => ReactNode;
}

/** The page behind a mailed link: asks what the token is for, and shows the form only while it is good. */
export function MailedLink({ purpose, otherwise, children }: MailedLinkProps) {
  const token = useMailedToken();
  const link = useQuery({
    ...trpc.account.link.queryOptions({ token: token ?? "" }),
    enabled: token !== null,
    // Asking again could only turn the page away from under the hands of who fills it.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  if (token === null) return <Dead title={t.missingTitle} body={t.missing} otherwise={otherwise} />;
  if (link.isPending) {
    return (
      <>
        <DoorTitle title={t.checking} />
        <FormSkeleton fields={2} />
      </>
    );
  }
  if (link.isError) {
    return (
      <>
        <DoorTitle title={t.expiredTitle} />
        <ProblemNotice error={link.error} onRetry={() => void link.refetch()} />
      </>
    );
  }
  if (link.data.state === "used") return <Dead title={t.usedTitle} body={t.used} otherwise={otherwise} />;
  if (link.data.state === "expired" || link.data.purpose !== purpose) {
    return <Dead title={t.expiredTitle} body={t.expired} otherwise={otherwise} />;
  }
  return children(token, link.data);
}

function Dead({ title, body, otherwise }: { title: string; body: string; otherwise: ReactNode }) {
  return (
    <>
      <DoorTitle title={title}>{body}</DoorTitle>
      <Stack mt="lg" gap="sm">
        {otherwise}
        <ButtonLink to="/sign-in" variant="default">
          {t.toSignIn}
        </ButtonLink>
      </Stack>
    </>
  );
}
