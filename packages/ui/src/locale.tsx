import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from "react";

interface Locale {
  /** BCP 47; decides the formats of numbers and dates, not the language of the page. */
  locale: string;
  timeZone: string;
  now: () => Date;
}

const system = (): Locale => ({
  locale: typeof navigator === "undefined" ? "en" : navigator.language,
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  now: () => new Date(),
});

const LocaleContext = createContext<Locale | null>(null);

export interface LocaleProviderProps extends Partial<Locale> {
  children: ReactNode;
}

/** Sets the formats of everything below it; what is left out is the viewer's own. */
export function LocaleProvider({ locale, timeZone, now, children }: LocaleProviderProps) {
  const value = useMemo<Locale>(() => {
    const own = system();
    return { locale: locale ?? own.locale, timeZone: timeZone ?? own.timeZone, now: now ?? own.now };
  }, [locale, timeZone, now]);
  return <LocaleContext value={value}>{children}</LocaleContext>;
}

const fallback = system();

/** The viewer's formats and clock. */
export const useLocale = (): Locale => useContext(LocaleContext) ?? fallback;

// One timer for all relative times on a page, however many rows there are.
const listeners = new Set<() => void>();
let minute = 0;
let timer: ReturnType<typeof setInterval> | undefined;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  timer ??= setInterval(() => {
    minute += 1;
    for (const each of listeners) each();
  }, 60_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
};

/** The present instant, told again every minute. */
export function useNow(): Date {
  useSyncExternalStore(
    subscribe,
    () => minute,
    () => 0,
  );
  return useLocale().now();
}
