import type { Permission } from "@clientele/domain/access";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import type { Outputs } from "./trpc.ts";

export type Me = NonNullable<Outputs["account"]["me"]>;

const staff = getRouteApi("/_staff");

/** The member of staff who is signed in. */
export const useMe = (): Me => staff.useRouteContext().me;

/** Whether the signed-in role may do it. Hides what the server would refuse; the server decides all the same. */
export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return useCallback((permission) => permissions.includes(permission), [permissions]);
}
