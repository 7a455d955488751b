import { IconMapPin, IconPackage, IconShieldLock, IconUser, IconUserCircle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { accountText } from "../accountText.ts";
import { SidewaysNav } from "../SidewaysNav.tsx";
import { text } from "../text.ts";
import classes from "./AccountLayout.module.css";

const pages = [
  { to: "/account", label: text.shell.overview, Icon: IconUserCircle },
  { to: "/account/orders", label: text.shell.orders, Icon: IconPackage },
  { to: "/account/profile", label: text.shell.profile, Icon: IconUser },
  { to: "/account/addresses", label: text.shell.addresses, Icon: IconMapPin },
  { to: "/account/security", label: text.shell.security, Icon: IconShieldLock },
] as const;

/** The pages of the account beside each other. */
export function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <div className={classes["layout"]}>
      <div className={classes["nav"]}>
        <SidewaysNav label={accountText.nav}>
          {pages.map(({ to, label, Icon }) => (
            <li key={to}>
              <Link
                to={to}
                activeOptions={{ exact: to === "/account", includeSearch: false }}
                className={classes["link"]}
              >
                <Icon size={18} stroke={1.6} aria-hidden />
                {label}
              </Link>
            </li>
          ))}
        </SidewaysNav>
      </div>
      <div className={classes["content"]}>{children}</div>
    </div>
  );
}
