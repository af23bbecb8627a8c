import { concludingGates } from './concluding-gates.ts';
import { fieldworkGates } from './fieldwork-gates.ts';
import { planningGates } from './planning-gates.ts';

/** All gates. N3 and T4 of the reference have two faces each: N3B and T4J are their second. */
export const gateCatalogue = { ...planningGates, ...fieldworkGates, ...concludingGates } as const;

/** The code of a gate. */
export type GateCode = keyof typeof gateCatalogue;
