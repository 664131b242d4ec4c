import { listed, sentence, type Sentence } from '../../../src-shared/findings';
import type { ByteSource } from '../../io';
import { fail, pass, type Check, type Finding } from './finding';

/**
 * Boot regions of exFAT (Microsoft, "exFAT file system specification", section 3): twelve sectors at
 * the start of the volume and the same again behind them. The twelfth repeats a checksum of the others.
 */
const REGION_SECTORS = 12;
/** VolumeFlags and PercentInUse, which change in use and are left out of the checksum. */
const CHANGING = [106, 107, 112];
const SECTOR_SHIFT_AT = 108;

export const exfatChecks: Check[] = [
  { id: 'exfat.boot-region', next: 'next.again', run: ({ others }) => allRegions(others, 'main') },
  {
    id: 'exfat.backup-region',
    next: 'next.again',
    run: ({ others }) => allRegions(others, 'backup'),
  },
];

/** Null when there is no exFAT volume: a shared partition is optional and may be reformatted. */
async function allRegions(
  others: readonly { source: ByteSource }[],
  which: 'main' | 'backup',
): Promise<Finding | null> {
  const problems: Sentence[] = [];
  let volumes = 0;
  for (const { source } of others) {
    const sectorBytes = await exfatSectorBytes(source);
    if (sectorBytes === null) continue;
    volumes += 1;
    const at = which === 'main' ? 0 : REGION_SECTORS * sectorBytes;
    const region = await source.read(at, REGION_SECTORS * sectorBytes);
    const problem = problemOf(region, sectorBytes);
    if (problem !== null) problems.push(problem);
  }
  if (volumes === 0) return null;
  return problems.length === 0
    ? pass(`exfat.${which}.sound`)
    : fail(`exfat.${which}.damaged`, { problems: listed('semicolon', problems) });
}

/** Bytes in a sector of an exFAT volume, by either of its regions; null when it is none. */
async function exfatSectorBytes(source: ByteSource): Promise<number | null> {
  for (const shift of [9, 12]) {
    const sectorBytes = 2 ** shift;
    if (source.size < 2 * REGION_SECTORS * sectorBytes) continue;
    for (const at of [0, REGION_SECTORS * sectorBytes]) {
      const sector = await source.read(at, 512);
      if (isExfat(sector) && sector.readUInt8(SECTOR_SHIFT_AT) === shift) return sectorBytes;
    }
  }
  return null;
}

function isExfat(sector: Buffer): boolean {
  return sector.toString('latin1', 3, 11) === 'EXFAT   ';
}

function problemOf(region: Buffer, sectorBytes: number): Sentence | null {
  if (!isExfat(region) || region.readUInt16LE(510) !== 0xaa55)
    return sentence('exfat.problem.no-exfat');
  const covered = (REGION_SECTORS - 1) * sectorBytes;
  const sum = checksum(region.subarray(0, covered));
  for (let at = covered; at < region.length; at += 4) {
    if (region.readUInt32LE(at) !== sum) return sentence('exfat.problem.checksum');
  }
  return null;
}

/** Section 3.4: rotate right by one bit, add the byte. */
function checksum(bytes: Buffer): number {
  let sum = 0;
  bytes.forEach((byte, at) => {
    if (!CHANGING.includes(at)) sum = (((sum >>> 1) | (sum << 31)) + byte) >>> 0;
  });
  return sum;
}
