/** The file in which a person keeps the recovery key of one stick. */

export interface RecoveryKey {
  /** Name of the stick or of its computer; null where there is none. */
  label: string | null;
  /** GUID of the recovery protector, with or without braces, in any case. */
  keyId: string;
  /** 48 digits in 8 groups, with hyphens. */
  recoveryPassword: string;
}

export interface RecoveryKeyFile {
  /** A name that every file system takes. Says which stick and which key. */
  name: string;
  /** UTF-16LE with a byte order mark and CRLF. A secret. */
  bytes: Buffer;
}

/**
 * The lines of the file: `{0}` the name, `{1}` the identifier, `{2}` the key. Title, the two headings and their order
 * are those of the file that Windows saves, by which people and programs know it (published files and scripts that
 * write such a file).
 */
export const KEY_FILE_LINES: readonly string[] = [
  'BitLocker Drive Encryption recovery key',
  '',
  'It opens {0} when the password is forgotten or not accepted.',
  'Whoever has this file can read everything there: keep it safe, and away from what it opens.',
  '',
  'The screen that asks for a recovery key shows a “Recovery key ID”, or how it begins. Compare it with this one:',
  '',
  'Identifier:',
  '',
  '\t{1}',
  '',
  'When they are the same, enter this key there, with the digits or the function keys:',
  '',
  'Recovery Key:',
  '',
  '\t{2}',
  '',
  'When they differ, this key opens something else. Files like this one have the identifier in their names.',
  '',
];

/** What `{0}` stands for where there is no name. */
const UNNAMED_STICK = 'a stick without a name';

/** Throws RangeError, which says nothing of the key, when it or its identifier has another form. */
export function recoveryKeyFile({ label, keyId, recoveryPassword }: RecoveryKey): RecoveryKeyFile {
  const identifier = identifierOf(keyId);
  if (!RECOVERY_PASSWORD.test(recoveryPassword)) {
    throw new RangeError('a recovery key that is not 8 groups of 6 digits');
  }
  const named = (label ?? '').replace(/\p{Cc}+/gu, ' ').trim();
  const fields = [named === '' ? UNNAMED_STICK : named, identifier, recoveryPassword];
  const text = KEY_FILE_LINES.join('\r\n').replace(
    /\{([0-2])\}/g,
    (_, field: string) => fields[Number(field)] ?? '',
  );
  return {
    name: keyFileName(label, identifier),
    bytes: Buffer.from(`${BYTE_ORDER_MARK}${text}`, 'utf16le'),
  };
}

/** Reads such a file back, one of ours or of an English Windows. Null when it is none. */
export function readRecoveryKeyFile(
  bytes: Buffer,
): Pick<RecoveryKey, 'keyId' | 'recoveryPassword'> | null {
  const text = bytes.toString('utf16le');
  if (!text.startsWith(BYTE_ORDER_MARK)) return null;
  const keyId = /^Identifier:\s+([0-9A-F-]{36})\s*$/m.exec(text)?.[1];
  const recoveryPassword = /^Recovery Key:\s+(\S+)\s*$/m.exec(text)?.[1];
  if (!keyId || !recoveryPassword || !RECOVERY_PASSWORD.test(recoveryPassword)) return null;
  return { keyId, recoveryPassword };
}

const BYTE_ORDER_MARK = '\ufeff';
const RECOVERY_PASSWORD = /^\d{6}(-\d{6}){7}$/;
const GUID = /^\{?([0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12})\}?$/;
/** What is left of the 255 bytes of a name on ext4 when the rest of it is taken off, and some room. */
const LABEL_BYTES = 120;

/** As the recovery screen shows it. */
function identifierOf(keyId: string): string {
  const identifier = GUID.exec(keyId.toUpperCase())?.[1];
  if (identifier === undefined) throw new RangeError(`${keyId} is no identifier of a key`);
  return identifier;
}

function keyFileName(label: string | null, identifier: string): string {
  const start = fileNameOf(label ?? '');
  return `${start}${start && ' '}BitLocker Recovery Key ${identifier}.TXT`;
}

/**
 * A label as the beginning of a file name: without what FAT, exFAT and NTFS refuse in names (Microsoft, Naming files, paths,
 * and namespaces), and without a dot in front, which hides a file on Linux.
 */
function fileNameOf(label: string): string {
  const allowed = label
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Surrogate}\p{Noncharacter_Code_Point}]/gu, '_')
    .replace(/^[\s.]+/, '');
  let name = '';
  for (const character of allowed) {
    if (Buffer.byteLength(name + character) > LABEL_BYTES) break;
    name += character;
  }
  return name.trimEnd();
}
