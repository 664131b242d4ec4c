import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTool } from '../../host/run-tool';
import { buildAnswerFile } from './build';
import { anyRequest, anyText, fullRequest } from './testing';
import { readUserAnswerFile } from './user-file';

const OWN = Buffer.from(`<u:unattend xmlns:u="urn:schemas-microsoft-com:unattend">
  <u:settings pass="oobeSystem">
    <u:component name="Microsoft-Windows-Shell-Setup" processorArchitecture="amd64"><u:OOBE/></u:component>
  </u:settings>
</u:unattend>`);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'answers-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The text of a setting, as xmllint reads it. */
async function textOf(bytes: Buffer, setting: string): Promise<string> {
  const path = join(folder, 'unattend.xml');
  await writeFile(path, bytes);
  const steps = setting.split('/').map((name) => `*[local-name()='${name}']`);
  const { stdout } = await runTool('xmllint', [
    ...['--nonet', '--xpath'],
    `string(/*/*/*[@processorArchitecture='amd64']/${steps.join('/')})`,
    path,
  ]);
  // xmllint ends what it prints with a line end.
  return stdout.replace(/\n$/, '');
}

describe('an answer file as xmllint reads it', () => {
  it('is well-formed, with namespaces that are declared', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest, fc.boolean(), async (request, withOwn) => {
        const userFile = withOwn ? readUserAnswerFile(OWN, 'own.xml') : null;
        const { bytes } = buildAnswerFile({ ...request, userFile });
        const padded = Buffer.concat([bytes, Buffer.alloc(64, ' ')]);
        const { stderr } = await runTool('xmllint', ['--noout', '--nonet', '-'], { stdin: padded });
        expect(stderr).toBe('');
      }),
      { numRuns: 150 },
    );
  });

  it('holds every text as it was given', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const { bytes } = buildAnswerFile({ ...fullRequest, computerName: text });
        expect(await textOf(bytes, 'ComputerName')).toBe(text);
      }),
      { numRuns: 150 },
    );
  });

  it('holds ours beside the person’s own', async () => {
    const userFile = readUserAnswerFile(OWN, 'own.xml');
    const { bytes } = buildAnswerFile({ ...fullRequest, userFile });
    expect(await textOf(bytes, 'OOBE/ProtectYourPC')).toBe('3');
    expect(await textOf(bytes, 'UserAccounts/LocalAccounts/LocalAccount/Name')).toBe(
      'Anna <& Söhne',
    );
    expect(await textOf(bytes, 'UninstallWindowsRE')).toBe('true');
  });
});
