import { describe, expect, it } from 'vitest';
import { windowsDriveError, type DriveTrouble } from './drives-errors';
import { WritePoliciesSchema, type WritePolicies } from './drives-report';
import { WindowsError } from './win32-codes';

const policies = (more: Partial<WritePolicies>): WritePolicies => ({
  ...WritePoliciesSchema.parse({}),
  ...more,
});

function said(code: number, more: Partial<DriveTrouble> = {}) {
  const trouble: DriveTrouble = {
    path: '\\\\.\\PhysicalDrive2',
    doing: 'write',
    offset: 4096,
    stillThere: true,
    programs: [],
    policies: policies({}),
    ...more,
  };
  const { code: ours, params } = windowsDriveError(new WindowsError('NtWriteFile', code), trouble);
  return { code: ours, params };
}

describe('Windows’ errors about a drive', () => {
  it.each([
    ['a drive that was pulled out', 433, 'target/vanished'],
    ['one that isn’t connected', 1167, 'target/vanished'],
    ['one that was removed', 1617, 'target/vanished'],
    ['a card reader whose card is gone', 21, 'target/refused'],
    ['an empty card reader', 1112, 'target/refused'],
    ['a switch for write protection', 19, 'target/refused'],
    ['another program', 32, 'target/busy'],
    ['a failing drive', 1117, 'io/write'],
    ['a cyclic redundancy check', 23, 'io/write'],
    ['a number nobody has heard of', 99_999, 'io/write'],
  ])('%s (%i) is %s', (_, code, ours) => {
    expect(said(code).code).toBe(ours);
  });

  it('takes any error for a drive that was pulled out once it isn’t listed any more', () => {
    expect(said(1117, { stillThere: false }).code).toBe('target/vanished');
    expect(said(5, { stillThere: false }).code).toBe('target/vanished');
  });

  it('says where reading and writing failed', () => {
    expect(said(1117)).toMatchObject({ params: { offset: 4096 } });
    expect(said(1117, { doing: 'read' }).code).toBe('io/read');
  });

  it('names the programs that hold a volume that can’t be locked', () => {
    expect(said(5, { doing: 'lock' }).code).toBe('target/busy');
    expect(said(5, { doing: 'lock', programs: ['Editor', 'Word'] })).toEqual({
      code: 'target/held',
      params: { target: '\\\\.\\PhysicalDrive2', programs: 'Editor, Word' },
    });
  });

  it('tells a drive that isn’t there from one without rights', () => {
    expect(said(2, { doing: 'open' }).code).toBe('target/not-found');
    expect(said(5, { doing: 'open' }).code).toBe('permission/denied');
  });

  describe('when writing is denied', () => {
    it.each([
      [{ controlledFolderAccess: '1' }, 'target/controlled-folder-access'],
      [{ controlledFolderAccess: '3' }, 'target/controlled-folder-access'],
      [{ controlledFolderAccess: '0' }, 'target/guarded'],
      [{ controlledFolderAccess: '2' }, 'target/guarded'],
      [{ controlledFolderAccess: '4' }, 'target/guarded'],
      [
        { controlledFolderAccess: '0', controlledFolderAccessPolicy: '1' },
        'target/controlled-folder-access',
      ],
      [{ controlledFolderAccess: '1', controlledFolderAccessPolicy: '2' }, 'target/guarded'],
      [{ controlledFolderAccess: '1', denyWriteRemovable: '1' }, 'target/policy'],
      [{}, 'target/guarded'],
    ])('and the registry says %j, it is %s', (found, code) => {
      expect(said(5, { policies: policies(found) }).code).toBe(code);
    });

    it('and nothing is known, it says no more than that', () => {
      expect(said(5, { policies: null }).code).toBe('target/guarded');
    });
  });

  it.each([
    'denyAllRemovable',
    'denyWriteRemovable',
    'denyWriteUnlessBitLocker',
    'writeProtect',
  ] as const)('blames %s rather than a switch on the stick', (name) => {
    expect(said(19, { policies: policies({ [name]: '1' }) }).code).toBe('target/policy');
    expect(said(19, { policies: policies({ [name]: '0' }) }).code).toBe('target/refused');
  });

  it('keeps what Windows said for the log', () => {
    const trouble = {
      path: 'x',
      doing: 'write',
      offset: 0,
      stillThere: true,
      programs: [],
      policies: null,
    } as const;
    const error = windowsDriveError(new WindowsError('NtWriteFile', 19), trouble);
    expect(error.detail).toBe('NtWriteFile failed with Windows’ error 19');
  });
});
