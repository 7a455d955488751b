import { countries } from "@clientele/domain/customers/addressRules";
import { MultiSelect, type MultiSelectProps } from "@mantine/core";
import { useMemo } from "react";

export interface CountriesFieldProps extends Pick<MultiSelectProps, "label" | "description" | "error"> {
  value: string[];
  onChange: (codes: string[]) => void;
  /** Where the form looks for its field, to put the focus there. */
  "data-path"?: string | undefined;
}

/** Several countries by name, found by typing. */
export function CountriesField(props: CountriesFieldProps) {
  // The page is English; only its numbers and dates follow the viewer.
  const data = useMemo(() => countries("en").map(({ code, name }) => ({ value: code, label: name })), []);
  return (
    <MultiSelect {...props} data={data} searchable clearable hidePickedOptions limit={300} maxDropdownHeight={280} />
  );
}
