export const metadataText = {
  title: "Additional data",
  body: "Your own data about it, for reports and connected systems. Customers never see it.",
  none: "No additional data yet.",
  key: "Key",
  kindLabel: "Type",
  kind: { text: "Text", number: "Number", yesNo: "Yes or no", nothing: "Empty", json: "JSON" },
  value: "Value",
  jsonPlaceholder: '{"size": "M"}',
  yesNo: { true: "Yes", false: "No" },
  add: "Add a key",
  row: (key: string, place: number) => (key === "" ? `Row ${place}` : key),
  remove: (key: string) => (key === "" ? "Remove this row" : `Remove ${key}`),
} as const;
