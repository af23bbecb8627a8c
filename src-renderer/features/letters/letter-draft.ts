import { useState } from 'react';
import type { Input, Output } from '../../app/client.ts';
import type { LetterKind } from './letter-words.ts';
import { isOfSubservice } from './letter-words.ts';

/** A person who signed, as it is typed; the key keeps the fields of a row together. */
export interface TypedSignatory {
  readonly key: number;
  readonly name: string;
  readonly title: string;
}

/** A letter as it is typed before it is filed. */
export interface LetterDraft {
  readonly kind: LetterKind;
  readonly date: string | undefined;
  readonly signatories: readonly TypedSignatory[];
  readonly coversFrom: string | undefined;
  readonly coversTo: string | undefined;
  readonly asOfDate: string | undefined;
  readonly systemName: string;
  readonly subserviceId: string | undefined;
  readonly exceptions: string;
  readonly file: Output<'files.choose'>[number] | undefined;
}

/** A draft whose coverage is that of the engagement. */
export function useLetterDraft(engagement: Output<'engagement.get'>) {
  const [draft, setDraft] = useState<LetterDraft>(() => ({
    kind: 'assertion',
    date: undefined,
    signatories: [{ key: 0, name: '', title: '' }],
    coversFrom: engagement.periodStart ?? undefined,
    coversTo: engagement.periodEnd ?? undefined,
    asOfDate: engagement.asOfDate ?? undefined,
    systemName: engagement.systemName,
    subserviceId: undefined,
    exceptions: '',
    file: undefined,
  }));
  const change = (part: Partial<LetterDraft>): void => {
    setDraft((current) => ({ ...current, ...part }));
  };
  return { draft, change };
}

/** What is still missing, by field; empty where the letter can be filed. */
export function missingParts(draft: LetterDraft): Readonly<Record<string, string>> {
  const isNamed = draft.signatories.every(({ name, title }) => name.trim() !== '' && title.trim() !== '');
  return {
    ...(draft.date === undefined ? { date: 'Give the date of the letter' } : {}),
    ...(isNamed ? {} : { signatories: 'Name each person who signed, with the title' }),
    ...(draft.file === undefined ? { file: 'Choose or drop the signed copy' } : {}),
    ...(isOfSubservice(draft.kind) && draft.subserviceId === undefined
      ? { subservice: 'Choose the subservice organization' }
      : {}),
  };
}

/** The draft as the command takes it; `undefined` while date or file are missing. */
export function letterInput(draft: LetterDraft): Input<'letter.file'> | undefined {
  const { kind, date, file, systemName, exceptions } = draft;
  if (date === undefined || file === undefined) return undefined;
  return {
    ...{ kind, date, systemName, token: file.token },
    signatories: draft.signatories.map(({ name, title }) => ({ name: name.trim(), title: title.trim() })),
    coversFrom: draft.coversFrom ?? null,
    coversTo: draft.coversTo ?? null,
    asOfDate: draft.asOfDate ?? null,
    subserviceId: isOfSubservice(kind) ? (draft.subserviceId ?? null) : null,
    exceptions: kind === 'assertion' ? exceptions : '',
  };
}
