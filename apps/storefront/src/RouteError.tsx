import { ErrorPage, NotFoundPage } from "@clientele/ui/ErrorPage.tsx";
import { isProblemCode } from "@clientele/ui/problem.ts";
import { CardSkeleton } from "@clientele/ui/Skeletons.tsx";
import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { ButtonLink } from "./links.tsx";
import { text } from "./text.ts";

const home = (
  <ButtonLink to="/" variant="default">
    {text.shell.home}
  </ButtonLink>
);

/** The page in place of one that failed: not found, offline or broken, each in its own words. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  useEffect(() => {
    queries.reset();
  }, [queries]);
  // The way to the sign-in page is already under way.
  if (isProblemCode(error, "account.not_signed_in")) return <CardSkeleton cards={2} />;
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return <ErrorPage error={error} onRetry={retry} home={home} />;
}

export const RouteNotFound = () => <NotFoundPage home={home} />;
