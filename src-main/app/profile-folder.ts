import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

const profileSwitch = '--profile=';

/**
 * Where the profile lies: the switch `--profile=FOLDER` of the window, `TICKMARK_HOME`, else the operating system's place
 * for the data of programs.
 */
export function profileFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const named = process.argv.find((word) => word.startsWith(profileSwitch))?.slice(profileSwitch.length);
  const chosen = named ?? env['TICKMARK_HOME'] ?? '';
  return chosen === '' ? usualFolder(env, platform) : resolve(chosen);
}

function usualFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Tickmark');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Tickmark');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'tickmark');
}
