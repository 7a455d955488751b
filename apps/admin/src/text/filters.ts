/** What the controls that narrow a list say, whatever the list. */
export const filtersText = {
  find: "Find…",
  nothing: "Nothing of that name",
  least: "At least",
  most: "At most",
  apply: "Apply",
  notANumber: "Enter a number, such as 12.",
  notAnAmount: "Enter an amount, such as 12.50.",
  clear: "Clear",
} as const;
