import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { ExitCode, fillIn } from '../../src-shared/errors';
import { spokenTexts } from './words';

/**
 * Says why the program can't start where its own files can't be written, and ends it. What Chromium wants to keep meanwhile goes into
 * a folder for temporary files that is removed at the end, so that nothing is left with this user.
 */
export async function refuseStart(path: string, reason: Error): Promise<void> {
  const meanwhile = mkdtempSync(join(tmpdir(), 'sticksmith-'));
  app.setPath('userData', meanwhile);
  process.on('exit', () => {
    rmSync(meanwhile, { recursive: true, force: true });
  });
  await app.whenReady();
  const { errors, window } = await spokenTexts();
  const { what, next } = errors['data/unwritable'];
  const text = fillIn(`${what}\n\n${next}`, { path, message: reason.message });
  console.error(text);
  dialog.showErrorBox(window.dialogs.cannotStart, text);
  app.exit(ExitCode.lacking);
}
