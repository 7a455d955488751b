// Every text of this package, so that a second language is one more catalogue. Problem texts stand in problemText.ts.

const count = (n: number, one: string, many: string): string => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

export const text = {
  close: "Close",
  cancel: "Cancel",
  retry: "Try again",
  copy: "Copy",
  copied: "Copied",
  skipToContent: "Skip to content",
  breadcrumb: "Breadcrumb",
  never: "Never",
  justNow: "just now",

  problem: {
    title: "That did not work",
    unknown: "Something went wrong on our side. Try again; if it happens again, tell us the request number below.",
    lost: "The shop cannot be reached right now. What you typed is still here: check your connection and try again.",
    requestId: "Request",
    copyRequestId: "Copy request number",
  },

  page: {
    notFoundTitle: "We could not find that page",
    notFoundBody:
      "The link may be old, or what it named was removed. The address is kept above, in case you want to check it.",
    noAccessTitle: "You cannot open this page",
    noAccessBody: (right: string) =>
      `It needs the right “${right}”, which your role does not have. An owner can give it to you under Settings, Staff.`,
    noAccessPlain: "Your role does not include it. An owner can change that under Settings, Staff.",
    wrongTitle: "Something went wrong",
    wrongBody: "It is not your doing, and nothing you saved is lost. Load the page again in a moment.",
    offlineTitle: "You are offline",
    offlineBody: "This page has to be fetched first. It loads by itself as soon as the connection is back.",
    home: "Go to the start",
    reload: "Load again",
  },

  connection: {
    offline: "You are offline. What you see may be old; what you typed stays here.",
    unreachable: "The server does not answer. We keep trying; what you typed stays here.",
  },

  scheme: { label: "Appearance", light: "Light", dark: "Dark", auto: "As the system" },

  password: {
    show: "Show password",
    length: (length: number, least: number) =>
      length === 0
        ? `At least ${least} characters. A sentence works well.`
        : length < least
          ? `${count(least - length, "more character", "more characters")} to go.`
          : "Long enough.",
  },

  date: {
    time: "Time",
    addTime: "Add a time",
    removeTime: "Remove the time",
    clear: "Clear date",
    zone: (zone: string) => `Time zone: ${zone}`,
  },

  address: {
    country: "Country",
    countryNone: "No country of that name",
    label: "Name of this address",
    labelHint: "For you to tell them apart, such as “Home” or “Warehouse”.",
    firstName: "First name",
    lastName: "Last name",
    company: "Company",
    line1: "Street and number",
    phone: "Phone",
    phoneHint: "With the country’s prefix, such as +44. Couriers use it on the day of delivery.",
  },

  table: {
    select: (name: string) => `Select ${name}`,
    selectPage: "Select all rows on this page",
    sortBy: (column: string) => `Sort by ${column}`,
    sortLabel: "Sort",
    otherSort: "Sort by …",
    ascending: (column: string) => `${column}, ascending`,
    descending: (column: string) => `${column}, descending`,
    loading: "Loading rows",
    refreshing: "Refreshing",
    view: "View",
    columns: "Columns",
    rowHeight: "Row height",
    comfortable: "Comfortable",
    dense: "Dense",
    moveUp: (column: string) => `Move ${column} up`,
    moveDown: (column: string) => `Move ${column} down`,
    reset: "Reset to default",
  },

  selection: {
    count: (n: number) => `${n.toLocaleString("en")} selected`,
    allMatching: (n: string) => `All ${n} that match are selected`,
    selectAllMatching: (n: string) => `Select all ${n} that match`,
    clear: "Clear selection",
  },

  pager: {
    label: "Pages",
    previous: "Previous",
    next: "Next",
    total: (shown: number, total: string) => `${shown.toLocaleString("en")} of ${total}`,
  },

  filter: {
    label: "Filters in use",
    remove: (sentence: string) => `Remove filter: ${sentence}`,
    clear: "Clear all",
  },

  search: { label: "Search", clear: "Clear search" },

  empty: {
    clear: "Clear search and filters",
  },

  save: {
    label: "Unsaved changes",
    unsaved: "You have unsaved changes",
    save: "Save",
    discard: "Discard",
    leaveTitle: "Leave without saving?",
    leaveBody: "Your changes on this page are not saved yet. If you leave now, they are gone.",
    leave: "Leave without saving",
    stay: "Stay here",
  },

  conflict: {
    title: "Changed meanwhile",
    body: "Somebody else saved this while you were editing. Choose for each field which value to keep, then save again.",
    bodySame: "Somebody else saved this while you were editing. Your changes touch other fields, so both can be kept.",
    mine: "Yours",
    theirs: "Saved meanwhile",
    empty: "empty",
    keepMine: (field: string) => `Keep your value of ${field}`,
    keepTheirs: (field: string) => `Keep the saved value of ${field}`,
    keep: "Keep these and save",
  },

  confirm: { typeToConfirm: (word: string) => `Type “${word}” to confirm` },

  undo: {
    undo: "Undo",
    undone: "Undone.",
    left: (seconds: number) => `${seconds} s`,
  },

  hotkeys: {
    title: "Keyboard shortcuts",
    after: "then",
    help: "Show this list",
    search: "Search",
    save: "Save",
    nextRow: "Next row",
    previousRow: "Previous row",
    selectRow: "Select the row",
    openRow: "Open the row",
    editRow: "Edit the row",
    general: "Everywhere",
    list: "In a list",
  },

  status: {
    guest: "Guest",
    invited: "Invited",
    active: "Active",
    disabled: "Disabled",
    erased: "Erased",
  },
} as const;
