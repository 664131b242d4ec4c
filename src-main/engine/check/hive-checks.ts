import { fail, pass, warn, type Check, type Finding } from './finding';
import { listed, sentence } from '../../../src-shared/findings';
import { currentControlSet, keyInForce, numberOf, type Hives } from './hives';
import type { Stick } from './stick';
import type { HiveKey } from '../../guest';

const INTERNAL_OFFLINE = 4;

/** The registry, which Windows reads before anything else. */
export const hiveChecks: Check[] = [
  {
    id: 'hive.files',
    next: 'next.again',
    run: (stick) => onHives(stick, hiveFiles),
  },
  {
    id: 'hive.clean',
    next: 'next.hive.clean',
    run: (stick) => onHives(stick, closedCleanly),
  },
  {
    id: 'hive.system',
    next: 'next.again',
    run: (stick) =>
      onHives(stick, ({ system }) =>
        system.ok
          ? pass('hive.system.sound')
          : fail('hive.system.damaged', { problem: system.problem }),
      ),
  },
  {
    id: 'hive.control-set',
    next: 'next.again',
    run: (stick) => onSystem(stick, controlSet),
  },
  {
    id: 'hive.san-policy',
    next: 'next.hive.san-policy',
    run: (stick) => onControlSet(stick, sanPolicy),
  },
  {
    id: 'hive.portable',
    next: 'next.hive.portable',
    run: (stick) => onControlSet(stick, portable),
  },
];

/** Null without any hive: what is there is no Windows, which the boot store's paths tell. */
function onHives<T>({ hives }: Stick, look: (hives: Hives) => T): T | null {
  return hives && look(hives);
}

function onSystem<T>(stick: Stick, look: (system: HiveKey) => T): T | null {
  return stick.hives?.system.ok ? look(stick.hives.system.value) : null;
}

/** Null where the control set isn't there, which is a finding of its own. */
export function onControlSet<T>(stick: Stick, look: (system: HiveKey) => T): T | null {
  return onSystem(stick, (system) => (keyInForce(system) ? look(system) : null));
}

function hiveFiles({ bases }: Hives): Finding {
  const bad = bases.flatMap(({ name, closedCleanly: found }) =>
    found.ok ? [] : [sentence('hive.of-name', { name, problem: found.problem })],
  );
  return bad.length === 0
    ? pass('hive.files.right', { names: bases.map(({ name }) => name).join(', ') })
    : fail('hive.files.wrong', { hives: listed('semicolon', bad) });
}

/** Null where none can be read. */
function closedCleanly({ bases }: Hives): Finding | null {
  const found = bases.filter(({ closedCleanly: state }) => state.ok);
  if (found.length === 0) return null;
  const open = found.filter(({ closedCleanly: state }) => state.ok && !state.value);
  return open.length === 0
    ? pass('hive.clean.closed')
    : warn('hive.clean.open', { names: open.map(({ name }) => name).join(', ') });
}

function controlSet(system: HiveKey): Finding {
  const current = currentControlSet(system);
  if (current === null) return fail('hive.control-set.none');
  return keyInForce(system)
    ? pass('hive.control-set.there', { number: current })
    : fail('hive.control-set.missing', { number: current });
}

function sanPolicy(system: HiveKey): Finding {
  const parameters = keyInForce(system, 'Services', 'partmgr', 'Parameters');
  const policy = parameters ? numberOf(parameters, 'SanPolicy') : null;
  return policy === INTERNAL_OFFLINE
    ? pass('hive.san-policy.offline')
    : warn('hive.san-policy.online', { value: policy ?? sentence('hive.value-not-set') });
}

function portable(system: HiveKey): Finding {
  const control = keyInForce(system, 'Control');
  const value = control ? numberOf(control, 'PortableOperatingSystem') : null;
  return value === 1
    ? pass('hive.portable.on')
    : warn('hive.portable.off', { value: value ?? sentence('hive.value-not-set') });
}
