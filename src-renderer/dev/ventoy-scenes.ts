import type { Drive } from '../../src-shared/drive';
import type { StickState } from '../../src-shared/errors';
import type { JobState, Phase } from '../../src-shared/job';
import { MiB } from '../../src-shared/units';
import type { WizardState } from '../store/store';
import type { StepId } from '../store/wizard';
import { driveLists, kingston, offered, running, windows11 } from './samples';
import type { Scene } from './scenes';
import type { Simulation } from './simulated-api';
import {
  bootImages,
  damagedContents,
  keptReleases,
  oddContents,
  release,
  ubuntu,
  ventoyContents,
  ventoyDrive,
  ventoyReport,
} from './ventoy-samples';

const base: Simulation['answers'] = {
  'drives:list': driveLists.many,
  'image:inspect': windows11,
  'ventoy:inspect-image': (path) => bootImages.find((image) => image.path === path) ?? ubuntu,
  'ventoy:inspect-package': release,
  'ventoy:packages': keptReleases,
  'ventoy:read-stick': ventoyContents,
  'ventoy:password-hash': 'md5#salt#0123456789abcdef0123456789abcdef',
  'choose:ventoy-file': (purpose) => `/home/mara/ventoy/${purpose}.xml`,
  'plan:operations': ['read ventoy-1.1.17-linux.tar.gz', 'open /dev/sdb alone'],
};

const withVentoyDrive: Simulation['answers'] = {
  ...base,
  'drives:list': [offered(ventoyDrive)],
};

const withOddMenu: Simulation['answers'] = {
  ...withVentoyDrive,
  'ventoy:read-stick': oddContents,
};

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A Ventoy stick with so many images, answered up to a step. */
async function answerUpTo(
  actions: WizardState,
  step: StepId,
  count = 3,
  drive: Drive = kingston,
): Promise<void> {
  await settled();
  actions.toggleDrive(drive);
  actions.setKind('ventoy');
  await actions.addImages(bootImages.slice(0, count).map(({ path }) => path));
  if (step !== 'image' && step !== 'package') await actions.lookAtPackage(release.path);
  await settled();
  actions.go(step);
}

const vhdxFile = { path: '/home/mara/sticks/stick.vhdx', exists: false, freeBytes: 212e9 };

/** A Ventoy stick that is to go into a virtual disk. */
async function answerVhdx(actions: WizardState, step: StepId): Promise<void> {
  await settled();
  actions.changeFile({ chosen: true, pathText: vhdxFile.path, sizeText: '64 GB' });
  await settled();
  actions.setKind('ventoy');
  actions.go(step);
}

const at =
  (step: StepId, count?: number): Scene['play'] =>
  (actions) =>
    answerUpTo(actions, step, count);

/** The same on a drive that holds Ventoy, once that was looked at. */
const onStick =
  (step: StepId, change: (actions: WizardState) => void = () => undefined): Scene['play'] =>
  async (actions) => {
    await answerUpTo(actions, 'image', 1, ventoyDrive);
    await actions.readStick(ventoyDrive, false);
    if (step !== 'image') await actions.lookAtPackage(release.path);
    change(actions);
    await settled();
    actions.go(step);
  };

const job =
  (state: JobState): Scene['play'] =>
  async (actions, api) => {
    await answerUpTo(actions, 'review');
    api.tell('job:state', running('preparing', 0, 0));
    api.tell('job:state', state);
  };

/** A job on a drive that has Ventoy, in a state. */
const onVentoyDrive =
  (state: JobState): Scene['play'] =>
  async (actions, api) => {
    await onStick('review')(actions, api);
    api.tell('job:state', running('preparing', 0, 0));
    api.tell('job:state', state);
  };

/** A job that a write error ended. */
function failed(phase: Phase, stick: StickState): JobState {
  const params = { path: '/dev/sdb', offset: 7_340_032_000, message: 'input/output error' };
  return { state: 'failed', error: { code: 'io/write', params, stick }, phase, log: [] };
}

async function withMenu(actions: WizardState): Promise<void> {
  await answerUpTo(actions, 'space', 6);
  const [first, second] = bootImages;
  if (first === undefined || second === undefined) return;
  actions.setPersistence(first.path, 4096 * MiB);
  actions.setAlias(first.path, 'Ubuntu for the workshop');
  actions.setAlias(second.path, 'Debian');
  actions.changeMenu({ defaultImage: first.path });
  actions.setSetting('VTOY_MENU_TIMEOUT', '20');
  await actions.addTemplate(second.path);
  actions.go('menu');
}

export const ventoyScenes = {
  'ventoy-images-empty': { answers: base, play: at('image', 0) },
  'ventoy-images': { answers: base, play: at('image', 6) },
  'ventoy-images-problem': {
    answers: base,
    errors: {
      'ventoy:inspect-image': {
        code: 'image/unreadable',
        params: { path: ubuntu.path, message: 'it is cut off' },
      },
    },
    play: at('image', 1),
  },
  'ventoy-images-named': {
    answers: base,
    play: async (actions) => {
      await answerUpTo(actions, 'image', 2);
      actions.renameImage(ubuntu.path, 'ubuntu.img');
    },
  },
  'ventoy-images-too-large': {
    answers: base,
    play: async (actions) => {
      await answerUpTo(actions, 'image', 6, { ...kingston, sizeBytes: 16e9 });
    },
  },
  'ventoy-stick-seems': {
    answers: withVentoyDrive,
    play: (actions) => answerUpTo(actions, 'image', 0, ventoyDrive),
  },
  'ventoy-stick-failed': {
    answers: withVentoyDrive,
    errors: { 'ventoy:read-stick': { code: 'target/vanished', params: { target: '/dev/sdb' } } },
    play: async (actions) => {
      await answerUpTo(actions, 'image', 0, ventoyDrive);
      await actions.readStick(ventoyDrive, false);
    },
  },
  'ventoy-stick-images': {
    answers: withVentoyDrive,
    play: onStick('image', (actions) => {
      actions.removePresent('Win10_22H2_German_x64.iso', true);
      actions.renamePresent('archlinux-2025.03.01-x86_64.iso', 'arch.iso');
    }),
  },
  'ventoy-stick-damaged': {
    answers: { ...withVentoyDrive, 'ventoy:read-stick': damagedContents },
    play: onStick('package'),
  },
  'ventoy-package-empty': {
    answers: { ...base, 'ventoy:packages': [] },
    play: at('package'),
  },
  'ventoy-package-kept': { answers: base, play: at('package') },
  'ventoy-package': {
    answers: base,
    play: async (actions) => {
      await answerUpTo(actions, 'space');
      actions.go('package');
    },
  },
  'ventoy-package-error': {
    answers: base,
    errors: {
      'ventoy:inspect-package': {
        code: 'ventoy/package-hash-mismatch',
        params: {
          path: release.path,
          actual: 'a'.repeat(64),
          expected: 'b'.repeat(64),
        },
      },
    },
    play: async (actions) => {
      await answerUpTo(actions, 'package');
      await actions.lookAtPackage(release.path);
    },
  },
  'ventoy-package-download': {
    answers: base,
    silent: ['ventoy:download'],
    play: async (actions, api) => {
      await answerUpTo(actions, 'package');
      actions.setDownloadUrl('https://example.org/ventoy-1.1.17-linux.tar.gz');
      void actions.downloadPackage();
      await settled();
      api.tell('ventoy:download-progress', { doneBytes: 8_400_000, totalBytes: 20_412_311 });
    },
  },
  'ventoy-package-update': { answers: withVentoyDrive, play: onStick('package') },
  'ventoy-drive-vhdx': {
    answers: { ...base, 'target:image-file': vhdxFile },
    play: (actions) => answerVhdx(actions, 'drive'),
  },
  'ventoy-images-vhdx': {
    answers: { ...base, 'target:image-file': vhdxFile },
    play: (actions) => answerVhdx(actions, 'image'),
  },
  'ventoy-space-label': {
    answers: base,
    play: async (actions) => {
      await answerUpTo(actions, 'space');
      actions.changeInstall({ label: 'MY STICK' });
    },
  },
  'ventoy-space': { answers: base, play: at('space') },
  'ventoy-space-windows': {
    answers: base,
    play: async (actions) => {
      await answerUpTo(actions, 'space', 2);
      actions.setPersistence(ubuntu.path, 4096 * MiB);
      actions.setWithWindows(true);
      await actions.lookAtWindows(windows11.path);
    },
  },
  'ventoy-menu-empty': { answers: base, play: at('menu', 0) },
  'ventoy-menu': { answers: base, play: withMenu },
  'ventoy-menu-stick': { answers: withVentoyDrive, play: onStick('menu') },
  'ventoy-menu-odd': { answers: withOddMenu, play: onStick('menu') },
  'ventoy-menu-problem': {
    answers: base,
    play: async (actions) => {
      await withMenu(actions);
      actions.setSetting('VTOY_MENU_TIMEOUT', 'soon');
    },
  },
  'ventoy-review': {
    answers: base,
    play: async (actions) => {
      await withMenu(actions);
      actions.go('review');
    },
  },
  'ventoy-review-update': { answers: withVentoyDrive, play: onStick('review') },
  'ventoy-make-installing': { answers: base, play: job(running('installing', 0, 0.02)) },
  'ventoy-make-copying': { answers: base, play: job(running('copying', 0.4, 0.36)) },
  'ventoy-make-failed': { answers: base, play: job(failed('copying', 'unfinished')) },
  'ventoy-make-kept': {
    answers: withVentoyDrive,
    play: onVentoyDrive(failed('installing', 'kept')),
  },
  'ventoy-make-partial': {
    answers: withVentoyDrive,
    play: onVentoyDrive(failed('copying', 'partial')),
  },
  'ventoy-done': {
    answers: base,
    play: job({ state: 'done', report: ventoyReport('/dev/sdb'), log: [] }),
  },
} satisfies Record<string, Scene>;
