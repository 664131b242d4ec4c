import type { FileContent } from '../disk';
import type { FileEdit, OwnFile } from '../guest';

/** NTFS keeps a file of this size in clusters of its own; and sizes rarely change with the content. */
const STEP_BYTES = 64 * 1024;
/** First line of a placeholder. */
export const PLACEHOLDER = 'Sticksmith: each stick has its own content here.\n';

/** The files of one stick, padded with spaces to the size that all sticks of the job have. */
export type PaddedFile = FileContent;

/**
 * Gives the files of all sticks, which have the same paths in the same order, one size for each path: whole steps, so that
 * a name or a key of another length still fits a build that was kept.
 */
export function padOwnFiles(sticks: readonly (readonly OwnFile[])[]): PaddedFile[][] {
  return sticks.map((files) =>
    files.map(({ path, content }, index) => {
      const longest = Math.max(...sticks.map((all) => all[index]?.content.length ?? 0));
      const bytes = Buffer.alloc(Math.max(1, Math.ceil(longest / STEP_BYTES)) * STEP_BYTES, ' ');
      content.copy(bytes);
      return { path, bytes };
    }),
  );
}

/** What the build that sticks have in common holds in place of these files. */
export function placeholders(files: readonly PaddedFile[]): FileEdit[] {
  return files.map(({ path, bytes }) => {
    const placeholder = Buffer.alloc(bytes.length, ' ');
    placeholder.write(PLACEHOLDER);
    return { path, content: { kind: 'bytes', bytes: placeholder } };
  });
}

/** The files themselves, for a volume that only one stick gets. */
export function asEdits(files: readonly PaddedFile[]): FileEdit[] {
  return files.map(({ path, bytes }) => ({ path, content: { kind: 'bytes', bytes } }));
}
