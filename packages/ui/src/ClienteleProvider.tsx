import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { LocaleProvider, type LocaleProviderProps } from "./locale.tsx";
import { text } from "./text.ts";
import { adminTheme, cssVariables, storefrontTheme } from "./theme.ts";
import type { Density } from "./tokens.ts";

// A toast waits in its store until there is a place for it, so the first page need not.
const Toasts = lazy(() => import("./Toasts.tsx").then(({ Toasts: component }) => ({ default: component })));

// The same key stands in public/colorScheme.js, which sets the scheme before the first paint.
const colorSchemeManager = localStorageColorSchemeManager({ key: "clientele.colorScheme" });
const modalDefaults = { closeButtonProps: { "aria-label": text.close } };

export interface ClienteleProviderProps extends LocaleProviderProps {
  density: Density;
  queryClient: QueryClient;
  /** `test` renders without transitions and portals. */
  env?: "default" | "test";
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
          <ModalsProvider modalProps={modalDefaults}>{children}</ModalsProvider>
          <Suspense>
            <Toasts />
          </Suspense>
        </LocaleProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}
