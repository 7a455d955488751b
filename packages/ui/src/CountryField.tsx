import { countries } from "@clientele/domain/customers/addressRules";
import { Select, type SelectProps } from "@mantine/core";
import { useMemo } from "react";
import { text } from "./text.ts";

export interface CountryFieldProps extends Omit<SelectProps, "data" | "value" | "onChange"> {
  /** ISO 3166-1 alpha-2, or an empty text. */
  value: string;
  onChange: (code: string) => void;
  /** The countries there are to choose from; all of them when left out. */
  only?: readonly string[] | undefined;
}

/** All countries by name in the page's language, found by typing. */
export function CountryField({ value, onChange, only, autoComplete = "country", ...rest }: CountryFieldProps) {
  // The page is English; only its numbers and dates follow the viewer.
  const data = useMemo(
    () =>
      countries("en")
        .filter(({ code }) => only === undefined || only.includes(code))
        .map(({ code, name }) => ({ value: code, label: name })),
    [only],
  );
  return (
    <Select
      {...rest}
      data={data}
      searchable
      autoComplete={autoComplete}
      nothingFoundMessage={text.address.countryNone}
      value={value === "" ? null : value}
      onChange={(code) => onChange(code ?? "")}
      allowDeselect={false}
      limit={300}
    />
  );
}
