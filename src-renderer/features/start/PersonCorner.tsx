import { useQuery } from '../../app/client.ts';
import { useSessionPersons } from '../../app/session-persons.ts';
import { useUnlock } from '../../app/session-unlock.tsx';
import { useGo } from '../../app/use-go.ts';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { HashWords } from '../../ui/text/HashWords.tsx';
import styles from './PersonCorner.module.css';

/** Who works here, whether their key is unlocked, and the ways to switch person and to the persons of this computer. */
export function PersonCorner() {
  const { go } = useGo();
  const unlock = useUnlock();
  const { actor, present, persons } = useSessionPersons();
  const firm = useQuery('firm.get', {});
  if (present === undefined) return null;
  const who = [present.initials, present.credential, firm.data?.name ?? ''].filter((part) => part !== '');
  return (
    <div className={styles['corner']}>
      <span className={styles['avatar']} aria-hidden="true">
        {present.initials}
      </span>
      <div className={styles['who']}>
        <div className={styles['name']} title={present.name}>
          {who.join(', ')}
        </div>
        <div className={styles['key']}>
          {actor === undefined ? (
            'Signing key locked'
          ) : (
            <>
              Signing key <HashWords hex={present.publicKey} label={`Signing key of ${present.initials}`} />
            </>
          )}
        </div>
      </div>
      <div className={styles['links']}>
        {actor !== undefined && persons.length < 2 ? null : (
          <TextLink label={actor === undefined ? 'Unlock' : 'Switch'} onPress={unlock} />
        )}
        <TextLink
          label="Library"
          onPress={() => {
            go('/library');
          }}
        />
        <TextLink
          label="Persons"
          onPress={() => {
            go('/persons');
          }}
        />
      </div>
    </div>
  );
}
