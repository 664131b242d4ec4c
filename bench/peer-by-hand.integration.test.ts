import { mkdtemp, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootTest } from '../src-main/host/linux/test-support/boot-test';
import { runTool } from '../src-main/host/run-tool';
import { makePracticeIso } from '../src-main/practice';
import { makeByHand, type JoinWay } from './peer-by-hand';

/** Sticks made with bare tools from a practice image: what they do shows what the image is worth. */

const BCD = Buffer.from('a stand-in for the boot store');
const EFI_PARTITION = '@@1048576';
const FIRST_BOOT_FILE = '::/EFI/Boot/bootx64.efi';
const NOTICE = 'This is not Windows.\n';
const IMAGE_BYTES = 800 * 1024 * 1024;
/** Plenty for an emulator on a busy computer; a boot takes 5 to 10 s. */
const TIMEOUT_SECONDS = 180;

let folder: string;
let isoPath: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'by-hand-test-'));
  ({ isoPath } = await makePracticeIso({ folder, sizeBytes: 30_000_000, files: 120 }));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function stick(name: string, way: JoinWay = 'sparse-copy'): Promise<string> {
  const imagePath = join(folder, name);
  await makeByHand({
    ...{ isoPath, index: 2, imagePath, imageBytes: IMAGE_BYTES },
    ...{ workFolder: folder, join: way, bcd: BCD },
  });
  return imagePath;
}

async function sha256(path: string): Promise<string> {
  // A backslash at the front says that the name has characters which were escaped.
  const { stdout } = await runTool('sha256sum', ['--zero', path]);
  return stdout.slice(0, 64);
}

async function boot(imagePath: string, timeoutSeconds = TIMEOUT_SECONDS, signal?: AbortSignal) {
  return bootTest({ imagePath, firmware: 'uefi', timeoutSeconds }, signal);
}

/** Changes the bytes in place, wherever the file system has put them. */
async function overwrite(path: string, find: string, put: string): Promise<void> {
  const chunk = 8 * 1024 * 1024;
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(chunk + find.length);
    for (let at = 0; at < size; at += chunk) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
      const found = buffer.subarray(0, bytesRead).indexOf(find);
      if (found < 0) continue;
      await file.write(put, at + found);
      return;
    }
  } finally {
    await file.close();
  }
  throw new Error(`“${find}” is not on the stick`);
}

/** How the private folders of this process' virtual computers begin, which stand in QEMU's command line. */
const VIRTUAL_COMPUTER = join(tmpdir(), `sticksmith-boot-${String(process.pid)}-`);

/** Command lines of the processes that mention a text. */
async function processesWith(text: string): Promise<string[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    numbers.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return lines.filter((line) => line.includes(text));
}

describe('a stick made from the practice image with bare tools', () => {
  test.each<[JoinWay, string]>([
    ['insert', 'plain.img'],
    ['sparse-copy', `-a,b,,c 'd' "e" Größe 练习.img`],
  ])('starts when joined by %s and named %s, and is not changed by that', async (way, name) => {
    const imagePath = await stick('made.img', way);
    const named = join(folder, name);
    await rename(imagePath, named);
    const before = await sha256(named);
    const result = await boot(named);
    expect(result).toMatchObject({ outcome: 'started' });
    expect(result.transcript).toMatch(/^STICKSMITH-PRACTICE boot manager$/m);
    expect(result.transcript).toMatch(/^STICKSMITH-PRACTICE partition \(hd0,gpt3\) ntfs$/m);
    expect(result.transcript).toMatch(/^Windows\/explorer\.exe: OK$/m);
    expect(result.transcript).toMatch(/^Users\/Public\/.*\/level 24\/deep\.txt: OK$/m);
    expect(result.transcript).not.toMatch(/MISMATCH|READ ERROR/);
    const bcdHash = (await runTool('sha256sum', ['-'], { stdin: BCD })).stdout.slice(0, 64);
    expect(result.transcript).toContain(
      `STICKSMITH-PRACTICE sha256 ${bcdHash}  (hd0,gpt1)/EFI/Microsoft/Boot/BCD`,
    );
    expect(await sha256(named)).toBe(before);
    await runTool('sgdisk', ['--verify', named]);
    await rm(named);
  });

  test('is reported when a single byte of one file is wrong', async () => {
    const imagePath = await stick('damaged.img');
    await overwrite(imagePath, `${NOTICE}explorer.exe`, `${NOTICE}explorer.exf`);
    const result = await boot(imagePath);
    expect(result.outcome).toBe('loader-failed');
    expect(result.evidence).toContain('STICKSMITH-PRACTICE FAILED files differ');
    expect(result.evidence).toContain('Windows/explorer.exe: HASH MISMATCH');
    await rm(imagePath);
  });

  test('is reported when the boot store is missing', async () => {
    const imagePath = await stick('storeless.img');
    await runTool('mdel', ['-i', `${imagePath}${EFI_PARTITION}`, '::/EFI/Microsoft/Boot/BCD']);
    const result = await boot(imagePath);
    expect(result.outcome).toBe('loader-failed');
    expect(result.evidence).toContain('FAILED no file /EFI/Microsoft/Boot/BCD');
    await rm(imagePath);
  });

  describe('without a boot file', () => {
    let imagePath: string;

    beforeAll(async () => {
      imagePath = await stick('bootless.img');
      await runTool('mdel', ['-i', `${imagePath}${EFI_PARTITION}`, FIRST_BOOT_FILE]);
    });

    test('is found not to start', async () => {
      expect(await boot(imagePath)).toMatchObject({ outcome: 'no-boot' });
    });

    test('is given up when the time is over', async () => {
      expect(await boot(imagePath, 0.2)).toMatchObject({ outcome: 'timed-out' });
    });

    test('leaves no virtual computer behind when the test is cancelled', async () => {
      const cancelling = new AbortController();
      const result = boot(imagePath, TIMEOUT_SECONDS, cancelling.signal);
      await expect.poll(() => processesWith(VIRTUAL_COMPUTER), { timeout: 10_000 }).toHaveLength(1);
      cancelling.abort();
      await expect(result).rejects.toMatchObject({ code: 'cancelled' });
      expect(await processesWith(VIRTUAL_COMPUTER)).toEqual([]);
    });
  });
});
