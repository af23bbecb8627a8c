/**
 * Loaded before any script of the project. The scripts are TypeScript that Node runs as it is, so an older Node
 * would stop with a message about a file ending; say what is the matter instead. This file is plain JavaScript
 * because that older Node has to be able to read it.
 */
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Tickmark's scripts need Node 22.18 or newer; this is ${process.versions.node}.\n` +
      'On Linux x64, `npm ci` brings Node 24 along as an optional dependency. ' +
      'On other systems, install Node 24 from nodejs.org.\n',
  );
  process.exit(1);
}

// The scripts are compiled once and not at every start. Where the folder cannot be written, they are compiled each time.
module.enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)));

// Child processes inherit execArgv; they run under the same Node and need no second look, nor this relative path.
const at = process.execArgv.findIndex((argument) => argument === '--import');
if (at >= 0) process.execArgv.splice(at, 2);
