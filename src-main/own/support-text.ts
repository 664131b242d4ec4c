import { errorCatalogue, fillIn } from '../../src-shared/errors';
import { formatBytes } from '../../src-shared/units';
import { hideKeys } from './hide-keys';
import type { Found, LastJob, SupportFacts } from './support';

/** The facts as a text to be read before it is given away, and to be pasted anywhere. */
export function supportText(facts: SupportFacts): string {
  const { program, system, folders, settings } = facts;
  const runtimes = Object.entries(program.runtimes).map(([name, version]) => `${name} ${version}`);
  const sections: [title: string, lines: string[]][] = [
    ['Program', [`${program.name}${program.portable ? ', portable' : ''}`, runtimes.join(', ')]],
    [
      'Computer',
      [
        `${system.name}, ${system.architecture}`,
        `${String(system.processors)} processors, ${formatBytes(system.memoryBytes)} of memory`,
      ],
    ],
    [
      'Folders',
      [
        `data: ${folders.data ?? 'none'}`,
        ...linesOf(folders.workFreeBytes, (free) => [
          `work: ${folders.work ?? 'none'}, ${formatBytes(free)} free`,
        ]),
      ],
    ],
    [
      'Settings',
      settings === null
        ? ['none are kept']
        : Object.entries(settings).map(([name, value]) => `${name}: ${String(value)}`),
    ],
    [
      'What the job needs',
      linesOf(facts.tools, (tools) =>
        tools.map(({ name, version, found, required }) =>
          [name, found ? (version ?? 'found') : required ? 'MISSING' : 'missing'].join(': '),
        ),
      ),
    ],
    [
      'Drives',
      linesOf(facts.drives, (drives) =>
        drives.map(({ name, bus, sizeBytes, serial, traits, fileSystems }) =>
          [
            ...[name, bus, formatBytes(sizeBytes), `serial ${serial ?? 'none'}`],
            ...traits,
            ...(fileSystems.length === 0 ? [] : [`with ${fileSystems.join(' ')}`]),
          ].join(', '),
        ),
      ),
    ],
    ['Last job of this window', facts.lastJob === null ? ['none'] : jobLines(facts.lastJob)],
  ];
  const logs = linesOf(facts.logs, (ends) =>
    ends.flatMap(({ name, lines }) => [`[${name}]`, ...lines]),
  );
  const text = [...sections, ['End of the logs', logs] as const]
    .map(([title, lines]) => [`== ${title}`, ...lines].join('\n'))
    .join('\n\n');
  return `${hideKeys(text)}\n`;
}

function linesOf<T>(found: Found<T>, lines: (value: T) => string[]): string[] {
  return 'value' in found ? lines(found.value) : [`can’t be found out: ${found.failure}`];
}

function jobLines({ state, error, log }: LastJob): string[] {
  const failure =
    error === null
      ? []
      : [
          `${error.code}: ${fillIn(errorCatalogue[error.code].what, error.params, formatBytes)}`,
          ...(error.detail === undefined ? [] : [error.detail]),
        ];
  return [state, ...failure, ...log.map(({ level, text }) => `${level}: ${text}`)];
}
