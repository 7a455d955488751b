import { type Icon, IconArrowRight, IconPackage, IconPlus, IconUserPlus } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useCan } from "../me.ts";
import { text } from "../text.ts";
import { mainPlaces, settingsPlaces } from "./Navigation.tsx";

const t = text.shell.palette;

interface Command {
  label: string;
  run: () => void;
  Icon: Icon;
}

/** What the role may begin, and where it may go, as far as the typed words name it. */
export function usePaletteCommands(query: string): Command[] {
  const navigate = useNavigate();
  const can = useCan();
  const commands: Command[] = [];
  if (can("customers.write")) {
    const run = () => void navigate({ to: "/customers", search: { sheet: "new" } });
    commands.push({ label: t.newCustomer, run, Icon: IconUserPlus });
  }
  if (can("groups.write")) {
    const run = () => void navigate({ to: "/groups", search: { sheet: "new" } });
    commands.push({ label: t.newGroup, run, Icon: IconPlus });
  }
  if (can("catalogue.write")) {
    const run = () => void navigate({ to: "/products", search: { sheet: "new" } });
    commands.push({ label: t.newProduct, run, Icon: IconPackage });
  }
  for (const { to, label, needs } of [...mainPlaces, ...settingsPlaces]) {
    if (needs !== undefined && !can(needs)) continue;
    commands.push({ label: t.goTo(label), run: () => void navigate({ to }), Icon: IconArrowRight });
  }
  const typed = query.trim().toLowerCase();
  return commands.filter(({ label }) => label.toLowerCase().includes(typed));
}
