import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MiB } from '../../../src-shared/units';
import { attachLoop, type LoopDevice } from '../../helper/test-support/loop-device';
import { runTool } from '../../host/run-tool';
import { CLI } from '../testing';

/* Each shell is asked what it offers for a line, in a folder with some files and on a computer with a drive. */

let base: string;
let folder: string;
let drive: LoopDevice;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-completion-'));
  folder = join(base, 'work');
  await mkdir(join(folder, 'keys'), { recursive: true });
  for (const name of ['Win 11.ISO', 'loaner.json', 'notes.txt', 'stick.img']) {
    await writeFile(join(folder, name), '');
  }
  await mkdir(join(base, 'bin'));
  const program = `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`;
  await writeFile(join(base, 'bin/sticksmith'), program, { mode: 0o755 });
  // Where zsh looks for the function of that name, and where the others are told to look.
  for (const [shell, name] of [
    ['bash', 'bash'],
    ['fish', 'fish'],
    ['zsh', '_sticksmith'],
  ] as const) {
    const { stdout } = await runTool(join(base, 'bin/sticksmith'), ['completion', shell]);
    await writeFile(join(base, name), stdout);
  }
  drive = await attachLoop(64 * MiB);
});
afterAll(async () => {
  await drive.detach();
  await rm(base, { recursive: true, force: true });
});

async function run(program: string, args: string[], more: Record<string, string> = {}) {
  const path = `${join(base, 'bin')}:${process.env['PATH'] ?? ''}`;
  const env = { PATH: path, HOME: base, STICKSMITH_ALLOW_LOOP: '1', ...more };
  return (await runTool(program, args, { cwd: folder, env, timeoutMs: 60_000 })).stdout;
}

const ASK_BASH = `
source "$1"
# Only readline lets functions set these.
compopt() { :; }
COMP_WORDS=("\${@:2}")
COMP_CWORD=$(($# - 2))
_sticksmith
printf '%s\\n' "\${COMPREPLY[@]}"
`;

const ASK_ZSH = `
zmodload zsh/zpty
zpty terminal "zsh -i"
zpty -w -n terminal "$1"$'\\t'
while zpty -r terminal _; do :; done
`;

/** Keeps what is offered instead of showing it, and ends after the first Tab. */
const ZSHRC = `
PROMPT=
fpath=("$ZDOTDIR" $fpath)
autoload -Uz compinit && compinit -u -D
bindkey '^I' complete-word
comppostfuncs=(exit)
compadd() {
  if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then
    builtin compadd "$@"
    return
  fi
  local -a offered
  builtin compadd -A offered "$@"
  (($#offered)) && print -lr -- $offered >>"$ZDOTDIR/offered"
  builtin compadd "$@"
}
`;

/** What each shell offers for a line whose end is the cursor, one a line. */
const ask: Record<string, (line: string) => Promise<string>> = {
  bash: (line) => run('bash', ['-c', ASK_BASH, 'bash', join(base, 'bash'), ...line.split(' ')]),
  zsh: async (line) => {
    await writeFile(join(base, '.zshrc'), ZSHRC);
    await writeFile(join(base, 'offered'), '');
    await run('zsh', ['-f', '-c', ASK_ZSH, 'zsh', line], { ZDOTDIR: base });
    return readFile(join(base, 'offered'), 'utf8');
  },
  fish: (line) =>
    run('fish', [
      '--no-config',
      '-c',
      'source $argv[1]; complete -C $argv[2]',
      join(base, 'fish'),
      line,
    ]),
};

/** Without descriptions, signs for quoting and the slashes of folders. */
function offered(text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\t.*/, '').replace(/\\(?=.)|\/$/g, ''));
  return [...new Set(lines.filter((line) => line !== ''))].sort();
}

describe.each(Object.keys(ask))('%s offers', (shell) => {
  it.each([
    ['commands', 've', ['ventoy']],
    ['commands below others', 'ventoy package ', ['download', 'forget', 'inspect', 'keep', 'list']],
    ['options', 'make --sch', ['--scheme']],
    ['options behind arguments', 'diary add stick.img --fi', ['--firmware']],
    ['words that an option takes', 'make --scheme ', ['gpt', 'mbr']],
    ['them behind a “=”', 'make --scheme=m', [expect.stringMatching(/^(--scheme=)?mbr$/)]],
    ['words behind other options', 'make --scheme gpt --fs ', ['exfat', 'ntfs']],
    ['words that an argument takes', 'completion ', ['bash', 'fish', 'powershell', 'zsh']],
    ['files by their ending', 'make --image ', ['Win 11.ISO', 'keys']],
    ['files as arguments', 'recipe validate ', ['keys', 'loaner.json']],
    ['any file', 'hash ', ['Win 11.ISO', 'keys', 'loaner.json', 'notes.txt', 'stick.img']],
    ['any file as a later argument', 'ventoy add x.img a.iso n', ['notes.txt']],
    ['folders and words', 'make --recovery-dir ', ['ask', 'keys']],
    ['words beside values', 'make --vhdx-size ', ['all']],
    ['nothing where nothing is known', 'make --computer-name ', []],
  ])('%s', async (_, words, expected) => {
    const line = `sticksmith ${words}`;
    // bash makes words of its own of what is around a “=”.
    const asked = shell === 'bash' ? line.replace('=', ' = ') : line;
    expect(offered((await ask[shell]?.(asked)) ?? '')).toEqual(expected);
  });

  it('drives that may become a stick, and image files, for a target', async () => {
    const targets = offered((await ask[shell]?.('sticksmith make --target ')) ?? '');
    expect(targets).toEqual(expect.arrayContaining([drive.path, 'stick.img', 'keys']));
    // Others may come and go meanwhile; partitions and what is mounted are never among them.
    const drives = targets.filter((target) => target.startsWith('/'));
    expect(drives.filter((path) => !/^\/dev\/(loop\d+|[svx]d[a-z]+)$/.test(path))).toEqual([]);
  });
});
