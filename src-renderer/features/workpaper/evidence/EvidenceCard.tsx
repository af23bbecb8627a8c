import { useState } from 'react';
import { useQuery } from '../../../app/client.ts';
import { Card } from '../../../ui/page/Card.tsx';
import { countOf } from '../../../ui/text/format-number.ts';
import type { PendingFile } from './AddEvidence.tsx';
import { EvidencePart } from './EvidencePart.tsx';
import type { EvidenceTarget } from './evidence-words.ts';

interface EvidenceCardProps {
  readonly target: EvidenceTarget;
  readonly title: string;
  readonly place: string;
}

/** Evidence beside what it supports, in a card of the page. */
export function EvidenceCard({ target, title, place }: EvidenceCardProps) {
  const { data } = useQuery('evidence.list', { target });
  const [pending, setPending] = useState<readonly PendingFile[]>([]);
  const [isLarge, setLarge] = useState(false);
  return (
    <Card title={title} aside={countOf(data?.total ?? 0, 'file')}>
      <EvidencePart
        target={target}
        place={place}
        pending={pending}
        onPending={setPending}
        isLarge={isLarge}
        onLarge={setLarge}
      />
    </Card>
  );
}
