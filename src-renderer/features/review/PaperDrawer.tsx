import { useInstantWords } from '../../app/use-instant-words.ts';
import { useRef } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { paperPath } from '../../app/target-path.ts';
import { useGo } from '../../app/use-go.ts';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { DrawerSection } from '../../ui/frame/Drawer.tsx';
import { SignOffList } from '../../ui/stamp/SignOffBlock.tsx';
import { ChangesSection } from './ChangesSection.tsx';
import { NotesSection } from './NotesSection.tsx';
import { stampFacts } from './review-words.ts';
import type { StampView } from './review-words.ts';
import { usePersonNames } from './use-person-names.ts';

/** A paper beside the board: who signed, what changed since, and its notes. */
export function PaperDrawer({ workpaperId }: { readonly workpaperId: string }) {
  const paper = useQuery('review.paper', { workpaperId });
  const names = usePersonNames();
  const words = useInstantWords();
  const { go, hrefOf } = useGo();
  const changesAt = useRef<HTMLDivElement>(null);
  const changes = useStaleCounts(workpaperId, paper.data?.row.stamps ?? []);
  return (
    <Answered query={paper} what="the workpaper" rows={6}>
      {({ row, contentHash }) => (
        <>
          <DrawerSection
            title="Sign-offs"
            aside={
              <TextLink
                label="Open workpaper"
                href={hrefOf(paperPath(workpaperId))}
                onPress={() => {
                  go(paperPath(workpaperId));
                }}
              />
            }
          >
            <SignOffList
              stamps={stampFacts(row.stamps, { names, words, contentHash, changes })}
              onShowChanges={() => {
                changesAt.current?.scrollIntoView();
                changesAt.current?.focus();
              }}
            />
          </DrawerSection>
          <div ref={changesAt} tabIndex={-1}>
            <ChangesSection workpaperId={workpaperId} />
          </div>
          <NotesSection workpaperId={workpaperId} />
        </>
      )}
    </Answered>
  );
}

/** Changes since each stale signature: one question per level that has one. */
function useStaleCounts(workpaperId: string, stamps: readonly StampView[]): ReadonlyMap<string, number> {
  const preparer = useStaleCount(workpaperId, stamps, 'preparer');
  const reviewer = useStaleCount(workpaperId, stamps, 'reviewer');
  const manager = useStaleCount(workpaperId, stamps, 'manager');
  const partner = useStaleCount(workpaperId, stamps, 'partner');
  const eqr = useStaleCount(workpaperId, stamps, 'eqr');
  return new Map(
    [preparer, reviewer, manager, partner, eqr].flatMap((entry) => (entry === null ? [] : [entry])),
  );
}

function useStaleCount(
  workpaperId: string,
  stamps: readonly StampView[],
  level: StampView['level'],
): readonly [string, number] | null {
  const stale = stamps.find((stamp) => stamp.level === level && stamp.state === 'stale');
  const signOffId = stale?.signOffId ?? null;
  const { data } = useQuery('review.changes', { workpaperId, signOffId }, { enabled: signOffId !== null });
  return signOffId === null || data === undefined ? null : [signOffId, data.total];
}
