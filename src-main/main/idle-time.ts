/** Minutes without a sign of the user after which their signing key is locked. */
const idleMinutes = 15;

/**
 * Whether nobody has used the computer, and nothing was asked of the program, for as long as a key may stay open. The
 * first tells of a user who reads or works elsewhere, the second of one whose input the system does not see.
 */
export function isIdle(now: number, lastCall: number, systemIdleSeconds: number): boolean {
  return systemIdleSeconds >= idleMinutes * 60 && now - lastCall >= idleMinutes * 60_000;
}
