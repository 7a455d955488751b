import { modals } from "@mantine/modals";
import { stir } from "./stirred.ts";

let ready: () => void = () => undefined;
const host = new Promise<void>((resolve) => {
  ready = resolve;
});

/** Told by the host once it is on the page and hears. */
export const dialogsCanOpen = (): void => ready();

type Dialog = Parameters<typeof modals.open>[0];

/** Opens a dialog as soon as there is a place for it; `close` is for its own buttons. */
export function openDialog(dialog: (close: () => void) => Dialog): void {
  stir();
  void host.then(() => {
    const id: string = modals.open(dialog(() => modals.close(id)));
  });
}
