import { box, cloth, edgeOf, grain, leg, mirrored, oval, type Palette, shape, side, stroke, top } from "./drawing.ts";

type Draw = (palette: Palette) => string;

/** Furniture, each as a drawing of 400 by 400 with its feet at 336. */
export const furniture = {
  chair: (p) =>
    `${leg(140, 240, 128, 336, side)}${leg(260, 240, 272, 336, side)}${leg(158, 236, 152, 318, side, 9, 6)}${leg(242, 236, 248, 318, side, 9, 6)}` +
    `${box(136, 96, 9, 140, side)}${box(255, 96, 9, 140, side)}${shape("M130 92Q200 74 270 92L268 132Q200 114 132 132Z", side)}` +
    `${shape("M124 226Q200 214 276 226L270 244Q200 250 130 244Z", top)}${shape("M130 244Q200 250 270 244L269 252Q200 258 131 252Z", edgeOf(p))}`,
  spindleChair: (p) =>
    `${leg(144, 240, 126, 336, side)}${leg(256, 240, 274, 336, side)}${leg(166, 236, 160, 316, side, 9, 6)}${leg(234, 236, 240, 316, side, 9, 6)}` +
    [0, 1, 2, 3, 4, 5, 6].map((at) => stroke(`M${143 + at * 19} 102L${147 + at * 17.6} 226`, edgeOf(p), 4)).join("") +
    `${shape("M126 84Q200 60 274 84L272 108Q200 86 128 108Z", side)}${oval(200, 234, 78, 15, side)}${oval(200, 230, 76, 12, top)}`,
  armchair: (p) =>
    `${leg(132, 280, 122, 336, side)}${leg(268, 280, 278, 336, side)}${box(118, 110, 164, 130, cloth, 26)}` +
    `${box(96, 190, 34, 96, side, 10)}${box(270, 190, 34, 96, side, 10)}${box(122, 226, 156, 58, cloth, 16)}` +
    `${stroke("M132 230Q200 220 268 230", edgeOf(p), 1.5)}${box(92, 182, 42, 13, edgeOf(p), 6)}${box(266, 182, 42, 13, edgeOf(p), 6)}`,
  stool: (p) =>
    `${leg(162, 190, 132, 336, side)}${leg(238, 190, 268, 336, side)}${leg(196, 194, 190, 322, side, 10, 7)}` +
    `${stroke("M146 280L256 280", edgeOf(p), 5)}${oval(200, 186, 72, 15, edgeOf(p))}${oval(200, 180, 72, 14, top)}`,
  barStool: (p) =>
    `${leg(170, 130, 142, 336, side)}${leg(230, 130, 258, 336, side)}${stroke("M150 282L250 282", edgeOf(p), 5)}${stroke("M160 214L240 214", edgeOf(p), 4)}` +
    `${shape("M138 118Q200 104 262 118L258 134Q200 142 142 134Z", side)}${shape("M142 118Q200 106 258 118Q200 126 142 118Z", top)}`,
  bench: (p) =>
    `${leg(92, 240, 82, 336, side, 14, 10)}${leg(308, 240, 318, 336, side, 14, 10)}${stroke("M92 300L308 300", edgeOf(p), 6)}` +
    `${shape("M56 226L344 226L352 244L48 244Z", top)}${box(48, 244, 304, 10, edgeOf(p), 2)}${grain(70, 231, 260, 3, 5, edgeOf(p))}`,
  table: (p) =>
    `${leg(78, 206, 68, 336, side, 16, 10)}${leg(322, 206, 332, 336, side, 16, 10)}${leg(112, 204, 108, 312, side, 11, 8)}${leg(288, 204, 292, 312, side, 11, 8)}` +
    `${shape("M66 172L334 172L362 196L38 196Z", top)}${box(38, 196, 324, 12, edgeOf(p), 2)}${grain(80, 178, 240, 4, 5, edgeOf(p))}`,
  roundTable: (p) =>
    `${shape("M186 204L214 204L222 300L178 300Z", side)}${shape("M178 298L130 336L146 336L196 312L204 312L254 336L270 336L222 298Z", side)}` +
    `${oval(200, 200, 138, 24, edgeOf(p))}${oval(200, 192, 138, 24, top)}${grain(100, 186, 200, 3, 7, edgeOf(p))}`,
  desk: (p) =>
    `${leg(70, 214, 62, 336, side, 13, 9)}${leg(330, 214, 338, 336, side, 13, 9)}${box(214, 214, 112, 40, side)}${box(262, 230, 18, 5, edgeOf(p), 2)}` +
    `${shape("M62 182L338 182L356 202L44 202Z", top)}${box(44, 202, 312, 12, edgeOf(p), 2)}${box(92, 164, 66, 18, cloth, 3)}`,
  shelf: (p) =>
    `${box(112, 64, 10, 272, side)}${box(278, 64, 10, 272, side)}${[72, 136, 200, 264, 322].map((y) => box(112, y, 176, 9, edgeOf(p), 2)).join("")}` +
    `${box(130, 100, 12, 36, cloth, 2)}${box(144, 92, 10, 44, edgeOf(p), 2)}${box(156, 104, 14, 32, side, 2)}${oval(246, 188, 20, 12, cloth)}` +
    `${box(136, 232, 46, 32, side, 4)}${box(214, 226, 11, 38, cloth, 2)}${box(227, 232, 12, 32, edgeOf(p), 2)}${box(241, 222, 10, 42, side, 2)}`,
  cabinet: (p) =>
    `${leg(120, 302, 116, 336, side, 12, 8)}${leg(280, 302, 284, 336, side, 12, 8)}${box(96, 130, 208, 174, side, 5)}${box(90, 122, 220, 12, edgeOf(p), 3)}` +
    `${stroke("M200 138L200 298", edgeOf(p), 2)}${box(188, 206, 4, 26, edgeOf(p), 2)}${box(208, 206, 4, 26, edgeOf(p), 2)}${grain(106, 150, 84, 7, 20, edgeOf(p))}${grain(210, 158, 84, 7, 20, edgeOf(p))}`,
  drawers: (p) =>
    `${leg(124, 306, 120, 336, side, 12, 8)}${leg(276, 306, 280, 336, side, 12, 8)}${box(104, 140, 192, 168, side, 5)}${box(98, 132, 204, 12, edgeOf(p), 3)}` +
    [156, 206, 256].map((y) => `${box(114, y, 172, 42, top, 3)}${box(184, y + 17, 32, 6, edgeOf(p), 3)}`).join(""),
  bed: (p) =>
    `${box(58, 130, 284, 90, side, 6)}${box(50, 122, 300, 12, edgeOf(p), 4)}${box(70, 196, 260, 70, cloth, 12)}${box(84, 180, 100, 32, "#fbf9f5", 12)}${box(216, 180, 100, 32, "#fbf9f5", 12)}` +
    `${box(52, 252, 296, 40, side, 4)}${leg(76, 292, 74, 336, edgeOf(p), 14, 10)}${leg(324, 292, 326, 336, edgeOf(p), 14, 10)}`,
  coatRack: (p) =>
    `${box(70, 150, 260, 30, side, 6)}${[104, 152, 200, 248, 296].map((x) => `${stroke(`M${x} 166q0 26 14 26`, edgeOf(p), 8)}`).join("")}` +
    `${shape("M140 190q12 70 -8 118l44 0q-18 -54 -12 -118z", cloth)}`,
  wallShelf: (p) =>
    `${box(60, 214, 280, 14, edgeOf(p), 3)}${shape("M66 206L334 206L340 216L60 216Z", top)}${mirrored(leg(106, 228, 86, 268, side, 10, 6))}` +
    `${box(118, 152, 14, 54, cloth, 2)}${box(134, 160, 12, 46, side, 2)}${box(148, 146, 14, 60, edgeOf(p), 2)}${shape("M244 206l8 -50q12 -12 24 0l8 50z", cloth)}`,
} as const satisfies Record<string, Draw>;
