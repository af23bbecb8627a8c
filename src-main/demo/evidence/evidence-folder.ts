import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EvidenceKind } from '../demo-data.ts';
import type { SampleEvidence } from '../sample-inputs.ts';
import type { EvidenceRecord } from './evidence-record.ts';
import { renderEvidence } from './render-evidence.ts';

/** What an evidence file speaks for. */
export interface EvidencePlace {
  readonly controlId: string;
  readonly use: SampleEvidence['use'];
  readonly kind: EvidenceKind;
  readonly from: string;
  readonly to: string;
  readonly receivedAt: string;
}

export interface EvidenceFolder {
  /** Writes one file and gives its id. */
  readonly add: (record: EvidenceRecord, place: EvidencePlace) => Promise<string>;
  readonly list: () => readonly SampleEvidence[];
}

/** Collects the evidence files of the sample client, numbered in the order in which they are made. */
export function evidenceFolder(folder: string, font: ReadonlyMap<string, readonly number[]>): EvidenceFolder {
  const files: SampleEvidence[] = [];
  return {
    add: async (record, place) => {
      const id = `EV-${String(files.length + 1).padStart(3, '0')}`;
      const file = join('evidence', place.controlId, `${id} ${fileWords(record.title)}.${place.kind}`);
      writeInto(folder, file, await renderEvidence(record, place.kind, font));
      files.push({ id, file, title: record.title, source: record.source, ...place });
      return id;
    },
    list: () => files,
  };
}

/** Writes a file below the sample folder, making the folders it needs. */
export function writeInto(folder: string, file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), bytes);
}

/** File names stay within what every file system takes: no signs but hyphens, at most 60 letters. */
const fileWords = (title: string): string =>
  title
    .replaceAll(/[^\p{L}\p{N}. -]+/gu, '')
    .slice(0, 60)
    .trim();
