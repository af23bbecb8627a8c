/** The whole contract: every procedure that the window, the command line and the tests can call. */
import { engagementContract } from './engagement.ts';
import { journalContract } from './journal.ts';
import { personContract } from './person.ts';

/** All procedures by name. */
export const contract = {
  ...personContract,
  ...engagementContract,
  ...journalContract,
} as const;

/** The contract's type, from which handlers and the renderer's client are derived. */
export type Contract = typeof contract;
