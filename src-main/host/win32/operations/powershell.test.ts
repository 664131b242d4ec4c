import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Node } from 'web-tree-sitter';
import { quotePowerShell } from '../../../guest';
import { hostileTexts } from '../hostile-texts-testing';
import { notUnderstood, powerShellParser, stringLiterals } from '../powershell-grammar-testing';
import { getDiskLayout } from './disk-layout';
import { powerShell, powerShellScript } from './powershell';

let parse: (script: string) => Node;
beforeAll(async () => {
  parse = await powerShellParser();
});

/** What can stand in one line of a script. */
const oneLine = hostileTexts.filter((text) => text.length < 400 && !/\p{Cc}/u.test(text));

describe('scripts for PowerShell', () => {
  it('are PowerShell', () => {
    const operations = [getDiskLayout(3)];
    for (const operation of operations) {
      expect(notUnderstood(parse(powerShellScript(operation) ?? ''))).toEqual([]);
    }
  });

  it('are told apart from what is none', () => {
    expect(notUnderstood(parse("$a = 'x"))).not.toEqual([]);
    expect(notUnderstood(parse('if ($a { }'))).not.toEqual([]);
  });

  it('keep every name in one string, as a grammar that isn’t ours reads them', () => {
    fc.assert(
      fc.property(oneLine, (text) => {
        // The grammar knows no curly quotes as quotes: to it their doubles are two characters.
        const script = parse(`Use-It -Path ${quotePowerShell(text)} -Then 'end'`);
        expect(notUnderstood(script)).toEqual([]);
        expect(stringLiterals(script)).toEqual([quotePowerShell(text), "'end'"]);
      }),
      { numRuns: 1000 },
    );
  });

  it('are handed over whole', () => {
    fc.assert(
      fc.property(oneLine, (text) => {
        const line = `Use-It -Path ${quotePowerShell(text)} -Then 'end'`;
        const script = powerShellScript(powerShell({ title: 'x', body: line })) ?? '';
        expect(script.split('\n').filter((one) => one.includes(line))).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });

  it('are refused when no command line holds them', () => {
    expect(() => powerShell({ title: 'x', body: `'${'x'.repeat(12_000)}'` })).toThrow(
      'windows/unusable-text',
    );
    const { args } = powerShell({ title: 'x', body: `'${'x'.repeat(11_000)}'` });
    expect(args.join(' ').length).toBeLessThan(32_000);
  });

  it('tell on one line why they failed', () => {
    const { failureOf } = getDiskLayout(3);
    const stderr = 'sticksmith-failed 0x80070570 The file is corrupted.\r\n';
    expect(failureOf({ code: 1, stdout: '', stderr })).toEqual({
      windowsCode: '0x80070570',
      message: 'The file is corrupted.',
    });
    expect(failureOf({ code: 0, stdout: '', stderr: '' })).toBeNull();
    expect(failureOf({ code: 3_221_225_794, stdout: '', stderr: 'gone\r\n' })).toEqual({
      windowsCode: '0xc0000142',
      message: 'gone',
    });
  });
});
