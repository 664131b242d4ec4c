import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Win32Api } from './win32-api';
import { WindowsError, WindowsErrorCode } from './win32-codes';
import { RM_PROCESS_INFO_BYTES, decodePrograms, type RunningProgram } from './win32-structures';

/** How far is looked for open files: a person waits meanwhile. */
const MOST_FILES = 2000;
const MOST_MS = 3000;
/** Programs may come while they are counted. */
const MOST_TRIES = 3;

/**
 * Names of programs that have files open below the given folders (`E:\`), each once. The Restart Manager takes files only
 * (a folder makes it fail with ACCESS_DENIED, https://github.com/MicrosoftDocs/sdk-api/pull/1868), so a window that merely
 * shows a folder isn't found, nor is what lies beyond the first 2000 files. Never throws: a name that isn't found must not
 * hide why it was looked for.
 */
export async function programsUsing(api: Win32Api, folders: readonly string[]): Promise<string[]> {
  try {
    const files = await filesBelow(folders, Date.now() + MOST_MS);
    const programs = files.length === 0 ? [] : programsWithOpen(api, files);
    const others = programs.filter(({ processId }) => processId !== process.pid);
    return [...new Set(others.map(({ name }) => name).filter((name) => name !== ''))].sort();
  } catch {
    return [];
  }
}

function programsWithOpen(api: Win32Api, files: readonly string[]): RunningProgram[] {
  const session = api.rmStart();
  try {
    api.rmRegister(session, files);
    let room = Buffer.alloc(0);
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const { code, needed, count } = api.rmList(session, room);
      if (code === 0) return decodePrograms(room, count);
      if (code !== WindowsErrorCode.MORE_DATA) throw new WindowsError('RmGetList', code);
      room = Buffer.alloc(needed * RM_PROCESS_INFO_BYTES);
    }
    throw new WindowsError('RmGetList', WindowsErrorCode.MORE_DATA);
  } finally {
    api.rmEnd(session);
  }
}

/** Files below folders, those that lie highest first. What can't be read is left out; links aren't followed. */
async function filesBelow(folders: readonly string[], until: number): Promise<string[]> {
  const files: string[] = [];
  const waiting = [...folders];
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    try {
      for await (const entry of await opendir(folder)) {
        if (files.length >= MOST_FILES || Date.now() > until) return files;
        const path = join(folder, entry.name);
        if (entry.isFile()) files.push(path);
        else if (entry.isDirectory()) waiting.push(path);
      }
    } catch {
      // System Volume Information, or a folder that went away.
    }
  }
  return files;
}
