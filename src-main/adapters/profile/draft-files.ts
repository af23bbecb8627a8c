import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Draft, DraftsPort } from '../../services/ports/drafts.ts';
import type { Actor } from '../../services/ports/engagement-store.ts';
import { locked, replaceFile } from './locked-file.ts';

/** What is signed to derive the key; another number is another form of the file. */
const format = 'tickmark-drafts/1';
const nonceLength = 12;
const tagLength = 16;

const texts = z.record(z.string(), z.string());
const stored = z.array(z.strictObject({ place: z.string(), texts, base: texts, at: z.string() }));

/**
 * Files in the folder `drafts` of the profile, one for each person and engagement, under AES-256-GCM. The key comes from
 * the person's own: an Ed25519 signature is the same each time it is made (RFC 8032, 5.1.6), and only they can make it.
 */
export function createDraftFiles(folder: string): DraftsPort {
  const drafts = join(folder, 'drafts');
  const pathOf = (actor: Actor, engagementId: string): string =>
    join(drafts, createHash('sha256').update(`${engagementId} ${actor.personId}`).digest('hex').slice(0, 32));
  return {
    read(actor, engagementId) {
      const path = pathOf(actor, engagementId);
      if (!existsSync(path)) return [];
      return opened(readFileSync(path, 'latin1'), keyOf(actor, engagementId));
    },
    write(actor, engagementId, next) {
      const path = pathOf(actor, engagementId);
      if (next.length === 0) {
        rmSync(path, { force: true });
        return;
      }
      mkdirSync(drafts, { recursive: true, mode: 0o700 });
      locked(`${path}.lock`, () => {
        replaceFile(path, closed(next, keyOf(actor, engagementId)));
      });
    },
  };
}

function keyOf(actor: Actor, engagementId: string): Buffer {
  const secret = Buffer.from(actor.sign(`${format}\n${engagementId}`), 'hex');
  return Buffer.from(hkdfSync('sha256', secret, engagementId, format, 32));
}

function closed(drafts: readonly Draft[], key: Buffer): string {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(drafts), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

function opened(text: string, key: Buffer): readonly Draft[] {
  const bytes = Buffer.from(text, 'base64');
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength));
    cipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
    const plain = Buffer.concat([cipher.update(bytes.subarray(nonceLength + tagLength)), cipher.final()]);
    return stored.parse(JSON.parse(plain.toString('utf8')));
  } catch {
    // Cut short, changed, or made with a key that this person no longer has: nothing of it can be shown.
    return [];
  }
}
