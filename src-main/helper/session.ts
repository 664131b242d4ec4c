import { ChunkSupply } from './chunk-supply';
import { LentDrives } from './lent-drives';
import { MapStore } from './map-store';
import type { HelperRequest } from './protocol';
import { Slot, type SlotOptions } from './slot';

export type SessionOptions = Pick<SlotOptions, 'platform' | 'reply' | 'drained'>;

/** What one program asks of its helper: several targets side by side, and the block maps they share. */
export class Session {
  private readonly slots = new Map<number, Slot>();
  private readonly maps = new MapStore();
  private readonly lentDrives = new LentDrives();
  private readonly supply: ChunkSupply;

  constructor(private readonly options: SessionOptions) {
    this.supply = new ChunkSupply((map) => options.platform.openSource(map));
  }

  /** Takes a request. Throws `helper/protocol` for one that makes no sense; the caller must end then. */
  take(request: HelperRequest, bytes: Buffer): void {
    switch (request.say) {
      case 'ping':
        return;
      case 'cancel':
        for (const slot of this.slots.values()) slot.cancel(request.request);
        return;
      case 'map':
        this.maps.begin(request);
        return;
      case 'chunks':
        this.maps.add(request.map, request.list);
        return;
      case 'forget-map':
        this.maps.forget(request.map);
        return;
      default:
        this.slot(request.slot).take(request, bytes);
    }
  }

  /** Stops what is under way and releases every target. Throws the first thing that went wrong with that. */
  async end(): Promise<void> {
    const ends = await Promise.allSettled([...this.slots.values()].map((slot) => slot.end()));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  private slot(number: number): Slot {
    const { maps, supply, lentDrives } = this;
    const slot =
      this.slots.get(number) ?? new Slot(number, { ...this.options, maps, supply, lentDrives });
    this.slots.set(number, slot);
    return slot;
  }
}
