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
/** Came from the folder that the file lies in. */
const INHERITED = 0x10;

const SELF_RELATIVE = 0x8000;
const DACL_PROTECTED = 0x1000;
const DACL_AUTO_INHERITED = 0x0400;
const DACL_PRESENT = 0x0004;
const HEADER_BYTES = 20;

interface Entry {
  sid: Buffer;
  access: number;
}

/** For a file that may hold secrets: administrators and the system only. */
export function privateFileDescriptor(): Buffer {
  const entries = [
    { sid: LOCAL_SYSTEM, access: FILE_ALL_ACCESS },
    { sid: ADMINISTRATORS, access: FILE_ALL_ACCESS },
  ];
  return descriptor(ADMINISTRATORS, DACL_PROTECTED, accessList(0, entries));
}

/** For a folder: administrators and the system may do everything, users may look. */
export function folderDescriptor(): Buffer {
  const entries = [
    { sid: LOCAL_SYSTEM, access: FILE_ALL_ACCESS },
    { sid: ADMINISTRATORS, access: FILE_ALL_ACCESS },
    { sid: USERS, access: FILE_READ_AND_EXECUTE },
  ];
  return descriptor(
    ADMINISTRATORS,
    DACL_PROTECTED,
    accessList(OBJECT_AND_CONTAINER_INHERIT, entries),
  );
}

/** For `System Volume Information`, as Windows makes it: for the system only, and passed on. */
export function systemFolderDescriptor(): Buffer {
  const entries = [{ sid: LOCAL_SYSTEM, access: FILE_ALL_ACCESS }];
  return descriptor(
    LOCAL_SYSTEM,
    DACL_PROTECTED | DACL_AUTO_INHERITED,
    accessList(OBJECT_AND_CONTAINER_INHERIT, entries),
  );
}

/** For a file in such a folder: what was passed on. */
export function systemFileDescriptor(): Buffer {
  const entries = [{ sid: LOCAL_SYSTEM, access: FILE_ALL_ACCESS }];
  return descriptor(LOCAL_SYSTEM, DACL_AUTO_INHERITED, accessList(INHERITED, entries));
}

/** `owner` is the group, too. */
function descriptor(owner: Buffer, control: number, dacl: Buffer): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const ownerOffset = HEADER_BYTES + dacl.length;
  header.writeUInt8(1, 0);
  header.writeUInt16LE(SELF_RELATIVE | DACL_PRESENT | control, 2);
  header.writeUInt32LE(ownerOffset, 4);
  header.writeUInt32LE(ownerOffset + owner.length, 8);
  header.writeUInt32LE(HEADER_BYTES, 16);
  return Buffer.concat([header, dacl, owner, owner]);
}

/** ACL of ACCESS_ALLOWED_ACEs, [MS-DTYP] 2.4.5 and 2.4.4.2. */
function accessList(flags: number, entries: readonly Entry[]): Buffer {
  const aces = entries.map(({ sid: who, access }) => {
    const head = Buffer.alloc(8);
    head.writeUInt8(flags, 1);
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
