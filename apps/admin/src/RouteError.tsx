import { ErrorPage, NoAccessPage, NotFoundPage } from "@clientele/ui/ErrorPage.tsx";
import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { ButtonLink } from "./links.tsx";
import { NoAccess } from "./needs.ts";
import { text } from "./text.ts";

const home = <ButtonLink to="/">{text.shell.home}</ButtonLink>;

/** The page in place of one that failed: not found, no access, offline or broken, each in its own words. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  useEffect(() => {
    queries.reset();
  }, [queries]);
  const retry = () => {
    reset();
    void router.invalidate();
  };
  if (error instanceof NoAccess) {
    return <NoAccessPage right={text.staff.roles.permission[error.permission]} home={home} />;
  }
  return <ErrorPage error={error} onRetry={retry} home={home} />;
}

export const RouteNotFound = () => <NotFoundPage home={home} />;
