/** Opens an engagement in a process of its own, says so, and keeps it open until it is stopped. */
import { passphrase, testFiles } from '../../helpers/store/test-files.ts';

const opened = await testFiles().open(process.argv[2] ?? '', passphrase);
process.stdout.write(`${opened.ok ? 'open' : opened.error.kind}\n`);
process.stdin.resume();
