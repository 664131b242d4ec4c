import { z } from 'zod';
import { StickError, stickError, toStickError } from '../../src-shared/errors';
import {
  AdoptedSchema,
  LentSchema,
  MountedSchema,
  OpenedSchema,
  ProtectedSchema,
  RewrittenSchema,
  TestedSchema,
  VentoyCommandSchema,
  VentoyRunResultSchema,
  WrittenSchema,
  type EncryptionMessage,
} from '../helper';
import type { OpenTarget, ProtectedVolume, TargetRequest, VolumeEncryption } from './index';
import { within } from '../io';
import { helperSource } from './helper-source';
import type { RunningHelper } from './running-helper';

/** The helper may take this long, in milliseconds, to release a target. */
const RELEASE_LIMIT_MS = 5000;
/** So long, in milliseconds, Windows may take to stop encrypting: a script of PowerShell's can take seconds to start. */
const WINDOWS_LIMIT_MS = 60_000;

/**
 * Has a helper open a target. Throws what the helper finds (`target/…`, `permission/denied`),
 * `helper/lost`, `helper/protocol`, `cancelled`. The target is then untouched and released.
 */
export async function openInHelper(
  helper: RunningHelper,
  { target, guards, asDisk, inPlace }: TargetRequest,
  signal: AbortSignal,
): Promise<OpenTarget> {
  const slot = helper.takeSlot();
  const close = async (): Promise<void> => {
    let isReleased = false;
    try {
      const released = release(helper, slot).then(() => true);
      isReleased = await within(released, RELEASE_LIMIT_MS, false);
    } finally {
      await helper.giveUpSlot(slot, isReleased);
    }
  };
  try {
    const allowLoop = process.env['STICKSMITH_ALLOW_LOOP'] === '1';
    const { value } = await helper.link.request(
      {
        ...{ say: 'open', slot, target, guards, allowLoop },
        ...(asDisk ? { asDisk } : {}),
        ...(inPlace ? { inPlace } : {}),
      },
      { signal },
    );
    return openedTarget(helper, slot, OpenedSchema.parse(value).sizeBytes, close);
  } catch (error) {
    await close();
    throw error;
  }
}

function openedTarget(
  helper: RunningHelper,
  slot: number,
  sizeBytes: number,
  release: () => Promise<void>,
): OpenTarget {
  const { link } = helper;
  const source = helperSource(sizeBytes, async (offset, length) => {
    const { bytes } = await link.request({ say: 'read', slot, offset, length });
    if (bytes.length === length) return bytes;
    throw stickError('helper/protocol', { message: 'it read less than was asked for' });
  });
  /** Runs what changes the target: what was read of it before, or is read meanwhile, is forgotten. */
  const changing = async <T>(work: () => Promise<T>): Promise<T> => {
    source.forget();
    try {
      return await work();
    } finally {
      source.forget();
    }
  };
  let closing: Promise<void> | null = null;
  return {
    sizeBytes,
    source,
    adopt: ({ path, sizeBytes: bytes }, targetOffset, signal) =>
      changing(async () => {
        const volume = { path, sizeBytes: bytes };
        const { value } = await link.request(
          { say: 'adopt', slot, source: volume, offset: targetOffset },
          { signal },
        );
        return AdoptedSchema.parse(value);
      }),
    write: ({ maps, head, tail, resume, encryption }, { signal, onProgress }) =>
      changing(async () => {
        const key = encryption?.key ?? Buffer.alloc(0);
        const bytes = Buffer.concat([head, tail, key]);
        try {
          const { value } = await link.request(
            {
              say: 'write',
              slot,
              maps: maps.map((map) => helper.send(map, slot)),
              bytes: bytes.length,
              headBytes: head.length,
              tailBytes: tail.length,
              resume,
              ...(encryption ? { encryption: encryptionMessage(helper, slot, encryption) } : {}),
            },
            { bytes, signal, onProgress },
          );
          return WrittenSchema.parse(value);
        } finally {
          bytes.fill(0, head.length + tail.length);
        }
      }),
    rewrite: (maps, running) =>
      changing(async () => {
        const numbers = maps.map((map) => helper.send(map, slot));
        const { value } = await link.request({ say: 'rewrite', slot, maps: numbers }, running);
        return RewrittenSchema.parse(value);
      }),
    lend: ({ offset, length }, signal) =>
      changing(async () => {
        const { value } = await link.request({ say: 'lend', slot, offset, length }, { signal });
        let givingBack: Promise<void> | null = null;
        return {
          path: LentSchema.parse(value).path,
          giveBack() {
            givingBack ??= changing(async () => {
              await link.request({ say: 'give-back', slot });
            });
            return givingBack;
          },
        };
      }),
    protectVolume: ({ offset, length, password, recoveryPassword }, signal) =>
      changing(async () => {
        const secrets = [Buffer.from(password, 'utf8'), Buffer.from(recoveryPassword, 'latin1')];
        const bytes = Buffer.concat(secrets);
        const passwordBytes = Buffer.byteLength(password, 'utf8');
        const sizes = { bytes: bytes.length, passwordBytes };
        try {
          const { value } = await link.request(
            { say: 'protect-volume', slot, offset, length, ...sizes },
            { bytes, signal, cancelLimitMs: WINDOWS_LIMIT_MS },
          );
          return protectedVolume(helper, slot, changing, ProtectedSchema.parse(value));
        } finally {
          for (const secret of [...secrets, bytes]) secret.fill(0);
        }
      }),
    test: ({ signal, onProgress }) =>
      changing(async () => {
        const { value } = await link.request(
          { say: 'test', slot },
          { signal, onTestProgress: onProgress },
        );
        return TestedSchema.parse(value);
      }),
    runVentoy: ({ package: archive, command }, { signal, onLine, onProgress }) =>
      changing(async () => {
        // The helper ends when it is asked for what makes no sense.
        const sound = VentoyCommandSchema.safeParse(command);
        if (!sound.success) {
          throw stickError('plan/invalid', { message: z.prettifyError(sound.error) });
        }
        const { value } = await link.request(
          { say: 'run-ventoy', slot, package: archive, command: sound.data },
          { signal, onLine, onWritten: onProgress },
        );
        return VentoyRunResultSchema.parse(value);
      }),
    mount: ({ offset, length }, { readOnly }, signal) =>
      changing(async () => {
        const request = { say: 'mount', slot, offset, length, readOnly } as const;
        const { value } = await link.request(request, { signal });
        let givingBack: Promise<void> | null = null;
        return {
          ...MountedSchema.parse(value),
          giveBack() {
            givingBack ??= changing(async () => {
              await link.request({ say: 'unmount', slot });
            }).catch((error: unknown) => {
              // Files may be closed by the next time.
              if (toStickError(error).code === 'mount/busy') givingBack = null;
              throw error;
            });
            return givingBack;
          },
        };
      }),
    finish: () => Promise.resolve(),
    close() {
      closing ??= release();
      return closing;
    },
  };
}

function protectedVolume(
  { link }: RunningHelper,
  slot: number,
  changing: <T>(work: () => Promise<T>) => Promise<T>,
  { recoveryKeyId }: Pick<ProtectedVolume, 'recoveryKeyId'>,
): ProtectedVolume {
  let givingBack: Promise<void> | null = null;
  return {
    recoveryKeyId,
    encrypt: ({ cipher, usedSpaceOnly }, { signal, onProgress }) =>
      changing(async () => {
        await link.request(
          { say: 'encrypt-volume', slot, cipher, usedSpaceOnly },
          {
            ...{ signal, cancelLimitMs: WINDOWS_LIMIT_MS },
            onProgress: (_phase, done, total) => onProgress(done / total),
          },
        );
      }),
    giveBack() {
      givingBack ??= changing(async () => {
        await link.request({ say: 'give-back', slot });
      });
      return givingBack;
    },
  };
}

/** All but the key. */
function encryptionMessage(
  helper: RunningHelper,
  slot: number,
  { startByte, bytes, cipher, maps, freeSpace }: VolumeEncryption,
): EncryptionMessage {
  const numbers = maps.map((map) => helper.send(map, slot));
  return { startByte, bytes, cipher, maps: numbers, freeSpace };
}

/** Has the helper release the target. One that is gone has released it already. */
async function release({ link }: RunningHelper, slot: number): Promise<void> {
  try {
    await link.request({ say: 'close', slot });
  } catch (error) {
    if (!(error instanceof StickError) || error.code !== 'helper/lost') throw error;
  }
}
