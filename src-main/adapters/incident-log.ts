import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Records a defect of the program in the profile's log and gives its number. Only the name of the procedure and where in
 * the program it happened are kept: messages of errors may quote client data, which never enters a log. A log that
 * cannot be written must not turn one defect into two, so the number is given all the same.
 */
export function recordIncident(folder: string, procedure: string, error: unknown): string {
  const incident = randomUUID().slice(0, 8);
  const name = error instanceof Error ? error.name : typeof error;
  const places = error instanceof Error ? placesOf(error) : [];
  const line = JSON.stringify({ incident, at: new Date().toISOString(), procedure, name, places });
  try {
    mkdirSync(folder, { recursive: true });
    appendFileSync(join(folder, 'incidents.log'), `${line}\n`);
  } catch (failure) {
    if (process.env['TICKMARK_DEBUG'] === '1') console.error(failure);
  }
  if (process.env['TICKMARK_DEBUG'] === '1') console.error(error);
  return incident;
}

/** The lines of a stack that name places in the program: those after the message, which may itself have many lines. */
function placesOf({ name, message, stack = '' }: Error): readonly string[] {
  const start = stack.indexOf(message);
  const rest = start < 0 ? stack.replace(name, '') : stack.slice(start + message.length);
  return rest.split('\n').filter((line) => /^\s+at [^\n]*:\d+:\d+\)?$/.test(line));
}
