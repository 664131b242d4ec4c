import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { DEFAULT_CACHE_BUDGET_BYTES } from '../../src-shared/build-cache';
import { SettingsSchema, type Settings } from '../../src-shared/ipc';
import { TrustedHashSchema, type TrustedHash } from '../../src-shared/trusted-hash';

/** Each by itself, so that one that is missing or damaged leaves the others as they were set. */
const StoredSettingsSchema = z.object({
  language: SettingsSchema.shape.language.catch('system'),
  theme: SettingsSchema.shape.theme.catch('system'),
  workFolder: SettingsSchema.shape.workFolder.catch(null),
  recipeFolder: SettingsSchema.shape.recipeFolder.catch(null),
  cacheBudgetBytes: SettingsSchema.shape.cacheBudgetBytes.catch(DEFAULT_CACHE_BUDGET_BYTES),
  sounds: SettingsSchema.shape.sounds.catch(true),
  recordLineFile: SettingsSchema.shape.recordLineFile.catch(null),
});

const StoredSchema = z.object({
  settings: StoredSettingsSchema.catch(StoredSettingsSchema.parse({})),
  trusted: z.array(TrustedHashSchema).catch([]),
});
type Stored = z.infer<typeof StoredSchema>;

/**
 * Settings and trusted hashes of this person, in one file that is replaced as a whole. A damaged file counts as empty. Read
 * anew each time: the command line may have another program beside it.
 */
export class SettingsStore {
  private readonly file: string;

  constructor(private readonly folder: string) {
    this.file = join(folder, 'settings.json');
  }

  private get stored(): Stored {
    return StoredSchema.parse(readObject(this.file));
  }

  private set stored(stored: Stored) {
    writeFileAtomic.sync(this.file, `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600 });
  }

  get settings(): Settings {
    return this.stored.settings;
  }

  set settings(settings: Settings) {
    this.stored = { ...this.stored, settings };
  }

  /** Where recipes are kept: in the folder that was set, else with the program's data. */
  get recipeFolder(): string {
    return this.settings.recipeFolder ?? join(this.folder, 'recipes');
  }

  /** As they were before anything was set. Trusted hashes stay. */
  reset(): void {
    this.settings = StoredSettingsSchema.parse({});
  }

  get trusted(): TrustedHash[] {
    return this.stored.trusted;
  }

  isTrusted(sha256: string): boolean {
    return this.trusted.some((known) => known.sha256 === sha256);
  }

  /** Adds a hash with its date. One that is there already gets the new name. */
  trust({ sha256, name }: Pick<TrustedHash, 'sha256' | 'name'>): void {
    this.keepTrusted({ sha256, name, since: new Date().toISOString() });
  }

  /** Puts one as it was among the others. */
  keepTrusted(entry: TrustedHash): void {
    this.stored = { ...this.stored, trusted: [...this.without(entry.sha256), entry] };
  }

  distrust(sha256: string): void {
    this.stored = { ...this.stored, trusted: this.without(sha256) };
  }

  private without(sha256: string): TrustedHash[] {
    return this.trusted.filter((known) => known.sha256 !== sha256);
  }
}

function readObject(path: string): object {
  try {
    const found: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {};
  }
}
