import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { LocaleProvider, type LocaleProviderProps } from "./locale.tsx";
import { useStirred } from "./stirred.ts";
import { adminTheme, cssVariables, storefrontTheme } from "./theme.ts";
import type { Density } from "./tokens.ts";

// Toasts and dialogs wait until there is a place for them, so the page need not load it before somebody acts.
const DialogHost = lazy(() => import("./DialogHost.tsx").then(({ DialogHost: component }) => ({ default: component })));
const Toasts = lazy(() => import("./Toasts.tsx").then(({ Toasts: component }) => ({ default: component })));

// The same key stands in public/colorScheme.js, which sets the scheme before the first paint.
const colorSchemeManager = localStorageColorSchemeManager({ key: "clientele.colorScheme" });

export interface ClienteleProviderProps extends LocaleProviderProps {
  density: Density;
  queryClient: QueryClient;
  /** `test` renders without transitions and portals. */
  env?: "default" | "test";
}

function Hosts() {
  return (
    useStirred() && (
      <>
        <Suspense>
          <DialogHost />
        </Suspense>
        <Suspense>
          <Toasts />
        </Suspense>
      </>
    )
  );
}

/** Everything the components of this package expect around them. Stands once, outermost, in each app. */
export function ClienteleProvider({
  density,
  queryClient,
  env = "default",
  children,
  ...locale
}: ClienteleProviderProps) {
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={density === "admin" ? adminTheme : storefrontTheme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colorSchemeManager}
        defaultColorScheme="auto"
        env={env}
      >
        <LocaleProvider {...locale}>
          {children}
          <Hosts />
        </LocaleProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}
