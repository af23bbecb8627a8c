import type { ReactNode } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { useGo } from '../../app/use-go.ts';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import { OPINION_WORDS } from './messages.ts';
import styles from './OpinionStrip.module.css';

type Opinion = Output<'opinion.get'>;

/** The opinion as decided, or as the record suggests it, by its parts. */
export function OpinionStrip() {
  const opinion = useQuery('opinion.get', {});
  return (
    <Answered query={opinion} what="the opinion" rows={1} rowHeight={74}>
      {(data) => <Strip data={data} />}
    </Answered>
  );
}

function Strip({ data }: { readonly data: Opinion }) {
  const { go } = useGo();
  const { opinion, suggestion, openCriteria, contradictions } = data;
  const shown = opinion ?? suggestion;
  const answered = (code: string): string => foundWords(data, code);
  const open =
    openCriteria === 0
      ? 'every criterion concluded'
      : `${countOf(openCriteria, 'criterion', 'criteria')} open`;
  const isOpen = opinion === null && openCriteria > 0;
  const part = (answer: string | null): string => (isOpen ? 'Not yet' : wordOf(answer));
  const contra = countOf(contradictions.length, 'contradiction');
  return (
    <dl className={styles['strip']}>
      <Part
        label={opinion === null ? 'Opinion suggested' : `Opinion decided by ${opinion.decidedBy}`}
        value={
          opinion === null && openCriteria > 0 ? 'Not yet' : (OPINION_WORDS[shown.overall] ?? shown.overall)
        }
        note={contradictions.length === 0 ? open : contra}
        isMain
        action={
          <TextLink
            label="Open opinion"
            onPress={() => {
              go('/opinion');
            }}
          />
        }
      />
      <Part label="(a) Description" value={part(shown.description)} note={answered('description')} />
      <Part label="(b) Design" value={part(shown.design)} note={answered('design')} />
      {data.type === 'I' ? null : (
        <Part label="(c) Operation" value={part(shown.operation)} note={answered('operation')} />
      )}
    </dl>
  );
}

function wordOf(part: string | null): string {
  return part === null ? 'Not in scope' : (OPINION_WORDS[part] ?? part);
}

/** What a part says where the record holds nothing against it. */
const NOTHING_FOUND: Readonly<Record<string, string>> = {
  description: 'no misstatement on record',
  design: 'no criterion unmet by design',
  operation: 'no criterion unmet in operation',
};

/** What the record answers to a question of the opinion. */
function foundWords({ questions }: Opinion, code: string): string {
  const question = questions.find((found) => found.code === code);
  if (question === undefined || question.items.length === 0)
    return NOTHING_FOUND[code] ?? 'nothing on record';
  return question.items.slice(0, 3).join(', ') + (question.items.length > 3 ? ', …' : '');
}

interface PartProps {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly isMain?: boolean;
  readonly action?: ReactNode;
}

function Part({ label, value, note, isMain = false, action }: PartProps) {
  return (
    <div className={styles['part']}>
      <dt>{label}</dt>
      <dd className={isMain ? styles['main'] : styles['value']}>{value}</dd>
      <dd className={styles['note']}>
        {note} {action}
      </dd>
    </div>
  );
}
