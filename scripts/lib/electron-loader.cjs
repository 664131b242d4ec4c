/*
 * Stands in for Electron's default application, which the stand-in runtime lacks: as `electron FOLDER`
 * does, it loads the modules named by -r and then the application in the folder given first.
 */
const electron = require('electron');
const { readFileSync, statSync } = require('node:fs');
const path = require('node:path');

/**
 * With what only Electron's own default application calls.
 * @typedef {Electron.App & { setVersion(version: string): void, setAppPath(folder: string): void }} HostedApp
 */
const app = /** @type {HostedApp} */ (electron.app);

/**
 * @param {string[]} args
 * @returns {{ modules: string[], application: string | null }}
 */
function parseArguments(args) {
  /** @type {string[]} */
  const modules = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument === '-r' || argument === '--require') {
      index += 1;
      modules.push(args[index] ?? '');
    } else if (!argument.startsWith('-')) {
      return { modules, application: path.resolve(argument) };
    }
  }
  return { modules, application: null };
}

const { modules, application } = parseArguments(process.argv.slice(1));
if (application === null) {
  console.error('Name the folder of an application: electron FOLDER');
  process.exit(1);
}

Object.defineProperty(process, 'defaultApp', { value: true });
for (const module of modules) require(path.resolve(module));
if (statSync(application).isDirectory()) {
  /** @type {{ name?: string, productName?: string, version?: string }} */
  const manifest = JSON.parse(readFileSync(path.join(application, 'package.json'), 'utf8'));
  app.setName(manifest.productName ?? manifest.name ?? 'Electron');
  app.setVersion(manifest.version ?? '0.0.0');
  app.setAppPath(application);
}
require(application);
