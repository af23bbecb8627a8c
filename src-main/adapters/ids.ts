import { randomUUID } from 'node:crypto';
import type { IdsPort } from '../services/ports/ids.ts';

/** Random identities from the operating system. */
export const randomIds: IdsPort = { newId: () => randomUUID() };
