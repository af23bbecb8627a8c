import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { DatesForm } from './DatesForm.tsx';

/** Type, dates and categories of the engagement; they rest once samples were drawn (gate E6). */
export function DatesPart() {
  const engagement = useQuery('engagement.get', {});
  return (
    <Answered query={engagement} what="the engagement" rows={4}>
      {(data) => <DatesForm key={data.revision} engagement={data} />}
    </Answered>
  );
}
