import {
  box,
  cloth,
  edgeOf,
  grain,
  leg,
  mirrored,
  oval,
  type Palette,
  shadeOf,
  shape,
  side,
  stroke,
  top,
} from "./drawing.ts";

type Draw = (palette: Palette) => string;
const flame = shape("M200 92q14 18 0 34q-14 -16 0 -34z", "#f0b04a");

/** What stands on tables and hangs from ceilings. */
export const household = {
  pendant: (p) =>
    `${stroke("M200 0L200 132", "#55575c", 3)}${box(190, 126, 20, 22, edgeOf(p), 4)}${shape("M188 146L212 146Q286 190 296 252L104 252Q114 190 188 146Z", side)}${oval(200, 252, 96, 14, edgeOf(p))}${oval(200, 252, 84, 10, "#fff0c2")}`,
  globe: (p) =>
    `${stroke("M200 0L200 112", "#55575c", 3)}${box(186, 106, 28, 26, side, 5)}${oval(200, 210, 84, 84, cloth)}${oval(176, 184, 20, 28, "#ffffff88")}${box(184, 128, 32, 8, edgeOf(p), 3)}`,
  floorLamp: (p) =>
    `${leg(198, 150, 136, 336, side, 9, 7)}${leg(202, 150, 264, 336, side, 9, 7)}${leg(200, 150, 204, 324, side, 8, 6)}${shape("M152 52L248 52L276 150L124 150Z", cloth)}${oval(200, 150, 76, 9, shadeOf(p))}${oval(200, 52, 48, 5, "#ffffff66")}`,
  tableLamp: (p) =>
    `${shape("M188 190L212 190L224 306L176 306Z", side)}${oval(200, 314, 62, 14, edgeOf(p))}${oval(200, 308, 62, 13, top)}${shape("M156 92L244 92L276 196L124 196Z", cloth)}${oval(200, 196, 76, 9, shadeOf(p))}`,
  candlestick: (p) =>
    `${flame}${box(190, 124, 20, 78, "#faf6ea", 5)}${oval(200, 204, 26, 7, top)}${shape("M188 206L212 206Q206 250 222 300L178 300Q194 250 188 206Z", side)}${oval(200, 318, 66, 16, edgeOf(p))}${oval(200, 308, 66, 15, side)}`,
  board: (p) =>
    `${shape("M96 150Q96 132 114 132L262 132Q280 132 280 150L280 188L338 196Q350 206 338 216L280 224L280 262Q280 280 262 280L114 280Q96 280 96 262Z", side)}${oval(328, 206, 6, 6, "#f6f2ea")}${grain(112, 152, 152, 6, 20, edgeOf(p))}`,
  bowl: (p) =>
    `${shape("M84 214Q92 318 200 322Q308 318 316 214Z", side)}${oval(200, 214, 116, 28, edgeOf(p))}${oval(200, 216, 104, 22, top)}${grain(116, 214, 168, 2, 8, edgeOf(p))}`,
  spoons: (p) =>
    [-1, 0, 1]
      .map(
        (at) =>
          `<g transform="rotate(${at * 16} 200 330)">${oval(200, 112, 26, 40, side)}${oval(200, 110, 18, 30, top)}${box(194, 146, 12, 176, side, 6)}${stroke("M200 160L200 300", edgeOf(p), 1)}</g>`,
      )
      .join(""),
  mill: (p) =>
    `${oval(200, 96, 20, 20, edgeOf(p))}${shape("M168 114L232 114Q240 150 214 172Q226 200 236 316Q238 330 200 332Q162 330 164 316Q174 200 186 172Q160 150 168 114Z", side)}${stroke("M172 150Q200 160 228 150", edgeOf(p), 2)}${stroke("M180 190Q200 197 220 190", edgeOf(p), 2)}`,
  tray: (p) =>
    `${shape("M70 236L330 236L312 304L88 304Z", side)}${shape("M82 240L318 240L303 294L97 294Z", top)}${mirrored(stroke("M76 248Q50 262 84 290", edgeOf(p), 8))}${grain(104, 252, 192, 4, 11, edgeOf(p))}${shape("M168 200q32 -8 64 0l-6 62q-26 8 -52 0z", cloth)}${oval(200, 201, 32, 7, shadeOf(p))}`,
  breadBox: (p) =>
    `${box(84, 190, 232, 140, side, 14)}${shape("M78 200Q78 178 100 178L300 178Q322 178 322 200L322 214L78 214Z", top)}${box(78, 210, 244, 6, edgeOf(p), 2)}${box(180, 188, 40, 8, edgeOf(p), 4)}${grain(100, 236, 200, 4, 22, edgeOf(p))}`,
  cups: (p) =>
    [
      [128, 250],
      [208, 262],
    ]
      .map(
        ([x = 0, y = 0]) =>
          `${shape(`M${x - 38} ${y - 54}L${x + 38} ${y - 54}L${x + 28} ${y + 62}Q${x} ${y + 70} ${x - 28} ${y + 62}Z`, cloth)}${oval(x, y - 54, 38, 10, shadeOf(p))}${box(x - 35, y - 10, 70, 26, side, 4)}`,
      )
      .join("") + stroke("M246 226q34 6 22 40q-6 16 -26 14", shadeOf(p), 8),
  vase: (p) =>
    `${stroke("M200 160Q190 100 160 60", "#7c8a63", 4)}${stroke("M202 160Q214 104 244 72", "#7c8a63", 4)}${oval(158, 56, 15, 22, "#a9b78d")}${oval(248, 68, 15, 22, "#97a67a")}${stroke("M200 160L198 84", "#7c8a63", 4)}${oval(198, 74, 13, 20, "#b7c39d")}` +
    `${shape("M176 158L224 158Q220 190 252 226Q274 262 244 318Q236 332 200 332Q164 332 156 318Q126 262 148 226Q180 190 176 158Z", side)}${oval(200, 158, 24, 6, edgeOf(p))}`,
  blanket: (p) =>
    `${shape("M92 150Q200 118 308 150L316 300Q200 332 84 300Z", cloth)}${[180, 214, 248, 282].map((y) => stroke(`M90 ${y}Q200 ${y - 28} 310 ${y}`, shadeOf(p), 3)).join("")}` +
    Array.from({ length: 15 }, (_, at) =>
      stroke(`M${88 + at * 16} ${303 + (at < 8 ? at : 14 - at) * 2.2}l-2 20`, shadeOf(p), 2),
    ).join(""),
  cushion: (p) =>
    `${shape("M92 130Q200 104 308 130Q296 220 308 310Q200 334 92 310Q104 220 92 130Z", cloth)}${stroke("M112 150Q200 130 288 150", "#ffffff55", 3)}${stroke("M104 140L296 300", shadeOf(p), 1.5)}${stroke("M296 140L104 300", shadeOf(p), 1.5)}${oval(200, 220, 8, 8, edgeOf(p))}`,
  rug: (p) =>
    `${shape("M108 160L292 160L360 320L40 320Z", cloth)}${shape("M122 174L278 174L334 308L66 308Z", "none")}${stroke("M122 174L278 174L334 308L66 308Z", shadeOf(p), 4)}${[200, 230, 262].map((y, at) => stroke(`M${110 - at * 14} ${y}L${290 + at * 14} ${y}`, edgeOf(p), 6)).join("")}`,
  mirror: (p) =>
    `${oval(200, 196, 108, 136, edgeOf(p))}${oval(200, 194, 106, 134, side)}${oval(200, 194, 92, 120, cloth)}${stroke("M150 240L238 116", "#ffffffaa", 8)}${stroke("M172 262L250 152", "#ffffff88", 4)}`,
  clock: (p) =>
    `${oval(200, 200, 118, 118, edgeOf(p))}${oval(200, 197, 116, 116, side)}${oval(200, 197, 92, 92, "#faf7f0")}` +
    Array.from(
      { length: 12 },
      (_, at) =>
        `<rect x="198" y="112" width="4" height="${at % 3 === 0 ? 16 : 9}" fill="#6c6357" transform="rotate(${at * 30} 200 197)"/>`,
    ).join("") +
    `${stroke("M200 197L200 142", "#3f3a33", 5)}${stroke("M200 197L240 220", "#3f3a33", 5)}${oval(200, 197, 6, 6, shadeOf(p))}`,
  blocks: (p) =>
    `${box(92, 250, 80, 80, side, 6)}${box(180, 250, 80, 80, cloth, 6)}${box(136, 164, 80, 80, top, 6)}${shape("M268 330L356 330L312 250Z", side)}${oval(176, 126, 36, 36, cloth)}${grain(98, 266, 68, 3, 22, edgeOf(p))}`,
  horse: (p) =>
    `${shape("M110 210Q104 150 150 136L160 104L176 132Q196 142 196 172L270 176Q300 182 300 240L280 300L262 300L262 244L172 244L160 300L142 300L146 236Q124 232 110 210Z", side)}${stroke("M92 318Q200 352 320 310", edgeOf(p), 13)}${stroke("M296 186Q330 196 326 244", shadeOf(p), 8)}${oval(152, 158, 4, 4, "#2d2620")}${box(196, 164, 62, 18, cloth, 8)}`,
  box: (p) =>
    `${box(92, 206, 216, 124, side, 6)}${shape("M84 206L316 206L304 172L96 172Z", top)}${box(84, 204, 232, 8, edgeOf(p), 3)}${box(186, 200, 28, 30, shadeOf(p), 4)}${grain(104, 236, 192, 4, 22, edgeOf(p))}`,
} as const satisfies Record<string, Draw>;
