import { useNetwork } from "@mantine/hooks";
import { IconWifiOff } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import classes from "./ConnectionBanner.module.css";
import { isLostConnection } from "./problem.ts";
import { text } from "./text.ts";

/** True while some read waits for a server that does not answer. */
function useUnreachable(): boolean {
  const cache = useQueryClient().getQueryCache();
  const subscribe = useCallback((listener: () => void) => cache.subscribe(listener), [cache]);
  return useSyncExternalStore(
    subscribe,
    () => cache.getAll().some(({ state }) => isLostConnection(state.fetchFailureReason)),
    () => false,
  );
}

/** Says that the connection is lost and that nothing typed is; reads go on trying by themselves. Stands above the page. */
export function ConnectionBanner() {
  const { online } = useNetwork();
  const unreachable = useUnreachable();
  const lost = !online || unreachable;
  return (
    <div role="status">
      {lost && (
        <div className={classes["banner"]}>
          <IconWifiOff size={16} stroke={1.6} aria-hidden />
          {online ? text.connection.unreachable : text.connection.offline}
        </div>
      )}
    </div>
  );
}
