import { countries } from "@clientele/domain/customers/addressRules";
import { MultiSelect, type MultiSelectProps } from "@mantine/core";
import { useMemo, useState } from "react";

export interface CountriesFieldProps extends Pick<MultiSelectProps, "label" | "description" | "error"> {
  value: string[];
  onChange: (codes: string[]) => void;
  /** Where the form looks for its field, to put the focus there. */
  "data-path"?: string | undefined;
}

/** Several countries by name, found by typing. */
export function CountriesField({ onChange, ...props }: CountriesFieldProps) {
  const [opened, setOpened] = useState(false);
  // The page is English; only its numbers and dates follow the viewer.
  const data = useMemo(() => countries("en").map(({ code, name }) => ({ value: code, label: name })), []);
  return (
    <MultiSelect
      {...props}
      data={data}
      searchable
      hidePickedOptions
      limit={300}
      maxDropdownHeight={280}
      dropdownOpened={opened}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      onChange={(codes) => {
        // The list would else lie over the button that saves; typing opens it again.
        setOpened(false);
        onChange(codes);
      }}
    />
  );
}
