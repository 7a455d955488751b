const people = (count: string, one: boolean): string => `${count} ${one ? "customer" : "customers"}`;

export const tagsText = {
  title: "Tags",
  description: "Short words that staff put on customers, each with a colour of its own.",
  column: { name: "Tag", customers: "Customers", actions: "Actions" },
  colours: {
    slate: "Slate",
    red: "Red",
    orange: "Orange",
    amber: "Amber",
    green: "Green",
    teal: "Teal",
    blue: "Blue",
    violet: "Violet",
    pink: "Pink",
  },
  customersWith: (count: string, one: boolean, tag: string) => `${people(count, one)} tagged ${tag}`,
  empty: "No tags yet",
  emptyBody: "A tag is made when it is first put on a customer. Open a customer and write one there.",
  emptyAction: "Go to customers",
  actions: (name: string) => `Actions for ${name}`,
  edit: {
    open: "Rename or recolour…",
    title: (name: string) => `Edit the tag ${name}`,
    name: "Name",
    nameHint: "Everybody who bears the tag bears it under the new name.",
    colour: "Colour",
    submit: "Save tag",
    cancel: "Cancel",
    saved: (name: string) => `Tag ${name} was saved.`,
  },
  remove: {
    open: "Remove…",
    title: (name: string) => `Remove the tag “${name}”?`,
    body: (count: string, one: boolean) =>
      `${people(count, one)} ${one ? "loses" : "lose"} it and nothing else. This cannot be undone.`,
    bodyNobody: "No customer bears it. This cannot be undone.",
    verb: "Remove tag",
    done: (name: string) => `Tag ${name} was removed.`,
  },
} as const;
