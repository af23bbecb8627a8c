import { failureOf } from '../adapters/sqlite/failures.ts';
import type { StoreFailure } from '../services/ports/engagement-store.ts';

/** The failure of the environment behind an error, in words; `null` where the program itself is wrong. */
export const storeFailureOf = (error: unknown): StoreFailure | null => failureOf(error);
