import { describe, expect, it } from 'vitest';
import { StickPlanSchema } from '../../../src-shared/plan';
import { compareVentoyVersions } from '../../../src-shared/ventoy-package';
import { MiB } from '../../../src-shared/units';
import { kingston, windows11 } from '../../dev/samples';
import {
  bootImages,
  damagedContents,
  release,
  ubuntu,
  ventoyContents,
  ventoyDrive,
} from '../../dev/ventoy-samples';
import { type SimulatedApi, simulateApi } from '../../dev/simulated-api';
import { type Answers, firstAnswers, namesToType, tickNeeded } from '../answers';
import { planOf, recipeOf } from '../plan';
import { createWizardStore } from '../store';
import {
  identityKey,
  openSteps,
  problemOf,
  stepsOf,
  withDrives,
  withFile,
  withImage,
} from '../wizard';
import { type VentoyAnswers, firstDiskWithWindows, firstVentoy } from './answers';
import {
  nameProblems,
  presentId,
  stickImages,
  withImageAdded,
  withImageName,
  withPresentName,
  withPresentRemoved,
  withoutImage,
} from './images';
import { menuConfig, menuFiles } from './menu';
import { previewOf } from './menu-preview';
import { needsOf } from './needs';
import { ventoyRoom } from './room';
import { withStick, withoutStick } from './stick';

const idle = { state: 'idle' } as const;

const withImages = (count: number): VentoyAnswers =>
  bootImages.slice(0, count).reduce((all, info) => withImageAdded(all, info), firstVentoy);

const answersWith = (ventoy: VentoyAnswers, drive = kingston): Answers => ({
  ...withDrives(firstAnswers, [drive]),
  kind: 'ventoy',
  ventoy,
});

const ready: VentoyAnswers = { ...withImages(3), package: release };
const onStick = withStick({ ...firstVentoy, package: release }, 'key', ventoyContents);

describe('the plan of a Ventoy stick', () => {
  it('is one that the engine accepts, and names the archive that was looked into', () => {
    const plan = planOf(answersWith(ready));
    expect(StickPlanSchema.parse(plan)).toEqual(plan);
    expect(plan).toMatchObject({
      kind: 'ventoy',
      install: { way: 'erase', package: { path: release.path, sha256: release.sha256 } },
      files: bootImages.slice(0, 3).map(({ path, name }) => ({ source: path, name })),
    });
  });

  it('is not there without a release, and needs none where only files change', () => {
    expect(planOf(answersWith({ ...ready, package: null }))).toBeNull();
    const plan = planOf(answersWith({ ...onStick, way: 'none', package: null }));
    expect(plan).toMatchObject({ install: { way: 'none' } });
  });

  it('removes and renames what is on the stick only while that is kept', () => {
    const removed = withPresentRemoved(onStick, 'Win10_22H2_German_x64.iso', true);
    const changed = withPresentName(removed, 'archlinux-2025.03.01-x86_64.iso', 'arch.iso');
    expect(recipeOf(answersWith(changed))).toMatchObject({
      remove: ['Win10_22H2_German_x64.iso'],
      rename: [{ from: 'archlinux-2025.03.01-x86_64.iso', to: 'arch.iso' }],
    });
    const afresh = recipeOf(answersWith({ ...changed, way: 'erase' }));
    expect(afresh).toMatchObject({ remove: [], rename: [] });
  });

  it('holds a Windows in a virtual disk once all of it is known', () => {
    const windows = { ...firstDiskWithWindows, image: windows11, edition: 5 };
    const disk: VentoyAnswers = { ...ready, fileSystem: 'ntfs', windows };
    expect(planOf(answersWith(disk))).toBeNull();
    const whole = { ...disk, windows: { ...windows, vhdBoot: '/a/ventoy_vhdboot.img' } };
    const plan = planOf(answersWith(whole));
    expect(StickPlanSchema.parse(plan)).toEqual(plan);
    expect(plan).toMatchObject({ windows: { name: 'Windows.vhdx', edition: { index: 5 } } });
  });
});

describe('steps', () => {
  it('are those of the kind, and an empty list of images is an answer', () => {
    const answers = answersWith(firstVentoy);
    expect(stepsOf(answers)).toContain('package');
    expect([...openSteps(answers, idle)]).toEqual(['drive', 'image', 'package']);
    expect(problemOf('package', answers, idle)).toBe('no-package');
    const open = openSteps(answersWith({ ...firstVentoy, package: release }), idle);
    expect([...open]).toEqual(['drive', 'image', 'package', 'space', 'menu', 'review']);
  });

  const windows = { ...firstDiskWithWindows, image: windows11, edition: 5 };
  const whole = { ...windows, vhdBoot: '/a/ventoy_vhdboot.img' };
  it.each<[Parameters<typeof problemOf>[0], string, VentoyAnswers]>([
    ['image', 'image-name', withImageName(ready, ubuntu.path, 'ubuntu.img')],
    ['package', 'stick-not-read', { ...ready, way: 'update' }],
    ['space', 'ventoy-label', { ...ready, label: 'a/b' }],
    ['space', 'ventoy-label-exfat', { ...ready, label: '' }],
    ['space', 'ventoy-label-exfat', { ...ready, label: 'MY STICK' }],
    ['space', 'ventoy-label-exfat', { ...ready, label: '-stick' }],
    ['space', 'persistence-size', { ...ready, persistence: { [ubuntu.path]: MiB } }],
    ['space', 'ventoy-too-full', { ...ready, persistence: { [ubuntu.path]: 60_000 * MiB } }],
    ['space', 'windows-image', { ...ready, fileSystem: 'ntfs', windows: firstDiskWithWindows }],
    ['space', 'windows-vhd-boot', { ...ready, fileSystem: 'ntfs', windows }],
    ['space', 'windows-file-system', { ...ready, windows: whole }],
    ['space', 'windows-size', { ...ready, fileSystem: 'ntfs', windows: { ...whole, bytes: MiB } }],
    [
      'menu',
      'menu-setting',
      { ...ready, menu: { ...ready.menu, settings: { VTOY_MENU_TIMEOUT: 'soon' } } },
    ],
    ['menu', 'nothing-to-do', { ...onStick, way: 'none' }],
  ])('%s says why it does not do yet: %s', (step, problem, ventoy) => {
    expect(problemOf(step, answersWith(ventoy), idle)).toBe(problem);
  });

  it('let NTFS have a label with a blank', () => {
    const named = answersWith({ ...ready, fileSystem: 'ntfs', label: 'MY STICK' });
    expect(problemOf('space', named, idle)).toBeNull();
  });

  it('refuse a virtual disk as the target, and stay where the kind can be changed', () => {
    const path = '/tmp/stick.vhdx';
    const checked = { path, exists: false, freeBytes: 200e9 };
    const file = { chosen: true, pathText: path, checked, sizeText: '32 GB' };
    const answers = withFile({ ...answersWith(ready), drives: [] }, file);
    expect(problemOf('image', answers, idle)).toBe('ventoy-vhdx');
    expect([...openSteps(answers, idle)]).toEqual(['drive', 'image']);
    const bare = { ...file, pathText: '/tmp/a.img', checked: { ...checked, path: '/tmp/a.img' } };
    expect(problemOf('image', withFile(answers, bare), idle)).toBeNull();
  });

  it('say that the images are too large for the smallest target', () => {
    const small = answersWith(ready, { ...kingston, sizeBytes: 8e9 });
    expect(problemOf('image', small, idle)).toBe('images-too-large');
  });

  it('keep what was answered about the other kind', () => {
    const store = createWizardStore(simulateApi({ answers: {}, errors: {}, silent: [] }));
    const answers = withImage(answersWith(ready), windows11);
    store.setState({ answers });
    store.getState().setKind('windows-to-go');
    expect(store.getState().answers).toMatchObject({ image: windows11, ventoy: ready });
    store.getState().setKind('ventoy');
    expect(store.getState().answers.ventoy).toEqual(ready);
  });
});

describe('confirming', () => {
  it('asks for the drive’s name only where it is erased', () => {
    const kept = answersWith(onStick, ventoyDrive);
    expect(namesToType(kept)).toEqual([]);
    expect(tickNeeded(kept)).toBe(true);
    expect(namesToType(answersWith({ ...onStick, way: 'erase' }, ventoyDrive))).toHaveLength(1);
  });
});

describe('names of images', () => {
  it('differ, whatever is dropped', () => {
    const other = { ...ubuntu, path: `/elsewhere/${ubuntu.name}` };
    const two = withImageAdded(withImages(1), other);
    expect(two.images.map(({ name }) => name)).toEqual([
      'ubuntu-24.04.1-desktop-amd64.iso',
      'ubuntu-24.04.1-desktop-amd64 (2).iso',
    ]);
    expect(withImageAdded(two, other)).toBe(two);
  });

  it.each([
    ['', 'empty'],
    ['ubuntu', 'kind'],
    ['ubuntu.img', 'kind'],
    ['what?.iso', 'character'],
    ['ventoy/ubuntu.iso', 'reserved'],
    [`${'a'.repeat(252)}.iso`, 'too-long'],
    ['DEBIAN-live-12.8.0-amd64-gnome.iso', 'taken'],
  ])('are refused: %j, %s', (name, problem) => {
    const problems = nameProblems(withImageName(ready, ubuntu.path, name));
    expect(problems.get(ubuntu.path)).toBe(problem);
  });

  it('may name folders', () => {
    expect(nameProblems(withImageName(ready, ubuntu.path, 'linux/ubuntu.iso')).size).toBe(0);
  });
});

describe('what is on the stick', () => {
  it('is renewed where the release is newer', () => {
    expect(onStick.way).toBe('update');
    expect(stickImages(onStick)).toHaveLength(3);
    const older = { ...firstVentoy, package: { ...release, version: '1.0.99' } };
    expect(withStick(older, 'key', ventoyContents).way).toBe('none');
  });

  it('can only be renewed or erased when it is damaged', () => {
    expect(withStick(firstVentoy, 'key', damagedContents).way).toBe('update');
  });

  it('is forgotten with its drive, and what was answered about it', () => {
    const key = identityKey(ventoyDrive);
    const answers = answersWith(
      { ...onStick, stick: { key, contents: ventoyContents } },
      ventoyDrive,
    );
    const menu = {
      ...answers.ventoy.menu,
      defaultImage: presentId('archlinux-2025.03.01-x86_64.iso'),
    };
    const marked = { ...answers, ventoy: { ...answers.ventoy, menu } };
    const other = withDrives(marked, [kingston, { ...kingston, path: '/dev/sdz' }]);
    expect(other.ventoy).toMatchObject({ stick: null, way: 'erase', removed: [] });
    expect(other.ventoy.menu.defaultImage).toBeUndefined();
    expect(menuConfig(other.ventoy).after).toEqual({});
    expect(withoutStick(firstVentoy)).toBe(firstVentoy);
  });

  it('counts as space that is taken, but for what is removed', () => {
    const before = ventoyRoom(onStick, kingston.sizeBytes);
    const removed = withPresentRemoved(onStick, 'Win10_22H2_German_x64.iso', true);
    const after = ventoyRoom(removed, kingston.sizeBytes);
    expect((after?.freeBytes ?? 0) - (before?.freeBytes ?? 0)).toBe(6_140_000_000);
  });
});

describe('the menu', () => {
  const stored = `md5#salt#${'0'.repeat(32)}`;
  const menu: VentoyAnswers['menu'] = {
    ...ready.menu,
    aliases: { [ubuntu.path]: 'Workshop' },
    defaultImage: ubuntu.path,
    settings: { VTOY_MENU_TIMEOUT: '10' },
    templates: { [ubuntu.path]: ['/a/user-data', '/b/user-data'] },
    injections: { [ubuntu.path]: '/a/drivers.7z' },
    replacements: { [ubuntu.path]: [{ inImage: '/boot/grub/grub.cfg', source: '/a/grub.cfg' }] },
    password: stored,
  };
  const told = { ...ready, menu };

  it('names files on the stick, each under a name of its own', () => {
    const path = `/${ubuntu.name}`;
    expect(menuConfig(told).after).toEqual({
      control: [{ VTOY_DEFAULT_IMAGE: path }, { VTOY_MENU_TIMEOUT: '10' }],
      menu_alias: [{ image: path, alias: 'Workshop' }],
      auto_install: [
        { image: path, template: ['/ventoy/templates/user-data', '/ventoy/templates/2-user-data'] },
      ],
      injection: [{ image: path, archive: '/ventoy/injection/drivers.7z' }],
      conf_replace: [
        { iso: path, org: '/boot/grub/grub.cfg', new: '/ventoy/replacement/grub.cfg' },
      ],
      password: { bootpwd: stored },
    });
    const names = menuFiles(told).map(({ name }) => name);
    expect(new Set(names).size).toBe(4);
    const copied = recipeOf(answersWith(told));
    expect(copied?.kind === 'ventoy' && copied.files.map(({ name }) => name)).toEqual([
      ...ready.images.map(({ name }) => name),
      ...names,
    ]);
  });

  it('follows an image that is renamed, and forgets one that is removed', () => {
    const renamed = withImageName(told, ubuntu.path, 'u.iso');
    expect(menuConfig(renamed).after).toMatchObject({ menu_alias: [{ image: '/u.iso' }] });
    expect(menuConfig(withoutImage(told, ubuntu.path)).after).toEqual({
      control: [{ VTOY_MENU_TIMEOUT: '10' }],
      password: { bootpwd: stored },
    });
  });

  it('is shown as Ventoy lists it, with what it asks and what it leaves out', () => {
    const wim = { ...ubuntu, path: '/a.wim', name: 'a.wim', kind: 'wim' as const };
    const kept = { ...told, persistence: { [ubuntu.path]: 128 * MiB } };
    const preview = previewOf(withImageAdded(kept, wim), 'uefi');
    expect(preview.default).toEqual({ kind: 'image', path: `/${ubuntu.name}` });
    expect(preview).toMatchObject({ locked: true, timeoutSeconds: 10 });
    expect(preview.entries.map(({ label }) => label)).toContain('Workshop');
    expect(preview.hidden).toEqual([{ path: '/a.wim', reason: 'needs-wimboot' }]);
    const shown = preview.entries.find(({ label }) => label === 'Workshop');
    expect(shown).toMatchObject({ persistence: { asks: true }, autoInstall: { asks: true } });
  });

  it('is refused with a name for which Ventoy would pass over the whole file', () => {
    const quoted = { ...told, menu: { ...menu, aliases: { [ubuntu.path]: 'My "best" one' } } };
    expect(menuConfig(told)).toMatchObject({ problems: [], isUsable: true });
    expect(menuConfig(quoted).problems.map(({ code }) => code)).toContain('quotation-mark');
    expect(problemOf('menu', answersWith(quoted), idle)).toBe('menu-config');
  });
});

it('What a mix needs names the images that start with one firmware only.', () => {
  expect(needsOf(withImages(6)).map(({ code }) => code)).toEqual([
    'secure-boot-enrolment',
    'bios-only',
  ]);
});

it('Versions are compared by their numbers.', () => {
  expect(compareVentoyVersions('1.1.05', '1.1.17')).toBeLessThan(0);
  expect(compareVentoyVersions('1.1.9', '1.1.10')).toBeLessThan(0);
  expect(compareVentoyVersions('1.1.17', '1.1.17')).toBe(0);
});

describe('asking the program', () => {
  const wizard = (
    change: Partial<Parameters<typeof simulateApi>[0]> = {},
  ): { api: SimulatedApi; store: ReturnType<typeof createWizardStore> } => {
    const api = simulateApi({
      answers: {
        'drives:list': [{ drive: ventoyDrive, reasons: [] }],
        'ventoy:inspect-image': (path) =>
          bootImages.find((image) => image.path === path) ?? { ...ubuntu, path },
        'ventoy:inspect-package': release,
        'ventoy:packages': [],
        'ventoy:read-stick': ventoyContents,
        'ventoy:password-hash': 'md5#salt#hash',
      },
      errors: {},
      silent: [],
      ...change,
    });
    const store = createWizardStore(api);
    store.setState({ answers: answersWith(firstVentoy, ventoyDrive) });
    return { api, store };
  };

  it('keeps no password but in the form that the file has', async () => {
    const { store } = wizard();
    expect(await store.getState().setMenuPassword('open sesame')).toBe(true);
    expect(store.getState().answers.ventoy.menu.password).toBe('md5#salt#hash');
    expect(JSON.stringify(store.getState())).not.toContain('open sesame');
  });

  it('shows a file that can’t be used, without losing the others', async () => {
    const { store } = wizard({
      errors: { 'ventoy:inspect-image': { code: 'image/unreadable', params: {} } },
    });
    store.setState({ answers: answersWith(withImages(2), ventoyDrive) });
    await store.getState().addImages(['/bad.iso']);
    expect(store.getState().filesToAdd.map(({ path }) => path)).toEqual(['/bad.iso']);
    expect(store.getState().answers.ventoy.images).toHaveLength(2);
    store.getState().dismissFile('/bad.iso');
    expect(store.getState().filesToAdd).toEqual([]);
  });

  it('reads the one drive that is ticked, and only that', async () => {
    const { store } = wizard();
    const reading = store.getState().readStick(ventoyDrive, false);
    store.setState({ answers: answersWith(firstVentoy, kingston) });
    store.getState().toggleDrive(kingston);
    await reading;
    expect(store.getState().answers.ventoy.stick).toBeNull();
    const again = wizard();
    await again.store.getState().readStick(ventoyDrive, false);
    expect(again.store.getState().answers.ventoy.stick?.key).toBe(identityKey(ventoyDrive));
  });

  it('takes a recipe’s answers over', async () => {
    const made: VentoyAnswers = {
      ...ready,
      scheme: 'gpt',
      reserveBytes: 64 * MiB,
      checksums: true,
      persistence: { [ubuntu.path]: 128 * MiB },
      menu: {
        ...ready.menu,
        aliases: { [ubuntu.path]: 'Workshop' },
        templates: { [ubuntu.path]: ['/a/user-data'] },
      },
      extra: {
        files: [{ source: '/a/theme.txt', name: 'ventoy/theme.txt', sha256: null }],
        config: { theme: { file: '/ventoy/theme.txt' } },
        configReplaces: true,
      },
    };
    const recipe = recipeOf(answersWith(made));
    if (recipe?.kind !== 'ventoy') throw new Error('it is about Ventoy');
    const { store } = wizard();
    await store.getState().openVentoyRecipe(recipe);
    expect(recipeOf(store.getState().answers)).toEqual(recipe);
  });
});
