import { PersonForm } from '../../app/PersonForm.tsx';
import { Card } from '../../ui/page/Card.tsx';

/** The first run: a person of this computer, made in place, with no question beyond. */
export function FirstPerson() {
  return (
    <div id="first-person">
      <Card title="Create your person">
        <PersonForm submitLabel="Create person" onCreated={() => undefined} />
      </Card>
    </div>
  );
}
