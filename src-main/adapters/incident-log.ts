import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Records a defect of the program in the profile's log and gives its number. Only the name of the procedure and where in
 * the program it happened are kept: messages of errors may quote client data, which never enters a log.
 */
export function recordIncident(folder: string, procedure: string, error: unknown): string {
  const incident = randomUUID().slice(0, 8);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const name = error instanceof Error ? error.name : typeof error;
  const line = JSON.stringify({ incident, at: new Date().toISOString(), procedure, name, places });
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, 'incidents.log'), `${line}\n`);
  if (process.env['TICKMARK_DEBUG'] === '1') console.error(error);
  return incident;
}
