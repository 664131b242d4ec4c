import { type Drive, identityOf } from '../../../src-shared/drive';
import { type BootImage, bootImageKind } from '../../../src-shared/boot-image';
import type { StickErrorData } from '../../../src-shared/errors';
import type { EventOf, VentoyFilePurpose, WindowApi } from '../../../src-shared/ipc';
import type { StickPlan } from '../../../src-shared/plan';
import { compareVentoyVersions, type KeptVentoyPackage } from '../../../src-shared/ventoy-package';
import type { VentoyRecipe } from '../../../src-shared/ventoy-recipe';
import { type Answers, pastedHash, usualEdition } from '../answers';
import { ask } from '../ask';
import type { Loadable } from '../loadable';
import type { Asking } from '../store';
import { identityKey, unconfirmed } from '../wizard';
import type { ActionTools } from '../yours-actions';
import {
  type DiskWithWindows,
  type MenuAnswers,
  type Replacement,
  type VentoyAnswers,
  firstDiskWithWindows,
  firstVentoy,
  foundVentoy,
} from './answers';
import {
  stickImages,
  withImageAdded,
  withImageName,
  withPresentName,
  withPresentRemoved,
  without,
  withoutImage,
} from './images';
import { menuFiles } from './menu';
import { menuFrom } from './menu-from-recipe';
import { usualWay, withStick } from './stick';

/** A file that is being looked into, or that can’t be used. */
export interface FileToAdd {
  path: string;
  error: StickErrorData | null;
}

export type Download =
  | { state: 'idle' }
  | { state: 'running'; progress: EventOf<'ventoy:download-progress'> | null }
  | { state: 'failed'; error: StickErrorData };

/** What the window remembers about Ventoy besides the answers. */
export interface VentoyState {
  filesToAdd: readonly FileToAdd[];
  packagePath: string;
  packageHash: string;
  lookingAtPackage: Asking;
  keptPackages: Loadable<KeptVentoyPackage[]>;
  downloadUrl: string;
  download: Download;
  readingStick: Asking;
  lookingAtWindows: Asking;
}

export const firstVentoyState: VentoyState = {
  filesToAdd: [],
  packagePath: '',
  packageHash: '',
  lookingAtPackage: { state: 'idle' },
  keptPackages: { state: 'loading', last: null },
  downloadUrl: '',
  download: { state: 'idle' },
  readingStick: { state: 'idle' },
  lookingAtWindows: { state: 'idle' },
};

type InstallAnswer =
  'way' | 'scheme' | 'secureBoot' | 'fileSystem' | 'label' | 'reserveBytes' | 'checksums';

/** What a person does about a Ventoy stick. */
export interface VentoyActions {
  setKind(kind: StickPlan['kind']): void;

  addImages(paths: readonly string[]): Promise<void>;
  chooseImages(): Promise<void>;
  dismissFile(path: string): void;
  removeImage(id: string): void;
  renameImage(id: string, name: string): void;
  removePresent(path: string, removed: boolean): void;
  renamePresent(path: string, name: string): void;

  /** Mounted file systems are unmounted only when the person asked for it. */
  readStick(drive: Drive, unmount: boolean): Promise<void>;

  setPackagePath(path: string): void;
  setPackageHash(text: string): void;
  choosePackage(): Promise<void>;
  lookAtPackage(path: string): Promise<void>;
  loadPackages(): Promise<void>;
  forgetPackage(version: string): Promise<void>;
  setDownloadUrl(url: string): void;
  downloadPackage(): Promise<void>;
  cancelDownload(): Promise<void>;

  changeInstall(change: Partial<Pick<VentoyAnswers, InstallAnswer>>): void;
  setPersistence(id: string, bytes: number | null): void;

  setWithWindows(wanted: boolean): void;
  changeDisk(change: Partial<Pick<DiskWithWindows, 'edition' | 'bytes' | 'name'>>): void;
  chooseWindowsImage(): Promise<void>;
  lookAtWindows(path: string): Promise<void>;
  chooseVhdBoot(): Promise<void>;

  changeMenu(change: Partial<MenuAnswers>): void;
  setAlias(id: string, alias: string): void;
  /** Null: as Ventoy has it. */
  setSetting(name: string, value: string | null): void;
  addTemplate(id: string): Promise<void>;
  removeTemplate(id: string, source: string): void;
  chooseInjection(id: string): Promise<void>;
  removeInjection(id: string): void;
  addReplacement(id: string): Promise<void>;
  changeReplacement(id: string, index: number, inImage: string): void;
  removeReplacement(id: string, index: number): void;
  /** Keeps only the form that `ventoy.json` has. True when it was taken. */
  setMenuPassword(clear: string): Promise<boolean>;

  openVentoyRecipe(recipe: VentoyRecipe): Promise<void>;
}

export function ventoyActions(
  api: WindowApi,
  { get, set, answer, askOrTell }: ActionTools,
): VentoyActions {
  let packageLook = 0;
  let windowsLook = 0;

  const take = (ventoy: VentoyAnswers): void => {
    answer(unconfirmed({ ...get().answers, ventoy }));
  };
  const change = (part: Partial<VentoyAnswers>): void => {
    take({ ...get().answers.ventoy, ...part });
  };
  const changeMenu = (part: Partial<MenuAnswers>): void => {
    change({ menu: { ...get().answers.ventoy.menu, ...part } });
  };
  const ventoy = (): VentoyAnswers => get().answers.ventoy;

  const chooseFile = async (purpose: VentoyFilePurpose): Promise<string | null> => {
    const reply = await askOrTell('choose:ventoy-file', purpose);
    return reply.ok ? reply.value : null;
  };

  const withPackage = (archive: VentoyAnswers['package']): void => {
    const found = foundVentoy(ventoy());
    const { way } = ventoy();
    const settles = found !== null && (way === 'update' || way === 'none');
    change({
      package: archive,
      way: settles ? usualWay({ ...ventoy(), package: archive }, found.layout.version) : way,
    });
  };

  const inspectImage = async (path: string): Promise<BootImage | null> => {
    const others = get().filesToAdd.filter((file) => file.path !== path);
    set({ filesToAdd: [...others, { path, error: null }] });
    const reply = await ask(api, 'ventoy:inspect-image', path);
    const rest = get().filesToAdd;
    set({
      filesToAdd: reply.ok
        ? rest.filter((file) => file.path !== path)
        : rest.map((file) => (file.path === path ? { path, error: reply.error } : file)),
    });
    return reply.ok ? reply.value : null;
  };

  const actions: VentoyActions = {
    setKind(kind) {
      answer(unconfirmed({ ...get().answers, kind }));
    },

    async addImages(paths) {
      // One after the other, so that the list is in their order and the disk reads one at a time.
      for (const path of paths) {
        const info = await inspectImage(path);
        if (info !== null) take(withImageAdded(ventoy(), info));
      }
    },
    async chooseImages() {
      const reply = await askOrTell('choose:images', null);
      if (reply.ok) await actions.addImages(reply.value);
    },
    dismissFile(path) {
      set({ filesToAdd: get().filesToAdd.filter((file) => file.path !== path) });
    },
    removeImage(id) {
      take(withoutImage(ventoy(), id));
    },
    renameImage(id, name) {
      take(withImageName(ventoy(), id, name));
    },
    removePresent(path, removed) {
      take(withPresentRemoved(ventoy(), path, removed));
    },
    renamePresent(path, name) {
      take(withPresentName(ventoy(), path, name));
    },

    async readStick(drive, unmount) {
      set({ readingStick: { state: 'asking' } });
      const key = identityKey(drive);
      const reply = await ask(api, 'ventoy:read-stick', {
        identity: identityOf(drive),
        unmount,
      });
      const [ticked, ...more] = get().answers.drives;
      const isStill = ticked !== undefined && more.length === 0 && identityKey(ticked) === key;
      set({
        readingStick:
          reply.ok || !isStill ? { state: 'idle' } : { state: 'failed', error: reply.error },
      });
      if (reply.ok && isStill) take(withStick(ventoy(), key, reply.value));
    },

    setPackagePath(path) {
      set({ packagePath: path, lookingAtPackage: { state: 'idle' } });
      if (ventoy().package !== null && ventoy().package?.path !== path) withPackage(null);
    },
    setPackageHash(text) {
      set({ packageHash: text });
    },
    async choosePackage() {
      const reply = await askOrTell('choose:ventoy-package', null);
      if (reply.ok && reply.value !== null) await actions.lookAtPackage(reply.value);
    },
    async lookAtPackage(path) {
      packageLook += 1;
      const mine = packageLook;
      set({ packagePath: path, lookingAtPackage: { state: 'asking' } });
      withPackage(null);
      const sha256 = pastedHash(get().packageHash);
      const reply = await ask(api, 'ventoy:inspect-package', { path, sha256 });
      if (mine !== packageLook || get().packagePath !== path) return;
      if (!reply.ok) {
        set({ lookingAtPackage: { state: 'failed', error: reply.error } });
        return;
      }
      set({ lookingAtPackage: { state: 'idle' }, packagePath: reply.value.path });
      withPackage(reply.value);
      await actions.loadPackages();
    },
    async loadPackages() {
      const { keptPackages } = get();
      const last = keptPackages.state === 'ready' ? keptPackages.value : null;
      set({ keptPackages: { state: 'loading', last } });
      const reply = await ask(api, 'ventoy:packages', null);
      set({
        keptPackages: reply.ok
          ? { state: 'ready', value: newestFirst(reply.value) }
          : { state: 'failed', error: reply.error },
      });
    },
    async forgetPackage(version) {
      const kept = get().keptPackages;
      const reply = await askOrTell('ventoy:forget', version);
      if (!reply.ok) return;
      set({ keptPackages: { state: 'ready', value: newestFirst(reply.value) } });
      const paths = kept.state === 'ready' ? kept.value : [];
      const forgotten = paths.find((archive) => archive.version === version);
      // A copy that is gone can’t be installed from.
      if (forgotten !== undefined && forgotten.path === ventoy().package?.path) {
        set({ packagePath: '' });
        withPackage(null);
      }
    },
    setDownloadUrl(url) {
      const { download } = get();
      set({
        downloadUrl: url,
        ...(download.state === 'failed' && { download: { state: 'idle' } }),
      });
    },
    async downloadPackage() {
      const { downloadUrl, packageHash, download } = get();
      if (download.state === 'running' || downloadUrl.trim() === '') return;
      set({ download: { state: 'running', progress: null } });
      const reply = await ask(api, 'ventoy:download', {
        url: downloadUrl.trim(),
        sha256: pastedHash(packageHash),
      });
      if (!reply.ok) {
        const stopped = reply.error.code === 'cancelled';
        set({ download: stopped ? { state: 'idle' } : { state: 'failed', error: reply.error } });
        return;
      }
      packageLook += 1;
      set({
        download: { state: 'idle' },
        packagePath: reply.value.path,
        lookingAtPackage: { state: 'idle' },
      });
      withPackage(reply.value);
      await actions.loadPackages();
    },
    async cancelDownload() {
      await askOrTell('ventoy:download-cancel', null);
    },

    changeInstall(part) {
      change(part);
    },
    setPersistence(id, bytes) {
      const { persistence } = ventoy();
      change({
        persistence: bytes === null ? without(persistence, id) : { ...persistence, [id]: bytes },
      });
    },

    setWithWindows(wanted) {
      windowsLook += 1;
      set({ lookingAtWindows: { state: 'idle' } });
      change(
        wanted
          ? { windows: firstDiskWithWindows, fileSystem: 'ntfs' }
          : { windows: null, fileSystem: firstVentoy.fileSystem },
      );
    },
    changeDisk(part) {
      const { windows } = ventoy();
      if (windows !== null) change({ windows: { ...windows, ...part } });
    },
    async chooseWindowsImage() {
      const reply = await askOrTell('choose:image', null);
      if (reply.ok && reply.value !== null) await actions.lookAtWindows(reply.value);
    },
    async lookAtWindows(path) {
      windowsLook += 1;
      const mine = windowsLook;
      set({ lookingAtWindows: { state: 'asking' } });
      const reply = await ask(api, 'image:inspect', path);
      const { windows } = ventoy();
      if (mine !== windowsLook || windows === null) return;
      if (!reply.ok) {
        set({ lookingAtWindows: { state: 'failed', error: reply.error } });
        return;
      }
      set({ lookingAtWindows: { state: 'idle' } });
      change({ windows: { ...windows, image: reply.value, edition: usualEdition(reply.value) } });
    },
    async chooseVhdBoot() {
      const path = await chooseFile('vhd-boot');
      const { windows } = ventoy();
      if (path !== null && windows !== null) change({ windows: { ...windows, vhdBoot: path } });
    },

    changeMenu,
    setAlias(id, alias) {
      const { aliases } = ventoy().menu;
      changeMenu({ aliases: { ...aliases, [id]: alias } });
    },
    setSetting(name, value) {
      const { settings } = ventoy().menu;
      changeMenu({ settings: { ...settings, [name]: value } });
    },
    async addTemplate(id) {
      const source = await chooseFile('template');
      if (source === null) return;
      const { templates } = ventoy().menu;
      const others = (templates[id] ?? []).filter((other) => other !== source);
      changeMenu({ templates: { ...templates, [id]: [...others, source] } });
    },
    removeTemplate(id, source) {
      const { templates } = ventoy().menu;
      const others = (templates[id] ?? []).filter((other) => other !== source);
      changeMenu({ templates: { ...templates, [id]: others } });
    },
    async chooseInjection(id) {
      const source = await chooseFile('injection');
      if (source === null) return;
      changeMenu({ injections: { ...ventoy().menu.injections, [id]: source } });
    },
    removeInjection(id) {
      changeMenu({ injections: without(ventoy().menu.injections, id) });
    },
    async addReplacement(id) {
      const source = await chooseFile('replacement');
      if (source === null) return;
      changeReplacements(id, (list) => [...list, { inImage: '', source }]);
    },
    changeReplacement(id, index, inImage) {
      changeReplacements(id, (list) =>
        list.map((one, at) => (at === index ? { ...one, inImage } : one)),
      );
    },
    removeReplacement(id, index) {
      changeReplacements(id, (list) => list.filter((_, at) => at !== index));
    },
    async setMenuPassword(clear) {
      const reply = await askOrTell('ventoy:password-hash', clear);
      if (reply.ok) changeMenu({ password: reply.value });
      return reply.ok;
    },

    async openVentoyRecipe(recipe) {
      const { answers } = get();
      answer(unconfirmed({ ...answers, kind: 'ventoy', ventoy: withRecipe(answers, recipe) }));
      if (recipe.install.way !== 'none') {
        set({ packageHash: recipe.install.package.sha256 ?? '' });
        await actions.lookAtPackage(recipe.install.package.path);
      }
      for (const { source, name, sha256 } of recipe.files.filter(isImageFile)) {
        const info = await inspectImage(source);
        if (info !== null) take(withImageAdded(ventoy(), info, { name, sha256 }));
      }
      if (recipe.windows !== null) await actions.lookAtWindows(recipe.windows.image.path);
      const images = stickImages(ventoy());
      const persistence = recipe.persistence.flatMap(({ image, bytes }) => {
        const id = images.find(({ name }) => name === image)?.id;
        return id === undefined ? [] : [[id, bytes] as const];
      });
      const others = recipe.files.filter((file) => !isImageFile(file));
      const { menu, rest } = menuFrom(recipe.config, images, others);
      change({ persistence: Object.fromEntries(persistence), menu });
      const named = new Set(menuFiles(ventoy()).map(({ source }) => source));
      const files = others.filter(({ source }) => !named.has(source));
      change({ extra: { files, config: rest, configReplaces: recipe.configReplaces } });
      if (recipe.windows !== null) actions.changeDisk({ edition: recipe.windows.edition.index });
    },
  };

  const changeReplacements = (
    id: string,
    edit: (list: readonly Replacement[]) => readonly Replacement[],
  ): void => {
    const { replacements } = ventoy().menu;
    changeMenu({ replacements: { ...replacements, [id]: edit(replacements[id] ?? []) } });
  };

  return actions;
}

/** An image for the menu, rather than a file that `ventoy.json` names. */
function isImageFile({ name }: VentoyRecipe['files'][number]): boolean {
  return bootImageKind(name) !== null && !name.startsWith('ventoy/');
}

function newestFirst(packages: readonly KeptVentoyPackage[]): KeptVentoyPackage[] {
  return [...packages].sort((one, other) => compareVentoyVersions(other.version, one.version));
}

/** The answers that a recipe gives at once; its files are looked into after that. */
function withRecipe({ ventoy }: Answers, recipe: VentoyRecipe): VentoyAnswers {
  const { install, windows, checksums } = recipe;
  const disk: DiskWithWindows | null =
    windows === null
      ? null
      : {
          ...firstDiskWithWindows,
          bytes: windows.bytes,
          name: windows.name.replace(/\.vhdx$/i, ''),
          vhdBoot: windows.vhdBoot,
        };
  const fresh: VentoyAnswers = { ...firstVentoy, stick: ventoy.stick, checksums, windows: disk };
  if (install.way === 'none') return { ...fresh, way: 'none' };
  if (install.way !== 'erase') {
    return { ...fresh, way: install.way, secureBoot: install.secureBoot ?? true };
  }
  const { way, scheme, secureBoot, reserveBytes, fileSystem, label } = install;
  return { ...fresh, way, scheme, secureBoot, reserveBytes, fileSystem, label };
}
