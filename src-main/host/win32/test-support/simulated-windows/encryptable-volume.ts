import { setTimeout as wait } from 'node:timers/promises';
import type { BitLockerCipher } from '../../../../guest/bitlocker';
import { newGuid } from '../../../../io';
import type { Computer, SimulatedVolume } from './computer';
import { encryptSimulatedVolume } from './encrypt-image';
import { SimulationLimit } from './simulation-limit';

/** What a method is given, and what it answers: `ReturnValue`, 0 for success, and its out parameters. */
export type MethodValues = Readonly<Record<string, string | number | boolean>>;
export type MethodAnswer = Readonly<Record<string, string | number>>;

/** What BitLocker knows of a volume. */
export interface SimulatedBitLocker {
  recovery: { id: string; password: string } | null;
  passphrase: { id: string; password: string } | null;
  /** Null until it is begun. */
  conversion: {
    cipher: BitLockerCipher;
    usedSpaceOnly: boolean;
    state: 'going-on' | 'paused' | 'done';
    /** How often its state was asked for: it takes a few times. */
    asked: number;
  } | null;
  locked: boolean;
}

/** What a test may want of BitLocker on a computer. */
export interface BitLockerBehaviour {
  /** By the name of a method, the code that it returns instead of doing anything. */
  refusals: Record<string, number>;
  /** Encrypting goes on and on, ever slower. */
  stalls: boolean;
}

const Code = {
  done: 0,
  invalidArgument: 0x8007_0057,
  notDecrypted: 0x8031_0039,
  keyRequired: 0x8031_001d,
  protectorExists: 0x8031_0031,
} as const;

/** Of GetConversionStatus (learn.microsoft.com, getconversionstatus-win32-encryptablevolume). */
const Status = { decrypted: 0, encrypted: 1, encrypting: 2, paused: 4 } as const;
const METHODS: Readonly<Record<number, BitLockerCipher>> = { 6: 'xts-aes-128', 7: 'xts-aes-256' };
/** How often it is asked for its state while it encrypts. */
const STEPS = 4;
const WHOLE = 1_000_000;

/** Parameters by their documented names; those of other methods aren't known here. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  PrepareVolume: ['DiscoveryVolumeType', 'ForceEncryptionType'],
  ProtectKeyWithNumericalPassword: ['FriendlyName', 'NumericalPassword'],
  ProtectKeyWithPassphrase: ['FriendlyName', 'PassPhrase'],
  DeleteKeyProtectors: [],
  Encrypt: ['EncryptionMethod', 'EncryptionFlags'],
  GetConversionStatus: ['PrecisionFactor'],
  PauseConversion: [],
  Lock: ['ForceDismount'],
};

/**
 * Win32_EncryptableVolume of a simulated volume, by its documented methods. Encrypting is carried out on the image at its end, at
 * once: a volume that is encrypted in part isn't simulated.
 */
export async function callMethod(
  computer: Computer,
  volume: SimulatedVolume,
  method: string,
  values: MethodValues,
): Promise<MethodAnswer> {
  const known = PARAMETERS[method];
  const unknown = Object.keys(values).find((name) => !known?.includes(name));
  if (!known || unknown !== undefined) {
    throw new SimulationLimit(`Win32_EncryptableVolume.${method}(${unknown ?? ''})`);
  }
  const refused = computer.bitLockerBehaviour.refusals[method];
  if (refused !== undefined) return { ReturnValue: refused };
  const state = (volume.bitLocker ??= {
    ...{ recovery: null, passphrase: null, conversion: null, locked: false },
  });
  switch (method) {
    case 'PrepareVolume':
      return { ReturnValue: state.recovery || state.passphrase ? Code.notDecrypted : Code.done };
    case 'ProtectKeyWithNumericalPassword':
      if (!isRecoveryPassword(values['NumericalPassword'])) return invalid;
      state.recovery = { id: newGuid(), password: String(values['NumericalPassword']) };
      return made(state.recovery.id);
    case 'ProtectKeyWithPassphrase':
      if (state.passphrase) return { ReturnValue: Code.protectorExists };
      if (String(values['PassPhrase'] ?? '').length < 8) return invalid;
      state.passphrase = { id: newGuid(), password: String(values['PassPhrase']) };
      return made(state.passphrase.id);
    case 'DeleteKeyProtectors':
      if (state.conversion) return { ReturnValue: Code.keyRequired };
      volume.bitLocker = null;
      return { ReturnValue: Code.done };
    case 'Encrypt':
      return begin(state, values);
    case 'GetConversionStatus':
      return conversionStatus(computer, volume, state, values);
    case 'PauseConversion':
      if (state.conversion?.state === 'going-on') state.conversion.state = 'paused';
      return { ReturnValue: Code.done };
    default:
      state.locked = true;
      return { ReturnValue: Code.done };
  }
}

const invalid: MethodAnswer = { ReturnValue: Code.invalidArgument };

function made(id: string): MethodAnswer {
  return { ReturnValue: Code.done, VolumeKeyProtectorID: `{${id.toUpperCase()}}` };
}

/** Groups of six digits that are multiples of 11 up to 720885 (learn.microsoft.com, protectkeywithnumericalpassword). */
function isRecoveryPassword(value: MethodValues[string] | undefined): boolean {
  const groups = String(value).split('-');
  const fits = (group: string): boolean =>
    /^\d{6}$/.test(group) && Number(group) % 11 === 0 && Number(group) <= 720_885;
  return groups.length === 8 && groups.every(fits);
}

function begin(state: SimulatedBitLocker, values: MethodValues): MethodAnswer {
  const cipher = METHODS[Number(values['EncryptionMethod'])];
  const flags = Number(values['EncryptionFlags']);
  if (!cipher || flags > 1) return invalid;
  if (!state.recovery && !state.passphrase) return { ReturnValue: Code.keyRequired };
  if (state.conversion) return { ReturnValue: Code.notDecrypted };
  state.conversion = { cipher, usedSpaceOnly: flags === 1, state: 'going-on', asked: 0 };
  return { ReturnValue: Code.done };
}

async function conversionStatus(
  computer: Computer,
  volume: SimulatedVolume,
  { conversion, recovery, passphrase }: SimulatedBitLocker,
  { PrecisionFactor }: MethodValues,
): Promise<MethodAnswer> {
  if (PrecisionFactor !== 4) throw new SimulationLimit('another precision than 4');
  const answer = (ConversionStatus: number, share: number): MethodAnswer => ({
    ...{ ReturnValue: Code.done, ConversionStatus },
    EncryptionPercentage: Math.floor(share * WHOLE),
  });
  if (!conversion) return answer(Status.decrypted, 0);
  if (conversion.state === 'done') return answer(Status.encrypted, 1);
  if (conversion.state === 'paused') return answer(Status.paused, 0.5);
  const { asked } = conversion;
  conversion.asked += 1;
  const { stalls } = computer.bitLockerBehaviour;
  if (stalls) await wait(20);
  const share = stalls ? asked / (asked + 100) : asked / STEPS;
  if (share < 1) return answer(Status.encrypting, share);
  if (!recovery || !passphrase) throw new SimulationLimit('a volume with one protector');
  await encryptSimulatedVolume(computer, volume, {
    ...{ cipher: conversion.cipher, usedSpaceOnly: conversion.usedSpaceOnly },
    ...{ password: passphrase.password, passwordProtector: passphrase.id },
    ...{ recoveryPassword: recovery.password, recoveryProtector: recovery.id },
  });
  conversion.state = 'done';
  return answer(Status.encrypted, 1);
}
