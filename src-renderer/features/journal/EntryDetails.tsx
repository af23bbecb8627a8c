import { useInstantWords } from '../../app/use-instant-words.ts';
import { DrawerSection } from '../../ui/frame/Drawer.tsx';
import { FactList } from '../../ui/form/ReadOnlyField.tsx';
import { countOf, formatCount } from '../../ui/text/format-number.ts';
import { HashWords } from '../../ui/text/HashWords.tsx';
import { spaced } from './journal-words.ts';
import type { Change, Entry } from './journal-words.ts';
import styles from './JournalPage.module.css';

/** The most changes the drawer shows at once: an import writes thousands. */
const MOST = 200;

/** One entry: who, when, and every value it wrote. */
export function EntryDetails({ entry }: { readonly entry: Entry }) {
  const words = useInstantWords();
  const { changes } = entry;
  const shown = changes.slice(0, MOST);
  return (
    <>
      <DrawerSection title="Entry">
        <FactList
          facts={[
            { label: 'By', value: entry.initials },
            { label: 'When', value: words.second(entry.at) },
            { label: 'Hash', value: <HashWords hex={entry.hash} label="Hash of the entry" /> },
          ]}
        />
      </DrawerSection>
      <DrawerSection
        title="What changed"
        aside={<span className={styles['quiet']}>{countOf(changes.length, 'change')}</span>}
      >
        <ul className={styles['changes']}>
          {shown.map((change, index) => (
            <li key={`${String(index)}-${change.id}`}>
              <ChangeLine change={change} />
            </li>
          ))}
        </ul>
        {changes.length > MOST ? (
          <p
            className={styles['quiet']}
          >{`${formatCount(MOST)} of ${formatCount(changes.length)} are shown.`}</p>
        ) : null}
      </DrawerSection>
    </>
  );
}

function ChangeLine({ change }: { readonly change: Change }) {
  const { entity, reference, field, value } = change;
  const row = reference === '' ? spaced(entity) : `${spaced(entity)} ${reference}`;
  if (field === null)
    return (
      <span>
        <b>{row}</b> added
      </span>
    );
  return (
    <span>
      <b>{row}</b>, {spaced(field)}
      <span className={styles['value']}>{value === '' ? 'empty' : value}</span>
    </span>
  );
}
