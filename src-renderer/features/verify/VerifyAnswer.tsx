import { IconAlertSquareRounded, IconCircleCheckFilled, IconFlag } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Output } from '../../app/client.ts';
import { classNames } from '../../ui/class-names.ts';
import { FactList } from '../../ui/form/ReadOnlyField.tsx';
import { UiIcon } from '../../ui/icon/UiIcon.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { HashWords } from '../../ui/text/HashWords.tsx';
import { verdicts } from './verify-words.ts';
import type { Verdict, Verification } from './verify-words.ts';
import { signatureFacts } from './signature-facts.tsx';
import styles from './VerifyPage.module.css';

interface VerifyAnswerProps {
  readonly name: string;
  readonly verification: Verification;
}

/** The answer about a report in three parts, then what was found and what is worth knowing. */
export function VerifyAnswer({ name, verification }: VerifyAnswerProps) {
  const { problems, remarks, signature } = verification;
  return (
    <div className={styles['answer']}>
      <section className={styles['parts']} aria-label={`Answer about ${name}`}>
        {verdicts(verification).map((verdict) => (
          <Part key={verdict.question} verdict={verdict}>
            {verdict.question === 'Who signed' && signature !== null ? (
              <>
                Certificate{' '}
                <HashWords hex={signature.certificate.fingerprint} label="Fingerprint of the certificate" />
              </>
            ) : null}
          </Part>
        ))}
      </section>
      <Findings title="What is wrong" tone="block" findings={problems} />
      <Findings title="Worth knowing" tone="plain" findings={remarks} />
      {signature === null ? null : (
        <Card title="Signature">
          <FactList facts={signatureFacts(signature)} />
        </Card>
      )}
    </div>
  );
}

const ICONS = { good: IconCircleCheckFilled, bad: IconAlertSquareRounded, attention: IconFlag };

function Part({ verdict, children }: { readonly verdict: Verdict; readonly children: ReactNode }) {
  return (
    <div className={classNames(styles['part'], styles[verdict.tone])}>
      <h2>{verdict.question}</h2>
      <p className={styles['verdict']}>
        <UiIcon icon={ICONS[verdict.tone]} size={20} />
        {verdict.answer}
      </p>
      <p className={styles['detail']}>{verdict.detail}</p>
      <div className={styles['detail']}>{children}</div>
    </div>
  );
}

interface FindingsProps {
  readonly title: string;
  readonly tone: 'block' | 'plain';
  readonly findings: Output<'report.verify'>['problems'];
}

function Findings({ title, tone, findings }: FindingsProps) {
  if (findings.length === 0) return null;
  const icon = tone === 'block' ? IconAlertSquareRounded : IconFlag;
  return (
    <Card title={title} icon={icon} tone={tone} aside={String(findings.length)} isFlush>
      <ul className={styles['findings']}>
        {findings.map(({ code, message }) => (
          <li key={`${code}-${message}`}>{message}</li>
        ))}
      </ul>
    </Card>
  );
}
