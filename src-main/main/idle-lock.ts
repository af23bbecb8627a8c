import { powerMonitor } from 'electron';
import { isIdle } from './idle-time.ts';

const lookEverySeconds = 30;

/** What the lock watches and does. */
export interface IdleLockHost {
  /** When the page last called, in milliseconds since the epoch. */
  readonly lastCall: () => number;
  /** Locks the signing key of whoever is signed in. */
  readonly lock: () => void;
}

/**
 * Locks the signing key where its owner seems to have gone: after 15 idle minutes, when the screen is locked and when the
 * computer goes to sleep. What is open stays open and can be read; nothing is recorded in the owner's name.
 */
export function lockWhenIdle({ lastCall, lock }: IdleLockHost): void {
  const look = (): void => {
    if (isIdle(Date.now(), lastCall(), powerMonitor.getSystemIdleTime())) lock();
  };
  setInterval(look, lookEverySeconds * 1000).unref();
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
}
