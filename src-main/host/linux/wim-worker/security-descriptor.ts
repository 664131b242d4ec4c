/**
 * Security descriptors in self-relative form, [MS-DTYP] 2.4.6, for files and folders that the image
 * doesn't contain and that therefore come without one.
 */

/** Security identifiers, [MS-DTYP] 2.4.2.4. */
const ADMINISTRATORS = sid([32, 544]);
const USERS = sid([32, 545]);
const LOCAL_SYSTEM = sid([18]);

const FILE_ALL_ACCESS = 0x001f01ff;
const FILE_READ_AND_EXECUTE = 0x001200a9;
/** Passed on to files and folders that are made inside later. */
const OBJECT_AND_CONTAINER_INHERIT = 0x03;

const SELF_RELATIVE = 0x8000;
const DACL_PROTECTED = 0x1000;
const DACL_PRESENT = 0x0004;
const HEADER_BYTES = 20;

interface Entry {
  sid: Buffer;
  access: number;
}

/** For a file that may hold secrets: administrators and the system only. */
export function privateFileDescriptor(): Buffer {
  return descriptor(0, [
    { sid: LOCAL_SYSTEM, access: FILE_ALL_ACCESS },
    { sid: ADMINISTRATORS, access: FILE_ALL_ACCESS },
  ]);
}

/** For a folder: administrators and the system may do everything, users may look. */
export function folderDescriptor(): Buffer {
  return descriptor(OBJECT_AND_CONTAINER_INHERIT, [
    { sid: LOCAL_SYSTEM, access: FILE_ALL_ACCESS },
    { sid: ADMINISTRATORS, access: FILE_ALL_ACCESS },
    { sid: USERS, access: FILE_READ_AND_EXECUTE },
  ]);
}

/** Owned by the administrators, with exactly these entries and none inherited from above. */
function descriptor(inheritance: number, entries: readonly Entry[]): Buffer {
  const dacl = accessList(inheritance, entries);
  const header = Buffer.alloc(HEADER_BYTES);
  const ownerOffset = HEADER_BYTES + dacl.length;
  header.writeUInt8(1, 0);
  header.writeUInt16LE(SELF_RELATIVE | DACL_PROTECTED | DACL_PRESENT, 2);
  header.writeUInt32LE(ownerOffset, 4);
  header.writeUInt32LE(ownerOffset + ADMINISTRATORS.length, 8);
  header.writeUInt32LE(HEADER_BYTES, 16);
  return Buffer.concat([header, dacl, ADMINISTRATORS, ADMINISTRATORS]);
}

/** ACL of ACCESS_ALLOWED_ACEs, [MS-DTYP] 2.4.5 and 2.4.4.2. */
function accessList(inheritance: number, entries: readonly Entry[]): Buffer {
  const aces = entries.map(({ sid: who, access }) => {
    const head = Buffer.alloc(8);
    head.writeUInt8(inheritance, 1);
    head.writeUInt16LE(head.length + who.length, 2);
    head.writeUInt32LE(access, 4);
    return Buffer.concat([head, who]);
  });
  const body = Buffer.concat(aces);
  const head = Buffer.alloc(8);
  head.writeUInt8(2, 0);
  head.writeUInt16LE(head.length + body.length, 2);
  head.writeUInt16LE(entries.length, 4);
  return Buffer.concat([head, body]);
}

/** A SID of the NT authority (S-1-5-…). */
function sid(subAuthorities: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 + 4 * subAuthorities.length);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt8(subAuthorities.length, 1);
  bytes.writeUInt8(5, 7);
  subAuthorities.forEach((value, index) => bytes.writeUInt32LE(value, 8 + 4 * index));
  return bytes;
}
