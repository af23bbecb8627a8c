import type { Contract } from '../../../shared/contract/index.ts';
import type { OutputOf } from '../../../shared/contract/procedure.ts';
import type { Reply } from '../../../shared/contract/reply.ts';
import type { z } from 'zod';
import type { SampleInputs } from '../sample-inputs.ts';

/** Calls a procedure through the program's router, as a script or the window would. */
export type CallProcedure = <K extends keyof Contract>(
  name: K,
  input: z.input<Contract[K]['input']>,
) => Promise<Reply<OutputOf<Contract[K]>>>;

/** The roles of the sample team. */
export type Role = 'staff' | 'senior' | 'manager' | 'partner';

/** Says what is being done, for the person who waits. */
export type Say = (line: string) => void;

/** The sample engagement stopped: a step was refused or failed. Says which, and why. */
export class JourneyStopped extends Error {
  constructor(step: string, reply: Exclude<Reply, { ok: true }>) {
    const why =
      reply.kind === 'refused'
        ? [reply.refusal, ...reply.refusal.also].map(({ code, message }) => `${code}: ${message}`).join(' ')
        : reply.message;
    super(`The sample engagement stopped at ${step}. ${why}`);
    this.name = 'JourneyStopped';
  }
}

/** What a journey needs: the sample inputs, the type of engagement, and the program. */
export interface JourneySetup {
  readonly call: CallProcedure;
  readonly inputs: SampleInputs;
  readonly type: 'I' | 'II';
  /** Place of the engagement file to be made. */
  readonly file: string;
  readonly passphrase: string;
  /** The day on which the sample work is done: letters and report are dated so. `YYYY-MM-DD`. */
  readonly today: string;
  readonly say: Say;
}

/** A walk through a whole engagement, step by step, each step by the person whose step it is. */
export interface Journey extends JourneySetup {
  /** Does a step and gives its value; a refusal ends the journey. */
  do<K extends keyof Contract>(name: K, input: z.input<Contract[K]['input']>): Promise<OutputOf<Contract[K]>>;
  /** Signs in the person of a role; does nothing where that person is signed in already. */
  as(role: Role): Promise<void>;
  /** The path of a file of the sample inputs. */
  path(file: string): string;
}

/** Starts a journey. The persons of the sample team are made where the profile does not know them. */
export function startJourney(setup: JourneySetup): Journey {
  const { call, inputs, passphrase } = setup;
  let signedIn: Role | null = null;
  const act: Journey['do'] = async (name, input) => {
    const reply = await call(name, input);
    if (!reply.ok) throw new JourneyStopped(name, reply);
    return reply.value;
  };
  return {
    ...setup,
    do: act,
    as: async (role) => {
      if (signedIn === role) return;
      const member = inputs.company.team.find((person) => person.role === role);
      if (member === undefined) throw new Error(`the sample team has no ${role}`);
      await act('person.unlock', { personId: member.initials, passphrase });
      signedIn = role;
    },
    path: (file) => `${inputs.folder}/${file}`,
  };
}
