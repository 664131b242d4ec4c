import Conf from 'conf';
import { z } from 'zod';
import { DEFAULT_CACHE_BUDGET_BYTES } from '../../src-shared/build-cache';
import { SettingsSchema, type Settings } from '../../src-shared/ipc';
import { Sha256Schema } from '../../src-shared/sha256';

const TrustedHashSchema = z.object({ sha256: Sha256Schema, name: z.string(), since: z.string() });
type TrustedHash = z.infer<typeof TrustedHashSchema>;

/** Each by itself, so that one that is missing or damaged leaves the others as they were set. */
const StoredSettingsSchema = z.object({
  theme: SettingsSchema.shape.theme.catch('system'),
  workFolder: SettingsSchema.shape.workFolder.catch(null),
  cacheBudgetBytes: SettingsSchema.shape.cacheBudgetBytes.catch(DEFAULT_CACHE_BUDGET_BYTES),
});

const StoredSchema = z.object({
  settings: StoredSettingsSchema.catch(StoredSettingsSchema.parse({})),
  trusted: z.array(TrustedHashSchema).catch([]),
});
type Stored = z.infer<typeof StoredSchema>;

/** Settings and trusted hashes of this person, in one file. A damaged file counts as empty. */
export class SettingsStore {
  private readonly conf: Conf<Stored>;

  constructor(folder: string) {
    this.conf = new Conf<Stored>({ cwd: folder, configName: 'settings', clearInvalidConfig: true });
  }

  private get stored(): Stored {
    return StoredSchema.parse({ ...this.conf.store });
  }

  get settings(): Settings {
    return this.stored.settings;
  }

  set settings(settings: Settings) {
    this.conf.set('settings', settings);
  }

  isTrusted(sha256: string): boolean {
    return this.stored.trusted.some((known) => known.sha256 === sha256);
  }

  trust(entry: Omit<TrustedHash, 'since'>): void {
    const others = this.stored.trusted.filter((known) => known.sha256 !== entry.sha256);
    this.conf.set('trusted', [...others, { ...entry, since: new Date().toISOString() }]);
  }
}
