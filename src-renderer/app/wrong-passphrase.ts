import type { GateMessage } from '../ui/gate/gate-message.ts';
import { gateTitle } from './gate-messages.ts';

/** The one refusal that is answered in the dialog which asked for the passphrase; `undefined` where there is none. */
export function wrongPassphrase(command: { readonly gates: readonly GateMessage[] }): string | undefined {
  return command.gates.find((gate) => gate.headline === gateTitle('wrong-passphrase'))?.message;
}

/** Whether something else than a wrong passphrase stands in the way: the dialog then makes room for the banner. */
export function isRefusedOtherwise(command: {
  readonly gates: readonly GateMessage[];
  readonly failure: object | null;
}): boolean {
  return wrongPassphrase(command) === undefined && (command.gates.length > 0 || command.failure !== null);
}
