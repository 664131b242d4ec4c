import { beforeAll, describe, expect, it } from 'vitest';
import { decodeEntries, unwrapKey, type Entry } from './entries';
import { Value } from './format';
import { replacedRanges } from './layout';
import { openVolume } from './open-volume';
import { recoveryHash } from './protectors';
import { readMetadata } from './read-metadata';
import { sealVolume, type SealRequest } from './seal-volume';
import { newSecrets, type BitLockerSecrets } from './secrets';
import { stretchKey } from './stretch-key';
import {
  bootSectors,
  identityOf,
  smallLayout,
  volumeInMemory,
  type VolumeInMemory,
} from './testing';

const signal = new AbortController().signal;

describe.each(['xts-aes-128', 'xts-aes-256'] as const)('a volume sealed with %s', (cipher) => {
  let volume: VolumeInMemory;
  beforeAll(async () => {
    volume = await volumeInMemory(cipher);
  }, 60_000);

  it('says what it is without a key', async () => {
    const { identity, layout } = volume;
    expect(await readMetadata(volume.read)).toEqual({
      identity: {
        volume: identity.volume,
        description: identity.description,
        created: identity.created,
      },
      method: cipher === 'xts-aes-128' ? 0x8004 : 0x8005,
      xts: { cipher, layout },
      state: 4,
      nextState: 4,
      protectors: [
        { kind: 'password', id: identity.passwordProtector },
        { kind: 'recovery-password', id: identity.recoveryProtector },
      ],
      copies: ['good', 'good', 'good'],
    });
  });

  it('is opened by its password and by its recovery password', async () => {
    const { identity, layout, boot, bytes, secrets } = volume;
    const byPassword = await openVolume(volume.read, { password: volume.password }, { signal });
    const key = { recoveryPassword: secrets.recoveryPassword };
    const byRecovery = await openVolume(volume.read, key, { signal });
    expect(byPassword).toMatchObject({ cipher, layout, openedBy: identity.passwordProtector });
    expect(byRecovery).toMatchObject({ cipher, layout, openedBy: identity.recoveryProtector });
    for (const opened of [byPassword, byRecovery]) {
      const backup = Buffer.from(bytes.subarray(layout.backupAt, layout.backupAt + 8192));
      opened.sectorCipher.decrypt(backup, layout.backupAt / 512);
      expect(backup.equals(boot)).toBe(true);
    }
  });
});

/** A line for each entry: role, type of value and bytes, those within others behind them. */
function outline(entries: Entry[]): string[] {
  const headers: Partial<Record<number, number>> = {
    [Value.volumeMasterKey]: 28,
    [Value.stretchKey]: 20,
  };
  return entries.flatMap(({ role, value, data }) => {
    const header = headers[value];
    const within = header === undefined ? [] : outline(decodeEntries(data.subarray(header)));
    const line = `${role.toString(16)}/${value.toString(16)} ${String(data.length + 8)}`;
    return [line, ...within.map((inner) => `  ${inner}`)];
  });
}

/** Nonces of everything that is encrypted, in their order in the block. */
function noncesIn(entries: Entry[]): string[] {
  const headers: Partial<Record<number, number>> = {
    [Value.volumeMasterKey]: 28,
    [Value.stretchKey]: 20,
  };
  return entries.flatMap(({ value, data }) => {
    if (value === Value.encryptedKey) return [data.toString('hex', 0, 12)];
    const header = headers[value];
    return header === undefined ? [] : noncesIn(decodeEntries(data.subarray(header)));
  });
}

describe('the metadata block', () => {
  const request = async (secrets: BitLockerSecrets): Promise<Buffer> => {
    const { block } = await sealVolume(
      {
        layout: smallLayout,
        identity: identityOf(),
        secrets,
        password: 'secret',
        boot: bootSectors(),
        recoveryKeyPlace: 'printout',
      },
      { signal },
    );
    return block;
  };
  const entriesOf = (block: Buffer): Entry[] =>
    decodeEntries(block.subarray(112, 64 + block.readUInt32LE(64)));

  it('has entries in Windows’ order, of Windows’ sizes', async () => {
    const block = await request(newSecrets('xts-aes-128'));
    expect(outline(entriesOf(block))).toEqual([
      '7/2 64',
      '2/8 224',
      '  0/3 108',
      '    0/5 80',
      '  0/5 80',
      '2/8 316',
      '  0/3 172',
      '    12/5 64',
      '    13/5 80',
      '  0/5 80',
      '  0/15 28',
      '3/5 80',
      'f/f 100',
    ]);
    const hint = entriesOf(block)[2]?.data.subarray(-4);
    expect(hint?.toString('hex')).toBe('10000200');
    const size = block.readUInt16LE(8) * 16;
    expect(block.readUInt16LE(size)).toBe(0x10000 - size);
    expect(block.readUInt16LE(size + 8)).toBe(0x50);
    expect(block.subarray(size + 88).every((byte) => byte === 0)).toBe(true);
    expect(
      entriesOf(block)
        .at(-1)
        ?.data.readBigUInt64LE(16 + 8),
    ).toBe(0x0an);
  });

  it('never uses a nonce twice, even when the same keys are sealed again', async () => {
    const secrets = newSecrets('xts-aes-256');
    const blocks = [await request(secrets), await request(secrets)];
    const nonces = blocks.flatMap((block) => {
      const size = block.readUInt16LE(8) * 16;
      return [...noncesIn(entriesOf(block)), block.toString('hex', size + 16, size + 28)];
    });
    expect(nonces).toHaveLength(14);
    expect(new Set(nonces).size).toBe(14);
    const numbers = nonces.map((nonce) => Buffer.from(nonce, 'hex').readUInt32LE(8));
    expect(Math.min(...numbers)).toBe(2);
    expect(blocks.map((block) => block.readUInt32LE(64 + 32))).toEqual([9, 16]);
  });

  it('holds for Windows what the protectors were made of', async () => {
    const secrets = newSecrets('xts-aes-128');
    const block = await request(secrets);
    const [, password, recovery] = entriesOf(block);
    const stretchOf = (entry: Entry | undefined): Entry[] => {
      const [stretch] = decodeEntries(entry?.data.subarray(28) ?? Buffer.alloc(0));
      return decodeEntries(stretch?.data.subarray(20) ?? Buffer.alloc(0));
    };
    const keys = [...stretchOf(password), ...stretchOf(recovery)].map((entry) =>
      unwrapKey(secrets.volumeMasterKey, entry),
    );
    expect(keys.map((key) => key?.algorithm)).toEqual([0x2007, 0x1000, 0x2008]);
    expect(keys[1]?.key.equals(secrets.recoveryValue)).toBe(true);
    const stretched = await stretchKey(recoveryHash(secrets.recoveryValue), secrets.recoverySalt, {
      signal,
    });
    expect(keys[2]?.key.equals(stretched)).toBe(true);
  });
});

describe('what can’t be sealed', () => {
  const good = {
    layout: smallLayout,
    identity: identityOf(),
    secrets: newSecrets('xts-aes-128'),
    password: 'secret',
    boot: bootSectors(),
    recoveryKeyPlace: 'file',
  } as const;
  const [first, second, third] = smallLayout.metadataAt;

  it.each([
    ['an empty password', { password: '' }],
    ['boot sectors cut off', { boot: bootSectors().subarray(512) }],
    ['boot sectors of another file system', { boot: Buffer.alloc(8192) }],
    ['copies in one place', { layout: { ...smallLayout, metadataAt: [first, first, third] } }],
    ['a copy behind the end', { layout: { ...smallLayout, volumeBytes: third } }],
    [
      'a copy in the boot sectors',
      { layout: { ...smallLayout, metadataAt: [4096, second, third] } },
    ],
    ['a place within a sector', { layout: { ...smallLayout, backupAt: smallLayout.backupAt + 8 } }],
    ['a description without end', { identity: { ...identityOf(), description: 'x'.repeat(1001) } }],
  ] as [string, Partial<SealRequest>][])('%s', async (_, change) => {
    await expect(sealVolume({ ...good, ...change }, { signal })).rejects.toThrow(RangeError);
  });

  it('ends when it is told to', async () => {
    const sealing = sealVolume(good, { signal: AbortSignal.abort() });
    await expect(sealing).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('leaves out exactly what isn’t encrypted data', () => {
    expect(replacedRanges(smallLayout)).toEqual([
      { offset: 0, length: 8192 },
      { offset: first, length: 65_536 },
      { offset: smallLayout.backupAt, length: 8192 },
      { offset: second, length: 65_536 },
      { offset: third, length: 65_536 },
    ]);
  });
});
