import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computerNames, predictStarts, ruleTexts } from '../../../src-shared/compatibility';
import { eightDrives, encrypted, report, reportOfSeveral } from '../../../src-renderer/dev/samples';
import { ventoyReport } from '../../../src-renderer/dev/ventoy-samples';
import { checkPage, reportPage } from '.';

/** The page's words without its marks. */
function textOf(page: string): string {
  const body = page.slice(page.indexOf('<body>'));
  return body
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ');
}

/** Names of the elements that don't end, or end in another's place. */
function elementsLeftOpen(page: string): string[] {
  const open: string[] = [];
  for (const [, slash, name = ''] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (['meta', 'img', 'br'].includes(name)) continue;
    if (slash === '') open.push(name);
    else if (open.at(-1) === name) open.pop();
    else return [...open, name];
  }
  return open;
}

/** As XML, which a page of ours is but for its first line and its elements without an end. */
function asXml(page: string): string {
  return page
    .replace('<!doctype html>\n', '')
    .replace(/<(meta|img|br)([^>]*)>/g, (_, name, rest) => `<${String(name)}${String(rest)}/>`);
}

const made = report('/dev/sdb', 19_702_345_728, false);

describe('a report as a page', () => {
  it('says what was made, of what, and what its checks found', () => {
    const text = textOf(reportPage(made));
    expect(text).toContain('The stick is ready');
    expect(text).toContain('Windows 11 Pro, 10.0.26100.4349');
    expect(text).toContain(made.image.sha256);
    expect(text).toContain('2025-11-23 10:14:20 UTC');
    for (const { id, evidence } of made.sticks[0]?.checks ?? []) {
      expect(text).toContain(id);
      expect(text).toContain(evidence);
    }
  });

  it('says of each kind of computer whether the stick should start it, why not, and what helps', () => {
    const text = textOf(reportPage(made));
    for (const name of Object.values(computerNames)) expect(text).toContain(name);
    const { why, change } = ruleTexts['revoked-2011'];
    expect(text).toContain(`${why} ${change}`);
  });

  it('never calls a stick ready of which a check failed', () => {
    const text = textOf(reportPage(report('/dev/sdb', 1, true)));
    expect(text).not.toContain('ready');
    expect(text).toContain('A check found something');
    expect(text).toContain('✗ failed');
  });

  it('tells which of several failed, and how', () => {
    const [first, second] = eightDrives;
    if (!first || !second) throw new Error('two sample drives are needed');
    const several = reportOfSeveral([first], [second]);
    const text = textOf(reportPage(several));
    expect(text).toContain('1 of 2 sticks are ready');
    expect(text).toContain(`${second.path} ${several.failed[0]?.error.code ?? ''}`);
    expect(text).not.toMatch(/\{\w+\}/);
  });

  it('is there for Ventoy sticks and for encrypted ones as well', () => {
    expect(textOf(reportPage(ventoyReport('/dev/sdb')))).toContain('Ventoy 1.1.17');
    const text = textOf(reportPage(encrypted(made)));
    expect(text).toContain('recovery key 5F2C81A0-93D4-4B7E-A1C6-000000000001');
  });

  it('is well-formed, runs nothing and loads nothing, whatever names it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (target, evidence) => {
        const [stick] = made.sticks;
        if (!stick) throw new Error('a sample stick is needed');
        const hostile = `<script>alert(1)</script>"'>${evidence.replace(/[\0-\u001f\ufffe\uffff]/g, '')}`;
        const checks = [{ id: 'x', status: 'pass' as const, evidence: hostile }];
        const page = reportPage({ ...made, sticks: [{ ...stick, target: hostile, checks }] });
        expect(page).not.toMatch(/<script|<link|<iframe|src="(?!data:)/i);
        expect(elementsLeftOpen(page)).toEqual([]);
        expect(textOf(reportPage({ ...made, sticks: [{ ...stick, target }] }))).toContain('Stick');
      }),
    );
  });

  it('lets nothing be loaded, by its own rule', () => {
    const parsed = new XMLParser({ ignoreAttributes: false }).parse(asXml(reportPage(made))) as {
      html: { head: { meta: Record<string, string>[] } };
    };
    const rule = parsed.html.head.meta.find((meta) => '@_http-equiv' in meta);
    expect(rule?.['@_content']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    );
  });
});

describe('a check of an older stick as a page', () => {
  it('says which stick, when, and what was found', () => {
    const page = checkPage({
      target: '/dev/sdz',
      checkedAt: '2026-03-01T10:20:30.400Z',
      program: 'Sticksmith 0.1.0',
      checks: [{ id: 'bcd.loader', status: 'fail', evidence: 'gone', next: 'Repair the stick.' }],
      bootTests: [],
      diary: [],
      compatibility: predictStarts({
        system: { kind: 'windows', architecture: 'x64', build: null },
        bootPrograms: { x64: 'unsigned', ia32: null, arm64: null },
        startsByBios: false,
        failedChecks: ['bcd.loader'],
      }),
    });
    const text = textOf(page);
    expect(text).toContain('The stick has a problem');
    expect(text).toContain('2026-03-01 10:20:30 UTC');
    expect(text).toContain('gone Repair the stick.');
    expect(text).toContain(ruleTexts.unsigned.why);
  });
});
