import { fail, pass, warn, AGAIN, type Check, type Finding } from './finding';
import { currentControlSet, keyInForce, numberOf, type Hives } from './hives';
import type { Stick } from './stick';
import type { HiveKey } from '../../guest';

const INTERNAL_OFFLINE = 4;

/** The registry, which Windows reads before anything else. */
export const hiveChecks: Check[] = [
  {
    id: 'hive.files',
    next: AGAIN,
    run: (stick) => onHives(stick, hiveFiles),
  },
  {
    id: 'hive.clean',
    next: 'Start Windows from the stick and shut it down properly: it completes the change from its log.',
    run: (stick) => onHives(stick, closedCleanly),
  },
  {
    id: 'hive.system',
    next: AGAIN,
    run: (stick) =>
      onHives(stick, ({ system }) =>
        system.ok
          ? pass('The cells of SYSTEM and the keys that its start depends on are sound')
          : fail(`Windows could not read it: ${system.problem}`),
      ),
  },
  {
    id: 'hive.control-set',
    next: AGAIN,
    run: (stick) => onSystem(stick, controlSet),
  },
  {
    id: 'hive.san-policy',
    next: 'Windows on this stick sees the disks inside of a computer. That may be what you chose; if not, make the stick again.',
    run: (stick) => onControlSet(stick, sanPolicy),
  },
  {
    id: 'hive.portable',
    next: 'Windows may set it when it starts. With 0 it takes itself for one that is installed on this computer.',
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
    found.ok ? [] : [`${name}: ${found.problem}`],
  );
  return bad.length === 0
    ? pass(`${bases.map(({ name }) => name).join(', ')} begin as hives do`)
    : fail(`Windows can’t load ${bad.join('; ')}`);
}

/** Null where none can be read. */
function closedCleanly({ bases }: Hives): Finding | null {
  const found = bases.filter(({ closedCleanly: state }) => state.ok);
  if (found.length === 0) return null;
  const open = found.filter(({ closedCleanly: state }) => state.ok && !state.value);
  return open.length === 0
    ? pass('The hives were closed cleanly')
    : warn(`A change was not completed in ${open.map(({ name }) => name).join(', ')}`);
}

function controlSet(system: HiveKey): Finding {
  const current = currentControlSet(system);
  if (current === null) return fail('Select names no control set');
  return keyInForce(system)
    ? pass(`Windows starts with control set ${String(current)}, which is there`)
    : fail(`Windows is to start with control set ${String(current)}, which is not there`);
}

function sanPolicy(system: HiveKey): Finding {
  const parameters = keyInForce(system, 'Services', 'partmgr', 'Parameters');
  const policy = parameters ? numberOf(parameters, 'SanPolicy') : null;
  return policy === INTERNAL_OFFLINE
    ? pass('Disks inside of a computer stay offline (SanPolicy 4)')
    : warn(
        `Disks inside of a computer come online (SanPolicy ${policy === null ? 'not set' : String(policy)})`,
      );
}

function portable(system: HiveKey): Finding {
  const control = keyInForce(system, 'Control');
  const value = control ? numberOf(control, 'PortableOperatingSystem') : null;
  return value === 1
    ? pass('Windows takes itself for a portable one (PortableOperatingSystem 1)')
    : warn(`PortableOperatingSystem is ${value === null ? 'not set' : String(value)}`);
}
