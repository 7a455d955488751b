import type { Colour } from "@clientele/domain/customers/tag";
import type { MantineColorsTuple } from "@mantine/core";

// Every colour, size and shadow of both apps. Nothing outside this file and theme.ts names a colour.

const evergreen: MantineColorsTuple = [
  "#f0fdfa",
  "#d5f5ee",
  "#a7ebdf",
  "#6fdccd",
  "#2dd4bf",
  "#17ac9c",
  "#0d8f83",
  "#0f766e",
  "#115e59",
  "#134e4a",
];

const slate: MantineColorsTuple = [
  "#f8fafb",
  "#f1f4f6",
  "#e4e9ed",
  "#d3dae1",
  "#b9c3cd",
  "#8a97a6",
  "#5f6c7b",
  "#475462",
  "#2b3642",
  "#17202b",
];

const night: MantineColorsTuple = [
  "#e7ebef",
  "#c5cdd6",
  "#9ba7b4",
  "#8592a0",
  "#3a4550",
  "#2a333c",
  "#1f262e",
  "#161b21",
  "#101419",
  "#0b0e12",
];

const green: MantineColorsTuple = [
  "#f0fdf4",
  "#dcf7e5",
  "#bbf0ce",
  "#86e5aa",
  "#4ade80",
  "#22b95c",
  "#188f47",
  "#15753b",
  "#166032",
  "#14532d",
];

const amber: MantineColorsTuple = [
  "#fffbeb",
  "#fdf1cd",
  "#fbe19a",
  "#fad06a",
  "#fbbf24",
  "#dd9a0c",
  "#b97606",
  "#a1560a",
  "#87430f",
  "#6d3610",
];

const red: MantineColorsTuple = [
  "#fef2f2",
  "#fde3e3",
  "#fbcaca",
  "#f9a3a3",
  "#f87171",
  "#e34848",
  "#cf2f2f",
  "#b42323",
  "#951f1f",
  "#7c1d1d",
];

const sky: MantineColorsTuple = [
  "#f0f7fe",
  "#deedfb",
  "#c0ddf8",
  "#93c6f3",
  "#5fa9ea",
  "#3a8bdd",
  "#266fc0",
  "#1f5a9c",
  "#1e4c81",
  "#1d406b",
];

const violet: MantineColorsTuple = [
  "#f6f4fe",
  "#ebe7fd",
  "#d8d0fb",
  "#bcaef7",
  "#9d86f0",
  "#8263e4",
  "#6d4acd",
  "#5a3bab",
  "#4b338b",
  "#3f2d71",
];

const orange: MantineColorsTuple = [
  "#fff6ed",
  "#ffe8d3",
  "#fed0a6",
  "#fdb06e",
  "#fb8f3c",
  "#ee7216",
  "#c9570b",
  "#a8450c",
  "#883911",
  "#6e3111",
];

const pink: MantineColorsTuple = [
  "#fdf2f7",
  "#fbe4ef",
  "#f8c9df",
  "#f4a2c6",
  "#ee74a9",
  "#dd4a8a",
  "#c02d6e",
  "#a0215a",
  "#841e4c",
  "#6f1c42",
];

export const colors = {
  evergreen,
  gray: slate,
  dark: night,
  green,
  yellow: amber,
  red,
  blue: sky,
  violet,
  orange,
  pink,
};

/** The tones a screen may ask for; it says what a thing means and the theme decides how that looks. */
export const tones = {
  accent: "evergreen",
  neutral: "gray",
  good: "green",
  warn: "yellow",
  bad: "red",
  info: "blue",
} as const;
export type Tone = keyof typeof tones;

/** How each colour that a tag or group may have looks. */
export const labelColors = {
  slate: "gray",
  red: "red",
  orange: "orange",
  amber: "yellow",
  green: "green",
  teal: "evergreen",
  blue: "blue",
  violet: "violet",
  pink: "pink",
} as const satisfies Record<Colour, string>;

/** Colours for people's initials: quiet enough to stand forty times in a table. */
export const personColors = ["evergreen", "blue", "violet", "green", "yellow", "gray"] as const;

/** What lies under and around the content, per scheme; used by CSS as `var(--clientele-…)`. */
export const surfaces = {
  light: {
    canvas: "#fafbfc",
    surface: "#ffffff",
    raised: "#ffffff",
    ink: slate[9],
    inkSoft: "#56626f",
    hairline: slate[2],
    inputBorder: "#8a97a6",
    rowHover: slate[0],
    rowSelected: "#eef8f6",
    accentText: evergreen[7],
    errorText: red[7],
    placeholder: "#667382",
    focus: evergreen[7],
    onFilled: "#ffffff",
  },
  dark: {
    canvas: night[8],
    surface: night[7],
    raised: night[6],
    ink: night[0],
    inkSoft: night[2],
    hairline: night[5],
    inputBorder: "#667482",
    rowHover: "#1b2128",
    rowSelected: "#132a2a",
    accentText: evergreen[4],
    errorText: red[4],
    placeholder: night[3],
    focus: evergreen[4],
    onFilled: night[9],
  },
} as const;

/** Steps of four pixels, in rem so that a larger browser font enlarges everything. */
export const spacing = { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" };

export const radius = { xs: "0.25rem", sm: "0.375rem", md: "0.5rem", lg: "0.75rem", xl: "1rem" };

/** Only what floats casts a shadow: menus, dialogs, toasts, the save bar. */
export const shadows = {
  xs: "none",
  sm: "0 1px 2px rgb(16 24 32 / 6%)",
  md: "0 4px 12px rgb(16 24 32 / 8%), 0 1px 3px rgb(16 24 32 / 6%)",
  lg: "0 12px 32px rgb(16 24 32 / 12%), 0 2px 6px rgb(16 24 32 / 6%)",
  xl: "0 24px 56px rgb(16 24 32 / 18%), 0 4px 12px rgb(16 24 32 / 8%)",
};

/** The two densities: the admin shows much, the storefront gives room. */
export const densities = {
  admin: {
    controlSize: "sm",
    fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "0.875rem", lg: "1rem", xl: "1.125rem" },
    lineHeights: { xs: "1.3333", sm: "1.4286", md: "1.4286", lg: "1.5", xl: "1.5" },
    headings: {
      h1: { fontSize: "1.375rem", lineHeight: "1.2727" },
      h2: { fontSize: "1.0625rem", lineHeight: "1.4118" },
      h3: { fontSize: "0.9375rem", lineHeight: "1.3333" },
      h4: { fontSize: "0.875rem", lineHeight: "1.4286" },
      h5: { fontSize: "0.875rem", lineHeight: "1.4286" },
      h6: { fontSize: "0.75rem", lineHeight: "1.3333" },
    },
  },
  storefront: {
    controlSize: "md",
    fontSizes: { xs: "0.8125rem", sm: "0.875rem", md: "1rem", lg: "1.125rem", xl: "1.25rem" },
    lineHeights: { xs: "1.3846", sm: "1.4286", md: "1.5", lg: "1.5556", xl: "1.5" },
    headings: {
      h1: { fontSize: "1.875rem", lineHeight: "1.2" },
      h2: { fontSize: "1.375rem", lineHeight: "1.2727" },
      h3: { fontSize: "1.125rem", lineHeight: "1.3333" },
      h4: { fontSize: "1rem", lineHeight: "1.5" },
      h5: { fontSize: "1rem", lineHeight: "1.5" },
      h6: { fontSize: "0.875rem", lineHeight: "1.4286" },
    },
  },
} as const;
export type Density = keyof typeof densities;
