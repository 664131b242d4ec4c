import { beforeAll, describe, expect, it } from 'vitest';
import type { Node } from 'web-tree-sitter';
import { resolveLean } from '../../../src-shared/lean-presets';
import { defaultWindowsChoices } from '../../../src-shared/windows-choices';
import { notUnderstood, powerShellParser } from '../../host/win32/powershell-grammar-testing';
import { firstStartFiles, type FirstStartRequest } from '.';

let parse: (script: string) => Node;
beforeAll(async () => {
  parse = await powerShellParser();
});

function requestOf(
  name: string,
  keys: string | null,
  escrow: 'active-directory' | 'entra-id',
): FirstStartRequest {
  const base = defaultWindowsChoices;
  const windows = {
    ...base,
    portable: { ...base.portable, compact: true },
    answers: { ...base.answers, account: { name, administrator: true, askPassword: true } },
    lean: {
      ...base.lean,
      preset: 'minimal' as const,
      removeApps: ['Contoso.App'],
      enableFeatures: ['NetFx3'],
      cleanUp: true,
    },
    speed: { ...base.speed, powerPlan: 'balanced' as const, writeCache: true },
  };
  return {
    windows,
    protect: { kind: 'first-start', cipher: 'xts-aes-128', escrow, recoveryFolder: keys },
    lean: resolveLean(windows.lean, null),
    hasDrivers: true,
    wifiProfiles: 2,
    secretAnswers: true,
  };
}

describe('the scripts of the first start', () => {
  it.each([
    requestOf('Anna', null, 'active-directory'),
    requestOf("O'Brien $(x) `n", "E:\\Anna's keys", 'entra-id'),
    requestOf('Anna ‘Änne’', 'E:\\“keys” & more;', 'active-directory'),
  ])('are PowerShell, as a grammar that isn’t ours reads it', (request) => {
    const scripts = firstStartFiles(request).filter(({ path }) => path.endsWith('.ps1'));
    expect(scripts.map(({ path }) => path.split('/').at(-1)).sort()).toEqual([
      'encrypt.ps1',
      'first-start.ps1',
    ]);
    for (const { content } of scripts) {
      if (content.kind !== 'bytes') throw new Error('a script has to be made here');
      const text = content.bytes.toString('utf8').replace(/^\ufeff/, '');
      expect(notUnderstood(parse(text))).toEqual([]);
    }
  });
});
