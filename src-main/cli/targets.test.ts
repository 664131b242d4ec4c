import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Drive } from '../../src-shared/drive';
import type { Host } from '../host';
import { check } from './commands/check';
import { make } from './commands/make';
import { practice } from './commands/practice';
import { ventoyAdd, ventoyList } from './commands/ventoy';
import { ventoyConfig } from './commands/ventoy-config';
import type { Context } from './context';
import { createOutput } from './output';
import { askedTarget, existingTarget, keptTarget } from './targets';

const drive: Drive = {
  path: '\\\\.\\PhysicalDrive2',
  sizeBytes: 32e9,
  serial: 'A1',
  model: 'DataTraveler',
  bus: 'usb',
  vendor: 'Kingston',
  removable: true,
  readOnly: false,
  sectorBytes: 512,
  system: false,
  mountPoints: [],
  partitions: [],
  deviceNumbers: ['win:2'],
};

/** A computer with Windows of which only the list of drives is there. */
function onWindows(drives: readonly Drive[]): Context {
  const host = {
    platform: 'win32',
    listDrives: () => Promise.resolve([...drives]),
    deviceOf: () => Promise.resolve(null),
  } satisfies Partial<Host>;
  return {
    host: host as Partial<Host> as Host,
    output: createOutput(true),
    signal: new AbortController().signal,
    appFolder: __dirname,
    program: 'sticksmith of a test',
    allowLoop: false,
  };
}

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'targets-test-'));
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

describe('a target on Windows', () => {
  it.each(['\\\\.\\PhysicalDrive2', '\\\\.\\PHYSICALDRIVE2', '//./physicaldrive2'])(
    'is the drive %s',
    async (name) => {
      const context = onWindows([drive]);
      const { target, loss } = await askedTarget(name, undefined, true, null, context);
      const { path, sizeBytes, serial, model, bus } = drive;
      expect(target).toEqual({
        kind: 'drive',
        identity: { path, sizeBytes, serial, model, bus },
        unmount: true,
      });
      expect(loss).toMatchObject({ everything: true });
      expect(await existingTarget(name, context)).toMatchObject({ kind: 'drive' });
      const kept = await keptTarget(name, false, (called) => called, context);
      expect(kept.loss?.text).toContain(path);
    },
  );

  it('is not a drive that is not there', async () => {
    const asked = askedTarget('\\\\.\\PhysicalDrive3', undefined, false, null, onWindows([drive]));
    await expect(asked).rejects.toMatchObject({ code: 'target/not-found' });
  });

  it('is not the drive that Windows runs from', async () => {
    const context = onWindows([{ ...drive, system: true }]);
    const asked = askedTarget(drive.path, undefined, false, null, context);
    await expect(asked).rejects.toMatchObject({ code: 'target/refused' });
  });

  it('is not a disk that is a file', async () => {
    const context = onWindows([{ ...drive, bus: 'loop' }]);
    const asked = askedTarget(drive.path, undefined, false, null, context);
    await expect(asked).rejects.toMatchObject({ code: 'target/loop-not-allowed' });
  });

  it.each(['E:', '\\\\.\\E:', '\\\\?\\C:\\stick.img'])('is not %s', async (name) => {
    const context = onWindows([drive]);
    const error = { code: 'target/not-a-drive' };
    await expect(askedTarget(name, 1e9, false, null, context)).rejects.toMatchObject(error);
    await expect(existingTarget(name, context)).rejects.toMatchObject(error);
  });

  it('is an image file', async () => {
    const path = join(base, 'stick.img');
    await writeFile(path, Buffer.alloc(4096));
    const { target, loss } = await askedTarget(path, undefined, false, null, onWindows([]));
    expect(target).toEqual({ kind: 'file', path, sizeBytes: 4096 });
    expect(loss).toMatchObject({ everything: true });
  });
});

describe('what Linux’ programs do', () => {
  const cannot = { code: 'host/cannot', params: { platform: 'Windows' } };

  it('is refused on Windows before anything is looked at', async () => {
    const booting = check(drive.path, { boot: true }, onWindows([]));
    await expect(booting).rejects.toMatchObject(cannot);
    await expect(practice(base, {}, onWindows([]))).rejects.toMatchObject(cannot);
  });
});

describe('Ventoy on Windows', () => {
  const cannot = { code: 'host/cannot', params: { platform: 'Windows' } };
  const changing = { unmount: false, yes: true };

  it('is refused before a target is looked at', async () => {
    const context = onWindows([drive]);
    await expect(ventoyList(drive.path, context)).rejects.toMatchObject(cannot);
    const adding = { ...changing, checksums: false };
    await expect(ventoyAdd(drive.path, ['a.iso'], adding, context)).rejects.toMatchObject(cannot);
  });

  it('is refused before a password is asked for', async () => {
    const options = { ...changing, secretsStdin: true };
    const configuring = ventoyConfig(drive.path, options, [], onWindows([drive]));
    await expect(configuring).rejects.toMatchObject(cannot);
    const making = make(
      {
        kind: 'ventoy',
        target: [drive.path],
        unmount: false,
        direct: false,
        secretsStdin: true,
        passwordStdin: false,
        yes: true,
        dryRun: false,
      },
      [],
      onWindows([drive]),
    );
    await expect(making).rejects.toMatchObject(cannot);
  });
});
