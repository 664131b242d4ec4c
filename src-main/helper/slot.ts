import { StickError, stickError, toStickError, type StickState } from '../../src-shared/errors';
import type { Phase } from '../../src-shared/job';
import { SECTOR, alignDown, alignUp } from '../../src-shared/units';
import { CHUNK_BYTES, type BlockMap, type ByteRange } from '../disk/extent';
import { sectorCipher, type Aes, type SectorCipher } from '../guest/bitlocker';
import type { Serviced } from '../host';
import { alignedBuffers } from './aligned';
import type { ContainerSeed } from './container-seed-message';
import { stopIfCancelled } from './cancel';
import type { ChunkSupply } from './chunk-supply';
import { testDrive } from './drive-test';
import { fastAes } from './fast-aes';
import type { EncryptedVolume } from './encrypted-volume';
import type { LentDrives } from './lent-drives';
import type { MapStore } from './map-store';
import type { MountedRange } from './mounted-range';
import type { OpenedTarget, WholeDisk } from './opened-target';
import { eraseTables, liesInTableArea } from './partition-tables';
import type { DiskInHand, HelperPlatform, LentRange, ProtectedVolume } from './platform';
import {
  PENDING_LIMIT,
  type EncryptionMessage,
  type HelperReply,
  type HelperRequest,
  type WriteMessage,
} from './protocol';
import { bootPartsOf, rewriteParts, type Rewritten } from './rewriter';
import { unpackWindowsVolume } from './windows-volume-message';
import { WRITER_BUFFERS, writeStick } from './writer';

/** What is told of the whole where only a share of it is known. */
const SHARE_STEPS = 1_000_000;
/** Milliseconds between two progress messages. */
const PROGRESS_EVERY_MS = 100;

/** What all targets of a helper have in common. */
export interface SlotOptions {
  platform: HelperPlatform;
  reply: (reply: HelperReply, bytes?: Buffer) => void;
  /** Settles when the program has read most of what it was told. */
  drained: () => Promise<void>;
  maps: MapStore;
  supply: ChunkSupply;
  lentDrives: LentDrives;
}

type WritableTarget = Extract<OpenedTarget, { access: 'writing' }>;
export type SlotRequest = Extract<HelperRequest, { slot: number }>;

/** One target, opened once, and what is asked of it. Requests are done one after the other. */
export class Slot {
  private opened: OpenedTarget | null = null;
  private state: StickState = 'untouched';
  /** A part of the target is a file that was taken over. */
  private hasAdopted = false;
  /** What may be rewritten, as it was found before anything was. */
  private parts: readonly ByteRange[] | null = null;
  private lent: LentRange | null = null;
  private mounted: MountedRange | null = null;
  private protectedVolume: ProtectedVolume | null = null;
  /** Also of a target that was let go and could not be taken back. */
  private releaseOpened: (() => Promise<void>) | null = null;
  /** Those that have no answer yet, by their id. */
  private readonly underWay = new Map<number, AbortController>();
  private last: Promise<void> = Promise.resolve();
  private ownBuffers: readonly Buffer[] | null = null;

  constructor(
    private readonly number: number,
    private readonly options: SlotOptions,
  ) {}

  /** Takes a request. Throws `helper/protocol` for one too many or a number in use; the caller must end then. */
  take(request: SlotRequest, bytes: Buffer): void {
    if (request.say === 'close') this.cancelAll();
    this.enqueue(request.id, (signal) => this.carryOut(request, bytes, signal));
  }

  cancel(id: number): void {
    this.underWay.get(id)?.abort();
  }

  /** Stops what is under way and releases the target. */
  async end(): Promise<void> {
    this.cancelAll();
    await this.last;
    await this.release();
  }

  private cancelAll(): void {
    for (const request of this.underWay.values()) request.abort();
  }

  private enqueue(id: number, work: (signal: AbortSignal) => Promise<unknown>): void {
    if (this.underWay.size >= PENDING_LIMIT) throw protocolError('too many requests at once');
    if (this.underWay.has(id)) throw protocolError('two requests of one number');
    const request = new AbortController();
    this.underWay.set(id, request);
    this.last = this.last.then(async () => {
      try {
        const value = await work(request.signal);
        if (Buffer.isBuffer(value)) {
          this.options.reply({ say: 'done', id, value: null, bytes: value.length }, value);
        } else {
          this.options.reply({ say: 'done', id, value, bytes: 0 });
        }
      } catch (error) {
        const failure = toStickError(error).withStick(this.state);
        this.options.reply({ say: 'failed', id, error: failure.toData() });
      } finally {
        this.underWay.delete(id);
      }
      // Answers that nobody reads must not pile up.
      await this.options.drained();
    });
  }

  private carryOut(request: SlotRequest, bytes: Buffer, signal: AbortSignal): Promise<unknown> {
    switch (request.say) {
      case 'open':
        return this.open(request, signal);
      case 'read':
        return this.read(request, signal);
      case 'write':
        return this.write(request, bytes, signal);
      case 'rewrite':
        return this.rewrite(request, signal);
      case 'adopt':
        return this.adopt(request, signal);
      case 'lend':
        return this.lend(request, signal);
      case 'protect-volume':
        return this.protectVolume(request, bytes, signal);
      case 'encrypt-volume':
        return this.encryptVolume(request, signal);
      case 'give-back':
        return this.giveBack();
      case 'test':
        return this.test(request.id, signal);
      case 'run-ventoy':
        return this.runVentoy(request, signal);
      case 'mount':
        return this.mount(request, signal);
      case 'unmount':
        return this.unmount();
      case 'build-windows':
        return this.buildWindows(request, bytes, signal);
      case 'list-image':
        stopIfCancelled(signal);
        return this.options.platform.listImageFolders(request.image, signal);
      case 'make-container-seed':
        return this.makeContainerSeed(request.seed, signal);
      case 'read-contents':
        stopIfCancelled(signal);
        return this.options.platform.readWindowsContents(request.image, signal);
      case 'close':
        return this.release();
    }
  }

  private async open(request: Extract<SlotRequest, { say: 'open' }>, signal: AbortSignal) {
    this.refuseOpen();
    this.state = 'untouched';
    stopIfCancelled(signal);
    const opened = await this.options.platform.openTarget(request, signal);
    if (signal.aborted) {
      await opened.medium.close();
      await opened.release();
      throw stickError('cancelled', {});
    }
    this.opened = opened;
    this.hasAdopted = false;
    this.parts = null;
    this.releaseOpened = opened.release;
    return { sizeBytes: opened.medium.sizeBytes };
  }

  private async read(
    { offset, length }: Extract<SlotRequest, { say: 'read' }>,
    signal: AbortSignal,
  ) {
    const { medium } = this.target();
    stopIfCancelled(signal);
    if (offset + length > medium.sizeBytes) throw protocolError('reading past the end');
    const start = alignDown(offset, SECTOR);
    const end = Math.min(alignUp(offset + length, SECTOR), medium.sizeBytes);
    const sectors = this.firstBuffer().subarray(0, end - start);
    await medium.read(sectors, start);
    // A copy: the buffer is filled anew while this answer may still be on its way.
    return Buffer.from(sectors.subarray(offset - start, offset - start + length));
  }

  private async adopt(
    { source, offset }: Extract<SlotRequest, { say: 'adopt' }>,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { medium } = this.writable();
    stopIfCancelled(signal);
    // Opened for its checks only: whose file it is, and that it is no link.
    await (await this.options.platform.openSource(source)).close();
    const isAdopted = await medium.adopt(source.path, offset, signal);
    this.hasAdopted ||= isAdopted;
    return isAdopted;
  }

  private async write(request: WriteMessage, bytes: Buffer, signal: AbortSignal) {
    const { medium, deviceNumbers } = this.writable();
    const { resume, encryption } = request;
    const maps = request.maps.map((map) => this.options.maps.get(map));
    const tablesEnd = request.headBytes + request.tailBytes;
    const head = bytes.subarray(0, request.headBytes);
    const tail = bytes.subarray(request.headBytes, tablesEnd);
    const volume = await this.takeVolume(encryption, bytes.subarray(tablesEnd));
    const feed = await this.options.supply.join(maps, !resume);
    try {
      await this.refuseOwnContent(maps, medium.path, deviceNumbers);
      return await writeStick(
        medium,
        { maps, head, tail, resume, ...(volume ? { encryption: volume } : {}) },
        { feed, buffers: this.buffers(), state: this.state },
        { signal, onProgress: this.progress(request.id), onStick: this.tellStick },
      );
    } finally {
      await feed.leave();
    }
  }

  private async rewrite(
    request: Extract<SlotRequest, { say: 'rewrite' }>,
    signal: AbortSignal,
  ): Promise<Rewritten> {
    const { medium, deviceNumbers } = this.writable();
    stopIfCancelled(signal);
    const maps = request.maps.map((map) => this.options.maps.get(map));
    await this.refuseOwnContent(maps, medium.path, deviceNumbers);
    this.parts ??= await bootPartsOf(medium, this.firstBuffer());
    const feed = await this.options.supply.join(maps, true);
    try {
      return await rewriteParts(
        medium,
        { maps, parts: this.parts },
        { feed, buffers: this.buffers(), state: this.state },
        { signal, onProgress: this.progress(request.id), onStick: this.tellStick },
      );
    } finally {
      await feed.leave();
    }
  }

  /** Makes the cipher of a key, and erases the key. */
  private async takeVolume(
    message: EncryptionMessage | undefined,
    key: Buffer,
  ): Promise<EncryptedVolume | null> {
    try {
      if (!message) {
        if (key.length > 0) throw protocolError('a key and nothing to encrypt');
        return null;
      }
      if (this.hasAdopted) throw protocolError('what was taken over can’t be encrypted');
      const maps = message.maps.map((map) => this.options.maps.get(map));
      return { ...message, maps, cipher: cipherOf(message.cipher, key, await fastAes()) };
    } finally {
      key.fill(0);
    }
  }

  private async lend(
    { offset, length }: Extract<SlotRequest, { say: 'lend' }>,
    signal: AbortSignal,
  ) {
    const drive = this.drive();
    const { medium, disk } = drive;
    const isSectors = offset % SECTOR === 0 && length % SECTOR === 0 && length > 0;
    const isFree = !liesInTableArea({ targetOffset: offset, length }, medium.sizeBytes);
    if (!disk || !isSectors || !isFree) {
      throw protocolError('a range that can’t be lent');
    }
    stopIfCancelled(signal);
    const inHand = this.inHand(drive, disk);
    const { platform, lentDrives } = this.options;
    this.lent = await platform.lend(inHand, { offset, length }, signal);
    lentDrives.add(this.lent.path);
    return { path: this.lent.path };
  }

  private async giveBack(): Promise<null> {
    const { lent, protectedVolume } = this;
    if (lent) {
      await this.options.lentDrives.remove(lent.path);
      await lent.takeBack();
      this.lent = null;
    }
    if (protectedVolume) {
      await protectedVolume.takeBack();
      this.protectedVolume = null;
    }
    return null;
  }

  /** Only of a drive that this slot has written, and where that is finished. */
  private async protectVolume(
    { offset, length, passwordBytes }: Extract<SlotRequest, { say: 'protect-volume' }>,
    bytes: Buffer,
    signal: AbortSignal,
  ) {
    try {
      const drive = this.drive();
      const { disk } = drive;
      if (!disk || this.state !== 'finished') throw protocolError('no drive that was written');
      stopIfCancelled(signal);
      const password = bytes.toString('utf8', 0, passwordBytes);
      const recoveryPassword = bytes.toString('latin1', passwordBytes);
      const asked = { offset, length, password, recoveryPassword };
      // What is on it can be used from now on, and isn't what was asked for.
      this.tellStick('partial');
      const inHand = this.inHand(drive, disk);
      this.protectedVolume = await this.options.platform.protectVolume(inHand, asked, signal);
      return { recoveryKeyId: this.protectedVolume.recoveryKeyId };
    } finally {
      bytes.fill(0);
    }
  }

  private async encryptVolume(
    { id, cipher, usedSpaceOnly }: Extract<SlotRequest, { say: 'encrypt-volume' }>,
    signal: AbortSignal,
  ): Promise<null> {
    const { protectedVolume } = this;
    if (!protectedVolume) throw protocolError('no volume has protectors');
    const tell = this.progress(id);
    const onProgress = (share: number): void => {
      tell('encrypting', Math.floor(share * SHARE_STEPS), SHARE_STEPS);
    };
    await protectedVolume.encrypt({ cipher, usedSpaceOnly }, { signal, onProgress });
    this.tellStick('finished');
    return null;
  }

  private async test(id: number, signal: AbortSignal) {
    const { medium } = this.drive();
    stopIfCancelled(signal);
    return testDrive(medium, {
      signal,
      onProgress: (step, overall) => {
        this.options.reply({ say: 'test-progress', id, step, overall });
      },
      onStick: this.tellStick,
    });
  }

  private async runVentoy(
    { id, package: archive, command }: Extract<SlotRequest, { say: 'run-ventoy' }>,
    signal: AbortSignal,
  ) {
    const target = this.writable();
    const { disk } = target;
    if (!disk) throw protocolError('the target is no disk');
    const { platform, reply } = this.options;
    return platform.runVentoy(
      this.inHand(target, disk),
      { package: archive, command },
      {
        signal,
        onLine: (line) => reply({ say: 'line', id, line }),
        onProgress: (writtenBytes) => reply({ say: 'written', id, writtenBytes }),
        onStick: this.tellStick,
      },
    );
  }

  private async mount(
    { offset, length, readOnly }: Extract<SlotRequest, { say: 'mount' }>,
    signal: AbortSignal,
  ) {
    const target = readOnly ? this.target() : this.writable();
    this.refuseShared();
    const isSectors = offset % SECTOR === 0 && length % SECTOR === 0 && length > 0;
    if (!target.disk || !isSectors || offset + length > target.medium.sizeBytes) {
      throw protocolError('a range that can’t be mounted');
    }
    const { platform } = this.options;
    const mounted = await platform.mount(target.disk, { offset, length }, { readOnly }, signal);
    this.mounted = mounted;
    const { path, fileSystem, driver, unclean } = mounted;
    return { path, fileSystem, driver, unclean };
  }

  private async unmount(): Promise<null> {
    try {
      await this.mounted?.unmount();
    } catch (error) {
      // It is still mounted.
      if (error instanceof StickError && error.code === 'mount/busy') throw error;
      this.mounted = null;
      throw error;
    }
    this.mounted = null;
    return null;
  }

  /** Nothing that is open here has to do with it: what it may change is what another target has lent. */
  private async buildWindows(
    { id, volume }: Extract<SlotRequest, { say: 'build-windows' }>,
    bytes: Buffer,
    signal: AbortSignal,
  ): Promise<null> {
    const { platform, lentDrives, reply } = this.options;
    try {
      this.refuseOpen();
      stopIfCancelled(signal);
      const request = unpackWindowsVolume(volume, bytes);
      const tell = this.progress(id);
      const onProgress = (doneBytes: number, totalBytes: number): void => {
        // A share of a whole isn't always whole bytes.
        tell('building', Math.floor(doneBytes), Math.ceil(totalBytes));
      };
      const onServiced = (serviced: Serviced): void => {
        reply({ say: 'serviced', id, ...serviced });
      };
      const build = () => platform.buildWindows(request, { signal, onProgress, onServiced });
      await (request.place === 'device' ? lentDrives.use(request.volumePath, build) : build());
      return null;
    } finally {
      // There are answers with passwords in it.
      bytes.fill(0);
    }
  }

  private async makeContainerSeed(seed: ContainerSeed, signal: AbortSignal): Promise<null> {
    stopIfCancelled(signal);
    await this.options.platform.makeContainerSeed(seed, signal);
    return null;
  }

  /** Takes back and removes all that there is, the latest first, whatever of it fails; throws what failed first. */
  private async release(): Promise<null> {
    const { opened, lent, mounted, protectedVolume, releaseOpened } = this;
    this.opened = null;
    this.lent = null;
    this.mounted = null;
    this.protectedVolume = null;
    this.releaseOpened = null;
    this.ownBuffers = null;
    const steps = [
      () => mounted?.letGo(),
      () => lent && this.options.lentDrives.remove(lent.path),
      () => lent?.abandon(),
      () => protectedVolume?.abandon(),
      () => opened?.medium.close(),
      () => releaseOpened?.(),
    ];
    const failures: unknown[] = [];
    for (const step of steps) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return null;
  }

  private target(): OpenedTarget {
    if (this.opened) return this.opened;
    throw protocolError(this.lent ? 'the target is lent' : 'no target is open');
  }

  private refuseOpen(): void {
    if (this.opened || this.lent || this.protectedVolume) {
      throw protocolError('a target is open already');
    }
  }

  private writable() {
    const target = this.target();
    if (target.access !== 'writing') throw protocolError('the target is open for reading only');
    this.refuseShared();
    return target;
  }

  /** What somebody else uses a part of can't be used for anything that changes it. */
  private refuseShared(): void {
    if (this.protectedVolume) throw protocolError('Windows has a volume of the target');
    if (this.lent) throw protocolError('a part of the target is lent');
    if (this.mounted) throw protocolError('a part of the target is mounted');
  }

  /** The disk of a target that others may get to use. */
  private inHand(target: WritableTarget, disk: WholeDisk): DiskInHand {
    return {
      ...disk,
      letGo: async () => {
        // Until it is taken back there is no target: what fails meanwhile leaves none.
        this.opened = null;
        await target.medium.close();
      },
      takeHold: async () => {
        this.opened = { ...target, medium: await disk.takeHold() };
      },
      eraseTables: () => eraseTables(this.writable().medium, this.firstBuffer(), this.tellStick),
    };
  }

  /** A source that lies on the very drive it is to be written to would be erased before it is read. */
  private async refuseOwnContent(
    maps: readonly BlockMap[],
    target: string,
    deviceNumbers: readonly string[],
  ): Promise<void> {
    for (const { path } of maps) {
      const device = await this.options.platform.deviceOf(path);
      if (device === null || !deviceNumbers.includes(device)) continue;
      throw stickError('target/refused', { target, reasons: `it holds ${path}` });
    }
  }

  private drive() {
    const target = this.writable();
    if (target.kind !== 'drive') throw protocolError('the target is no drive');
    return target;
  }

  /** All of a target's buffers lie in one memory, because each takes gigabytes of addresses. */
  private buffers(): readonly Buffer[] {
    this.ownBuffers ??= alignedBuffers(WRITER_BUFFERS, CHUNK_BYTES);
    return this.ownBuffers;
  }

  private firstBuffer(): Buffer {
    const [buffer] = this.buffers();
    if (!buffer) throw new Error('no memory for reading and writing');
    return buffer;
  }

  private readonly tellStick = (state: StickState): void => {
    this.state = state;
    this.options.reply({ say: 'stick', slot: this.number, state });
  };

  /** Passes on the first and last progress of a phase, and not too much of what lies between. */
  private progress(id: number) {
    let lastPhase = '';
    let lastTime = 0;
    return (phase: Phase, doneBytes: number, totalBytes: number) => {
      const now = performance.now();
      const due = now - lastTime >= PROGRESS_EVERY_MS;
      if (phase === lastPhase && doneBytes < totalBytes && !due) return;
      lastPhase = phase;
      lastTime = now;
      this.options.reply({ say: 'progress', id, phase, doneBytes, totalBytes });
    };
  }
}

function cipherOf(name: EncryptionMessage['cipher'], key: Buffer, aes: Aes): SectorCipher {
  try {
    return sectorCipher(name, key, aes);
  } catch {
    throw protocolError('a key that does not fit its cipher');
  }
}

function protocolError(message: string) {
  return stickError('helper/protocol', { message });
}
