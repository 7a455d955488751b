import { useQuery } from "@tanstack/react-query";

const asStored = (number: string): string => number;

/**
 * Writes stored numbers as people do. The numbering plans of all countries are large and lists seldom show a number, so
 * they come when one is `wanted`; until then a number stands as it is stored.
 */
export function useReadablePhone(wanted = true): (number: string) => string {
  const { data } = useQuery({
    queryKey: ["readablePhone"],
    queryFn: async () => (await import("@clientele/domain/customers/phone")).readablePhone,
    enabled: wanted,
    staleTime: Infinity,
  });
  return data ?? asStored;
}

/** A number of a list, as people write it. */
export const PhoneText = ({ number }: { number: string }): string => useReadablePhone()(number);
