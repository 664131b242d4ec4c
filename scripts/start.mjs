/* npm start: sets up what is missing, builds, and opens the wizard, or without a display makes a practice stick. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { projectRoot } from './lib/paths.mjs';
import { runInForeground, runMain, say } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

await runMain(async () => {
  const runtime = await setup('start');
  await ensureBuilt();
  const display = process.env['WAYLAND_DISPLAY'] ?? process.env['DISPLAY'] ?? '';
  return display === '' ? await makePracticeStick() : await openWizard(runtime.executable);
});

/** @param {string} electron */
async function openWizard(electron) {
  const env = { ...process.env };
  delete env['ELECTRON_RUN_AS_NODE'];
  return await runInForeground(electron, [...sandboxSwitch(), projectRoot], { env });
}

/** Chromium refuses to run as root with its sandbox. */
function sandboxSwitch() {
  if (process.getuid?.() !== 0) return [];
  say(
    'Running as root, so without Chromium’s sandbox. Start it as an ordinary user for daily use.',
  );
  return ['--no-sandbox'];
}

async function makePracticeStick() {
  say('There is no display, so the wizard can’t open. The same job runs here instead, headless:');
  const out = join(projectRoot, 'out');
  mkdirSync(out, { recursive: true });
  const stick = join(out, 'practice.img');
  const commands = [
    ['practice', out],
    [
      ...['make', '--image', join(out, 'practice.iso'), '--edition', '1'],
      ...['--target', stick, '--size', '4G', '--yes'],
    ],
    ['check', stick],
  ];
  for (const command of commands) {
    say(`\n$ sticksmith ${command.join(' ')}`);
    const cli = join(projectRoot, 'dist/main/cli.js');
    const code = await runInForeground(process.execPath, [cli, ...command]);
    if (code !== 0) return code;
  }
  say(`\nThe stick is ${stick}.`);
  return 0;
}
