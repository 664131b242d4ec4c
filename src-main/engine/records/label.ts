import { encode } from 'uqr';
import { stickError } from '../../../src-shared/errors';
import { editionOf, type MadeRecord, type StickLabel } from '../../../src-shared/records';
import { formatBytes } from '../../../src-shared/units';
import type { RecordStore } from './record-store';

/** What a label says of a stick: name, drive, serial number, edition of Windows, day, and a QR code by which a scanner finds the record in the search. */
export function labelOf(record: MadeRecord): StickLabel {
  const { id, startedAt, endedAt, target, images } = record;
  const edition = editionOf(images);
  const serial = target.kind === 'drive' ? target.serial : null;
  const drive = target.kind === 'drive' ? target.model : 'Disk image';
  const size = formatBytes(target.sizeBytes);
  return {
    name: nameOf(record),
    lines: [
      drive === null ? size : `${drive}, ${size}`,
      ...(serial === null ? [] : [`Serial ${serial}`]),
      ...(edition === null ? [] : [edition]),
      `Made ${(endedAt ?? startedAt).slice(0, 10)}`,
    ],
    code: id,
    qr: qrCode(id),
  };
}

/** The record of a stick that gets a label. Throws `records/no-label` for an ordinary drive, and what reading it throws. */
export async function readForLabel(id: string, store: RecordStore): Promise<MadeRecord> {
  const record = await store.read(id);
  if (record.kind === 'ordinary-drive') throw stickError('records/no-label', { id });
  return record;
}

function nameOf({ computerName, label, target }: MadeRecord): string {
  if (computerName !== null) return computerName;
  if (label !== null && label !== '') return label;
  return (target.kind === 'drive' ? target.model : null) ?? target.path.replace(/^.*[/\\]/, '');
}

/** White around a code that scanners want: four modules (ISO/IEC 18004, 6.3.8). */
const QUIET_MODULES = 4;

/** One square path for each dark module, so that it stays sharp at any size. */
function qrCode(text: string): StickLabel['qr'] {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_MODULES });
  const squares = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])),
  );
  return { modules: size, path: squares.join('') };
}
