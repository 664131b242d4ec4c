import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Takes out what the stand-in runtime brings to run an application folder: a package has its own
 * application, in resources/app.asar.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function afterPack(context) {
  await rm(join(context.appOutDir, 'resources/app'), { recursive: true, force: true });
}
