/** Writes twenty seen heads into a profile, one change each: `write-heads.ts FOLDER NAME`. */
import { createProfileFile } from '../../../../../src-main/adapters/profile/profile-file.ts';

const [folder = '', name = ''] = process.argv.slice(2);
const file = createProfileFile(folder);
for (let number = 0; number < 20; number += 1)
  file.update(({ seenHeads }) => ({
    seenHeads: { ...seenHeads, [`${name}-${String(number)}`]: { entries: number, head: name } },
  }));
