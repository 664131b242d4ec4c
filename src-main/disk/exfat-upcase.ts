/**
 * Upper case of UTF-16 units in the up-case table that Microsoft recommends for exFAT (“exFAT file system specification”,
 * section 7.2.5.1), said by runs. It is part of the format and stays as it is, whatever Unicode adds.
 */

/** Runs in which every second unit is a small letter whose capital comes right before it: first one, how many. */
const BEHIND_CAPITALS: readonly (readonly [first: number, count: number])[] = [
  [0x0101, 24],
  [0x0133, 3],
  [0x013a, 8],
  [0x014b, 23],
  [0x017a, 3],
  [0x0183, 2],
  [0x0188, 1],
  [0x018c, 1],
  [0x0192, 1],
  [0x0199, 1],
  [0x01a1, 3],
  [0x01a8, 1],
  [0x01ad, 1],
  [0x01b0, 1],
  [0x01b4, 2],
  [0x01b9, 1],
  [0x01bd, 1],
  [0x01ce, 8],
  [0x01df, 9],
  [0x01f5, 1],
  [0x01f9, 20],
  [0x0223, 9],
  [0x023c, 1],
  [0x0242, 1],
  [0x0247, 5],
  [0x03d9, 12],
  [0x03f8, 1],
  [0x03fb, 1],
  [0x0461, 17],
  [0x048b, 27],
  [0x04c2, 7],
  [0x04d1, 34],
  [0x1e01, 75],
  [0x1ea1, 45],
  [0x2184, 1],
  [0x2c61, 1],
  [0x2c68, 3],
  [0x2c76, 1],
  [0x2c81, 50],
];

/** Runs of small letters: first one, how many, and how far away their capitals are. */
const AWAY_FROM_CAPITALS: readonly (readonly [first: number, count: number, distance: number])[] = [
  [0x0061, 26, -32],
  [0x00e0, 23, -32],
  [0x00f8, 7, -32],
  [0x00ff, 1, 121],
  [0x0180, 1, 195],
  [0x0195, 1, 97],
  [0x019a, 1, 163],
  [0x019e, 1, 130],
  [0x01bf, 1, 56],
  [0x01c6, 1, -2],
  [0x01c9, 1, -2],
  [0x01cc, 1, -2],
  [0x01dd, 1, -79],
  [0x01f3, 1, -2],
  [0x023a, 1, 10795],
  [0x023e, 1, 10792],
  [0x0253, 1, -210],
  [0x0254, 1, -206],
  [0x0256, 2, -205],
  [0x0259, 1, -202],
  [0x025b, 1, -203],
  [0x0260, 1, -205],
  [0x0263, 1, -207],
  [0x0268, 1, -209],
  [0x0269, 1, -211],
  [0x026b, 1, 10743],
  [0x026f, 1, -211],
  [0x0272, 1, -213],
  [0x0275, 1, -214],
  [0x027d, 1, 10727],
  [0x0280, 1, -218],
  [0x0283, 1, -218],
  [0x0288, 1, -218],
  [0x0289, 1, -69],
  [0x028a, 2, -217],
  [0x028c, 1, -71],
  [0x0292, 1, -219],
  [0x037b, 3, 130],
  [0x03ac, 1, -38],
  [0x03ad, 3, -37],
  [0x03b1, 17, -32],
  [0x03c2, 1, -31],
  [0x03c3, 9, -32],
  [0x03cc, 1, -64],
  [0x03cd, 2, -63],
  [0x03f2, 1, 7],
  [0x0430, 32, -32],
  [0x0450, 16, -80],
  [0x04cf, 1, -15],
  [0x0561, 38, -48],
  [0x1d7d, 1, 3814],
  [0x1f00, 8, 8],
  [0x1f10, 6, 8],
  [0x1f20, 8, 8],
  [0x1f30, 8, 8],
  [0x1f40, 6, 8],
  [0x1f51, 1, 8],
  [0x1f53, 1, 8],
  [0x1f55, 1, 8],
  [0x1f57, 1, 8],
  [0x1f60, 8, 8],
  [0x1f70, 2, 74],
  [0x1f72, 4, 86],
  [0x1f76, 2, 100],
  [0x1f78, 2, 128],
  [0x1f7a, 2, 112],
  [0x1f7c, 2, 126],
  [0x1f80, 8, 8],
  [0x1f90, 8, 8],
  [0x1fa0, 8, 8],
  [0x1fb0, 2, 8],
  [0x1fb3, 1, 9],
  [0x1fcc, 1, -9],
  [0x1fd0, 2, 8],
  [0x1fe0, 2, 8],
  [0x1fe5, 1, 7],
  [0x1ffc, 1, -9],
  [0x214e, 1, -28],
  [0x2170, 16, -16],
  [0x24d0, 26, -26],
  [0x2c30, 47, -48],
  [0x2d00, 38, -7264],
  [0xff41, 26, -32],
];

const UNITS = 0x10000;
/** In the table's compressed form (section 7.2.5), so many units follow that are their own upper case. */
const SAME = 0xffff;
/** Only where that many follow each other is the recommended table compressed: the next shorter run in it has 337. */
const SHORTEST_COMPRESSED = 512;

/** The recommended table as it is stored: 5836 bytes, whose checksum is E619D30D. */
export function recommendedUpcaseTable(): Buffer {
  const capitals = capitalOf();
  const stored: number[] = [];
  for (let unit = 0; unit < UNITS;) {
    let end = unit;
    while (end < UNITS && capitals[end] === end) end += 1;
    if (end - unit >= SHORTEST_COMPRESSED) {
      stored.push(SAME, end - unit);
    } else {
      end = Math.min(end + 1, UNITS);
      stored.push(...capitals.subarray(unit, end));
    }
    unit = end;
  }
  const table = Buffer.alloc(stored.length * 2);
  stored.forEach((value, index) => table.writeUInt16LE(value, index * 2));
  return table;
}

function capitalOf(): Uint16Array {
  const capitals = Uint16Array.from({ length: UNITS }, (_, unit) => unit);
  for (const [first, count] of BEHIND_CAPITALS) {
    for (let unit = first; unit < first + 2 * count; unit += 2) capitals[unit] = unit - 1;
  }
  for (const [first, count, distance] of AWAY_FROM_CAPITALS) {
    for (let unit = first; unit < first + count; unit += 1) capitals[unit] = unit + distance;
  }
  return capitals;
}
