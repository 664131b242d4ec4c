import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseTable, openFat32, openNtfs, PARTITION_TYPE, readGpt } from '../src-main/disk';
import { runTool } from '../src-main/host/run-tool';
import { openFileSource, slice } from '../src-main/io';
import { makePracticeIso } from '../src-main/practice';
import { runOurs } from './ours';
import { row, type BenchResult, type Figure, type Row } from './row';
import {
  hasStickModel,
  profiles,
  StickModel,
  type ModelledWrite,
  type Profile,
} from './stick-model';

const FILES = 30_000;
const PAYLOAD_BYTES = 3_300_000_000;
const STICK_BYTES = 12 * 1024 ** 3;
/** The practice edition that holds the payload and nothing on top. */
const EDITION = 1;

/** The most that our modelled time may be, in times of the peer's. */
const limits: Record<'ideal' | 'straight', Record<Profile, number>> = {
  ideal: { cheap: 1.15, usb3: 1.15, ssd: Infinity },
  straight: { cheap: 1 / 15, usb3: 1 / 15, ssd: Infinity },
};
const SEEK_LIMIT = 64;
const OVERHEAD_LIMIT = 1.05;

type Judged = Record<Profile, ModelledWrite>;

/**
 * Modelled seconds of writing a stick: ours, unpacked in a file and written in order, against Windows
 * applied straight to the drive with nothing cached in between. Model time doesn't depend on the machine,
 * so each is run once.
 */
export async function benchStaged(folder: string): Promise<BenchResult> {
  if (!hasStickModel()) {
    return { rows: [], figures: [], notes: ['Skipped: the stick model is not on this computer.'] };
  }
  const { isoPath } = await makePracticeIso({ folder, sizeBytes: PAYLOAD_BYTES, files: FILES });
  const ours = await ourStick(folder, isoPath);
  const straight = await appliedStraight(folder, isoPath);
  return {
    rows: profiles.flatMap((profile) => compared(profile, ours, straight)),
    figures: figuresOf(ours),
    notes: [
      `${FILES.toLocaleString('en')} files, ${(PAYLOAD_BYTES / 1e9).toFixed(1)} GB. Seconds are those of the stick model, not of a clock: no real stick was measured.`,
      'Ideal: the allocated bytes divided by the speed at which the modelled stick writes.',
      'Straight: wimlib-imagex apply to the modelled stick, without a page cache in between.',
    ],
  };
}

interface OurStick {
  judged: Judged;
  allocatedBytes: number;
  seeks: number;
}

async function ourStick(folder: string, isoPath: string): Promise<OurStick> {
  return withStick(folder, 'ours', async (model) => {
    const device = await attach(model.file);
    try {
      const workFolder = join(folder, 'work');
      const args = ['make', '--image', isoPath, '--edition', String(EDITION), '--target', device];
      await runOurs([...args, '--yes', '--work-dir', workFolder], {
        env: { STICKSMITH_ALLOW_LOOP: '1' },
      });
    } finally {
      await runTool('losetup', ['--detach', device]);
    }
    return {
      judged: await judge(model),
      seeks: await model.backwardSeeks(),
      allocatedBytes: await allocatedOn(model.file),
    };
  });
}

async function appliedStraight(folder: string, isoPath: string): Promise<Judged> {
  const wim = join(folder, 'install.wim');
  await runTool('7zz', ['e', '-y', `-o${folder}`, isoPath, 'sources/install.wim']);
  return withStick(folder, 'straight', async (model) => {
    await runTool('mkntfs', ['-Q', '-F', '-q', '-s', '512', '-c', '4096', model.file]);
    await runTool('wimlib-imagex', ['apply', wim, String(EDITION), model.file]);
    await runTool('sync', [model.file]);
    return judge(model);
  });
}

async function withStick<T>(
  folder: string,
  name: string,
  use: (model: StickModel) => Promise<T>,
): Promise<T> {
  const place = join(folder, name);
  await mkdir(place);
  const model = await StickModel.start(place, STICK_BYTES);
  try {
    return await use(model);
  } finally {
    await model.stop();
  }
}

async function attach(file: string): Promise<string> {
  const { stdout } = await runTool('losetup', ['--find', '--show', '--direct-io=on', file]);
  return stdout.trim();
}

async function judge(model: StickModel): Promise<Judged> {
  return {
    cheap: await model.judge('cheap'),
    usb3: await model.judge('usb3'),
    ssd: await model.judge('ssd'),
  };
}

/** Bytes of everything in use on a finished stick: its tables, and what its file systems name. */
async function allocatedOn(stick: string): Promise<number> {
  const source = await openFileSource(stick);
  try {
    const table = chooseTable(await readGpt(source));
    let bytes = 2 * 1024 ** 2;
    for (const { typeGuid, firstLba, lastLba } of table?.entries ?? []) {
      if (typeGuid === PARTITION_TYPE.msr) continue;
      const part = slice(source, firstLba * 512, (lastLba - firstLba + 1) * 512);
      const volume = typeGuid === PARTITION_TYPE.efi ? await openFat32(part) : await openNtfs(part);
      for (const { length } of await volume.allocatedRanges()) bytes += length;
    }
    return bytes;
  } finally {
    await source.close();
  }
}

function compared(profile: Profile, ours: OurStick, straight: Judged): Row[] {
  const mine = ours.judged[profile];
  const ideal = ours.allocatedBytes / mine.bytesPerSecond;
  const name = `whole write, stick model “${profile}”`;
  return [
    row(name, [mine.seconds], 'ideal', [ideal], limits.ideal[profile]),
    row(name, [mine.seconds], 'straight', [straight[profile].seconds], limits.straight[profile]),
  ];
}

function figuresOf({ judged, allocatedBytes, seeks }: OurStick): Figure[] {
  return [
    {
      name: 'bytes written, of those allocated',
      value: (100 * judged.cheap.writtenBytes) / allocatedBytes,
      limit: 100 * OVERHEAD_LIMIT,
      unit: '%',
    },
    { name: 'backward seeks', value: seeks, limit: SEEK_LIMIT, unit: '' },
  ];
}
