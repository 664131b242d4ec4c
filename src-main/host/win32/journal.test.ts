import { execFileSync } from 'node:child_process';
import {
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stickError } from '../../../src-shared/errors';
import { UndoJournal, undoLeftovers } from './journal';
import type { Operation } from './operation';
import type { RunOperation } from './run-operation';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

function operation(title: string, undo: Operation | null = null): Operation {
  return {
    title,
    program: 'diskpart.exe',
    args: ['/s', '{a.txt}'],
    scripts: [{ name: 'a.txt', text: `${title}\r\n`, encoding: 'utf-16le-bom' }],
    stdin: null,
    okCodes: [0],
    progressOf: () => null,
    failureOf: () => null,
    undo,
  };
}

const reversible = (name: string) => operation(`set ${name}`, operation(`clear ${name}`));

/** The process that kept it is at an end, as far as anybody can see: a number that no process has any more. */
async function leaveBehind(): Promise<void> {
  const pid = Number(execFileSync('sh', ['-c', 'echo $$']).toString());
  for (const name of await readdir(folder)) {
    await rename(join(folder, name), join(folder, name.replace(String(process.pid), String(pid))));
  }
}

/**
 * A simulated computer with things that are set and cleared. To set what is set, or to clear what isn't, fails. It can be
 * killed at any of its steps, of which each operation has two: it may have taken effect by then, or not. From then on nothing
 * of it ever answers.
 */
class SimulatedComputer {
  readonly killed: Promise<'killed'>;
  private steps = 0;
  private kill: () => void = () => undefined;

  constructor(
    readonly things: Set<string>,
    private readonly killedAt = Infinity,
  ) {
    this.killed = new Promise((resolve) => {
      this.kill = () => resolve('killed');
    });
  }

  readonly run: RunOperation = async ({ title }) => {
    await this.step();
    const [verb, name = ''] = title.split(' ');
    if (this.things.has(name) === (verb === 'set')) {
      throw stickError('tool/failed', { tool: 'diskpart.exe', message: 'nothing to do' });
    }
    if (verb === 'set') this.things.add(name);
    else this.things.delete(name);
    await this.step();
    return { code: 0, stdout: '', stderr: '' };
  };

  private step(): Promise<void> {
    this.steps += 1;
    if (this.steps <= this.killedAt) return Promise.resolve();
    this.kill();
    return new Promise(() => undefined);
  }
}

describe('the journal', () => {
  it('takes back what was done, the last first, and leaves nothing behind', async () => {
    const computer = new SimulatedComputer(new Set());
    const ran: string[] = [];
    const journal = await UndoJournal.begin(folder, (one, options) => {
      ran.push(one.title);
      return computer.run(one, options);
    });
    await journal.perform(reversible('disk'), { folder });
    const { undo } = await journal.perform(reversible('policy'), { folder });
    await journal.perform(operation('set nothing-to-undo'), { folder });
    await journal.perform(reversible('hive'), { folder });
    await undo({ folder });
    await undo({ folder });
    expect(await journal.undoAll({ folder })).toEqual([]);
    expect(ran.slice(4)).toEqual(['clear policy', 'clear hive', 'clear disk']);
    expect([...computer.things]).toEqual(['nothing-to-undo']);
    expect(await readdir(folder)).toEqual([]);
  });

  it('has an undo on the disk before its operation runs', async () => {
    let written = '';
    const journal = await UndoJournal.begin(folder, async () => {
      const [name = ''] = await readdir(folder);
      written = await readFile(join(folder, name), 'utf8');
      return { code: 0, stdout: '', stderr: '' };
    });
    await journal.perform(reversible('disk'), { folder });
    expect(written).toContain('clear disk');
    await journal.undoAll({ folder });
  });

  it('undoes exactly what was done, wherever the process is killed', async () => {
    const names = fc.uniqueArray(fc.constantFrom('disk', 'mount', 'hive', 'policy', 'letter'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(names, { maxLength: 2 }),
        fc.nat(24),
        fc.nat(12),
        async (rounds, killedAt, killedAgainAt) => {
          const things = new Set(['somebody-else’s']);
          const working = new SimulatedComputer(things, killedAt);
          const work = async (): Promise<void> => {
            for (const round of rounds) {
              const journal = await UndoJournal.begin(folder, working.run);
              for (const name of round) await journal.perform(reversible(name), { folder });
              await journal.undoAll({ folder });
              expect([...things]).toEqual(['somebody-else’s']);
            }
          };
          await Promise.race([work(), working.killed]);
          await leaveBehind();
          // The first that cleans up is killed as well, at times.
          for (const killed of [killedAgainAt, Infinity]) {
            const cleaning = new SimulatedComputer(things, killed);
            const cleaned = undoLeftovers(folder, cleaning.run, { folder });
            await Promise.race([cleaned, cleaning.killed]);
          }
          expect([...things]).toEqual(['somebody-else’s']);
          await Promise.all((await readdir(folder)).map((name) => rm(join(folder, name))));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('goes on where an undo fails, says so, and tries it again at the next starts', async () => {
    const things = new Set<string>();
    const computer = new SimulatedComputer(things);
    const journal = await UndoJournal.begin(folder, computer.run);
    await journal.perform(reversible('disk'), { folder });
    await journal.perform(reversible('hive'), { folder });
    things.delete('hive');
    const failure = [expect.objectContaining({ title: 'clear hive' }) as object];
    expect(await journal.undoAll({ folder })).toEqual(failure);
    expect(things.size).toBe(0);
    await leaveBehind();
    for (let start = 0; start < 3; start++) {
      const { undone, failed } = await undoLeftovers(folder, computer.run, { folder });
      expect([undone, failed]).toEqual([[], failure]);
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps what was made before a change that can’t be taken back, until the last try', async () => {
    const things = new Set<string>();
    const { run } = new SimulatedComputer(things);
    const removed: string[] = [];
    const remove = (path: string): Promise<void> => {
      removed.push(path);
      return Promise.resolve();
    };
    const journal = await UndoJournal.begin(folder, run, remove);
    await journal.noteMaking('holds the image');
    await journal.perform(reversible('image'), { folder });
    await journal.noteMaking('made later');
    things.delete('image');
    expect(await journal.undoAll({ folder })).toHaveLength(1);
    expect(removed).toEqual(['made later']);
    await leaveBehind();
    for (let start = 1; start <= 3; start += 1) {
      const { failed } = await undoLeftovers(folder, run, { folder }, remove);
      expect(failed).toHaveLength(1);
      expect(removed.includes('holds the image')).toBe(start === 3);
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes back what an operation left that failed in its middle', async () => {
    const things = new Set<string>();
    const computer = new SimulatedComputer(things);
    const journal = await UndoJournal.begin(folder, async (one, options) => {
      const output = await computer.run(one, options);
      if (one.title === 'set disk') throw stickError('cancelled', {});
      return output;
    });
    const failing = journal.perform(reversible('disk'), { folder });
    await expect(failing).rejects.toEqual(expect.objectContaining({ code: 'cancelled' }));
    expect(things.size).toBe(1);
    expect(await journal.undoAll({ folder })).toEqual([]);
    expect(things.size).toBe(0);
    expect(await readdir(folder)).toEqual([]);
  });

  it('removes what was made, unless it stays, in one order with what operations did', async () => {
    const computer = new SimulatedComputer(new Set());
    const ran: string[] = [];
    const run: RunOperation = (one, options) => {
      ran.push(one.title);
      return computer.run(one, options);
    };
    const remove = (path: string): Promise<void> => {
      ran.push(`remove ${path}`);
      return Promise.resolve();
    };
    const journal = await UndoJournal.begin(folder, run, remove);
    await journal.noteMaking('folder');
    const stays = await journal.noteMaking('stays');
    const { undoBy } = await journal.perform(reversible('hive'), { folder });
    await journal.perform(reversible('disk'), { folder });
    await stays();
    await undoBy(operation('clear hive'), { folder });
    await leaveBehind();
    ran.length = 0;
    const { undone } = await undoLeftovers(folder, run, { folder }, remove);
    expect(undone).toEqual(['clear disk', 'Remove folder']);
    expect(ran).toEqual(['clear disk', 'remove folder']);
    expect(await readdir(folder)).toEqual([]);
  });

  it('complains of nothing that was taken back when the process was killed', async () => {
    const computer = new SimulatedComputer(new Set());
    const journal = await UndoJournal.begin(folder, computer.run);
    const { undoBy } = await journal.perform(reversible('hive'), { folder });
    await expect(undoBy(operation('clear nothing'), { folder })).rejects.toThrow('nothing to do');
    // Tried in vain, it still counts.
    expect((await journal.undoAll({ folder })).length).toBe(0);
    const second = await UndoJournal.begin(folder, (one, options) =>
      one.title === 'clear hive'
        ? computer.run(one, options).then(() => new Promise(() => undefined))
        : computer.run(one, options),
    );
    const hive = await second.perform(reversible('hive'), { folder });
    void hive.undoBy(operation('clear hive'), { folder });
    await vi.waitFor(() => expect(computer.things.size).toBe(0));
    await leaveBehind();
    const { undone, failed } = await undoLeftovers(folder, computer.run, { folder });
    expect([undone, failed]).toEqual([[], []]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes back also when the journal can’t be written any more', async () => {
    const computer = new SimulatedComputer(new Set());
    const journal = await UndoJournal.begin(folder, computer.run);
    await journal.perform(reversible('disk'), { folder });
    const path = join(folder, (await readdir(folder))[0] ?? '');
    await rm(path);
    await mkdir(path);
    await expect(journal.perform(reversible('hive'), { folder })).rejects.toThrow('EISDIR');
    expect(await journal.undoAll({ folder })).toEqual([]);
    expect(computer.things.size).toBe(0);
  });

  it('removes files and folders of this computer, and no link’s target', async () => {
    const journal = await UndoJournal.begin(folder, new SimulatedComputer(new Set()).run);
    const made = join(folder, 'made');
    await journal.noteMaking(made);
    await mkdir(made);
    await writeFile(join(folder, 'kept'), 'kept');
    await symlink(folder, join(made, 'link'));
    await journal.noteMaking(join(folder, 'never made'));
    expect(await journal.undoAll({ folder })).toEqual([]);
    expect(await readdir(folder)).toEqual(['kept']);
  });

  it('leaves alone what a running process has under way', async () => {
    const computer = new SimulatedComputer(new Set());
    const journal = await UndoJournal.begin(folder, computer.run);
    await journal.perform(reversible('disk'), { folder });
    await rename(
      join(folder, (await readdir(folder))[0] ?? ''),
      join(folder, `undo-${String(process.ppid)}-1.jsonl`),
    );
    const nothing = { undone: [], failed: [] };
    expect(await undoLeftovers(folder, computer.run, { folder })).toEqual(nothing);
    expect([...computer.things]).toEqual(['disk']);
  });

  it('reads on after a line that was cut short', async () => {
    const things = new Set<string>();
    const computer = new SimulatedComputer(things);
    const journal = await UndoJournal.begin(folder, computer.run);
    await journal.perform(reversible('disk'), { folder });
    const path = join(folder, (await readdir(folder))[0] ?? '');
    await writeFile(path, '{"note":"begun","id":1,"un', { flag: 'a' });
    await journal.perform(reversible('hive'), { folder });
    await leaveBehind();
    const { undone } = await undoLeftovers(folder, computer.run, { folder });
    expect(undone).toEqual(['clear hive', 'clear disk']);
  });

  it('keeps no secret', async () => {
    const undo = { ...operation('clear key'), stdin: { text: 'hunter2', secret: true } };
    const journal = await UndoJournal.begin(folder, new SimulatedComputer(new Set()).run);
    const failing = journal.perform(operation('set key', undo), { folder });
    await expect(failing).rejects.toThrow(RangeError);
    await journal.undoAll({ folder });
  });
});
