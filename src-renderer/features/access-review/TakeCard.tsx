import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { paperPath } from '../../app/target-path.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useGo } from '../../app/use-go.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { SelectField } from '../../ui/form/FormField.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import type { Review, Rule } from './access-words.ts';
import styles from './AccessReview.module.css';

type Tests = Output<'accessReview.tests'>;

/** Takes the results into an attribute of a test whose items are all records of a list. */
export function TakeCard({ review, rule }: { readonly review: Review; readonly rule: Rule }) {
  const tests = useQuery('accessReview.tests', { ruleId: rule.ruleId });
  return (
    <Card title="Into the test" aside={`${rule.control} attribute ${rule.attribute}`}>
      <Answered query={tests} what="the tests" rows={3}>
        {(choices) => <TakeForm review={review} rule={rule} tests={choices} />}
      </Answered>
    </Card>
  );
}

interface TakeFormProps {
  readonly review: Review;
  readonly rule: Rule;
  readonly tests: Tests;
}

function TakeForm({ review, rule, tests }: TakeFormProps) {
  const options = tests.flatMap((test) =>
    test.attributes.map((own) => ({
      ...{ value: `${test.testId} ${own.attributeId}`, testId: test.testId, attributeId: own.attributeId },
      label: `${test.ref}  ${test.controlCode}, ${own.key}: ${own.text}`,
      isOfRule: own.isOfRule,
    })),
  );
  const [value, setValue] = useState(options.find((own) => own.isOfRule)?.value ?? '');
  const [said, setSaid] = useState('');
  const take = useGatedCommand('accessReview.takeResults', { takesReasons: true });
  const chosen = options.find((own) => own.value === value);
  const submit = (): void => {
    if (chosen === undefined) return;
    const { testId, attributeId } = chosen;
    take.run({ reviewId: review.reviewId, ruleId: rule.ruleId, testId, attributeId }, (taken) => {
      const { passed, deviations, waiting, left } = taken;
      setSaid(
        `${countOf(passed, 'item')} without deviation, ${countOf(deviations, 'deviation')}; ${String(waiting)} wait for a decision, ${String(left)} were not compared.`,
      );
    });
  };
  return (
    <div className={styles['stack']}>
      <p className={styles['hint']}>
        Every record compared becomes a result of the grid, basis “all items”: no risk of sampling. The test
        must have all records of its list drawn.
      </p>
      <SelectField
        label="Test and attribute"
        value={value}
        options={[{ value: '', label: 'None' }, ...options]}
        onChange={setValue}
      />
      <CommandBanner command={take} title="The results are not taken" failed="The results were not taken" />
      <div>
        <ActionButton
          label="Take results"
          isBlocked={chosen === undefined}
          isBusy={take.isBusy}
          onPress={submit}
        />
      </div>
      {said === '' ? null : <p className={styles['secondary']}>{said}</p>}
      <TakenList rule={rule} />
    </div>
  );
}

function TakenList({ rule }: { readonly rule: Rule }) {
  const { go } = useGo();
  return rule.taken.map((own) => (
    <TextLink
      key={`${own.testId} ${own.attributeKey}`}
      label={`${own.ref}, attribute ${own.attributeKey}: ${countOf(own.items, 'item')}${own.isCurrent ? '' : ', of an earlier run'}`}
      onPress={() => {
        go(paperPath(own.workpaperId));
      }}
    />
  ));
}
