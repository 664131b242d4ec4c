import { describe, expect, it } from 'vitest';
import type { WindowsPlan } from '../../src-shared/plan';
import type { Protect } from '../../src-shared/protect';
import { noSecrets } from '../../src-shared/windows-choices';
import { recipeDefaults } from '../../src-shared/windows-recipe';
import { guestContent } from './guest-content';
import { noMaterials } from './materials';
import { driveTarget, edition } from './test-support/simulated-job';

const secret = 'correct-horse-battery';

function content(protect: Protect): ReturnType<typeof guestContent> {
  const plan: WindowsPlan = {
    ...recipeDefaults,
    image: { path: '/home/anna/windows.iso', sha256: null },
    edition: { index: 1 },
    targets: [driveTarget('/dev/sdx'), driveTarget('/dev/sdy')],
    way: 'staged',
    secrets: { ...noSecrets, bitLockerPassword: protect.kind === 'now' ? secret : null },
    protect,
  };
  return guestContent(plan, edition, noMaterials);
}

/** All that is put into a Windows, as text. */
function everything({ edits, sticks }: ReturnType<typeof guestContent>): string {
  const files = edits.files.map(({ content: file }) =>
    file.kind === 'bytes' ? file.bytes.toString('latin1') : file.source,
  );
  const own = sticks.flatMap(({ ownFiles }) => ownFiles.map(({ bytes }) => bytes.toString()));
  return [JSON.stringify(edits.registry), ...files, ...own].join('\n');
}

const chosen = { cipher: 'xts-aes-256', escrow: 'active-directory' } as const;
const later: Protect = { kind: 'first-start', ...chosen, recoveryFolder: null };
const now: Protect = {
  ...{ kind: 'now', ...chosen },
  ...{ recoveryFolder: '/home/anna/keys', clearFreeSpace: true },
};

describe('what is put into a Windows', () => {
  it('knows nothing of BitLocker where nothing is encrypted', () => {
    expect(everything(content({ kind: 'none' }))).not.toMatch(/FVE|Enable-BitLocker|key-escrow/);
  });

  it.each([
    ['now', now, false],
    ['at its first start', later, true],
  ] as const)('fits one that is encrypted %s', (_, protect, asks) => {
    const text = everything(content(protect));
    expect(text).toContain(String.raw`Policies\\Microsoft\\FVE`);
    expect(text).toContain('Backup-BitLockerKeyProtector');
    expect(text.includes('Enable-BitLocker -MountPoint')).toBe(asks);
  });

  it('holds neither the password nor a folder of this computer', () => {
    const text = everything(content(now));
    expect(text).not.toContain(secret);
    expect(text).not.toContain('anna');
  });
});
