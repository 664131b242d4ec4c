import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountNameSchema } from '../../../src-shared/account-name';
import { resolveLean } from '../../../src-shared/lean-presets';
import type { Protect } from '../../../src-shared/protect';
import { defaultWindowsChoices, type WindowsChoices } from '../../../src-shared/windows-choices';
import { tokens, unclosed, type Token } from './testing';
import { FIRST_START_COMMAND, firstStartFiles, type FirstStartRequest } from '.';

type Change = { [Part in keyof WindowsChoices]?: Partial<WindowsChoices[Part]> };

function request(change: Change = {}, more: Partial<FirstStartRequest> = {}): FirstStartRequest {
  const base = defaultWindowsChoices;
  const windows: WindowsChoices = {
    ...base,
    portable: { ...base.portable, ...change.portable },
    answers: { ...base.answers, ...change.answers },
    lean: { ...base.lean, ...change.lean },
    speed: { ...base.speed, ...change.speed },
  };
  const lean = resolveLean(windows.lean, null);
  const protect: Protect = { kind: 'none' };
  return {
    ...{ windows, protect, lean, hasDrivers: false, wifiProfiles: 0, secretAnswers: false },
    ...more,
  };
}

const encryptLater: Protect = {
  kind: 'first-start',
  cipher: 'xts-aes-128',
  escrow: 'active-directory',
  recoveryFolder: null,
};

/** Nothing is left to do while Windows runs. */
const nothing: Change = {
  portable: { hibernation: true, deviceEncryption: true },
  speed: { scheduledDefragmentation: true },
};

function everything(name = 'Anna'): FirstStartRequest {
  return request(
    {
      portable: { compact: true },
      answers: { account: { name, administrator: true, askPassword: true } },
      lean: {
        preset: 'minimal',
        removeApps: ['Contoso.App'],
        enableFeatures: ['NetFx3'],
        cleanUp: true,
      },
      speed: { powerPlan: 'balanced', writeCache: true },
    },
    { hasDrivers: true, wifiProfiles: 2, secretAnswers: true, protect: encryptLater },
  );
}

/** Contents by path, as text. */
function contents(asked: FirstStartRequest): Map<string, string> {
  return new Map(
    firstStartFiles(asked).map(({ path, content }) => [
      path,
      content.kind === 'bytes' ? content.bytes.toString('utf8') : '',
    ]),
  );
}

function script(asked: FirstStartRequest): string {
  return contents(asked).get('/ProgramData/Sticksmith/first-start.ps1') ?? '';
}

function stepIds(text: string): string[] {
  return [...text.matchAll(/^Invoke-Step '([a-z-]+)'/gm)].map(([, id]) => id ?? '');
}

describe('the first start', () => {
  it('needs no files when nothing is left to do', () => {
    expect(firstStartFiles(request(nothing))).toEqual([]);
  });

  it('has these steps when nothing is chosen', () => {
    expect(stepIds(script(request()))).toEqual([
      'hibernation',
      'device-encryption',
      'defragmentation',
    ]);
  });

  it.each<[string, Change, Partial<FirstStartRequest>]>([
    ['drivers', {}, { hasDrivers: true }],
    ['wifi', {}, { wifiProfiles: 1 }],
    ['hibernation', { portable: { ...nothing.portable, hibernation: false } }, {}],
    ['device-encryption', { portable: { ...nothing.portable, deviceEncryption: false } }, {}],
    ['encryption', {}, { protect: { ...encryptLater, escrow: 'none' } }],
    [
      'key-escrow',
      {},
      {
        protect: {
          ...{ kind: 'now', cipher: 'xts-aes-256', escrow: 'entra-id' },
          ...{ recoveryFolder: '/home/anna/keys', clearFreeSpace: true },
        },
      },
    ],
    ['power-plan', { speed: { ...nothing.speed, powerPlan: 'high-performance' } }, {}],
    ['defragmentation', { speed: { scheduledDefragmentation: false } }, {}],
    ['write-cache', { speed: { ...nothing.speed, writeCache: true } }, {}],
    ['apps', { lean: { removeApps: ['Contoso.App'] } }, {}],
    [
      'password',
      { answers: { account: { name: 'Anna', administrator: false, askPassword: true } } },
      {},
    ],
    ['answer-file', {}, { secretAnswers: true }],
    ['features-off', { lean: { disableFeatures: ['WorkFolders-Client'] } }, {}],
    ['features-on', { lean: { enableFeatures: ['NetFx3'] } }, {}],
    ['clean-up', { lean: { cleanUp: true } }, {}],
    ['compact', { portable: { ...nothing.portable, compact: true } }, {}],
  ])('has the step %s alone when only that is asked for', (id, change, more) => {
    expect(stepIds(script(request({ ...nothing, ...change }, more)))).toEqual([id]);
  });

  it('does before the sign-in what the first account depends on, and slow things last', () => {
    const [before, after, ...rest] = script(everything()).split(
      "\r\nif ($Moment -eq 'BeforeSignIn') { exit 0 }\r\n",
    );
    expect(rest).toEqual([]);
    expect(stepIds(before ?? '')).toEqual([
      ...['drivers', 'wifi', 'hibernation', 'device-encryption', 'encryption'],
      ...['power-plan', 'defragmentation', 'write-cache', 'apps'],
    ]);
    expect(stepIds(after ?? '')).toEqual([
      ...['password', 'key-escrow', 'capabilities', 'features-off', 'features-on'],
      ...['clean-up', 'compact', 'answer-file'],
    ]);
  });

  it('removes what was chosen, in this order, and spares what has to stay', () => {
    const asked = request(nothing, {
      lean: {
        ...resolveLean(defaultWindowsChoices.lean, null),
        apps: ['Contoso.*', 'Fabrikam.App'],
        keepApps: ['Contoso.Good'],
      },
    });
    const strings = tokens(script(asked)).flatMap(({ kind, text }) =>
      kind === 'string' ? [text] : [],
    );
    const first = strings.indexOf('Contoso.*');
    expect(strings.slice(first, first + 3)).toEqual(['Contoso.*', 'Fabrikam.App', 'Contoso.Good']);
  });

  it('removes an app’s bundle, where it has one, before what it is made of', () => {
    const text = script(request({ ...nothing, lean: { removeApps: ['Contoso.App'] } }));
    expect(text).toContain("foreach ($type in 'Bundle', 'Main')");
    expect(text).toContain('Get-AppxPackage -AllUsers -PackageTypeFilter $type |');
  });

  it('is the same for the same request, byte for byte', () => {
    expect(firstStartFiles(everything())).toEqual(firstStartFiles(everything()));
  });
});

describe('the script', () => {
  it('is text that Windows PowerShell reads: a byte order mark first, and lines as Windows ends them', () => {
    const text = script(everything());
    expect(Buffer.from(text).subarray(0, 4).toString('hex')).toBe('efbbbf23');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('exit 0\r\n')).toBe(true);
  });

  it('closes what it opens', () => {
    expect(unclosed(script(everything()))).toEqual([]);
  });

  it('is the same but for one string, whatever the account is called', () => {
    const character = fc.constantFrom(
      ...[
        "'",
        '`',
        '$',
        '(',
        ')',
        '{',
        '}',
        '#',
        '&',
        '~',
        '!',
        '^',
        '-',
        '_',
        '.',
        ' ',
        'ü',
        '用',
      ],
      ...['\u2018', '\u2019', '\u201a', '\u201b', '\u201c', '\u201d', '\u201e', '🧪'],
    );
    const names = fc
      .array(character, { minLength: 1, maxLength: 20 })
      .map((parts) => parts.join(''))
      .filter((name) => AccountNameSchema.safeParse(name).success);
    const plain = tokens(script(everything('Anna')));
    fc.assert(
      fc.property(names, (name) => {
        const expected = plain.map((token): Token =>
          token.kind === 'string' && token.text === 'Anna' ? { ...token, text: name } : token,
        );
        expect(tokens(script(everything(name)))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
    expect(plain.filter(({ text }) => text.includes('Anna'))).toHaveLength(1);
  });

  it('refuses a name that would break its lines', () => {
    expect(() => firstStartFiles(everything('Anna\r\nRemove-Item'))).toThrow('plan/invalid');
  });
});

describe('a Windows that is to be encrypted', () => {
  const script = '/ProgramData/Sticksmith/encrypt.ps1';
  const now: Protect = {
    ...{ kind: 'now', cipher: 'xts-aes-256', escrow: 'active-directory' },
    ...{ recoveryFolder: '/home/anna/keys', clearFreeSpace: true },
  };
  const afterWriting: Protect = {
    ...{ kind: 'after-writing', cipher: 'xts-aes-256', escrow: 'entra-id' },
    ...{ recoveryFolder: 'C:\\Users\\anna\\keys', usedSpaceOnly: true },
  };

  it('has the script that asks for a password where it encrypts itself, and only there', () => {
    expect(contents(request(nothing, { protect: encryptLater })).get(script)).toMatch(/^\ufeff#/);
    expect(contents(request(nothing, { protect: now })).has(script)).toBe(false);
    expect(contents(request(nothing, { protect: afterWriting })).has(script)).toBe(false);
  });

  it('is told nothing of this computer', () => {
    const files = [now, afterWriting].flatMap((protect) => [
      ...contents(request(nothing, { protect })).values(),
    ]);
    expect(files.length).toBeGreaterThan(1);
    for (const text of files) expect(text).not.toContain('anna');
  });

  it.each([
    ['active-directory', ' Backup-BitLockerKeyProtector -MountPoint', 'PartOfDomain'],
    ['entra-id', ' BackupToAAD-BitLockerKeyProtector -MountPoint', 'AzureAdJoined'],
  ] as const)(
    'hands its key to %s once it can, however long that takes',
    (escrow, call, joined) => {
      const text = contents(request(nothing, { protect: { ...now, escrow } }));
      const step =
        /^Invoke-Step 'key-escrow'.*?^\}/ms.exec([...text.values()].join('\n'))?.[0] ?? '';
      expect(step).toContain(call);
      expect(step.indexOf(joined)).toBeLessThan(step.indexOf(call));
      expect(step.match(/Wait-Step/g)).toHaveLength(3);
      for (const line of step.split('\n').filter((l) => /-BitLocker\w+ -MountPoint/.test(l))) {
        expect(line).toContain('-ErrorAction Stop');
      }
    },
  );
});

describe('what starts it', () => {
  it('is a batch file of fixed text that reports success', () => {
    const path = '/Windows/Setup/Scripts/SetupComplete.cmd';
    const text = contents(everything()).get(path) ?? '';
    expect(text).toBe(contents(request()).get(path));
    expect(text).toMatch(/^[\x20-\x7e\r\n]+$/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text).toContain(
      String.raw`\ProgramData\Sticksmith\first-start.ps1" -Moment BeforeSignIn`,
    );
    expect(text.endsWith('exit /b 0\r\n')).toBe(true);
  });

  it('names moments that the script knows', () => {
    const known = /ValidateSet\((.*?)\)/.exec(script(request()))?.[1] ?? '';
    const named = [FIRST_START_COMMAND, ...contents(request()).values()].flatMap((text) =>
      [...text.matchAll(/-Moment ([A-Za-z]+)/g)].map(([, moment]) => moment ?? ''),
    );
    expect(new Set(named)).toEqual(new Set(['AtSignIn', 'AfterSignIn', 'BeforeSignIn']));
    for (const moment of named) expect(known).toContain(`'${moment}'`);
  });

  it('fits into an answer file and needs no quoting there', () => {
    expect(FIRST_START_COMMAND.length).toBeLessThan(260);
    expect(FIRST_START_COMMAND).toMatch(/^[A-Za-z0-9 .:\\-]+$/);
  });
});
