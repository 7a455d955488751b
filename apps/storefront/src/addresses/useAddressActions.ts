import { heirOf } from "@clientele/domain/customers/address";
import { doneToast, undoToast } from "@clientele/ui/undoToast.tsx";
import { useMutation } from "@tanstack/react-query";
import { accountText } from "../accountText.ts";
import { type Address, addressName } from "../AddressText.tsx";
import { withPassword } from "../passwordPrompt.tsx";
import { trpc } from "../trpc.ts";

const t = accountText.addresses;
export type Use = "shipping" | "billing";

export interface AddressActions {
  remove: (address: Address) => void;
  setDefault: (address: Address, use: Use) => void;
  /** The address something is being done to. */
  busyId: string | null;
  failure: unknown;
}

/** What can be done to a card at once; each can be taken back for ten seconds. */
export function useAddressActions(email: string, addresses: readonly Address[]): AddressActions {
  const create = useMutation(trpc.addresses.create.mutationOptions());
  const remove = useMutation(trpc.addresses.remove.mutationOptions());
  const setDefault = useMutation(trpc.addresses.setDefault.mutationOptions());
  // A failure is shown above the cards.
  const quietly = (call: () => Promise<unknown>) => void withPassword(email, call).catch(() => undefined);

  return {
    remove: (address) =>
      quietly(async () => {
        await remove.mutateAsync({ id: address.id });
        undoToast({
          message: [t.removed(addressName(address)), handOver(address, addresses)].join(" ").trim(),
          onUndo: () => create.mutateAsync(partsOf(address)),
        });
        document.getElementById("add-address")?.focus();
      }),
    setDefault: (address, use) =>
      quietly(async () => {
        await setDefault.mutateAsync({ id: address.id, use });
        const former = addresses.find((one) => (use === "shipping" ? one.isDefaultShipping : one.isDefaultBilling));
        const message = (use === "shipping" ? t.nowShipping : t.nowBilling)(addressName(address));
        if (former === undefined) doneToast(message);
        else undoToast({ message, onUndo: () => setDefault.mutateAsync({ id: former.id, use }) });
      }),
    busyId: remove.isPending ? remove.variables.id : setDefault.isPending ? setDefault.variables.id : null,
    failure: remove.error ?? setDefault.error,
  };
}

/** Who takes over what the deleted address was the default for; the server decides by the same rule. */
function handOver(gone: Address, addresses: readonly Address[]): string {
  const heir = heirOf(
    addresses.map((address) => ({ ...address, createdAt: new Date(address.createdAt) })),
    gone.id,
  );
  if (heir === null) return "";
  const name = addressName(heir);
  if (gone.isDefaultShipping && gone.isDefaultBilling) return t.nowBoth(name);
  if (gone.isDefaultShipping) return t.nowShipping(name);
  return gone.isDefaultBilling ? t.nowBilling(name) : "";
}

/** All there is of an address, to write it once more. */
const partsOf = ({ id: _id, version: _version, createdAt: _created, updatedAt: _updated, ...parts }: Address) => parts;
