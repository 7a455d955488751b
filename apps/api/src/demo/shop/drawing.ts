/** The woods things are made of: light side, dark side, edge. */
export const woods = {
  oak: ["#dcb884", "#b98d55", "#8f6a3c"],
  walnut: ["#9a6f4f", "#71492f", "#4d3020"],
  ash: ["#eadcc3", "#cdb993", "#a8946d"],
  cherry: ["#c98a63", "#a5623f", "#7b442a"],
  linden: ["#f0e0bf", "#d9c193", "#b39a6b"],
  black: ["#5b5d63", "#3a3c42", "#232429"],
} as const satisfies Record<string, readonly [light: string, dark: string, edge: string]>;
export type Wood = keyof typeof woods;

/** Cloth, glass and light beside the wood. */
export const shades = {
  linen: ["#ece5d8", "#d6cab5"],
  moss: ["#8d9b76", "#6f7d59"],
  rust: ["#c0714f", "#9c5537"],
  sky: ["#9db9c9", "#7898ab"],
  night: ["#4a566b", "#343e51"],
  glow: ["#fff3cf", "#f3d98d"],
  brass: ["#d9b96a", "#a9853a"],
  iron: ["#6b7078", "#464a51"],
  glass: ["#e6f0ef", "#bdd3d1"],
  clay: ["#d49a78", "#b57653"],
} as const satisfies Record<string, readonly [light: string, dark: string]>;
export type Shade = keyof typeof shades;

/** What a thing is drawn with: its wood and a second material. */
export interface Palette {
  wood: Wood;
  shade: Shade;
}

/** A fill that runs from light to dark, by the names of the gradients in `picture`. */
export const side = "url(#side)";
export const top = "url(#top)";
export const cloth = "url(#cloth)";
export const edgeOf = ({ wood }: Palette): string => woods[wood][2];
export const shadeOf = ({ shade }: Palette): string => shades[shade][1];

export const box = (x: number, y: number, width: number, height: number, fill: string, round = 3): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`;
export const oval = (x: number, y: number, across: number, down: number, fill: string): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${across}" ry="${down}" fill="${fill}"/>`;
export const shape = (path: string, fill: string): string => `<path d="${path}" fill="${fill}"/>`;
export const stroke = (path: string, colour: string, width = 3): string =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
/** A leg between two points, thick at its top. */
export const leg = (x: number, y: number, toX: number, toY: number, fill: string, thick = 11, thin = 7): string =>
  shape(`M${x - thick / 2} ${y}L${x + thick / 2} ${y}L${toX + thin / 2} ${toY}L${toX - thin / 2} ${toY}Z`, fill);
/** The left half, drawn once more to the right. */
export const mirrored = (half: string): string => `${half}<g transform="translate(400 0) scale(-1 1)">${half}</g>`;
/** Fine lines along a board. */
export const grain = (x: number, y: number, width: number, lines: number, gap: number, colour: string): string =>
  Array.from({ length: lines }, (_, at) => {
    const here = y + at * gap;
    return `<path d="M${x} ${here}q${width / 4} ${at % 2 === 0 ? -2 : 2} ${width / 2} 0t${width / 2} 0" fill="none" stroke="${colour}" stroke-width="1" opacity=".35"/>`;
  }).join("");

const grounds = ["#f3f0ea", "#eef1ef", "#f1eef2", "#eef0f4", "#f4efe9", "#eff2ec"] as const;

/** The whole picture: a calm ground, a soft shadow, and the thing on it. */
export const picture = (palette: Palette, ground: number, drawn: string): string => {
  const [light, dark] = woods[palette.wood];
  const [pale, deep] = shades[palette.shade];
  const colour = grounds[ground % grounds.length] ?? grounds[0];
  const stops = (from: string, to: string): string =>
    `<stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="0 0 400 400"><defs>` +
    `<linearGradient id="side" x1="0" y1="0" x2="1" y2="1">${stops(light, dark)}</linearGradient>` +
    `<linearGradient id="top" x1="0" y1="0" x2="0" y2="1">${stops(light, light)}</linearGradient>` +
    `<linearGradient id="cloth" x1="0" y1="0" x2=".6" y2="1">${stops(pale, deep)}</linearGradient>` +
    `<radialGradient id="ground" cx=".5" cy=".42" r=".75">${stops("#ffffff", colour)}</radialGradient>` +
    `<radialGradient id="shadow">${`<stop offset="0" stop-color="#3b3227" stop-opacity=".26"/><stop offset="1" stop-color="#3b3227" stop-opacity="0"/>`}</radialGradient>` +
    `</defs><rect width="400" height="400" fill="url(#ground)"/><ellipse cx="200" cy="338" rx="140" ry="16" fill="url(#shadow)"/>${drawn}</svg>`
  );
};
